/** What one input means: which entry it adds, and what is shown for it. Pure. */
import { valuesOfQuestion } from '../../dialogs/ask.ts';
import type { Action } from '../../dialogs/message.ts';
import { type Entry, entrySchema, keepsSilent, type State, startEntry } from '../../dialogs/state.ts';
import type { Typed } from '../../dialogs/typed/read.ts';
import type { View } from '../../dialogs/view.ts';
import type { Topic } from '../../rules/facts.ts';

export interface TurnPlan {
  readonly entry?: Entry;
  /** The entry begins anew: what was stored before is forgotten. */
  readonly clear?: true;
  /** Everything stored of the conversation is removed first. */
  readonly forget?: true;
  readonly view: View;
}

const step: View = { show: 'step' };

/** A press that needs nothing of the state: it can be stored without reading first. */
export function planPress(action: Action, ticked: readonly string[]): TurnPlan | undefined {
  switch (action.do) {
    case 'answer':
      return answer(action.question, [action.value]);
    case 'ticks':
      return answer(action.question, ticked);
    case 'back':
      return { entry: { type: 'back' }, view: step };
    case 'change':
      return action.question
        ? { entry: { type: 'reopen', question: action.question }, view: step }
        : { view: { show: 'change' } };
    case 'help':
    case 'why':
    case 'now':
    case 'record':
      return { view: { show: action.do } };
    case 'part':
      return { view: { show: 'part', part: action.part } };
    case 'withdraw':
      return action.sure
        ? { entry: { type: 'withdraw' }, view: { show: 'step', notice: 'withdrawn' } }
        : { view: { show: 'withdraw' } };
    case 'show':
    case 'details':
      return { view: step };
    default:
      return undefined;
  }
}

/** Only values the question knows; an empty list, or "none" beside a tick, is asked again and changes nothing. */
function answer(question: string, values: readonly string[]): TurnPlan {
  const known = valuesOfQuestion(question);
  const fits = values.length > 0 && !(values.includes('none') && values.length > 1);
  const allowed = known === undefined || values.every((value) => known.includes(value));
  const entry: Entry = { type: 'answer', question, values: [...values] };
  // What the organisation names, such as people, is not known here; what cannot be one of its ids is not kept.
  const storable = entrySchema.safeParse(entry).success;
  if (!storable || !fits || !allowed || new Set(values).size !== values.length) {
    return {
      view: { show: 'step', notice: 'unclear', ticked: known ? values.filter((value) => known.includes(value)) : [] },
    };
  }
  // A lead asked for before anybody knew where is called now.
  return { entry, view: question === 'site' ? { show: 'step', notice: 'lead-asked' } : step };
}

/** A press that depends on where the conversation stands. @param at the moment of the press */
export function planPressAt(action: Action, state: State, at: Date): TurnPlan {
  const site = state.places.get('site');
  switch (action.do) {
    case 'start':
      // The button beside a look-up never throws answers away.
      if (action.topics && state.stage === 'open') return described(action.topics, undefined, state, {});
      return { entry: startEntry(action.practice, site, action.topics), clear: true, view: step };
    case 'restart':
      return { entry: startEntry(state.practice, site), clear: true, view: step };
    case 'stop':
      return { entry: { type: 'stop', ...(site ? { site } : {}) }, clear: true, view: step };
    case 'forget':
      return { forget: true, view: { show: 'step', notice: 'forgotten' } };
    case 'go-through': {
      const topics = state.answers.get('topics') ?? [];
      const values = [...new Set([...topics, action.topic])];
      return { entry: { type: 'answer', question: 'topics', values }, view: step };
    }
    case 'get-lead':
      return getLead(state, site);
    case 'referred':
      return state.stage === 'open' && !state.practice && !state.referred
        ? { entry: { type: 'referred' }, view: { show: 'step', notice: 'referred' } }
        : { view: step };
    case 'called': {
      const { whom, shown: mark, result } = action;
      const known = state.stage === 'open' && whom !== undefined && state.tried.length < mostTried;
      if (!known) return { view: step };
      return {
        entry: { type: 'called', whom, ...(mark === undefined ? {} : { mark }), result, at: at.getTime() },
        view: step,
      };
    }
    default:
      return planPress(action, []) ?? { view: step };
  }
}

/** Calls that are noted of one concern; more would only fill it. */
const mostTried = 20;

