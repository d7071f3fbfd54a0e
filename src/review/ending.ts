/** Where a way ends, for an organisation: the state that the bot would hold, and the card that it would show. */
import type { Answers } from '../../dialogs/flow.ts';
import type { Message } from '../../dialogs/message.ts';
import { after, fold, guardQuestion, nobody, type State, startEntry } from '../../dialogs/state.ts';
import { type Context, placeIn, stepOf } from '../../dialogs/steps.ts';
import { show } from '../../dialogs/view.ts';
import { peopleOf, siteOf } from '../../rules/local.ts';

export const answersOf = (way: {
  readonly topics: readonly string[];
  readonly answers: readonly (readonly [string, readonly string[]])[];
}): Answers => {
  const [first, ...rest] = way.answers;
  return new Map([...(first ? [first] : []), ['topics', way.topics] as const, ...rest]);
};

/**
 * The first site, the council that its LADO belongs to, and everybody there picked as safe where that is asked.
 *
 * @param met each state on the way, where something besides the concern is asked
 */
export function endingOf(answers: Answers, context: Context, met: (state: State) => void = () => {}): State {
  let state: State = { ...fold([startEntry(false)]), answers };
  for (let step = stepOf(state, context); step.kind === 'ask'; step = stepOf(state, context)) {
    const values = besides(step.asked.id, state, context);
    met(state);
    if (values === undefined) return state;
    state = after(state, { type: 'answer', question: step.asked.id, values: [...values] });
  }
  return state;
}

function besides(question: string, state: State, { organisation }: Context): readonly string[] | undefined {
  const [first] = organisation.sites;
  const site = siteOf(organisation, placeIn(state, organisation).site) ?? first;
  const council = site?.ladoArea ?? 'notSure';
  const people = site ? peopleOf(site).map(({ id }) => id) : [];
  const answers: Readonly<Record<string, readonly string[]>> = {
    site: [first?.id ?? ''],
    council: [council],
    ladoCouncil: [council],
    [guardQuestion]: people.length > 0 ? people.slice(0, 1) : [nobody],
  };
  return answers[question];
}

/** As the bot shows it once the leads were told. */
export function cardOfEnding(state: State, context: Context): Message | undefined {
  const told = state.safe.length > 0 ? 'picked' : 'sent';
  return show({ show: 'step' }, state, context, told, { reference: 'AB12-CD34' }).messages[0];
}
