/** The last 30 days of one site as a total, times and a small chart. No people, and no number small enough to be about one. */
import { capital } from '../../../rules/hours-said.ts';
import type { Block, Button, ListLine, Message } from '../../message.ts';
import { framed, heading, quiet, text } from '../../screens/frame.ts';
import { topicClass } from '../../words/lead-duties.ts';
import { endingWords, monthWords, countWords as words } from '../../words/lead-lists.ts';
import { filterButtons } from '../card/lists.ts';
import { counted } from '../concern/times.ts';
import { type ShownCount, type ToldCounts, toldOf } from './counts.ts';
import type { Tally } from './tally.ts';

export interface SiteCounts {
  readonly id: string;
  readonly name: string;
  readonly tally: Tally;
  /** The other sites of whoever asks: never added up, or one could be worked out from another. */
  readonly others: readonly { readonly id: string; readonly name: string }[];
}

/** Restricted concerns and calls are not in it, whoever asks: that is seen to where they are counted. */
export function monthCounts({ id, name, tally, others }: SiteCounts): Message {
  const told = toldOf(tally);
  const report: Button = { label: words.report, action: { do: 'concerns', filter: `term:${id}` } };
  const elsewhere = others.map(
    (site): Button => ({
      label: site.name.slice(0, 75),
      action: { do: 'concerns', filter: `month:${site.id}` },
    }),
  );
  return framed(
    { practice: false },
    {
      summary: monthWords.summary,
      body: [heading(monthWords.title), quiet(name), ...countsShown(told)],
      moves: [report, ...elsewhere, ...filterButtons('month')],
    },
  );
}

/** The same in a card and, as lines of text, on a page. */
export function countsShown(told: ToldCounts): readonly Block[] {
  if (told.total === undefined) return [text(words.tooFew)];
  return [
    { kind: 'list', lines: sumsOf(told).map((line): ListLine => ({ text: [line] })) },
    heading(words.topics),
    ...(told.topics ? chart(topicBars(told.topics)) : [text(words.hidden)]),
    heading(words.endings),
    ...(told.endings ? chart(endingBars(told.endings)) : [text(words.hidden)]),
    quiet(words.means),
  ];
}

/** How many, and how soon. */
export function sumsOf({ total = 0, halfTaken, halfDealt }: ToldCounts): readonly string[] {
  return [
    `${words.raised}${total}.`,
    ...(halfTaken === undefined ? [] : [`${words.taken}${sayWithin(halfTaken, words.takenLonger)}.`]),
    ...(halfDealt === undefined ? [] : [`${words.dealt}${sayWithin(halfDealt, words.dealtLonger)}.`]),
  ];
}

function sayWithin(minutes: number | 'longer', longer: string): string {
  if (minutes === 'longer') return longer;
  if (minutes < 60) return `${words.within}${counted(minutes, 'minute')}`;
  const hours = minutes / 60;
  return `${words.within}${hours < 24 ? counted(hours, 'hour') : counted(hours / 24, 'day')}`;
}

export interface Bar {
  readonly label: string;
  readonly count: ShownCount;
}

const bars = <K extends string>(
  counts: Readonly<Record<K, ShownCount>>,
  labels: Readonly<Record<K, string>>,
): readonly Bar[] =>
  (Object.keys(counts) as K[]).map((each) => ({ label: capital(labels[each]), count: counts[each] }));

export const topicBars = (counts: NonNullable<ToldCounts['topics']>) => bars(counts, topicClass);
export const endingBars = (counts: NonNullable<ToldCounts['endings']>) => bars(counts, endingWords);

const longestBar = 12;

/** As long as it is many beside the others. A screen reader says the number, which stands before it. */
export function barOf(count: number, all: readonly Bar[]): string {
  const longest = Math.max(...all.map((bar) => bar.count ?? 0));
  return '█'.repeat(Math.max(1, Math.round((count / longest) * longestBar)));
}

/** Those with a number, the most first; the others share one line. */
export function ordered(all: readonly Bar[]): {
  readonly given: readonly (Bar & { readonly count: number })[];
  readonly hidden: number;
} {
  const given = all.flatMap(({ label, count }) => (count === undefined ? [] : [{ label, count }]));
  return { given: given.toSorted((a, b) => b.count - a.count), hidden: all.length - given.length };
}

function chart(all: readonly Bar[]): readonly Block[] {
  const { given, hidden } = ordered(all);
  const lines = given.map(({ label, count }): ListLine => {
    return { text: [`${label}: `, { bold: String(count) }], note: [barOf(count, all)] };
  });
  const rest: ListLine = { text: [given.length > 0 ? words.rest : words.each] };
  return [{ kind: 'list', lines: [...lines, ...(hidden > 0 ? [rest] : [])] }];
}
