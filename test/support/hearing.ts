/**
 * How well typed words are heard, over sentences that people reported and sentences of ours: the figures that
 * `npm run -s hear` prints and test/dialogs/hear.test.ts holds.
 */
import { readFileSync } from 'node:fs';
import { type Ask, askOf } from '../../dialogs/ask.ts';
import { walk } from '../../dialogs/flow.ts';
import { localEntries } from '../../dialogs/look-up/local.ts';
import { search } from '../../dialogs/look-up/search.ts';
import { everyEntry } from '../../dialogs/look-up.ts';
import { fold, newState, startEntry } from '../../dialogs/state.ts';
import { stepOf } from '../../dialogs/steps.ts';
import { type Danger, dangerIn } from '../../dialogs/typed/danger.ts';
import { readTyped, surelyLookUp, type Typed } from '../../dialogs/typed/read.ts';
import { tokensOf } from '../../dialogs/typed/tokens.ts';
import { askFor } from '../../dialogs/view.ts';
import { peopleOf } from '../../rules/local.ts';
import { contextOf, example } from './every-message.ts';

export interface Figure {
  readonly of: string;
  readonly right: number;
  readonly all: number;
  /** What was not heard as it should be, and how it was. */
  readonly misses: readonly string[];
}

const read = <T>(name: string): T => JSON.parse(readFileSync(new URL(`../${name}`, import.meta.url), 'utf8')) as T;

function figure<T>(of: string, cases: readonly T[], missOf: (one: T) => string | undefined): Figure {
  const misses = cases.map(missOf).filter((miss) => miss !== undefined);
  return { of, right: cases.length - misses.length, all: cases.length, misses };
}

const context = contextOf(example, 'a normal morning');
const local = localEntries(example);
const names = [...example.sites, ...example.councils, ...example.sites.flatMap(peopleOf)].map(({ name }) => name);

/** The question that stands after these answers, as a person sees it. */
export function standing(...answers: readonly (readonly [string, ...string[]])[]): Ask {
  const entries = answers.map(([question, ...values]) => ({ type: 'answer' as const, question, values }));
  const state = fold([startEntry(false), ...entries]);
  const step = stepOf(state, context);
  if (step.kind !== 'ask') throw new Error('No question stands');
  return askFor(step, state, context);
}

const begun = [
  ['danger', 'no'],
  ['site', 'riverside-school'],
] as const;
const picture = [...begun, ['topics', 'imagery']] as const;
const adult = [...begun, ['topics', 'adult']] as const;

const asks = (): Readonly<Record<string, Ask>> =>
  Object.fromEntries(
    [
      standing(),
      standing(['danger', 'no']),
      standing(...begun),
      standing(...picture),
      standing(...picture, ['adultInvolved', 'no']),
      standing(...picture, ['adultInvolved', 'no'], ['triggers', 'none']),
      standing(...adult),
      standing(...adult, ['adultConduct', 'contact']),
      standing(...adult, ['adultConduct', 'contact'], ['contactSigns', 'yes'], ['adultKnown', 'yes']),
      standing(...adult, ['adultConduct', 'images'], ['adultKnown', 'no'], ['knownChildrenInImages', 'no']),
      askOf({ id: 'council' }, walk(new Map()).facts, newState, example),
      askOf({ id: 'safeToTell' }, { ...walk(new Map()).facts, positionOfTrust: 'no' }, placed, example),
    ].map((ask) => [ask.id, ask]),
  );

const placed = fold([startEntry(false, 'riverside-school')]);

interface Reply {
  readonly question: string;
  readonly typed: string;
  readonly want: readonly string[];
}

function replies(): readonly Figure[] {
  const sets = read<Record<'reported' | 'ours', readonly Reply[]>>('hear/replies.json');
  const questions = asks();
  const taken = ({ question, typed, want }: Reply): string | undefined => {
    if (surelyLookUp(typed, { localEntries: local, names }) !== undefined) return `${question}: ${typed} (look-up)`;
    const heard = readTyped(typed, questions[question], { localEntries: local });
    const values = heard.kind === 'answer' || heard.kind === 'suggest' ? heard.values : topicsOf(heard);
    const same = values.length === want.length && values.every((value) => want.includes(value));
    return same ? undefined : `${question}: ${typed} (${heard.kind} ${values.join('+')}, not ${want.join('+')})`;
  };
  return [figure('replies taken, reported', sets.reported, taken), figure('replies taken, ours', sets.ours, taken)];
}

