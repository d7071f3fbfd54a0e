/** What a lead's press adds to a concern, and what they are shown for it. Pure. */
import type { ConcernView, LeadAct } from '../../../dialogs/leads/concern/concern-view.ts';
import { notForUsReasons } from '../../../dialogs/leads/concern/concern-view.ts';
import { tickable } from '../../../dialogs/leads/concern/duties.ts';
import type { Refusal } from '../../../dialogs/leads/concern/refusals.ts';
import { isSpent } from '../concern/capacity.ts';
import type { Concern, ConcernEntry } from '../concern/concern.ts';
import type { Lead } from '../concern/roles.ts';

export type Answered =
  /** Adds this, then shows what it is about. */
  | { readonly add: ConcernEntry }
  | { readonly show: 'details' | 'same' | 'not-us' | 'record' }
  /** `changed`: another stands behind the button that was pressed. */
  | { readonly show: 'hand'; readonly changed: boolean }
  | { readonly show: 'not-us-sure'; readonly reason: (typeof notForUsReasons)[number] }
  | { readonly refuse: Refusal };

export interface Pressing {
  /** Erasing is no act on a concern that runs, and picking no lead's: erase.ts, pick-again.ts. */
  readonly act: Exclude<LeadAct, 'erase' | 'pick'>;
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

export function answerAct(pressing: Pressing): Answered {
  const { act, concern, view } = pressing;
  if (act === 'open') return { show: 'details' };
  if (act === 'record') return { show: view.kind === 'call' ? 'details' : 'record' };
  if (view.stage === 'withdrawn' || concern.closed) return { refuse: view.kind === 'call' ? 'ended' : 'closed' };
  const answered = answers[act](pressing);
  const isTooMuch = 'add' in answered && isSpent(concern, act, pressing.detail, pressing.lead.person.id);
  return isTooMuch ? { refuse: 'often' } : answered;
}

type Changing = Exclude<LeadAct, 'open' | 'record' | 'erase' | 'pick'>;

const answers: Readonly<Record<Changing, (pressing: Pressing) => Answered>> = {
  take: (pressing) => {
    const { concern, lead, at } = pressing;
    if (concern.owner?.id === lead.person.id) return { refuse: 'already' };
    return concern.owner ? { refuse: 'taken-by-other' } : { add: { type: 'take', at, ...by(pressing) } };
  },
  untake: (pressing) =>
    pressing.concern.owner?.id === pressing.lead.person.id
      ? { add: { type: 'untake', at: pressing.at, ...by(pressing) } }
      : { refuse: 'taken-by-other' },
  hand: (pressing) => {
    const { detail, colleagues, at } = pressing;
    const to = colleagues.find(({ mark }) => mark === detail);
    return to
      ? { add: { type: 'hand', at, ...by(pressing), to: to.id, toAccount: to.account } }
      : { show: 'hand', changed: detail !== undefined };
  },
  done: answerDone,
  contact: (pressing) =>
    pressing.concern.entries.some(({ type, at }) => type === 'contact' && pressing.at - at < contactRestMs)
      ? { refuse: 'asked' }
      : { add: { type: 'contact', at: pressing.at, ...by(pressing) } },
  same: (pressing) => {
    const { detail, otherReference: reference, at } = pressing;
    if (detail === undefined) return { show: 'same' };
    return reference === undefined
      ? { refuse: 'unknown' }
      : { add: { type: 'same', at, ...by(pressing), reference, concern: detail } };
  },
  'not-us': answerNotUs,
};

/** Whoever raised it is asked for a word once in so long, whoever asks. */
const contactRestMs = 5 * 60_000;

const by = ({ lead, account }: Pressing) => ({ by: lead.person.id, account });

/** A duty's route ticks it; with a minus before it the tick is taken back. */
function answerDone(pressing: Pressing): Answered {
  const { detail = '', view, concern, at } = pressing;
  const undo = detail.startsWith('-');
  const duty = undo ? detail.slice(1) : detail;
  const known = tickable(view.concern?.outcome.decision.duties ?? []).some(({ route }) => route === duty);
  if (!known) return { refuse: 'unknown' };
  if (undo !== concern.done.has(duty)) return { refuse: 'already' };
  return { add: { type: undo ? 'undone' : 'done', at, ...by(pressing), duty } };
}

/** A reason asks whether they are sure; with an exclamation mark behind it, they are. */
function answerNotUs(pressing: Pressing): Answered {
  const { detail, at } = pressing;
  if (detail === undefined) return { show: 'not-us' };
  const reason = notForUsReasons.find((each) => each === detail.replace(/!$/, ''));
  if (!reason) return { refuse: 'unknown' };
  return detail.endsWith('!')
    ? { add: { type: 'not-us', at, ...by(pressing), reason } }
    : { show: 'not-us-sure', reason };
}
