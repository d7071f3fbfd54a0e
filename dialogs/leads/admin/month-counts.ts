/** The last 30 days as counts and a small chart. No people, and no number small enough to be about one. */
import { topics } from '../../../rules/facts.ts';
import { capital } from '../../../rules/hours-said.ts';
import type { Block, ListLine, Message } from '../../message.ts';
import { framed, heading, quiet, text } from '../../screens/frame.ts';
import { topicClass } from '../../words/lead-duties.ts';
import { type CountedOutcome, monthWords, outcomeWords } from '../../words/lead-lists.ts';
import { filterButtons } from '../card/lists.ts';
import type { ConcernView } from '../concern/concern-view.ts';
import { type Shown, shownOf, tellNothing } from './counts.ts';

const monthMs = 30 * 24 * 3_600_000;
const longestBar = 12;

/** Restricted concerns, calls and older ones are not counted, whoever passes them in. */
export function monthCounts(views: readonly ConcernView[], now: Date): Message {
  const counted = views.filter(
    ({ kind, restricted, raisedAt }) =>
      kind === 'concern' && !restricted && now.getTime() - raisedAt.getTime() < monthMs,
  );
  const byTopic = topics.map((topic) => ({
    label: capital(topicClass[topic]),
    count: shownOf(counted.filter(({ concern }) => concern?.outcome.facts.topics.includes(topic)).length),
  }));
  const byOutcome = outcomes.map((outcome) => ({
    label: outcomeWords[outcome],
    count: shownOf(counted.filter(({ stage }) => outcomeOf(stage) === outcome).length),
  }));
  const together = tellNothing(countsIn(byTopic), countsIn(byOutcome));
  return framed(
    { practice: false },
    {
      summary: monthWords.summary,
      body: [
        heading(monthWords.title),
        quiet(monthWords.fewMeans),
        ...chart(monthWords.topics, byTopic),
        quiet(monthWords.several),
        ...(together ? chart(monthWords.outcomes, byOutcome) : [heading(monthWords.outcomes), text(monthWords.hidden)]),
      ],
      moves: filterButtons('month'),
    },
  );
}

const outcomes = Object.keys(outcomeWords) as CountedOutcome[];

/** Who has it is nobody's business here. */
function outcomeOf(stage: ConcernView['stage']): CountedOutcome {
  return stage === 'owned' || stage === 'ended' ? 'open' : stage;
}

interface Bar {
  readonly label: string;
  readonly count: Shown;
}

const countsIn = (bars: readonly Bar[]) => bars.map(({ count }) => count);

/** The number stands before its bar, so that a screen reader says it first. */
function chart(title: string, bars: readonly Bar[]): readonly Block[] {
  const longest = Math.max(...bars.map(({ count }) => count ?? 0));
  const lines = bars
    .toSorted((a, b) => (b.count ?? 0) - (a.count ?? 0))
    .map(({ label, count }): ListLine => {
      if (count === undefined) return { text: [`${label}: `, { bold: monthWords.few }] };
      const length = Math.max(1, Math.round((count / longest) * longestBar));
      return { text: [`${label}: `, { bold: String(count) }], note: ['█'.repeat(length)] };
    });
  return [heading(title), { kind: 'list', lines }];
}
