/** Buttons, menus and tick lists in Block Kit. What to send where they do not show stands in the text of the message. */
import type {
  ActionsBlock,
  Checkboxes,
  InputBlock,
  KnownBlock,
  Overflow,
  PlainTextElement,
  PlainTextOption,
  Button as SlackButton,
} from '@slack/types';
import type { Action, Block, Button, TickOption } from '../../../dialogs/message.ts';
import { oneLine, tickGroups } from '../../../dialogs/plain.ts';
import { RenderLimitError } from '../limits.ts';
import { slackLimits as most } from './limits.ts';

/** `action_id` of every tick list; its values are in `state.values` when the button under it is pressed. */
export const ticksId = 'ticks';

/** Begins the `action_id` of everything that can be pressed and is ours to answer. */
export const pressId = 'press-';

export interface Controls {
  readonly token: (action: Action) => string;
  /** Counts what can be pressed, because an `action_id` must be unique in its message. */
  readonly pressed: { count: number };
}

export function buttons(
  { buttons: pressable, rare = [] }: Block & { kind: 'buttons' },
  controls: Controls,
): KnownBlock[] {
  const elements = [
    ...pressable.map((button) => drawButton(button, controls)),
    ...(rare.length > 0 ? [menu(rare, controls)] : []),
  ];
  const rows: KnownBlock[] = [];
  for (let start = 0; start < elements.length; start += most.buttons) {
    rows.push({ type: 'actions', elements: elements.slice(start, start + most.buttons) });
  }
  return rows;
}

export const row = (pressable: readonly Button[], controls: Controls): ActionsBlock => ({
  type: 'actions',
  elements: pressable.map((button) => drawButton(button, controls)),
});

/** Three dots, and behind them what is seldom wanted. */
function menu(rare: readonly Button[], { token, pressed }: Controls): Overflow {
  atMost('menu', rare.length, rare[0]?.label ?? '');
  pressed.count += 1;
  const options = rare.map(({ label: words, action }) => {
    const value = token(action);
    atMost('menuValue', value.length, words);
    return { text: label('buttonLabel', words), value };
  });
  return { type: 'overflow', action_id: `menu-${pressed.count}`, options };
}

/** An input block for each group: ticking sends nothing, and its label is read out with the list. */
export function ticks(block: Block & { kind: 'ticks' }, controls: Controls): KnownBlock[] {
  const lists = tickGroups(block).map((group, i): InputBlock => {
    atMost('options', group.options.length, block.question);
    const blockId = `${ticksId}:${block.question}${i > 0 ? `:${i + 1}` : ''}`;
    atMost('blockId', blockId.length, block.question);
    const options = group.options.map((option) => drawOption(option));
    const ticked = options.filter((_, index) => group.options[index]?.ticked);
    const element: Checkboxes = {
      type: 'checkboxes',
      action_id: ticksId,
      options,
      ...(ticked.length > 0 && { initial_options: ticked }),
    };
    const words = label('inputLabel', group.label);
    return { type: 'input', block_id: blockId, label: words, element, dispatch_action: false };
  });
  return [...lists, { type: 'actions', elements: [drawButton(block.submit, controls)] }];
}

function drawButton(button: Button, { token, pressed }: Controls): SlackButton {
  pressed.count += 1;
  const value = token(button.action);
  atMost('buttonValue', value.length, button.label);
  return {
    type: 'button',
    action_id: `${pressId}${pressed.count}`,
    text: label('buttonLabel', button.label),
    value,
    ...(button.look && { style: button.look }),
  };
}

function drawOption(option: TickOption): PlainTextOption {
  atMost('optionValue', option.value.length, option.label);
  const help = oneLine(option.help ?? '');
  return {
    value: option.value,
    text: label('optionLabel', option.label),
    ...(help && { description: label('optionHelp', help) }),
  };
}

function label(limit: 'buttonLabel' | 'optionLabel' | 'optionHelp' | 'inputLabel', words: string): PlainTextElement {
  const text = oneLine(words);
  atMost(limit, text.length, words);
  return { type: 'plain_text', text, emoji: false };
}

function atMost(limit: keyof typeof most, size: number, block: string): void {
  if (size > most[limit] || size === 0)
    throw new RenderLimitError('Slack', { limit, most: most[limit], block: `"${block}"`, size });
}