/** A description ticks its topics for the person to check. */
const topicsOf = (heard: Typed): readonly string[] =>
  heard.kind === 'topics' ? (heard.topics.length > 0 ? heard.topics : ['other']) : [];

interface LookedUp {
  readonly typed: string;
  readonly first: readonly string[];
}

/** What stands first for a line, in a new talk. */
function firstFor(typed: string): string {
  const heard = readTyped(typed, undefined, { localEntries: local });
  if (heard.kind === 'do') return heard.action.do === 'look-up' ? 'menu' : `do:${heard.action.do}`;
  if (heard.kind === 'either') return `offer:${heard.entry}`;
  if (heard.kind === 'unclear') return heard.near.length > 0 ? `near:${heard.near[0]}` : 'none';
  if (heard.kind !== 'look-up') return heard.kind === 'topics' ? 'start' : heard.kind;
  if (heard.query === '') return 'menu';
  const entries = everyEntry(local);
  if (pages.has(heard.query)) return `menu:${heard.query}s`;
  const named = entries.find(({ id }) => id === heard.query) ?? search(heard.query, entries)[0];
  return named?.id ?? 'none';
}
const pages = new Set(['checklist', 'helpline']);

function lookUps(): readonly Figure[] {
  const sets = read<Record<'reported' | 'ours', readonly LookedUp[]>>('hear/look-ups.json');
  const first = ({ typed, first: wanted }: LookedUp): string | undefined => {
    const got = firstFor(typed);
    return wanted.includes(got) ? undefined : `${typed} (${got}, not ${wanted.join(' or ')})`;
  };
  return [
    figure('look-ups right first, reported', sets.reported, first),
    figure('look-ups right first, ours', sets.ours, first),
  ];
}

function danger(): readonly Figure[] {
  const sets = read<Record<'reported' | 'danger' | 'ordinary', readonly string[]>>('hear/danger.json');
  const alarms = (typed: string) => readTyped(typed, undefined).danger;
  const missed = (typed: string) => (alarms(typed) ? undefined : typed);
  return [
    figure('danger caught, reported', sets.reported, missed),
    figure('danger caught, ours', sets.danger, missed),
    figure('ordinary sentences that do not alarm, ours', sets.ordinary, (typed) => (alarms(typed) ? typed : undefined)),
    ...measured(),
  ];
}

/** What was never learnt from; of ordinary sentences also how many are not even asked about. */
function measured(): readonly Figure[] {
  const unseen = read<Record<'danger' | 'ordinary', readonly string[]>>('hear/unseen.json');
  const heard = (typed: string) => dangerIn(tokensOf(typed));
  const unless = (fits: (heard: Danger) => boolean) => (typed: string) => (fits(heard(typed)) ? undefined : typed);
  return [
    figure(
      'danger alarms, never learnt',
      unseen.danger,
      unless((one) => one === 'alarm'),
    ),
    figure(
      'danger alarms or is asked about, never learnt',
      unseen.danger,
      unless((one) => one !== 'none'),
    ),
    figure(
      'ordinary does not alarm, never learnt',
      unseen.ordinary,
      unless((one) => one !== 'alarm'),
    ),
    figure(
      'ordinary is not asked about either, never learnt',
      unseen.ordinary,
      unless((one) => one === 'none'),
    ),
  ];
}

interface Told {
  readonly case?: string;
  readonly text?: string;
  readonly topics: readonly string[];
}

function topics(): readonly Figure[] {
  const { cases, told } = read<Record<'cases' | 'told', readonly Told[]>>('hear/topics.json');
  const vignettes = read<readonly { readonly id: string; readonly vignette: string }[]>('procedure/worked-cases.json');
  const all = [...cases, ...told].map(({ case: id, text, topics: fitting }) => {
    const words = text ?? vignettes.find((one) => one.id === id)?.vignette ?? '';
    const heard = readTyped(words, asks().topics, { localEntries: local });
    const got = heard.kind === 'topics' || heard.kind === 'either' ? heard.topics : [];
    return { words, got, right: got.some((topic) => fitting.includes(topic)) };
  });
  const said = ({ words, got }: (typeof all)[number]) => `${words.slice(0, 90)} (${got.join('+') || 'none'})`;
  return [
    figure('topics right among at most three', all, (one) => (one.right ? undefined : said(one))),
    figure('topics not only wrong', all, (one) => (one.right || one.got.length === 0 ? undefined : said(one))),
  ];
}

export function hearing(): readonly Figure[] {
  return [...lookUps(), ...replies(), ...danger(), ...topics()];
}
