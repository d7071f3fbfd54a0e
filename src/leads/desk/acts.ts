/** What a lead's press adds to a concern, and what they are shown for it. Pure. */

import { closesToday } from '../../../dialogs/answer/today.ts';
import {
  type ConcernView,
  handReasons,
  type LeadAct,
  notForUsReasons,
  notNeededReasons,
  outcomes,
  snoozes,
  type Task,
} from '../../../dialogs/leads/concern/concern-view.ts';
import { isAllSettled, tasksOf } from '../../../dialogs/leads/concern/duties.ts';
import type { LeadRefusal } from '../../../dialogs/leads/concern/refusals.ts';
import { isSpent } from '../concern/capacity.ts';
import type { Concern, ConcernEntry } from '../concern/concern.ts';
import type { Lead } from '../concern/roles.ts';
import type { Screen } from '../concern/screens.ts';

export type Answered =
  /** Adds this, then shows where it stands. */
  { readonly add: ConcernEntry } | { readonly show: Screen } | { readonly refuse: LeadRefusal };

export interface LeadPress {
  /** Erasing is no act on a concern that runs, picking no lead's, and the record is drawn apart. */
  readonly act: Exclude<LeadAct, 'erase' | 'pick' | 'record'>;
  readonly detail: string | undefined;
  readonly lead: Lead;
  readonly account: string;
  readonly concern: Concern;
  readonly view: ConcernView;
  /** To whom it can be handed, a mark of who they are, and the account by which they are reached. */
  readonly colleagues: readonly { readonly id: string; readonly mark: string; readonly account: string }[];
  /** The reference of the concern named by `detail`, where this lead may see it. */
  readonly otherReference?: string;
  readonly at: number;
}

export function answerAct(pressing: LeadPress): Answered {
  const { concern, lead } = pressing;
  const answered = worked(pressing);
  return 'add' in answered && isSpent(concern, answered.add, lead.person.id) ? { refuse: 'often' } : answered;
}

function worked(pressing: LeadPress): Answered {
  const { act, concern, view } = pressing;
  if (act === 'open' || act === 'back') return opened(pressing);
  if (act === 'advice' || (act === 'more' && view.kind === 'call')) return { show: { screen: 'advice' } };
  if (act === 'reopen') return reopened(pressing);
  const isOver = view.stage === 'withdrawn' || concern.closed !== undefined;
  // Whoever closed it, or took it back, may be asked all the same.
  const mayStillAsk = act === 'contact' && (view.stage === 'withdrawn' || view.stage === 'done');
  if (isOver && !mayStillAsk) return { refuse: view.kind === 'call' ? 'ended' : 'closed' };
  return answers[act](pressing);
}

type Changing = Exclude<LeadPress['act'], 'open' | 'back' | 'advice' | 'reopen'>;

const by = ({ lead, account, at }: LeadPress) => ({ at, by: lead.person.id, account });
const holds = ({ concern, lead }: LeadPress) => concern.owner?.id === lead.person.id;

const answers: Readonly<Record<Changing, (pressing: LeadPress) => Answered>> = {
  take: (pressing) => {
    if (holds(pressing)) return { refuse: 'already' };
    return pressing.concern.owner ? { refuse: 'taken-by-other' } : { add: { type: 'take', ...by(pressing) } };
  },
  untake: (pressing) => (holds(pressing) ? { add: { type: 'untake', ...by(pressing) } } : { refuse: 'taken-by-other' }),
  hand: handed,
  more: () => ({ show: { screen: 'more' } }),
  task: ({ detail, view }) => {
    if (detail === undefined) return { show: { screen: 'tasks' } };
    const task = taskIn(detail, view);
    return task ? { show: { screen: 'task', detail: task } } : { refuse: 'unknown' };
  },
  done: (pressing) => {
    const { detail = '', view, concern } = pressing;
    const undo = detail.startsWith('-');
    const duty = taskIn(undo ? detail.slice(1) : detail, view);
    if (!duty) return { refuse: 'unknown' };
    const before = concern.said.get(duty);
    if (undo ? before === undefined : before?.how === 'done') return { refuse: 'already' };
    return { add: { type: undo ? 'undone' : 'done', ...by(pressing), duty } };
  },
  tried: (pressing) => {
    const duty = taskIn(pressing.detail, pressing.view);
    return duty ? { add: { type: 'tried', ...by(pressing), duty } } : { refuse: 'unknown' };
  },
  'not-needed': notNeeded,
  'not-mine': (pressing) => {
    const duty = taskIn(pressing.detail, pressing.view);
    if (!duty) return { refuse: 'unknown' };
    if (pressing.concern.said.get(duty)?.how === 'not-mine') return { refuse: 'already' };
    return { add: { type: 'not-mine', ...by(pressing), duty } };
  },
  outcome: (pressing) => {
    const outcome = outcomes.find((each) => each === pressing.detail);
    if (!outcome) return { show: { screen: 'card' } };
    if (outcome === pressing.concern.outcome) return { refuse: 'already' };
    return holds(pressing) ? { add: { type: 'outcome', ...by(pressing), outcome } } : { refuse: 'taken-by-other' };
  },
  close: (pressing) => {
    if (!holds(pressing)) return { refuse: 'taken-by-other' };
    const isReady = isAllSettled(pressing.view) && pressing.concern.outcome !== undefined;
    return isReady ? { add: { type: 'close', ...by(pressing) } } : { refuse: 'not-settled' };
  },
  snooze: snoozed,
  contact: (pressing) =>
    pressing.concern.entries.some(({ type, at }) => type === 'contact' && pressing.at - at < contactRestMs)
      ? { refuse: 'asked' }
      : { add: { type: 'contact', ...by(pressing) } },
  same: (pressing) => {
    const { detail, otherReference: reference } = pressing;
    if (detail === undefined) return { show: { screen: 'same' } };
    return reference === undefined
      ? { refuse: 'unknown' }
      : { add: { type: 'same', ...by(pressing), reference, concern: detail } };
  },
  'not-us': answerNotUs,
};

