/** The first screens, what is shown beside a question or an answer, and everything that is said above them. */
import { partNames } from '../../../dialogs/message.ts';
import { concernInstead } from '../../../dialogs/screens/heard.ts';
import { notSetUpNotice } from '../../../dialogs/screens/not-set-up.ts';
import { answeredScreen, movedOnScreen, setAsideScreen } from '../../../dialogs/screens/question.ts';
import { withoutStore } from '../../../dialogs/screens/without-store.ts';
import { after, fold, newState, startEntry } from '../../../dialogs/state.ts';
import { type Context, stepOf } from '../../../dialogs/steps.ts';
import { askFor, type View, viewSchema } from '../../../dialogs/view.ts';
import { type Told, told } from '../../../dialogs/words/told.ts';
import type { BoardScreen } from './screen.ts';
import { answered, asked, begun, more, shownScreen } from './shown.ts';
import { guardedWay, longestWays } from './ways.ts';

const step: View = { show: 'step' };

export const beginnings = (context: Context): readonly BoardScreen[] => [
  { name: 'First', message: shownScreen(step, newState, context) },
  { name: 'Practice', message: shownScreen(step, fold([startEntry(true)]), context) },
  {
    name: 'Where no organisation is set up: above the look-ups',
    message: { summary: '', blocks: notSetUpNotice() },
    added: true,
  },
  { name: 'Stopped', message: shownScreen(step, fold([startEntry(false), { type: 'stop' }]), context) },
  { name: 'Help', message: shownScreen({ show: 'help' }, newState, context) },
];

export function asideScreens(context: Context): readonly BoardScreen[] {
  const [[topic, way] = []] = longestWays();
  if (!topic || !way) return [];
  const end = answered(way, context);
  const place = { ...begun, answers: new Map([...way].slice(0, 2)), places: end.places };
  const question = stepOf(place, context);
  const at = (show: View['show'], state = end): BoardScreen['message'] => shownScreen({ show }, state, context);
  return [
    { name: 'What must I do now? (at a question)', message: at('now', place) },
    { name: 'What must I do now? (at the answer)', message: at('now') },
    { name: 'Change an answer', message: at('change') },
    { name: 'Raised by mistake', message: at('withdraw') },
    { name: 'Own record', message: at('record') },
    ...partNames
      .filter((part) => part !== 'all')
      .map((part) => ({
        name: `Part of the answer: ${part}`,
        message: shownScreen({ show: 'part', part }, end, context),
      })),
    ...(question.kind === 'ask'
      ? [{ name: 'A question that was answered', message: answeredScreen(askFor(question, place, context), ['no']) }]
      : []),
    { name: 'An earlier question', message: setAsideScreen() },
    { name: 'An earlier card', message: movedOnScreen() },
    { name: 'Beside a look-up that may be a concern', message: { summary: '', blocks: [concernInstead([topic])] } },
    ...said(context, place),
    ...toldScreens(context),
  ];
}

/** What is said above a question or an answer: only that. */
function said(context: Context, place: ReturnType<typeof answered>): readonly BoardScreen[] {
  const [[topic, way] = []] = longestWays();
  if (!topic || !way) return [];
  const end = answered(way, context);
  const early = { ...place, early: true };
  const above = (view: View, state = place): BoardScreen['message'] =>
    more(shownScreen(view, state, context), shownScreen(step, { ...state, outdated: false }, context));
  const notices = viewSchema.shape.notice.unwrap().options;
  return [
    ...notices
      .map((notice): BoardScreen => {
        const state = notice.startsWith('lead-') ? early : ['referred', 'withdrawn'].includes(notice) ? end : place;
        return {
          name: `Said above: ${notice.replaceAll('-', ' ')}`,
          message: above({ ...step, notice, topics: [topic], near: ['childline'] }, state),
          added: true,
        };
      })
      .filter(({ message }) => message.blocks.length > 0),
    { name: 'Said above: the rules changed since', message: above(step, { ...place, outdated: true }), added: true },
    { name: 'Danger was typed', message: above({ ...step, danger: true }), added: true },
    { name: 'Danger may have been typed', message: above({ ...step, doubt: true }), added: true },
  ];
}

/** The answer, where the leads were told otherwise than "they are told": what differs. */
function toldScreens(context: Context): readonly BoardScreen[] {
  const [[, way = new Map()] = []] = longestWays();
  const open = answered(way, context);
  const restricted = answered(guardedWay(), context);
  const usual = shownScreen(step, open, context);
  const each = (Object.keys(told) as Told[]).filter((one) => one !== 'sent' && one !== 'picked');
  const taken = { ...open, withdrawn: true };
  const referred = after(open, { type: 'referred' });
  const screens: readonly BoardScreen[] = [
    ...each.map((one): BoardScreen => {
      const state = one === 'withheld' ? restricted : open;
      const than = one === 'withheld' ? shownScreen(step, restricted, context, 'picked') : usual;
      return {
        name: `The answer, where the leads are told: ${one}`,
        message: more(shownScreen(step, state, context, one), than),
        added: true,
      };
    }),
    { name: 'The answer, taken back', message: more(shownScreen(step, taken, context), usual), added: true },
    { name: 'The answer, referral made', message: more(shownScreen(step, referred, context), usual), added: true },
    ...pressedWithoutStore(context),
  ];
  return screens.filter(({ message }) => message.blocks.length > 0);
}

function pressedWithoutStore(context: Context): readonly BoardScreen[] {
  const [[, way = new Map()] = []] = longestWays();
  const press = { do: 'called', result: 'no-answer', whom: 'police' } as const;
  const message = withoutStore(press, { ...asked(way), places: answered(way, context).places }, context);
  return message ? [{ name: 'A call is noted while nothing can be saved', message }] : [];
}
