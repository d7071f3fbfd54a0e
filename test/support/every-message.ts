/**
 * Every message the bot can say, each once: every finished path of every topic and many of several topics, walked
 * answer by answer, for two organisations and four moments; and every screen beside the questions.
 */
import { readFileSync } from 'node:fs';
import { type Answers, walk } from '../../dialogs/flow.ts';
import { detailsCard } from '../../dialogs/leads/card/details.ts';
import { leadCard } from '../../dialogs/leads/card/lead-card.ts';
import { noticeCard } from '../../dialogs/leads/card/notice-card.ts';
import { plainAnswer, plainLine, plainNews, plainNotice, plainScreen } from '../../dialogs/leads/card/plain-notice.ts';
import type { ConcernView } from '../../dialogs/leads/concern/concern-view.ts';
import { noticeLimit } from '../../dialogs/leads/concern/limit.ts';
import { recordText } from '../../dialogs/leads/record/record.ts';
import type { Message } from '../../dialogs/message.ts';
import { plainCard } from '../../dialogs/screens/plain-card.ts';
import { storeDownScreen } from '../../dialogs/screens/store-down.ts';
import {
  after,
  type Entry,
  fold,
  guardQuestion,
  newState,
  nobody,
  type PlaceId,
  type State,
  startEntry,
} from '../../dialogs/state.ts';
import { type Context, placeIn, stepOf } from '../../dialogs/steps.ts';
import { show, type View, viewSchema } from '../../dialogs/view.ts';
import { type Told, told } from '../../dialogs/words/told.ts';
import { committedCalendar } from '../../rules/calendar.ts';
import { type Topic, topics } from '../../rules/facts.ts';
import { type Organisation, peopleOf, siteOf } from '../../rules/local.ts';
import { parseOrganisation } from '../../src/organisation/file.ts';
import { finishedPaths } from '../../src/review/paths.ts';
import { trialOrganisations } from '../../src/trial.ts';

export const example = parseOrganisation(
  readFileSync(new URL('../../organisation.example.yaml', import.meta.url), 'utf8'),
);
export const [, bare] = trialOrganisations(example).map(({ organisation }) => organisation) as [
  Organisation,
  Organisation,
];

export const moments = {
  'a normal morning': new Date('2026-11-25T10:30:00Z'),
  'Friday at 18:30': new Date('2026-11-27T18:30:00Z'),
  'Christmas Eve at 18:30': new Date('2026-12-24T18:30:00Z'),
  'a clock in 1970': new Date(0),
} as const;
export type MomentName = keyof typeof moments;

export const contextOf = (organisation: Organisation, moment: MomentName): Context => ({
  organisation,
  calendar: committedCalendar,
  now: moments[moment],
});

/** One message as it was said: where the conversation stood, and which of its messages it is. */
export interface Said {
  readonly message: Message;
  readonly state: State;
  readonly context: Context;
  readonly kind: 'question' | 'answer' | 'beside' | 'notice';
  readonly view: View;
  /** The answers given, to find it again. */
  readonly where: string;
}

/** Members spread evenly, at most so many. */
export function sample<T>(items: readonly T[], most: number): readonly T[] {
  const apart = Math.max(1, Math.ceil(items.length / most));
  return items.filter((_, i) => i % apart === 0);
}

/** Every finished path of a single topic. */
export const singlePaths = (): readonly Answers[] => everySinglePath;
const everySinglePath = topics.flatMap((topic) => [...finishedPaths([topic])]);

/** Some paths of every third pair and every ninth triple of topics, and of all ten at once. */
export const pathsOfSeveral = (): readonly Answers[] => {
  several ??= walkSeveral();
  return several;
};
let several: readonly Answers[] | undefined;

function walkSeveral(): readonly Answers[] {
  const pairs = topics.flatMap((a, i) => topics.slice(i + 1).map((b): Topic[] => [a, b]));
  const triples = pairs.flatMap(([a, b]) =>
    topics.slice(topics.indexOf(b as Topic) + 1).map((c) => [a, b, c] as Topic[]),
  );
  const chosen = [...sample(pairs, 15), ...sample(triples, 14), [...topics]];
  return chosen.flatMap((some) => everySoMany(finishedPaths(some), 13, 5));
}

/** Every so-manieth, and no more than wanted: the paths of ten topics are too many to walk to the end. */
function everySoMany<T>(all: Iterable<T>, apart: number, wanted: number): T[] {
  const found: T[] = [];
  let count = 0;
  for (const one of all) {
    if (count++ % apart === 0) found.push(one);
    if (found.length === wanted) break;
  }
  return found;
}

/** Who it is safe to tell, in turn: nobody, the first, the last, everybody. */
function pickedIn(state: State, { organisation }: Context, choice: number): readonly string[] {
  const site = siteOf(organisation, placeIn(state, organisation).site);
  const people = site ? peopleOf(site).map(({ id }) => id) : [];
  return [[nobody], people.slice(0, 1), people.slice(-1), people][choice % 4] as readonly string[];
}

/** The states on the way from here along a path, places and people chosen in turn, up to the answer. */
export function* statesOn(path: Answers, context: Context, choice: number, from: State): Generator<State> {
  const { sites, councils } = context.organisation;
  const places: Record<PlaceId, readonly string[]> = {
    site: sites.map(({ id }) => id),
    council: [...councils.map(({ id }) => id), 'elsewhere', 'notSure'],
    ladoCouncil: [...councils.map(({ id }) => id), 'notSure', 'elsewhere'],
  };
  let state = from;
  for (let step = stepOf(state, context); step.kind === 'ask'; step = stepOf(state, context)) {
    yield state;
    const { id } = step.asked;
    const offered = places[id as PlaceId];
    const picked = id === guardQuestion ? pickedIn(state, context, choice) : (path.get(id) ?? []);
    const values = offered ? [offered[choice % offered.length] as string] : picked;
    state = after(state, { type: 'answer', question: id, values: [...values] });
  }
  yield state;
}

