/** Every screen that the bot has, each once, in the order that people meet them. */
import type { Context } from '../../../dialogs/steps.ts';
import { administratorScreens } from './administrators.ts';
import { asideScreens, beginnings } from './beside.ts';
import { leadScreens } from './leads.ts';
import { lookUpScreens } from './look-ups.ts';
import { answerScreens, questionScreens } from './questions.ts';
import type { BoardScreen } from './screen.ts';
import { troubleScreens } from './trouble.ts';

export interface Chapter {
  readonly id: string;
  readonly title: string;
  readonly screens: readonly BoardScreen[];
}

export const storyboard = (context: Context): readonly Chapter[] => [
  { id: 'beginning', title: 'Beginning', screens: beginnings(context) },
  { id: 'questions', title: 'The questions', screens: questionScreens(context) },
  { id: 'answers', title: 'The answer, for each topic', screens: answerScreens(context) },
  { id: 'beside', title: 'What is shown or said besides', screens: asideScreens(context) },
  { id: 'trouble', title: 'When something fails', screens: troubleScreens(context) },
  { id: 'leads', title: 'What leads see', screens: leadScreens(context) },
  { id: 'administrators', title: 'What administrators see', screens: administratorScreens(context) },
  { id: 'look-ups', title: 'Look-ups', screens: lookUpScreens(context) },
];
