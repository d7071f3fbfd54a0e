/** Words that work everywhere, on every turn. */
import type { Action } from '../message.ts';
import { theOneMeant } from './words.ts';

const phrases: readonly (readonly [Action, readonly string[]])[] = [
  [{ do: 'back' }, ['back', 'go back', 'undo', 'previous', 'last question']],
  [{ do: 'change' }, ['change', 'change answer', 'change an answer', 'change my answer', 'edit', 'wrong answer']],
  [{ do: 'restart' }, ['start again', 'restart', 'start over', 'begin again', 'new concern']],
  [{ do: 'stop' }, ['stop', 'quit', 'exit', 'cancel', 'stop and forget', 'end']],
  [{ do: 'forget' }, ['forget', 'forget me', 'forget it', 'forget this', 'forget my answers', 'delete my answers']],
  [{ do: 'help' }, ['help', 'help me', 'how does this work', 'commands', 'menu', 'help and more choices']],
  [{ do: 'why' }, ['why', 'why do you ask', 'why are you asking', 'why this question', 'reason']],
  [
    { do: 'now' },
    [
      'what must i do now',
      'what do i do now',
      'what should i do now',
      'what do i do',
      'what should i do',
      'what now',
      'now',
      'urgent',
      'emergency',
    ],
  ],
  [
    { do: 'show' },
    ['hi', 'hello', 'hey', 'show', 'continue', 'go on', 'carry on', 'resume', 'where was i', 'question'],
  ],
  [
    { do: 'record' },
    ['copy', 'record', 'copy as text', 'text for my record', 'copy for your record', 'copy for my record'],
  ],
  [
    { do: 'get-lead' },
    ['get a lead', 'get a lead to me now', 'get a lead now', 'get me a lead', 'get me a lead now', 'i need a lead now'],
  ],
  [
    { do: 'called', result: 'rung' },
    ['rung', 'i have rung', 'i rang', 'i have rung them', 'i have rung 1', 'told them'],
  ],
  [
    { do: 'called', result: 'no-answer' },
    ['no answer', 'no reply', 'nobody answered', 'they did not answer', 'no one answered'],
  ],
  [{ do: 'part', part: 'all' }, ['more', 'show everything', 'everything', 'show all']],
  [{ do: 'part', part: 'do' }, ['what to say', 'what do i say']],
  [{ do: 'withdraw' }, ['i raised this by mistake', 'raised by mistake', 'withdraw', 'take it back', 'by mistake']],
  [{ do: 'referred' }, ['i have made the referral', 'i made the referral', 'referral made', 'i have referred']],
  [{ do: 'look-up' }, ['look up', 'look something up', 'lookup', 'look ups', 'lookups', 'helplines', 'numbers']],
  [{ do: 'start', practice: false }, ['start', 'begin', 'start a concern']],
  [{ do: 'start', practice: true }, ['practice', 'practise', 'practice run', 'test', 'try it']],
];

const byPhrase: ReadonlyMap<string, Action> = new Map(
  phrases.flatMap(([action, said]) => said.map((phrase) => [phrase, action] as const)),
);

/** What a typed line asks for, if it is one of these words and nothing else. */
export function commandIn(plain: string): Action | undefined {
  return theOneMeant(plain, byPhrase);
}
