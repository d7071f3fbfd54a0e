/**
 * The leads' side of a concern. Everything goes one way:
 *
 * 1. A conversation reaches its answer, or asks for a lead: `raise` makes items of it, stored with the reply.
 * 2. `comeDue` adds the report to the concern. The same step marks the concern as to be spread.
 * 3. `spread` lists it, sets its timers, and marks every place that is to know.
 * 4. `composePlace` posts the card there, or draws it anew.
 * 5. Presses (`desk`) and timers (`comeDue`) add entries; from there it goes on at 3.
 *
 * Each arrow is durable before it is followed, so a crash between any two repeats the later one; `noticeSteps` names
 * them, and test/leads/crash.test.ts kills the process at each.
 */

import type { Organisation } from '../../rules/local.ts';
import type { Raised, Raising } from '../conversation/compose.ts';
import { isFault } from '../conversation/faults.ts';
import type { HttpRequest, HttpRoute } from '../http/route.ts';
import type { Arranged, Composed, NotNow } from '../outbox/outbox.ts';
import type { Tenant } from '../seal/index-key.ts';
import { SealBroken } from '../seal/seal.ts';
import type { Owed, OwedItem, OwedReply } from '../store/store.ts';
import { createReadiness, type Readiness } from './admin/readiness.ts';
import { countWeeks } from './admin/week-counts.ts';
import type { DeskPorts } from './concern/ports.ts';
import { createLeadsDesk, type LeadsDesk } from './desk/desk.ts';
import { packReader, packRoutes } from './desk/pack.ts';
import { leadsRoutes } from './desk/pages.ts';
import { comeDue } from './notify/come-due.ts';
import { composePlace } from './notify/place-card.ts';
import { reporterPlace, spread } from './notify/publish.ts';
import { raise } from './notify/raise.ts';
import { wakeConcerns } from './notify/recheck.ts';
import { textDue, textFailed } from './notify/texts.ts';
import { notReached } from './notify/undelivered.ts';
import { leaveWorkspace, returnToWorkspace } from './notify/uninstalled.ts';

/** Every step of a notice's way that is stored or sent, in order. */
export const noticeSteps = [
  'the answer is settled with its report',
  'the report is claimed',
  'the concern is raised',
  'the report is done with',
  'the concern is listed',
  'its line stands among the open ones',
  'a place is marked',
  'the timers are set',
  'the card is posted',
  'the card is noted',
] as const;

export interface Leads extends LeadsDesk {
  /** The pages that links open. */
  readonly routes: readonly HttpRoute[];
  /** Whose review pack somebody with this request may read: an administrator's who came by a link. */
  readonly mayReadPack: (request: Pick<HttpRequest, 'headers'>) => Organisation | undefined;
  /** @param tenants that are served here. */
  readiness(tenants: () => readonly Tenant[]): Readiness;
  raise(raising: Raising): Raised;
  /** Whether this is the leads' to send. */
  owns(owed: Pick<Owed, 'key'>): boolean;
  /** What the person who raised it is to hear. */
  isForReporter(owed: OwedReply): boolean;
  compose(owed: Owed): Promise<Composed | Arranged | null | NotNow>;
  /** Sees to it that every concern that runs has what comes due for it. @returns how many cannot be opened now */
  wake(tenants: readonly Tenant[]): Promise<number>;
  /** How many stored things could not be opened when they were last looked at. They wait. */
  unopened(): number;
  /** How many concerns run whose site has left the organisation file, at the last walk. */
  withoutSite(): number;
  /** The app was removed there. */
  left(tenant: Tenant): Promise<void>;
  /** The app is there again. */
  back(tenant: Tenant): Promise<void>;
  /** Given up for good. @returns what is to be sent now */
  failed(owed: Owed, reason: string): Promise<readonly OwedReply[]>;
}

export function createLeads(ports: DeskPorts): Leads {
  const desk = createLeadsDesk(ports);
  const { kindOf } = ports.names;
  const unopened = new Set<string>();
  let withoutSite = 0;
  function work(owed: Owed): Promise<Composed | Arranged | null | NotNow> {
    if (owed.kind === 'item') return itemDue(owed);
    return kindOf(owed.key) === 'concern' ? spread(owed, ports) : composePlace(owed, ports);
  }

  function itemDue(owed: OwedItem): Promise<Composed | Arranged | null | NotNow> {
    const item = ports.seal.openItem(owed.payload, owed.key);
    return item.item === 'text' ? textDue(owed, item, ports) : comeDue(owed, item, ports);
  }
  async function itemFailed(owed: OwedItem): Promise<readonly OwedReply[]> {
    const item = ports.seal.openItem(owed.payload, owed.key);
    if (item.item === 'text') await textFailed(owed, item, ports);
    return [];
  }

  return {
    ...desk,
    routes: [...leadsRoutes(ports), ...packRoutes(ports)],
    mayReadPack: packReader(ports),
    readiness: (tenants) => createReadiness(tenants, ports),
    raise: (raising) => raise(raising, ports),
    left: (tenant) => leaveWorkspace(tenant, ports),
    back: (tenant) => returnToWorkspace(tenant, ports),
    async wake(tenants) {
      const walked = await wakeConcerns(tenants, ports);
      for (const key of unopened) if (kindOf(key) === 'concern') unopened.delete(key);
      for (const key of walked.unopened) unopened.add(key);
      withoutSite = walked.withoutSite;
      await countWeeks(tenants, ports).catch((error: unknown) => {
        // Counts never stand in the way of what is told.
        if (!isFault(error)) throw error;
        ports.onFault('due', error);
      });
      return walked.unopened.length;
    },
    unopened: () => unopened.size,
    withoutSite: () => withoutSite,
    owns: ({ key }) => kindOf(key) !== 'conversation',
    isForReporter({ key, owed }) {
      if (kindOf(key) !== 'place') return false;
      try {
        return ports.seal.openPlace(owed.to, key).destination === reporterPlace;
      } catch (error) {
        if (error instanceof SealBroken) return false;
        throw error;
      }
    },
    async compose(owed) {
      try {
        const composed = await work(owed);
        unopened.delete(owed.key);
        return composed;
      } catch (error) {
        if (!(error instanceof SealBroken)) throw error;
        unopened.add(owed.key);
        return 'unreadable';
      }
    },
    async failed(owed, reason) {
      if (owed.kind === 'reply' && kindOf(owed.key) !== 'place') return [];
      try {
        return owed.kind === 'item' ? await itemFailed(owed) : await notReached(owed, reason, ports);
      } catch (error) {
        // What cannot be read is given up; to fail here would try it again for ever.
        if (error instanceof SealBroken) return [];
        throw error;
      }
    },
  };
}