const views: readonly View[] = [
  { show: 'step' },
  { show: 'help' },
  { show: 'why' },
  { show: 'now' },
  { show: 'change' },
  { show: 'record' },
  { show: 'part', part: 'all' },
  { show: 'part', part: 'ring' },
  { show: 'withdraw' },
];
const noticed: readonly View[] = [
  ...(viewSchema.shape.notice.unwrap().options ?? []).map((notice): View => ({ show: 'step', notice })),
  { show: 'step', danger: true },
  { show: 'step', doubt: true },
  { show: 'step', notice: 'unclear', danger: true },
];
const everyTold = Object.keys(told) as Told[];

/**
 * Every message once, by its content.
 *
 * @param paths each to its answer; every fourth question by question, every eleventh with all that can be shown besides.
 */
function everyMessage(moment: MomentName, organisation: Organisation, paths: readonly Answers[]): readonly Said[] {
  const context = contextOf(organisation, moment);
  const said = new Map<string, Said>();
  const add = (message: Message, state: State, kind: Said['kind'], view: View) => {
    const key = JSON.stringify(message);
    if (!said.has(key)) said.set(key, { message, state, context, kind, view, where: line(state) });
  };
  const drawn = new Set<string>();
  const addView = (view: View, state: State, leads: Told = 'sent') => {
    const key = JSON.stringify([view, leads, state], (_, value) => (value instanceof Map ? [...value] : value));
    if (drawn.has(key)) return;
    drawn.add(key);
    const { messages, question, isAnswer } = show(view, state, context, leads);
    for (const message of messages) add(message, state, question ? 'question' : isAnswer ? 'answer' : 'beside', view);
  };

  paths.forEach((path, choice) => {
    const begun = fold([startEntry(choice % 7 === 0)]);
    const from = choice % 4 === 0 || choice % 11 === 0 ? begun : { ...begun, answers: path };
    const states = [...statesOn(path, context, choice, from)];
    const last = states.at(-1) as State;
    if (choice % 11 > 0) {
      for (const state of states) addView({ show: 'step' }, state);
      return;
    }
    for (const state of states) for (const view of views) addView(view, state);
    for (const leads of everyTold) addView({ show: 'step' }, last, leads);
    for (const { id } of walk(path).answered) addView({ show: 'step' }, after(last, { type: 'reopen', question: id }));
    addView({ show: 'step' }, { ...last, outdated: true });
    for (const view of noticed) for (const state of [states[0] as State, last]) addView(view, state);
    for (const message of leadsMessages(last, context)) add(message, newState, 'notice', { show: 'step' });
  });
  for (const state of outside) for (const view of [...views, ...noticed]) addView(view, state);
  for (const message of [storeDownScreen(context), ...plainMessages(context)]) {
    add(message, newState, 'beside', { show: 'step' });
  }
  return [...said.values()];
}

/** What stands in for what could not be drawn. */
function plainMessages({ organisation }: Context): readonly Message[] {
  const [site] = organisation.sites;
  const people = site ? peopleOf(site).map(({ id }) => id) : [];
  const concern = { id: 'x'.repeat(24), reference: 'AB12-CD34', limit: 'now' } as const;
  return [
    plainCard(),
    ...(['open', people, []] as const).map((guard) => plainCard({ organisation, site, guard, told: told.sent })),
    plainNotice(concern),
    plainLine(concern),
    plainScreen(concern),
    plainAnswer,
    plainNews,
  ];
}

/** A finished concern as a lead has it who took it. */
export function leadsView(state: State, context: Context): ConcernView | undefined {
  const step = stepOf({ ...state, practice: false }, context);
  if (step.kind !== 'answer') return undefined;
  return {
    id: 'x'.repeat(24),
    kind: 'concern',
    reference: 'AB12-CD34',
    site: 'A school',
    restricted: false,
    raisedAt: context.now,
    stage: 'owned',
    limit: noticeLimit(step.outcome.decision),
    level: 0,
    owner: 'A lead',
    reporter: 'U0REPORTER',
    concern: { state, outcome: step.outcome, context },
    said: new Map(),
    history: [{ at: context.now, what: 'raised' }],
  };
}

/** What leads get of it. */
export function leadsMessages(state: State, context: Context): readonly Message[] {
  const view = leadsView(state, context);
  if (!view) return [];
  const { now } = context;
  return [noticeCard(view, now), leadCard(view, now, 'A lead'), detailsCard(view, now), recordText(view, now)];
}

const stop: Entry = { type: 'stop' };
const outside: readonly State[] = [newState, fold([startEntry(false), stop]), fold([startEntry(true), stop])];

/** Every moment with each organisation: all single paths once, a spread of them for the other moments. */
export function* everywhere(): Generator<{ readonly name: string; readonly said: readonly Said[] }> {
  const single = singlePaths();
  const several = pathsOfSeveral();
  for (const [name, organisation] of [
    ['the example organisation', example],
    ['the bare one', bare],
  ] as const) {
    for (const moment of Object.keys(moments) as MomentName[]) {
      const all = organisation === example && moment === 'Friday at 18:30';
      const paths = all ? [...single, ...several] : [...sample(single, 130), ...sample(several, 40)];
      yield { name: `${name}, ${moment}`, said: everyMessage(moment, organisation, paths) };
    }
  }
}

const line = ({ answers, places }: State) =>
  [...answers, ...places].map(([id, values]) => `${id}=${[values].flat().join('+')}`).join(' ');
