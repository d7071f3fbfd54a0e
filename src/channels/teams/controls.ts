/** Buttons and tick lists in an Adaptive Card, each with small print that works when they do not. */
import type { Action, Block, Button, TickOption } from '../../../dialogs/message.ts';
import { numberedAnswers, numberHint, oneLine, tickHint } from '../../../dialogs/plain.ts';
import { RenderLimitError } from '../limits.ts';
import type { CardElement, ChoiceSet, Execute } from './card.ts';
import { teamsLimits as most } from './limits.ts';
import { literal } from './markdown.ts';
import { smallPrint } from './text.ts';

/** `id` of the tick list of a card; the ticked values come back under it with commas between them. */
const ticksId = 'ticks';

export interface Controls {
  readonly numbers: ReadonlyMap<Button | TickOption, number>;
  readonly token: (action: Action) => string;
}

const styles = { primary: 'positive', danger: 'destructive' } as const;

export function buttons(pressable: readonly Button[], { numbers, token }: Controls): readonly CardElement[] {
  const answers = numberedAnswers(pressable, numbers);
  return [
    ...rows(pressable).map(
      (row): CardElement => ({
        type: 'ActionSet',
        actions: row.map((button) => execute(button, token, 'none')),
      }),
    ),
    ...(answers === '' ? [] : smallPrint([numberHint(answers)])),
  ];
}

export function ticks(block: Block & { kind: 'ticks' }, { numbers, token }: Controls): readonly CardElement[] {
  if (block.options.length > most.options) {
    const size = block.options.length;
    throw new RenderLimitError('Teams', { limit: 'options', most: most.options, block: `"${block.question}"`, size });
  }
  const ticked = block.options.filter((option) => option.ticked).map((option) => option.value);
  const input: ChoiceSet = {
    type: 'Input.ChoiceSet',
    id: ticksId,
    label: literal(oneLine(block.label)),
    isMultiSelect: true,
    style: 'expanded',
    wrap: true,
    choices: block.options.map((option) => ({ title: title(option, numbers.get(option)), value: option.value })),
    ...(ticked.length > 0 && { value: ticked.join(',') }),
  };
  return [input, { type: 'ActionSet', actions: [execute(block.submit, token, 'auto')] }, ...smallPrint([tickHint])];
}

function title(option: TickOption, number: number | undefined): string {
  const help = option.help ? ` (${oneLine(option.help)})` : '';
  return literal(`${number}. ${oneLine(option.label)}${help}`);
}

/** `Submit` is for clients that know no `Execute`; both carry the same, and `verb` says it is a press. */
function execute(button: Button, token: (action: Action) => string, associatedInputs: 'auto' | 'none'): Execute {
  const label = oneLine(button.label);
  if (label === '') throw new RenderLimitError('Teams', { limit: 'title', most: 1, block: 'a button', size: 0 });
  const data = { token: token(button.action) };
  return {
    type: 'Action.Execute',
    title: label,
    verb: 'press',
    data,
    ...(button.look && { style: styles[button.look] }),
    associatedInputs,
    fallback: { type: 'Action.Submit', title: label, data: { ...data, verb: 'press' }, associatedInputs },
  };
}

/** Rows that a phone shows whole: Teams does not wrap a row, it hides or cuts what is too much. */
function rows(pressable: readonly Button[]): readonly (readonly Button[])[] {
  const made: Button[][] = [];
  let used = 0;
  for (const button of pressable) {
    const width = oneLine(button.label).length + 4;
    const row = made.at(-1);
    if (row && row.length < most.buttonsInRow && used + width <= most.rowLabels) {
      row.push(button);
      used += width;
    } else {
      made.push([button]);
      used = width;
    }
  }
  return made;
}
