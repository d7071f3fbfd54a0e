/** Every question as it is put, the places, who is safe to tell, and an answer for each topic. */
import { guardQuestion, isPlace, placeIds, type State } from '../../../dialogs/state.ts';
import { type Context, stepOf } from '../../../dialogs/steps.ts';
import { sayQuestion, sayTopic } from '../conditions.ts';
import { endingOf } from '../ending.ts';
import type { BoardScreen } from './screen.ts';
import { answered, asked, shownScreen } from './shown.ts';
import { everyQuestionAsked, guardedWay, longestWays } from './ways.ts';

const step = { show: 'step' } as const;

export function questionScreens(context: Context): readonly BoardScreen[] {
  const ways = everyQuestionAsked();
  const [site] = context.organisation.sites;
  const placed = new Map(site ? [['site', site.id] as const] : []);
  return [
    ...[...ways].map(([id, before]) => ({
      name: sayQuestion(id),
      // The place of work is known by then: it is asked after the danger.
      message: shownScreen(step, { ...asked(before), places: before.has('danger') ? placed : new Map() }, context),
    })),
    ...placesAsked(context),
    { name: 'Each question can be asked why', message: shownScreen({ show: 'why' }, asked(new Map()), context) },
  ];
}

/** Where somebody works, and who is safe to tell: each asked once, wherever a way comes to it. */
function placesAsked(context: Context): readonly BoardScreen[] {
  const found = new Map<string, BoardScreen>();
  for (const way of [...longestWays().map(([, answers]) => answers), guardedWay()]) {
    endingOf(way, context, (state) => note(state));
  }
  return [...placeIds, guardQuestion].flatMap((id) => found.get(id) ?? []);

  function note(state: State): void {
    const at = stepOf(state, context);
    if (at.kind !== 'ask' || found.has(at.asked.id)) return;
    if (!isPlace(at.asked.id) && at.asked.id !== guardQuestion) return;
    const name = at.asked.id === guardQuestion ? 'Who is safe to tell' : (placeNames[at.asked.id] ?? at.asked.id);
    found.set(at.asked.id, { name, message: shownScreen(step, state, context) });
  }
}

const placeNames: Readonly<Record<string, string>> = {
  site: 'Where somebody works',
  council: 'Where the child lives',
  ladoCouncil: 'Which LADO',
};

export const answerScreens = (context: Context): readonly BoardScreen[] => [
  ...longestWays().map(([topic, way]) => ({
    name: sayTopic(topic),
    message: shownScreen(step, answered(way, context), context),
  })),
  {
    name: 'Where only people picked as safe may know',
    message: shownScreen(step, answered(guardedWay(), context), context, 'picked'),
  },
];
