/** Buttons, folded parts and tick lists in an Adaptive Card. What to send where they do not show is in its text. */
import type { Action, Block, Button, Still, TickOption } from '../../../dialogs/message.ts';
import { oneLine, tickGroups } from '../../../dialogs/plain.ts';
import { menuLabel } from '../../../dialogs/words/screens.ts';
import type { Fold } from '../folding.ts';
import { RenderLimitError } from '../limits.ts';
import type { CardElement, ChoiceSet, Execute, Toggle } from './card.ts';
import { teamsLimits as most } from './limits.ts';
import { literal } from './markdown.ts';
import { textBlock } from './text.ts';

/**
 * `id` of the tick list of a card; the ticked values come back under it with commas between them. Those of a second
 * group come back under `ticks2`, and so on.
 */
const ticksId = 'ticks';

export interface Controls {
  readonly token: (action: Action) => string;
  /** Counts what can be unfolded, because an `id` must be unique in its card. */
  readonly unfolded: { count: number };
}

const styles = { primary: 'positive', danger: 'destructive' } as const;

export function buttons(
  { buttons: pressable, rare = [] }: Block & { kind: 'buttons' },
  { token, unfolded }: Controls,
): readonly CardElement[] {
  const own = pressable.map((button) => drawn(button.label, execute(button, token, 'none')));
  if (rare.length === 0) return actionSets(own);
  unfolded.count += 1;
  const id = `menu-${unfolded.count}`;
  const menu = drawn(menuLabel, {
    ...toggle(menuLabel, id),
    fallback: execute({ label: menuLabel, action: { do: 'help' } }, token, 'none'),
  });
  const hidden = rare.map((button) => drawn(button.label, execute(button, token, 'none')));
  return [...actionSets([...own, menu]), { type: 'Container', id, isVisible: false, items: actionSets(hidden) }];
}

/** One button each, and under them what it opens: the card unfolds it by itself, and nothing is sent. */
export function folds(
  all: readonly Fold[],
  { token, unfolded }: Controls,
  draw: (block: Still) => readonly CardElement[],
) {
  const parts = all.map((fold) => {
    unfolded.count += 1;
    return { fold, id: `part-${unfolded.count}` };
  });
  const opened = ({ fold: { title, blocks, rest }, id }: (typeof parts)[number]): CardElement => ({
    type: 'Container',
    id,
    isVisible: false,
    separator: true,
    items: [
      ...textBlock([title], { weight: 'Bolder' }),
      ...blocks.flatMap(draw),
      ...(rest ? actionSets([drawn(rest.label, execute(rest, token, 'none'))]) : []),
    ],
  });
  const opening = parts.map(({ fold: { title, opens }, id }) =>
    drawn(title, { ...toggle(title, id), fallback: execute({ label: title, action: opens }, token, 'none') }),
  );
  return [...actionSets(opening), ...parts.map(opened)];
}

const toggle = (title: string, id: string) =>
  ({ type: 'Action.ToggleVisibility', title: oneLine(title), targetElements: [id] }) as const;

export function ticks(block: Block & { kind: 'ticks' }, { token }: Controls): readonly CardElement[] {
  const lists = tickGroups(block).map(({ label, options }, i): ChoiceSet => {
    const size = options.length;
    if (size > most.options) {
      throw new RenderLimitError('Teams', { limit: 'options', most: most.options, block: `"${block.question}"`, size });
    }
    const ticked = options.filter((option) => option.ticked).map((option) => option.value);
    return {
      type: 'Input.ChoiceSet',
      id: `${ticksId}${i > 0 ? i + 1 : ''}`,
      label: literal(oneLine(label)),
      isMultiSelect: true,
      style: 'expanded',
      wrap: true,
      choices: options.map((option) => ({ title: title(option), value: option.value })),
      ...(ticked.length > 0 && { value: ticked.join(',') }),
    };
  });
  return [...lists, { type: 'ActionSet', actions: [execute(block.submit, token, 'auto')] }];
}

function title(option: TickOption): string {
  const help = option.help ? ` (${oneLine(option.help)})` : '';
  return literal(`${oneLine(option.label)}${help}`);
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

interface Drawn {
  readonly width: number;
  readonly action: Execute | Toggle;
}

const drawn = (label: string, action: Drawn['action']): Drawn => ({ width: oneLine(label).length + 4, action });

/** Rows that a phone shows whole: Teams does not wrap a row, it hides or cuts what is too much. */
function actionSets(all: readonly Drawn[]): readonly CardElement[] {
  const rows: Drawn['action'][][] = [];
  let used = 0;
  for (const { width, action } of all) {
    const row = rows.at(-1);
    if (row && row.length < most.buttonsInRow && used + width <= most.rowLabels) {
      row.push(action);
      used += width;
    } else {
      rows.push([action]);
      used = width;
    }
  }
  return rows.map((actions) => ({ type: 'ActionSet', actions }));
}
