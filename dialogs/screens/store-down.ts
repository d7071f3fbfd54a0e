/** When we cannot help: who to ring without us. Needs no store and no state. */

import { peopleToRing } from '../answer/calls.ts';
import type { Message, Rich } from '../message.ts';
import { newState } from '../state.ts';
import type { Context } from '../steps.ts';
import { answerWords } from '../words/answer.ts';
import { plainCardWords } from '../words/plain-card.ts';
import { notOpen, storeDown } from '../words/screens.ts';
import { alert, dangerNow, framed, heading, list } from './frame.ts';
import { socialCareLines } from './plain-card.ts';

/**
 * Nothing can be saved. Nobody knows here who may be involved, so that is said beside every name.
 *
 * @param danger the words that came in speak of it
 */
export const storeDownScreen = (context: Context, danger = false): Message => withoutUs(storeDown, context, danger);

/** What we have to say cannot be put where it belongs. */
export const notOpenScreen = (context: Context): Message => withoutUs(notOpen, context);

function withoutUs({ summary, title, lines }: typeof storeDown, context: Context, danger = false): Message {
  const { sites } = context.organisation;
  const socialCare = socialCareLines(context.organisation);
  const people = sites.length === 1 ? peopleToRing({ place: {} }, context) : [];
  const named = people
    .slice(0, 2)
    .flatMap(
      ({ who, phone }, i): Rich => [
        i === 0 ? answerWords.ringNow : answerWords.noAnswerThen,
        `${who}, `,
        { phone },
        '. ',
      ],
    );
  const lead: Rich = named.length > 0 ? named : [answerWords.ringLeadYourself];
  return framed(newState, {
    summary,
    body: [
      ...(danger ? [dangerNow] : []),
      heading(title),
      ...(danger ? [] : [alert('In danger: ring ', { phone: '999' }, '.')]),
      list(lines),
      { kind: 'text', text: lead },
      alert(plainCardWords.skip),
      ...(socialCare.length > 0 ? [{ kind: 'list', lines: socialCare } as const] : []),
    ],
  });
}
