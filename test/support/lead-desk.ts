/** The leads at a desk: a school whose people all have accounts and a channel, what each of them got, and their presses. */
import { randomUUID } from 'node:crypto';
import type { LeadAct } from '../../dialogs/leads/concern/concern-view.ts';
import type { Action } from '../../dialogs/message.ts';
import { plainText } from '../../dialogs/plain.ts';
import { getLead } from '../../dialogs/words/screens.ts';
import { type Organisation, peopleOf } from '../../rules/local.ts';
import type { Bot } from '../../src/bot.ts';
import type { Taken } from '../../src/contract.ts';
import { markOf } from '../../src/conversation/picks.ts';
import type { StoreTimes } from '../../src/store/store.ts';
import { openDesk, type Post } from './bot.ts';
import { organisationWith, writtenOrganisation } from './organisation.ts';
import type { Data } from './stores.ts';
import { type Answers, buttonsOn, createTalker, type Talker } from './talker.ts';

export const minute = 60_000;
export const bullying: Answers = { danger: 'no', site: 'school', topics: ['bullying'], aboutBullying: ['none'] };
export const colleague: Answers = { danger: 'no', site: 'school', topics: ['adult'], adultKnown: 'yes' };
/** An adult whom nobody knows, and no pictures that could show a child known here: everybody named may hear of it. */
export const stranger: Answers = {
  ...colleague,
  adultConduct: 'contact',
  contactSigns: 'yes',
  adultKnown: 'no',
};

/** Everybody named has an account, and every site a channel. */
export function staffed(changes: Record<string, unknown> = {}, people: Record<string, unknown> = {}): Organisation {
  const account = <T extends { id: string }>(person: T) => ({
    ...person,
    slack: `U-${person.id}`,
    ...((people[person.id] as object | undefined) ?? {}),
  });
  const sites = writtenOrganisation.sites.map((site) => ({
    ...site,
    channel: { slack: `C-${site.id}` },
    leads: site.leads.map(account),
    deputies: site.deputies?.map(account),
    ...(site.head && { head: account(site.head) }),
    ...(site.chair && { chair: account(site.chair) }),
  }));
  return organisationWith({
    sites,
    administrators: [{ name: 'Administrator', slack: 'U-administrator' }],
    ...changes,
  });
}

/** A reference, in whatever is said. */
export const referenceShape = /\b[A-Z0-9]{4}-[A-Z0-9]{4}\b/;

interface Pressing {
  readonly on?: Post;
  readonly detail?: string;
}

