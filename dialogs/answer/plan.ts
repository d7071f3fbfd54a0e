/**
 * The plan of acts: what the reader does now or today, in order, with whom and by which number. Made once from the
 * decision, the contacts of the moment and the guard; the card, "what must I do now?", the emergency card and the
 * leads' news all draw from it, and nothing else decides whom to ring.
 */
import type { ContactNow } from '../../rules/contacts.ts';
import { isInDoubt } from '../../rules/in-doubt.ts';
import { siteOf } from '../../rules/local.ts';
import type { Decision, Route } from '../../rules/outcome.ts';
import { isDayOver } from '../../rules/site-day.ts';
import { minutesInDanger } from '../../rules/waiting.ts';
import type { Tried } from '../state.ts';
import type { Context, Outcome } from '../steps.ts';
import { type Call, callsDue, lastCall, type OutsideRoute, peopleToRing } from './calls.ts';
import { type DontShort, dontsOf } from './donts.ts';
import { minutesToWait, type PlanTime, timeOf } from './plan-time.ts';

export interface Act {
  /** Whom it is about: a person of the site by id, or a route. Stays the same as long as the answers do. */
  readonly whom: string;
  readonly kind: 'emergency' | 'lead' | 'outside' | 'find';
  readonly contact: ContactNow;
  /** Done only when whoever stands before it does not answer, or does not do it. */
  readonly unless?: { readonly minutes: number };
  /** What whoever is rung first is asked to do, so that nobody rings twice and nothing is left between two people. */
  readonly ask?: readonly OutsideRoute[];
  /** Its number serves the LADO too, who is asked for in the same call. */
  readonly askFor?: readonly ['lado'];
  readonly route: Route;
  /** Who has to be told by the decision comes from the chapter, from us or from a local rule. */
  readonly basis: 'chapter' | 'follows' | 'ours' | 'local';
  readonly done?: Tried;
}

export interface Plan {
  readonly time: PlanTime;
  readonly acts: readonly Act[];
  /** Said in a call outside; nothing where none is made. */
  readonly say?: { readonly advice: boolean; readonly alone: boolean; readonly callBack?: string };
  /** No one answers within minutes: 999, where it is not known whether anyone is in danger. */
  readonly ifNobodySafe?: { readonly minutes: number };
  /** Before the child goes home to somebody who may be the one it is about: asked in the call to social care. */
  readonly homeTime: boolean;
  readonly danger: 'yes' | 'no' | 'unsure';
  readonly donts: readonly DontShort[];
  /** Only those that were picked, or nobody, may be told where the reader works. */
  readonly guard: 'open' | 'picked' | 'nobody';
  /** Everybody who may be told is off: whoever is back first is told then. */
  readonly tellLater: boolean;
  readonly withChild: boolean;
}

/** @param tried calls that the reader says were made, oldest first */
export function planOf(outcome: Outcome, context: Context, tried: readonly Tried[] = []): Plan {
  const { decision, told } = outcome;
  const time = timeOf(outcome, context);
  const people = peopleToRing(outcome, context);
  const due = merged(callsDue(outcome, context));
  const calls = due.length > 0 ? due : [asAct(lastCall(outcome, context))];
  const leads = leadsInOrder(people, due.length > 0, tried);
  const minutes = minutesToWait(time, context);
  const first = leads.at(-1);
  const asked = leads.map((lead) => leadAct(lead, due, outcome, tried));
  const outside = calls.map((call, i) => ({
    ...call,
    ...(i === 0 && isWaitedFor(asked.at(-1)) ? { unless: { minutes } } : {}),
    ...doneOf(call.whom, tried),
  }));
  const danger = dangerOf(decision);
  const acts = [
    ...(danger === 'yes' ? [{ ...emergencyAct, ...doneOf('emergency', tried) }] : []),
    ...waits(asked, minutes),
    ...outside,
  ];
  const homeTime = due.some(isSocialCare) && isBeforeHomeTime(outcome, context);
  const advice = due.every(({ route }) => route === 'police-advice' || route === 'social-care-advice');
  return {
    time,
    acts,
    say: { advice, alone: told !== undefined, ...(first && { callBack: first.who }) },
    ...(danger === 'unsure' ? { ifNobodySafe: { minutes: Math.min(minutesInDanger, minutes) } } : {}),
    homeTime,
    danger,
    donts: dontsOf(outcome, homeTime),
    guard: told ?? 'open',
    tellLater: people.length === 0 && told !== 'nobody',
    withChild: decision.dos.some(({ id }) => id === 'stay-with-the-child' || id === 'do-not-leave-them-alone'),
  };
}

