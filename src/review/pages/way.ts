/** A way through the questions, in words. */
import { sayAnswer, sayQuestion, sayTopic } from '../conditions.ts';
import type { SurveyPath } from '../survey.ts';

export type WalkedWay = Pick<SurveyPath, 'topics' | 'answers'>;

export const sayWay = ({ topics, answers }: WalkedWay): string =>
  [
    `About: ${topics.map(sayTopic).join('; ')}.`,
    ...answers.map(([id, values]) => `${sayQuestion(id)} ${sayAnswer(id, values)}.`),
  ].join(' ');
