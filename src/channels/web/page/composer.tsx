import { type FormEvent, type KeyboardEvent, useState } from 'react';

interface Props {
  readonly onText: (text: string) => void;
  readonly onPicture: () => void;
}

/** Where the worried person types; it serves both drawings. */
export function Composer({ onText, onPicture }: Props) {
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
    <form className="composer" onSubmit={send} aria-label="Your message">
      <label htmlFor="typed">
        Type as the worried person
        <span className="hint"> The buttons above do everything. Typing works too.</span>
      </label>
      <div className="composer-row">
        <textarea
          id="typed"
          rows={1}
          value={text}
          autoComplete="off"
          spellCheck={false}
          placeholder="yes, 2, help, a helpline’s name"
          onChange={(event) => setText(event.target.value)}
          onKeyDown={sendOnEnter}
        />
        <button type="submit" className="strong-button">
          Send
        </button>
        <button type="button" className="quiet-button" onClick={onPicture}>
          Attach a picture
        </button>
      </div>
    </form>
  );
}
