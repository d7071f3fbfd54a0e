/** The compact spelling of an action inside a step token. Codes stay as they are: cards live longer than a deploy. */

import type { Action } from '../../dialogs/message.ts';
import { type Topic, topics } from '../../rules/facts.ts';

const codes = {
  start: 's',
  answer: 'a',
  ticks: 't',
  back: 'b',
  change: 'c',
  restart: 'r',
  stop: 'x',
  help: 'h',
  why: 'w',
  now: 'n',
  details: 'd',
  record: 'p',
  'go-through': 'g',
  'look-up': 'l',
  show: 'v',
} as const satisfies Record<Action['do'], string>;

const actions = new Map(Object.entries(codes).map(([action, code]) => [code as string, action as Action['do']]));

export function encodeAction(action: Action): string {
  return Buffer.from(JSON.stringify([codes[action.do], ...details(action)]), 'utf8').toString('base64url');
}

function details(action: Action): readonly string[] {
  switch (action.do) {
    case 'start':
      return action.practice ? ['practice'] : [];
    case 'answer':
      return [action.question, action.value];
    case 'ticks':
      return [action.question];
    case 'change':
      return action.question === undefined ? [] : [action.question];
    case 'go-through':
      return [action.topic];
    case 'look-up':
      return action.query === undefined ? [] : [action.query];
    default:
      return [];
  }
}

/** `null`: not an action this version knows. Whether its question and value still exist is the dialog's to check. */
export function decodeAction(encoded: string): Action | null {
  const parts = textParts(Buffer.from(encoded, 'base64url').toString('utf8'));
  if (parts === null) return null;
  const [code = '', first, second, ...rest] = parts;
  const action = actions.get(code);
  if (action === undefined || rest.length > 0) return null;
  switch (action) {
    case 'start':
      return { do: action, practice: first === 'practice' };
    case 'answer':
      return first === undefined || second === undefined ? null : { do: action, question: first, value: second };
    case 'ticks':
      return first === undefined ? null : { do: action, question: first };
    case 'change':
      return first === undefined ? { do: action } : { do: action, question: first };
    case 'go-through':
      return isTopic(first) ? { do: action, topic: first } : null;
    case 'look-up':
      return first === undefined ? { do: action } : { do: action, query: first };
    default:
      return { do: action };
  }
}

function textParts(json: string): readonly string[] | null {
  try {
    const value: unknown = JSON.parse(json);
    return Array.isArray(value) && value.every((part) => typeof part === 'string') ? value : null;
  } catch {
    return null;
  }
}

function isTopic(text: string | undefined): text is Topic {
  return topics.some((topic) => topic === text);
}
