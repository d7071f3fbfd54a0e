/** What every screen shares: the practice line, a notice, the emergency line, and the buttons that are always there. */
import type { Block, Button, Message, Rich } from '../message.ts';
import type { State } from '../state.ts';
import { buttonWords, emergencyLine, practiceLine } from '../words/screens.ts';

/** Text blocks from plain sentences. */
export const text = (sentence: string): Block => ({ kind: 'text', text: [sentence] });
export const quiet = (...parts: Rich): Block => ({ kind: 'text', text: parts, tone: 'quiet' });
export const alert = (...parts: Rich): Block => ({ kind: 'text', text: parts, tone: 'alert' });
export const heading = (title: string): Block => ({ kind: 'heading', text: title });
export const list = (sentences: readonly string[]): Block => ({
  kind: 'list',
  lines: sentences.map((sentence) => ({ text: [sentence] })),
});

export const emergency: Block = {
  kind: 'text',
  text: [emergencyLine.slice(0, -'999.'.length), { phone: '999' }, '.'],
  tone: 'quiet',
};

/** First, whenever words speak of danger. */
export const dangerNow = alert('Is anyone in danger now? Ring ', { phone: '999' }, '. Stay with the child.');

/** Buttons for moving about. */
export const move = {
  back: { label: buttonWords.back, action: { do: 'back' } },
  now: { label: buttonWords.now, action: { do: 'now' } },
  why: { label: buttonWords.why, action: { do: 'why' } },
  more: { label: buttonWords.more, action: { do: 'help' } },
  change: { label: buttonWords.change, action: { do: 'change' } },
  restart: { label: buttonWords.restart, action: { do: 'restart' } },
  stop: { label: buttonWords.stop, action: { do: 'stop' } },
  show: { label: buttonWords.show, action: { do: 'show' } },
  lookUp: { label: buttonWords.lookUp, action: { do: 'look-up' } },
} as const satisfies Record<string, Button>;

export interface Framed {
  readonly summary: string;
  readonly discreet?: true;
  /** Put first, before anything else, and cannot be missed. */
  readonly notice?: readonly Block[];
  readonly body: readonly Block[];
  readonly moves?: readonly Button[];
  /** Behind one menu beside them. */
  readonly rare?: readonly Button[];
  /** To ring 999 stands first on it, so it is not said again below. */
  readonly danger?: true;
}

/** A whole screen: practice line, notice, body, buttons, emergency line. */
export function framed(
  state: Pick<State, 'practice'>,
  { summary, discreet, notice = [], body, moves = [], rare = [], danger }: Framed,
): Message {
  return {
    summary,
    ...(discreet && { discreet }),
    blocks: [
      ...(state.practice ? [alert(practiceLine)] : []),
      ...notice,
      ...body,
      ...(moves.length + rare.length > 0
        ? [{ kind: 'buttons', buttons: moves, ...(rare.length > 0 ? { rare } : {}) } as const]
        : []),
      ...(danger ? [] : [emergency]),
    ],
  };
}
