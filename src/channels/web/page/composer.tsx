import { type FormEvent, type KeyboardEvent, type ReactNode, useState } from 'react';

interface Props {
  /** Unique on the page. */
  readonly id: string;
  /** Names the form; `label` names its box. */
  readonly title: string;
  readonly label: string;
  readonly hint?: string;
  readonly examples: string;
  readonly onText: (text: string) => void;
  readonly children?: ReactNode;
}

/** A box to type in, sent with Enter. */
export function Composer({ id, title, label, hint, examples, onText, children }: Props) {
  const [text, setText] = useState('');

  function send(event: FormEvent): void {
    event.preventDefault();
    if (text.trim() === '') return;
    onText(text);
    setText('');
  }

  function sendOnEnter(event: KeyboardEvent): void {
    if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) send(event);
  }

  return (
    <form className="composer" onSubmit={send} aria-label={title}>
      <label htmlFor={id}>
        {label}
        {hint !== undefined && <span className="hint"> {hint}</span>}
      </label>
      <div className="composer-row">
        <textarea
          id={id}
          rows={1}
          value={text}
          autoComplete="off"
          spellCheck={false}
          placeholder={examples}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={sendOnEnter}
        />
        <button type="submit" className="strong-button">
          Send
        </button>
        {children}
      </div>
    </form>
  );
}
