/** Who of a site is told when, over the next seven days: the gaps first, then day by day. It says nothing of any concern. */
import { sayClock } from '../../../rules/hours-said.ts';
import { type Day, dayOf, daysLater, instantAt, minuteOfDay } from '../../../rules/london.ts';
import type { Block, ListLine, Message, Rich } from '../../message.ts';
import { sayDay, sayTime } from '../../said.ts';
import { framed, heading, quiet } from '../../screens/frame.ts';
import { weekWords as words } from '../../words/lead-set-up.ts';
import { counted } from '../concern/times.ts';

/** One after the other, without a hole. `names`: those who are on cover and can be told here; nobody where it is empty. */
export interface ToldFrom {
  readonly from: Date;
  readonly to: Date;
  readonly names: readonly string[];
}

export interface Week {
  readonly told: readonly ToldFrom[];
  /** People of the site whom no message of this platform reaches, by name. */
  readonly withoutAccount: readonly string[];
}

/** The first ones are named, the others counted: what is in the way must not fill the card. */
const mostNamed = 2;

/** In one or two sentences, the worst first. */
export function weekInShort({ told }: Week): string {
  const gaps = told.filter(({ names }) => names.length === 0);
  const alone = told.filter(({ names }) => names.length === 1);
  if (gaps.length === 0 && alone.length === 0) return words.full;
  const [first] = alone;
  return [
    gaps.length > 0 ? `${words.nobody}${gapsSaid(gaps)}.` : words.covered,
    ...(first ? [`${words.alone}${counted(hoursOf(alone), 'hour')}, ${words.first}${sayFrom(first)}.`] : []),
  ].join(' ');
}

function gapsSaid(gaps: readonly ToldFrom[]): string {
  const more = gaps.length - mostNamed;
  const named = gaps.slice(0, mostNamed).map((gap) => `${sayFrom(gap)} to ${sayTo(gap)}`);
  return [...named, ...(more > 0 ? [`${more} more`] : [])].join('; ');
}

const hoursOf = (stretches: readonly ToldFrom[]): number =>
  Math.round(stretches.reduce((sum, { from, to }) => sum + to.getTime() - from.getTime(), 0) / 3_600_000);

const sayFrom = ({ from }: ToldFrom) => `${sayDay(dayOf(from))} ${sayTime(from)}`;
/** Midnight is the end of the day before it. */
const sayTo = ({ to }: ToldFrom) => `${sayDay(dayOf(new Date(to.getTime() - 1)))} ${sayTime(to)}`;

/** What is folded below a site, or comes by a button. */
export function weekShown({ told, withoutAccount }: Week): readonly (Block & { kind: 'list' | 'text' })[] {
  return [
    { kind: 'list', lines: dayLines(told) },
    { kind: 'text', text: [words.besides], tone: 'quiet' },
    ...(withoutAccount.length > 0
      ? [
          {
            kind: 'text',
            text: [`${words.withoutAccount}${withoutAccount.join(', ')}. ${words.findId}`],
            tone: 'quiet',
          } as const,
        ]
      : []),
  ];
}

/** As a message of its own. */
export function weekCard(site: string, week: Week): Message {
  return framed(
    { practice: false },
    { summary: words.summary, body: [heading(`${words.title}${site}`), quiet(weekInShort(week)), ...weekShown(week)] },
  );
}

interface DayPlan {
  readonly first: Day;
  readonly last: Day;
  readonly plan: readonly Part[];
}

/** From this minute past midnight. */
interface Part {
  readonly at: number;
  readonly names: readonly string[];
}

function dayLines(told: readonly ToldFrom[]): readonly ListLine[] {
  const days = alike(plansOf(told));
  return days.map(({ first, last, plan }) => ({
    text: [{ bold: first === last ? sayDay(first) : `${sayDay(first)} to ${sayDay(last)}` }, ': ', ...planSaid(plan)],
  }));
}

function planSaid(plan: readonly Part[]): Rich {
  return plan.flatMap(({ at, names }, i): Rich => {
    const clock = at === 0 ? '' : `${words.from}${sayClock(at)} `;
    const who = names.length === 0 ? { bold: words.noone } : names.join(' · ');
    return [i > 0 ? '; ' : '', clock, who];
  });
}

/** What each day is made of. A stretch that goes on overnight begins the next day, too. */
function plansOf(told: readonly ToldFrom[]): readonly DayPlan[] {
  const plans = new Map<Day, Part[]>();
  for (const { from, to, names } of told) {
    const begins = dayOf(from);
    plans.set(begins, [...(plans.get(begins) ?? []), { at: minuteOfDay(from), names }]);
    for (const day of daysAfter(from, to)) plans.set(day, [{ at: 0, names }]);
  }
  return [...plans].map(([day, plan]) => ({ first: day, last: day, plan }));
}

/** Every day that has begun before it ends, beside the one in which it begins. */
function daysAfter(from: Date, to: Date): readonly Day[] {
  const days: Day[] = [];
  for (let day = daysLater(dayOf(from), 1); instantAt(day, 0) < to; day = daysLater(day, 1)) days.push(day);
  return days;
}

/** Neighbours with the same plan as one. */
function alike(plans: readonly DayPlan[]): readonly DayPlan[] {
  const found: DayPlan[] = [];
  for (const day of plans) {
    const before = found.at(-1);
    if (before && JSON.stringify(before.plan) === JSON.stringify(day.plan))
      found[found.length - 1] = { ...before, last: day.last };
    else found.push(day);
  }
  return found;
}
