/** What comes due for a concern, and when: who is told next, which duty is near its limit, when a call ends. Pure. */
import { dueOf } from '../../../dialogs/answer/lines.ts';
import { closesToday } from '../../../dialogs/answer/today.ts';
import { type ConcernView, isSettled } from '../../../dialogs/leads/concern/concern-view.ts';
import { tickable, type Worked } from '../../../dialogs/leads/concern/duties.ts';
import type { Duty } from '../../../rules/outcome.ts';
import type { Concern } from '../concern/concern.ts';

export type Timer =
  /** Nobody has it: tell the next ones. */
  | { readonly for: 'tell'; readonly level: number; readonly due: number }
  /** `again`: the first reminder did not help; the next level hears too. */
  | { readonly for: 'duty'; readonly duty: string; readonly again: boolean; readonly due: number }
  | { readonly for: 'end'; readonly due: number };

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
/** A call that nobody takes is repeated in its channel, and ends after so many. */
const mostCalls = 6;
/** Between one round and the next the wait grows, to an hour at most: a cry every ten minutes all night is not heard. */
const longestWaitMs = hourMs;
/** After so many, about a week, it is once a day, and after a year and more once a week: see room.ts. */
const mostHourly = 200;
const mostDaily = 600;
/** Given back or changed for others, it is told quickly again, for so many rounds of all levels. */
const quickRounds = 2;

/** @param waitMinutes without an owner, until the next level. @param levels how many there are. */
export function timersOf(concern: Concern, view: ConcernView, waitMinutes: number, levels: number): readonly Timer[] {
  if (view.stage === 'open') return [nextTelling(concern, waitMinutes, levels)];
  return view.stage === 'owned' && view.concern ? dutyTimers(concern, view.concern) : [];
}

/** Of a concern that nobody has. Drawn from nothing but what is stored. */
export function nextTelling(concern: Concern, waitMinutes: number, levels: number): Timer {
  const { level, lastToldAt, report, givenBack } = concern;
  if (givenBack) return { for: 'tell', level: 0, due: lastToldAt };
  const round = Math.floor(level / Math.max(levels, 1));
  const longest = longestWait(concern, levels);
  const wait = Math.min(waitMinutes * minuteMs * 2 ** Math.min(round, 10), Math.max(longest, waitMinutes * minuteMs));
  if (report.kind === 'call') {
    const due = lastToldAt + waitMinutes * minuteMs;
    return level + 1 >= mostCalls ? { for: 'end', due } : { for: 'tell', level: level + 1, due };
  }
  return { for: 'tell', level: level + 1, due: lastToldAt + wait };
}

/** Counted over all its life, so that no number of new beginnings makes it endless. */
function longestWait({ entries, level }: Concern, levels: number): number {
  const tellings = entries.filter(({ type }) => type === 'told').length;
  if (tellings < mostHourly || level < quickRounds * levels) return longestWaitMs;
  return tellings < mostDaily ? 24 * hourMs : 7 * 24 * hourMs;
}

function dutyTimers(concern: Concern, due: Worked): readonly Timer[] {
  const { said, reminded, owner, until = 0 } = concern;
  return tickable(due.outcome.decision.duties)
    .filter(({ route }) => !isSettled(said.get(route)))
    .flatMap((duty): readonly Timer[] => {
      const [first, second] = remindersOf(duty, due, owner?.since ?? concern.raisedAt);
      if (first === undefined) return [];
      if (!reminded.has(duty.route))
        return [{ for: 'duty', duty: duty.route, again: false, due: Math.max(first, until) }];
      const again = `${duty.route} again`;
      if (second === undefined || reminded.has(again)) return [];
      return [{ for: 'duty', duty: duty.route, again: true, due: Math.max(second, until) }];
    });
}

/**
 * Two moments in time to act: for what is due now, a quarter and half an hour after it was taken; for today, two hours
 * and one hour before the office closes or the day ends, whichever is first; for working days, a day before the limit
 * and at three in the afternoon of its last day. What has passed already is due at once.
 */
function remindersOf(duty: Duty, worked: Worked, taken: number): readonly number[] {
  const due = dueOf(duty, worked.outcome, worked.context);
  const stated = due.kind === 'notStated' && due.precaution !== 'none' ? due.precaution : due;
  switch (stated.kind) {
    case 'now':
      return [taken + 15 * minuteMs, taken + 30 * minuteMs];
    case 'today': {
      const end = (closesToday(worked.outcome, worked.context) ?? stated.end).getTime();
      return [Math.max(taken + 15 * minuteMs, end - 2 * hourMs), Math.max(taken + 30 * minuteMs, end - hourMs)];
    }
    case 'workingDays': {
      const end = stated.end.getTime();
      return [Math.max(taken + 15 * minuteMs, end - 24 * hourMs), Math.max(taken + 30 * minuteMs, end - 9 * hourMs)];
    }
    default:
      return [];
  }
}
