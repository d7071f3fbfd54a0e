/** Names of the leads' things in the store. Everything of one tenant shares a partition, so the rest of a name is enough. */
import type { NameIndex, Tenant } from '../../seal/index-key.ts';

export interface LeadNames {
  /** A concern, by the conversation and the entry that began it. */
  concern(tenant: Tenant, conversation: string, began: string, kind: 'concern' | `call ${string}`): string;
  /** The 24 characters that name a concern in a button. */
  idOf(concern: string): string;
  /** What kind of thing it is: that stands in a name in clear. */
  kindOf(name: string): string;
  /** The concern of such an id. */
  concernOf(tenant: Tenant, id: string): string;
  /** The calls for a lead of one person at one site. */
  calls(tenant: Tenant, person: string, site: string): string;
  /** The concerns that were joined to this one. */
  joined(tenant: Tenant, concern: string): string;
  /** Where a concern's notice stands at one place. */
  place(tenant: Tenant, concern: string, destination: string): string;
  item(tenant: Tenant, concern: string, ...parts: string[]): string;
  /** Eight letters and digits that two people can read to each other. Nobody can tell the concern's name from it. */
  reference(tenant: Tenant, concern: string): string;
  /** Every concern of a site. Who may see which stands in each, sealed: the list tells restricted ones from no others. */
  list(tenant: Tenant, site: string): string;
  /** A line about each open concern of a site. */
  open(tenant: Tenant, site: string): string;
  setUp(tenant: Tenant, site: string): string;
  /** All that is forgotten when the app is removed there; the channels count conversations to the same group. */
  workspace(tenant: Tenant): string;
  /** When the app was last removed there. */
  left(tenant: Tenant): string;
  /** Why the newest notice did not reach the leads' channel of a site. */
  trouble(tenant: Tenant, site: string): string;
  /** What administrators did on this day in London. */
  audit(tenant: Tenant, day: string): string;
  /** The counts of one week at a site, by its Monday. */
  counts(tenant: Tenant, site: string, monday: string): string;
  /** Where an administrator was last spoken with. */
  administrator(tenant: Tenant, account: string): string;
  /** That administrators were told what is wrong. */
  told(tenant: Tenant): string;
  /** Who was named in the organisation file when it was last looked at. */
  people(tenant: Tenant): string;
  /** The texts sent on this day in London; and what belongs to them. */
  texts(tenant: Tenant, day: string, ...parts: string[]): string;
  /** What the leads' buttons are signed for. */
  buttons(tenant: Tenant): string;
}

export function createLeadNames({ name }: Pick<NameIndex, 'name'>): LeadNames {
  const idOf = (concern: string) => concern.slice(concern.lastIndexOf(':') + 1);
  return {
    concern: (tenant, conversation, began, kind) => name('concern', tenant, conversation, began, kind),
    idOf,
    kindOf: (key) => key.split(':')[1] ?? '',
    concernOf: (tenant, id) => {
      const example = name('concern', tenant);
      return `${example.slice(0, example.lastIndexOf(':') + 1)}${id.replace(/[^A-Za-z0-9_-]/g, '')}`;
    },
    calls: (tenant, person, site) => name('lead-calls', tenant, person, site),
    joined: (tenant, concern) => name('lead-joined', tenant, idOf(concern)),
    place: (tenant, concern, destination) => name('place', tenant, idOf(concern), destination),
    item: (tenant, concern, ...parts) => name('lead-item', tenant, idOf(concern), ...parts),
    reference: (tenant, concern) => {
      const letters = idOf(name('reference', tenant, idOf(concern)))
        .replace(/[^A-Za-z0-9]/g, '')
        .toUpperCase();
      return `${letters.slice(0, 4)}-${letters.slice(4, 8)}`;
    },
    list: (tenant, site) => name('lead-list', tenant, site),
    open: (tenant, site) => name('lead-open', tenant, site),
    workspace: (tenant) => name('workspace', tenant),
    left: (tenant) => name('lead-left', tenant),
    setUp: (tenant, site) => name('lead-setup', tenant, site),
    trouble: (tenant, site) => name('lead-trouble', tenant, site),
    audit: (tenant, day) => name('lead-audit', tenant, day),
    counts: (tenant, site, monday) => name('lead-counts', tenant, site, monday),
    administrator: (tenant, account) => name('lead-administrator', tenant, account),
    told: (tenant) => name('lead-told', tenant),
    people: (tenant) => name('lead-people', tenant),
    texts: (tenant, day, ...parts) => name('lead-texts', tenant, day, ...parts),
    buttons: (tenant) => name('lead-buttons', tenant),
  };
}
