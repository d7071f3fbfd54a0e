/** Buttons and tick lists in Slack's look, that say when they are pressed. */
import type { ActionsBlock, InputBlock, Overflow } from '@slack/types';

export interface DrawnControls {
  readonly ticked: readonly string[];
  readonly onTick: (value: string, on: boolean) => void;
  readonly onPress: (label: string, token: string) => void;
}

export function Pressable({ block, controls }: { readonly block: ActionsBlock; readonly controls: DrawnControls }) {
  return (
    <div className="actions">
      {block.elements.map((element) => {
        if (element.type === 'overflow') return <Menu key={element.action_id} menu={element} controls={controls} />;
        if (element.type !== 'button') return null;
        const { action_id, style = '', text, value = '' } = element;
        return (
          <button
            key={action_id}
            type="button"
            className={`press ${style}`}
            onClick={() => controls.onPress(text.text, value)}
          >
            {text.text}
          </button>
        );
      })}
    </div>
  );
}

/** Slack shows three dots, and the choices over the message once they are pressed. */
function Menu({ menu, controls }: { readonly menu: Overflow; readonly controls: DrawnControls }) {
  return (
    <details className="menu">
      <summary className="press" aria-label="More">
        ⋮
      </summary>
      <div>
        {menu.options.map(({ text, value = '' }) => (
          <button key={value} type="button" onClick={() => controls.onPress(text.text, value)}>
            {text.text}
          </button>
        ))}
      </div>
    </details>
  );
}

export function TickList({ block, controls }: { readonly block: InputBlock; readonly controls: DrawnControls }) {
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