export async function openLeadDesk(fresh: (times: StoreTimes) => Promise<Data>, organisation = staffed()) {
  const desk = await openDesk(fresh, organisation);

  const lead = {
    desk,
    /** Who raises the concern. */
    staff: createTalker(desk),
    async raise(answers: Answers, more: Answers = {}): Promise<void> {
      await lead.staff.start();
      await lead.staff.go({ ...answers, ...more });
    },
    /** Somebody else raises the next one. */
    another(): Talker {
      lead.staff = createTalker(desk);
      return lead.staff;
    },
    /** "Get a lead to me now". */
    async call(): Promise<void> {
      await lead.staff.start();
      await lead.staff.go({ danger: 'yes', site: 'school' }, { until: 'topics' });
      // Its button stands in a menu by now; its words mean the same wherever one is.
      await lead.staff.type(getLead.label);
      await desk.idle();
    },
    /** One answer is given anew, and the talk goes on to its end. */
    async change(question: string, values: readonly string[], more: Answers = {}): Promise<void> {
      await lead.staff.press({ do: 'change' });
      await lead.staff.press({ do: 'change', question });
      await lead.staff.choose(values);
      await lead.staff.go(more);
      await desk.idle();
    },
    channel: (name = 'C-school'): readonly Post[] => desk.posts.filter(({ to }) => to.channel === name),
    card: (): Post => defined(lead.channel()[0], 'Nothing is in the channel'),
    /** Posts in the thread under a card carry its address. */
    thread: (): readonly Post[] => desk.posts.filter(({ to }) => to.id === lead.card().id),
    privately: (person: string): readonly Post[] =>
      desk.posts.filter(({ to }) => to.place === 'private' && to.to === `U-${person}`),
    newest: (person: string): Post => defined(lead.privately(person).at(-1), `Nothing came to ${person}`),
    token(act: LeadAct, { on: card, detail }: Pressing = {}): string {
      const on: Post = card ?? lead.card();
      const isIt = (action: Action) => action.do === 'lead' && action.act === act && action.detail === detail;
      const button = buttonsOn(on.message).find(({ action }) => isIt(action));
      return on.token(defined(button, `There is no "${act}" on: ${plainText(on.message)}`).action);
    },
    /** A lead presses this act on a card, behind "More" where it stands there; what they are shown comes to them alone. */
    async press(person: string, act: LeadAct, pressing: Pressing = {}): Promise<Taken> {
      const on = pressing.on ?? lead.card();
      const acts = buttonsOn(on.message).flatMap(({ action }) => (action.do === 'lead' ? [action.act] : []));
      if (acts.includes(act) || !acts.includes('more')) return lead.pressToken(person, lead.token(act, pressing));
      await lead.pressToken(person, lead.token('more', { on }));
      return lead.pressToken(person, lead.token(act, { ...pressing, on: lead.newest(person) }));
    },
    /** As it stands on the button that hands it over to them for the first of the reasons. */
    handTo: (id: string): string => `${lead.markOf(id)}!off`,
    /** Everything that is due is ticked. */
    async tickAll(person: string, card = lead.channel().at(-1) as Post): Promise<void> {
      await lead.pressToken(person, card.token({ do: 'lead', act: 'open', concern: lead.concernIn(card) }));
      for (let on = lead.newest(person); ; on = lead.newest(person)) {
        const tick = buttonsOn(on.message).find(({ action }) => action.do === 'lead' && action.act === 'done');
        if (!tick) return;
        await lead.pressToken(person, on.token(tick.action));
      }
    },
    /** And it is said how it ended, and closed. */
    async closeIt(person: string, card?: Post): Promise<void> {
      await lead.tickAll(person, card);
      await lead.press(person, 'outcome', { on: lead.newest(person), detail: 'advice' });
      await lead.press(person, 'close', { on: lead.newest(person) });
    },
    async pressToken(
      person: string,
      token: string,
      { delivery = randomUUID(), bot = desk.bot }: { delivery?: string; bot?: Bot } = {},
    ): Promise<Taken> {
      const from = { channel: 'slack', tenant: 'T1', person: `U-${person}` } as const;
      const address = { place: 'private', to: from.person };
      const taken = await bot.take({
        from,
        delivery,
        address,
        at: new Date(desk.now),
        input: { kind: 'press', token },
      });
      await desk.idle();
      return taken;
    },
    /** As it stands on a button that names somebody of the school, or of another site. */
    markOf(id: string): string {
      const people = desk.organisation?.sites.flatMap(peopleOf) ?? [];
      return markOf(
        defined(
          people.find((person) => person.id === id),
          `Nobody is "${id}"`,
        ),
      );
    },
    /** Minute by minute, as the sweep does it. */
    async pass(minutes: number, step = 1): Promise<void> {
      for (let passed = 0; passed < minutes; passed += step) {
        desk.now += step * minute;
        await lead.sweep();
      }
    },
    /** On to this moment, a quarter of an hour at a time. */
    async until(moment: Date): Promise<void> {
      while (desk.now < moment.getTime()) {
        desk.now = Math.min(desk.now + 15 * minute, moment.getTime());
        await lead.sweep();
      }
    },
    async sweep(bot = desk.bot): Promise<void> {
      await bot.outbox.sweep();
      await desk.idle();
    },
    /** Past every lease, until nothing more is owed. */
    async settle(): Promise<void> {
      for (let sweep = 0; sweep < 3; sweep++) await desk.sweepLater();
    },
    /** What this person is answered. */
    async typed(person: string, text: string): Promise<string> {
      const from = { channel: 'slack', tenant: 'T1', person: `U-${person}` } as const;
      await desk.send(from, { kind: 'text', text });
      await desk.idle();
      return plainText(defined(desk.posts.at(-1), 'Nothing was posted').message);
    },
    all: (posts: readonly Post[]) => posts.map(({ message }) => plainText(message)).join('\n---\n'),
    reference: (post: Post) => defined(referenceShape.exec(plainText(post.message))?.[0], 'No reference'),
    concernIn({ message }: Post): string {
      const action = buttonsOn(message).find((button) => button.action.do === 'lead')?.action;
      return defined(action?.do === 'lead' ? action.concern : undefined, 'No concern on it');
    },
  };
  return lead;
}

export type LeadDesk = Awaited<ReturnType<typeof openLeadDesk>>;

function defined<T>(value: T | undefined, otherwise: string): T {
  if (value === undefined) throw new Error(otherwise);
  return value;
}