/** One call a concern, and none once a lead may be involved. What was taken back is over: a call begins anew. */
function getLead(state: State, site: string | undefined): TurnPlan {
  if (state.stage !== 'open' || state.withdrawn) {
    return { entry: startEntry(false, site), clear: true, view: { show: 'step', notice: 'lead-begin' } };
  }
  if (state.practice) return { view: { show: 'step', notice: 'lead-practice' } };
  if (state.early) return { view: { show: 'step', notice: 'lead-asked-already' } };
  if (keepsSilent(state.answers)) return { view: { show: 'step', notice: 'lead-held' } };
  return { entry: { type: 'get-lead' }, view: { show: 'step', notice: 'lead-asked' } };
}

/** Typed words, read against the question that stands. */
export function planTyped(
  typed: Exclude<Typed, { kind: 'look-up' }>,
  question: string | undefined,
  state: State,
  at: Date,
): TurnPlan {
  const danger = typed.danger ? { danger: true } : typed.doubt && state.stage === 'open' ? { doubt: true } : {};
  switch (typed.kind) {
    case 'do': {
      const plan = typedCommand(typed.action, question, state, at);
      return { ...plan, view: { ...plan.view, ...danger } };
    }
    case 'answer': {
      const plan = question ? answer(question, typed.values) : { view: step };
      return { ...plan, view: { ...plan.view, ...danger } };
    }
    case 'suggest':
      return { view: { show: 'step', notice: 'ticked', ticked: [...typed.values], ...danger } };
    case 'topics':
      return described(typed.topics, question, state, danger);
    case 'either': {
      const ways = { near: [typed.entry], topics: [...typed.topics] };
      return { view: { show: 'step', notice: 'either', ...ways, ...danger } };
    }
    case 'thanks':
    case 'data':
      return { view: { show: 'step', notice: typed.kind, ...danger } };
    case 'unclear': {
      const notice = state.stage === 'open' ? 'unclear' : 'describing';
      return { view: { show: 'step', notice, near: [...typed.near], ...danger } };
    }
  }
}

/** A description of a concern. It never throws away answers: where some are given, its topics are offered to be added. */
function described(
  topics: readonly Topic[],
  question: string | undefined,
  state: State,
  danger: Pick<View, 'danger' | 'doubt'>,
): TurnPlan {
  const heard = { topics: [...topics], ...danger };
  if (question === 'topics') {
    const ticked = topics.length > 0 ? [...topics] : ['other'];
    return { view: { show: 'step', notice: 'suggested', ticked, ...heard } };
  }
  if (state.stage === 'open' && state.answers.size > 0) {
    const known = state.answers.get('topics') ?? [];
    const more = topics.filter((topic) => !known.includes(topic));
    // Nothing to add: the emergency card or whether anyone is in danger, or the question again.
    if (more.length === 0) {
      const notice = topics.length > 0 ? 'same-topics' : 'unclear';
      return { view: { show: 'step', ...(danger.danger || danger.doubt ? danger : { notice }) } };
    }
    return { view: { show: 'step', notice: 'more-topics', ...heard, topics: more } };
  }
  return {
    entry: startEntry(state.stage === 'open' && state.practice, state.places.get('site'), topics),
    clear: true,
    view: { show: 'step', notice: 'noted', ...heard },
  };
}

/** "Start" typed in the middle of a concern shows where it stands; it never throws answers away. */
function typedCommand(action: Action, question: string | undefined, state: State, at: Date): TurnPlan {
  if (action.do === 'start' && state.stage === 'open') return { view: step };
  const needsOpen: readonly Action['do'][] = ['back', 'change', 'restart', 'why', 'record', 'withdraw'];
  if (state.stage !== 'open' && needsOpen.includes(action.do)) return { view: step };
  // At the answer the leads are told already; before it there is nothing to refer by.
  const atAnswer = state.stage === 'open' && question === undefined;
  if (action.do === 'get-lead' && atAnswer) return { view: step };
  // What was raised is a concern of its own by now.
  if (action.do === 'forget' && atAnswer && !state.practice) return { view: { show: 'step', notice: 'kept' } };
  if (action.do === 'referred' && !atAnswer) return { view: step };
  if ((action.do === 'part' || action.do === 'called') && !atAnswer) return { view: step };
  return planPressAt(action, state, at);
}