/** Whoever raised it is asked for a word once in so long, whoever asks. */
const contactRestMs = 5 * 60_000;

/** Looked at for the first time by somebody: that is noted, so that it is known who has seen it. Of a call: nothing. */
function opened(pressing: LeadPress): Answered {
  const { act, concern, lead, view } = pressing;
  const isKnown = concern.entries.some((entry) => 'by' in entry && entry.by === lead.person.id);
  if (act === 'back' || isKnown || view.kind === 'call') return { show: { screen: 'card' } };
  return { add: { type: 'seen', ...by(pressing) } };
}

function reopened(pressing: LeadPress): Answered {
  const { concern } = pressing;
  if (concern.report.withdrawn || concern.closed === 'ended') return { refuse: 'closed' };
  return concern.closed === undefined ? { refuse: 'already' } : { add: { type: 'reopen', ...by(pressing) } };
}

const taskIn = (named: string | undefined, { concern }: ConcernView): Task | undefined =>
  tasksOf(concern).find((task) => task === named);

/** Only by whoever has it: first to whom, then why. A button means the person who stood on it. */
function handed(pressing: LeadPress): Answered {
  const { detail, colleagues } = pressing;
  if (!holds(pressing)) return { refuse: 'taken-by-other' };
  const [mark, why] = detail?.split('!') ?? [];
  const to = colleagues.find((each) => each.mark === mark);
  if (!to) return { show: { screen: detail === undefined ? 'hand' : 'hand-changed' } };
  const reason = handReasons.find((each) => each === why);
  if (!reason) return { show: { screen: 'hand-reason', detail: to.mark } };
  return { add: { type: 'hand', ...by(pressing), to: to.id, toAccount: to.account, reason } };
}

function notNeeded(pressing: LeadPress): Answered {
  const { detail, view, concern } = pressing;
  const [named, why] = detail?.split('!') ?? [];
  const duty = taskIn(named, view);
  if (!duty) return { refuse: 'unknown' };
  const reason = notNeededReasons.find((each) => each === why);
  if (!reason) return { show: { screen: 'not-needed', detail: duty } };
  const before = concern.said.get(duty);
  if (before?.how === 'not-needed' && before.reason === reason) return { refuse: 'already' };
  return { add: { type: 'not-needed', ...by(pressing), duty, reason } };
}

/** By its holder, never what is needed now, for an hour at most, and never past the end of the day there. */
function snoozed(pressing: LeadPress): Answered {
  const { detail, concern, view, at } = pressing;
  if (!holds(pressing)) return { refuse: 'taken-by-other' };
  if (concern.report.limit === 'now') return { refuse: 'urgent' };
  const minutes = snoozes.find((each) => String(each) === detail);
  if (minutes === undefined) return { show: { screen: 'snooze' } };
  const until = at + minutes * 60_000;
  return isBeforeDayEnds(until, view, at)
    ? { add: { type: 'snooze', ...by(pressing), until } }
    : { refuse: 'day-ends' };
}

function isBeforeDayEnds(until: number, { concern }: ConcernView, at: number): boolean {
  if (!concern) return false;
  const ends = closesToday(concern.outcome, { ...concern.context, now: new Date(at) });
  return ends !== undefined && until < ends.getTime();
}

/** A reason asks whether they are sure; with an exclamation mark behind it, they are. */
function answerNotUs(pressing: LeadPress): Answered {
  const { detail } = pressing;
  if (detail === undefined) return { show: { screen: 'not-us' } };
  const reason = notForUsReasons.find((each) => each === detail.replace(/!$/, ''));
  if (!reason) return { refuse: 'unknown' };
  return detail.endsWith('!')
    ? { add: { type: 'not-us', ...by(pressing), reason } }
    : { show: { screen: 'not-us-sure', detail: reason } };
}
