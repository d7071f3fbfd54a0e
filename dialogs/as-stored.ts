/**
 * What stored entries say by themselves, where a fault of ours stops what works them out: no path, no rule, no words.
 * Nothing here can throw. Who may know of it is never more than the answers themselves show: everybody only where each
 * answer that could name somebody near is a clear no, else the people picked, else nobody.
 */
import { type Entry, guardQuestion, newState, nobody, type PlaceId, placeIds, type State } from './state.ts';

export interface AsStored {
  /** The answers as given, with those that no longer count. */
  readonly state: State;
  /** Everybody named for the site, or these people by id. Of those picked nobody knows yet whether they are who they were. */
  readonly guard: 'open' | readonly string[];
  /** Some answer speaks of somebody who may be near. */
  readonly worries: boolean;
  /** Entries since one that can change who may know. */
  readonly since: number;
}

type Said = ReadonlyMap<string, readonly string[]>;

interface Reading extends Pick<AsStored, 'state' | 'since'> {
  /** What counts for the guard, in the order said. */
  readonly said: Said;
  /** Being asked again. */
  readonly pending: boolean;
}

export function asStored(entries: readonly Entry[]): AsStored {
  try {
    const { state, said, pending, since } = entries.reduce(next, nothingSaid);
    return { state, guard: pending ? [] : guardOf(state, said), worries: worriesIn(said), since };
  } catch {
    return { state: newState, guard: [], worries: true, since: 0 };
  }
}

const nothingSaid: Reading = { state: newState, said: new Map(), pending: false, since: 0 };

function next({ state, said, pending, since }: Reading, entry: Entry): Reading {
  const changes = { said, pending: false, since: 0 };
  switch (entry.type) {
    case 'start': {
      const { practice, site } = entry;
      const places = new Map(site === undefined ? [] : [['site' as const, site]]);
      return { ...nothingSaid, state: { ...newState, stage: 'open', practice, places } };
    }
    case 'stop':
      return { ...nothingSaid, state: { ...newState, stage: 'stopped', practice: state.practice } };
    case 'answer':
      return { ...changes, ...answered(state, said, entry) };
    case 'reopen':
      return { state, said: reopened(said, entry.question), pending: true, since: 0 };
    case 'back':
      return pending ? { ...changes, state } : { ...changes, ...takenBack(state, said) };
    default:
      return { state: marked(state, entry), said, pending, since: since + 1 };
  }
}

const isPlaceId = (question: string): question is PlaceId => placeIds.some((place) => place === question);

function answered(
  state: State,
  said: Said,
  { question, values, marks = [] }: Extract<Entry, { type: 'answer' }>,
): Pick<Reading, 'state' | 'said'> {
  const later = new Map([...without(said, question), [question, values]]);
  if (question === guardQuestion) {
    const known = values.flatMap((id, i) => (marks[i] === undefined ? [] : [[id, marks[i]] as const]));
    return { state: { ...state, safe: values, marks: new Map(known) }, said: later };
  }
  if (isPlaceId(question)) {
    // Another place has other people, and some have the same id.
    const moved = question === 'site' && state.places.get('site') !== values[0];
    const places = new Map([...state.places, [question, values[0] ?? ''] as const]);
    return { state: { ...state, places, safe: moved ? [] : state.safe }, said: later };
  }
  return { state: { ...state, answers: new Map([...state.answers, [question, values]]) }, said: later };
}

/** A change may take others with it: what lets everybody know counts again once it is said again. */
const reopened = (said: Said, question: string): Said =>
  isPlaceId(question) ? said : without(said, 'contactSigns', 'adultKnown', 'staffConduct', 'colleague');

/** The newest. Where somebody works is not taken back. */
function takenBack(state: State, said: Said): Pick<Reading, 'state' | 'said'> {
  const last = [...said.keys()].findLast((question) => question !== 'site');
  if (last === undefined) return { state, said };
  const places = new Map([...state.places].filter(([place]) => place !== last));
  const safe = last === guardQuestion ? [] : state.safe;
  return { state: { ...state, answers: without(state.answers, last), places, safe }, said: without(said, last) };
}

function marked(state: State, { type }: Entry): State {
  const real = state.stage === 'open' && !state.practice;
  if (!real) return state;
  if (type === 'get-lead') return { ...state, early: true };
  if (type === 'withdraw') return { ...state, withdrawn: true };
  return type === 'referred' ? { ...state, referred: true } : state;
}

const without = (said: Said, ...questions: readonly string[]): Said =>
  new Map([...said].filter(([question]) => !questions.includes(question)));

function guardOf({ safe, stage }: State, said: Said): AsStored['guard'] {
  if (stage !== 'open') return [];
  if (safe.length > 0) return safe.filter((id) => id !== nobody);
  return mayAllKnow(said) ? 'open' : [];
}

/** Of each question about somebody who may be near, the one answer that rules that out. */
const clear: Readonly<Record<string, string>> = {
  contactSigns: 'no',
  adultKnown: 'no',
  knownChildrenInImages: 'no',
  childContact: 'none',
  knownAfterAll: 'no',
  positionOfTrust: 'no',
  staffConduct: 'no',
  colleague: 'no',
};

const isOnly = (said: Said, question: string, value: string) => {
  const values = said.get(question);
  return values?.length === 1 && values[0] === value;
};
const isAnyOf = (said: Said, question: string, ...values: readonly string[]) =>
  said.get(question)?.some((each) => values.includes(each)) === true;

const worriesIn = (said: Said) =>
  Object.entries(clear).some(([question, value]) => said.has(question) && !isOnly(said, question, value));

/** Told of, or shown by another answer. */
const isOfAnAdult = (said: Said) =>
  isAnyOf(said, 'topics', 'adult', 'blackmail') ||
  isAnyOf(said, 'aboutExposure', 'byAdult', 'unknown') ||
  (said.has('adultInvolved') && !isOnly(said, 'adultInvolved', 'no'));

function mayAllKnow(said: Said): boolean {
  if (!said.has('topics') || worriesIn(said)) return false;
  const ofAnAdult = isOfAnAdult(said);
  const onlyContact = isOnly(said, 'adultConduct', 'contact');
  const images = said.has('adultConduct') && !onlyContact;
  // A clear no, or it would be a worry: what is left is how somebody behaves.
  const calm = onlyContact && said.has('contactSigns');
  const needed = [
    ...(ofAnAdult && !(calm && isOnlyOfContact(said)) ? ['adultKnown'] : []),
    ...(images ? ['knownChildrenInImages', 'childContact'] : []),
    ...(calm || isAnyOf(said, 'topics', 'other') ? ['staffConduct'] : []),
    ...(ofAnAdult && !calm && isOnlyOfAdults(said) ? [] : ['colleague']),
  ];
  return needed.every((question) => said.has(question));
}

/** No other topic or answer speaks of an adult. */
const isOnlyOfContact = (said: Said) => isOnly(said, 'topics', 'adult');
const isOnlyOfAdults = (said: Said) =>
  said.get('topics')?.every((topic) => ['adult', 'blackmail', 'imagery'].includes(topic)) === true &&
  (!isAnyOf(said, 'topics', 'imagery') || (said.has('adultInvolved') && !isOnly(said, 'adultInvolved', 'no')));
