/** Buttons and tick lists in Slack's look, that say when they are pressed. */
import type { ActionsBlock, InputBlock } from '@slack/types';

export interface Controls {
  readonly ticked: readonly string[];
  readonly onTick: (value: string, on: boolean) => void;
  readonly onPress: (label: string, token: string) => void;
}

export function Pressable({ block, controls }: { readonly block: ActionsBlock; readonly controls: Controls }) {
  return (
    <div className="actions">
      {block.elements.map(
        (element) =>
          element.type === 'button' && (
            <button
              key={element.action_id}
              type="button"
              className={`press ${element.style ?? ''}`}
              onClick={() => controls.onPress(element.text.text, element.value ?? '')}
            >
              {element.text.text}
            </button>
          ),
      )}
    </div>
  );
}

export function TickList({ block, controls }: { readonly block: InputBlock; readonly controls: Controls }) {
  const { ticked, onTick } = controls;
  if (block.element.type !== 'checkboxes') return null;
  return (
    <fieldset className="ticks">
      <legend>{block.label.text}</legend>
      {block.element.options.map(({ text, description, value = '' }) => (
        <label key={value}>
          <input
            type="checkbox"
            checked={ticked.includes(value)}
            onChange={(event) => onTick(value, event.target.checked)}
          />
          <span>
            {text.text}
            {description && <small>{description.text}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