/** Whoever did not answer is waited for no longer. */
const isWaitedFor = (lead: Act | undefined): boolean => lead !== undefined && lead.done?.result !== 'no-answer';

/** The act that stands to be done: the first that is neither done nor passed over. */
export const standingAct = ({ acts }: Plan): Act | undefined => acts.find(({ done }) => done === undefined);

function isBeforeHomeTime({ decision, place }: Outcome, { organisation, calendar, now: moment }: Context): boolean {
  if (!decision.dos.some(({ id }) => id === 'ask-before-home-time')) return false;
  return !isDayOver(siteOf(organisation, place.site), { organisation, calendar, moment });
}

type PersonToRing = ReturnType<typeof peopleToRing>[number];

/**
 * One name, so that the calls outside are not kept waiting; where no call outside is due, two. Whoever did not answer
 * stays on the card, ticked off, and the next name follows.
 */
function leadsInOrder(
  people: readonly PersonToRing[],
  outsideDue: boolean,
  tried: readonly Tried[],
): readonly PersonToRing[] {
  const answeredNot = (who: PersonToRing) =>
    tried.some(({ whom, result }) => whom === who.person && result === 'no-answer');
  const waiting = people.filter((person) => !answeredNot(person));
  const passed = people.filter(answeredNot).slice(-1);
  return [...passed, ...waiting.slice(0, outsideDue || passed.length > 0 ? 1 : 2)];
}

function leadAct(lead: PersonToRing, due: readonly Act[], { decision }: Outcome, tried: readonly Tried[]): Act {
  const duty = decision.duties.find(({ route }) => route === 'safeguarding-lead');
  const ask = due.flatMap(({ route, askFor }) => [route as OutsideRoute, ...(askFor ? (['lado'] as const) : [])]);
  return {
    whom: lead.person ?? 'lead',
    kind: 'lead',
    contact: lead,
    route: 'safeguarding-lead',
    basis: duty?.strengthFrom.basis ?? 'ours',
    ...(ask.length > 0 ? { ask } : {}),
    ...doneOf(lead.person ?? 'lead', tried),
  };
}

/** After the first name, the next only where that one cannot be reached. */
function waits(acts: readonly Act[], minutes: number): readonly Act[] {
  return acts.map((act, i) => (i > 0 && acts[i - 1]?.done === undefined ? { ...act, unless: { minutes } } : act));
}

/** Whether 999 is to be rung; not sure where nobody knows whether they are safe. */
function dangerOf({ duties }: Decision): Plan['danger'] {
  const emergency = duties.find(({ route }) => route === 'emergency');
  if (!emergency) return 'no';
  return isInDoubt(emergency) ? 'unsure' : 'yes';
}

const emergencyAct: Act = {
  whom: 'emergency',
  kind: 'emergency',
  contact: { kind: 'contact', who: '999', phone: '999', openNow: true },
  route: 'emergency',
  basis: 'ours',
};

const doneOf = (whom: string, tried: readonly Tried[]): { readonly done?: Tried } => {
  const last = tried.findLast((each) => each.whom === whom);
  return last ? { done: last } : {};
};

function asAct({ route, contact, duty }: Call): Act {
  return {
    whom: route,
    kind: contact.phone ? 'outside' : 'find',
    contact,
    route,
    basis: duty?.strengthFrom.basis ?? 'ours',
  };
}

/** One call where one number serves two: the LADO by way of social care, the police and their advice. */
function merged(calls: readonly Call[]): readonly Act[] {
  const acts: Act[] = [];
  for (const act of calls.map(asAct)) {
    const same = acts.findIndex((each) => sharesNumber(each, act) || (act.kind === 'find' && isSocialCare(each)));
    const other = acts[same];
    if (!other) acts.push(act);
    else if (act.route === 'lado') acts[same] = { ...other, askFor: ['lado'] };
  }
  return acts;
}

/** Social care knows which council's LADO it is, and reaches them. */
const isSocialCare = ({ route }: Act): boolean => route === 'childrens-social-care' || route === 'social-care-advice';

function sharesNumber(one: Act, other: Act): boolean {
  if (one.kind === 'find' || other.kind === 'find') return one.kind === other.kind;
  return one.contact.phone === other.contact.phone;
}
