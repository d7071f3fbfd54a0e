/** What one input means: which entry it adds, and what is shown for it. Pure. */
import { valuesOfQuestion } from '../../dialogs/ask.ts';
import type { Action } from '../../dialogs/message.ts';
import { type Entry, type State, startEntry } from '../../dialogs/state.ts';
import type { Typed } from '../../dialogs/typed/read.ts';
import type { View } from '../../dialogs/view.ts';

export interface Plan {
  readonly entry?: Entry;
  /** The entry begins anew: what was stored before is forgotten. */
  readonly clear?: true;
  readonly view: View;
}

const step: View = { show: 'step' };

/** A press that needs nothing of the state: it can be stored without reading first. */
export function planPress(action: Action, ticked: readonly string[]): Plan | undefined {
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
    case 'show':
    case 'details':
      return { view: step };
    default:
      return undefined;
  }
}

/** Only values the question knows; an empty list, or "none" beside a tick, is asked again and changes nothing. */
function answer(question: string, values: readonly string[]): Plan {
  const known = valuesOfQuestion(question);
  const fits = values.length > 0 && !(values.includes('none') && values.length > 1);
  const allowed = known === undefined || values.every((value) => known.includes(value));
  if (!fits || !allowed || new Set(values).size !== values.length) {
    return {
      view: { show: 'step', notice: 'unclear', ticked: known ? values.filter((value) => known.includes(value)) : [] },
    };
  }
  return { entry: { type: 'answer', question, values: [...values] }, view: step };
}

/** A press that depends on where the conversation stands. */
export function planPressAt(action: Action, state: State): Plan {
  const site = state.places.get('site');
  switch (action.do) {
    case 'start':
      return { entry: startEntry(action.practice, site), clear: true, view: step };
    case 'restart':
      return { entry: startEntry(state.practice, site), clear: true, view: step };
    case 'stop':
      return { entry: { type: 'stop', ...(site ? { site } : {}) }, clear: true, view: step };
    case 'go-through': {
      const topics = state.answers.get('topics') ?? [];
      const values = [...new Set([...topics, action.topic])];
      return { entry: { type: 'answer', question: 'topics', values }, view: step };
    }
    default:
      return planPress(action, []) ?? { view: step };
  }
}

/** Typed words, read against the question that stands. */
export function planTyped(
  typed: Exclude<Typed, { kind: 'look-up' }>,
  question: string | undefined,
  state: State,
): Plan {
  const danger = typed.danger ? { danger: true } : {};
  switch (typed.kind) {
    case 'do': {
      const plan = typedCommand(typed.action, state);
      return { ...plan, view: { ...plan.view, ...danger } };
    }
    case 'answer': {
      const plan = question ? answer(question, typed.values) : { view: step };
      return { ...plan, view: { ...plan.view, ...danger } };
    }
    case 'suggest':
      return { view: { show: 'step', notice: 'ticked', ticked: [...typed.values], ...danger } };
    case 'topics':
      if (question === 'topics') {
        return { view: { show: 'step', notice: 'suggested', ticked: [...typed.topics], ...danger } };
      }
      // A description never throws away a concern that has its answer.
      if (state.stage === 'open') return { view: { show: 'step', notice: 'describing', ...danger } };
      return {
        entry: startEntry(false, state.places.get('site'), typed.topics),
        clear: true,
        view: { show: 'step', notice: 'noted', ...danger },
      };
    case 'unclear':
      return { view: { show: 'step', notice: state.stage === 'open' ? 'unclear' : 'describing', ...danger } };
  }
}

/** "Start" typed in the middle of a concern shows where it stands; it never throws answers away. */
function typedCommand(action: Action, state: State): Plan {
  if (action.do === 'start' && state.stage === 'open') return { view: step };
  const needsOpen: readonly Action['do'][] = ['back', 'change', 'restart', 'why', 'record'];
  if (state.stage !== 'open' && needsOpen.includes(action.do)) return { view: step };
  return planPressAt(action, state);
}
