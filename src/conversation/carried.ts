/**
 * What a button of the answer carries besides its token: the answers, sealed for this conversation. With it a part
 * opens and the next act is shown while the store cannot be asked; with the store there it counts for nothing.
 */
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { valuesOfQuestion } from '../../dialogs/ask.ts';
import type { Action } from '../../dialogs/message.ts';
import { questions } from '../../dialogs/questions.ts';
import { type Entry, guardQuestion, type State } from '../../dialogs/state.ts';

/** Stands in no token and in nothing sealed. */
const between = '~';

/** Buttons that change nothing which must be stored to be of use. */
export const carries = ({ do: what }: Action): boolean => what === 'part' || what === 'called';

export const withCarried = (token: string, carried: string): string => `${token}${between}${carried}`;

export function splitToken(value: string): { readonly token: string; readonly carried?: string } {
  const [token = '', carried] = value.split(between);
  return { token, ...(carried !== undefined && { carried }) };
}

/** The answers that stand, as entries to fold again. */
export function entriesToCarry(state: State, entries: readonly Entry[]): readonly Entry[] {
  const start = entries.findLast(({ type }) => type === 'start');
  const answered = (question: string, values: readonly string[], marks?: readonly string[]): Entry => ({
    type: 'answer',
    question,
    values: [...values],
    ...(marks && { marks: [...marks] }),
  });
  const marks = state.safe.map((id) => state.marks.get(id) ?? id);
  return [
    ...(start ? [start] : []),
    ...[...state.answers].map(([question, values]) => answered(question, values)),
    ...[...state.places].map(([place, value]) => answered(place, [value])),
    ...(state.safe.length > 0 ? [answered(guardQuestion, state.safe, marks)] : []),
    ...state.tried.map(({ whom, result, at }): Entry => ({ type: 'called', whom, result, at: at.getTime() })),
  ];
}

/** What answers are made of, so that they take little room. Another version may not open what this one packed. */
const dictionary = Buffer.from(
  [
    '"practice":false,"edition":"v21","rules":,"called","whom":"result":"no-answer","rung","at":,"marks":["',
    ...questions.flatMap(({ id }) => [
      `{"type":"answer","question":"${id}","values":["`,
      ...(valuesOfQuestion(id) ?? []),
    ]),
    ...['danger', 'topics', 'site', 'council', 'ladoCouncil', guardQuestion].flatMap((id) => [
      ...(valuesOfQuestion(id) ?? []),
      `"]},{"type":"answer","question":"${id}","values":["`,
    ]),
  ].join(''),
);

export const packed = (entries: readonly Entry[]): string =>
  deflateRawSync(JSON.stringify(entries), { dictionary, level: 9 }).toString('base64url');

/** @throws where it was packed otherwise */
export const unpacked = (text: string): unknown =>
  JSON.parse(inflateRawSync(Buffer.from(text, 'base64url'), { dictionary, maxOutputLength: 100_000 }).toString());
