import { useState } from 'react';
import type { PageEntry } from '../view.ts';
import type { LastExchange } from './model.ts';

interface Props {
  readonly entries: readonly PageEntry[];
  readonly exchange: LastExchange | undefined;
}

/** Two looks behind the drawings: the words without any cards, and the data that was sent. */
export function Behind({ entries, exchange }: Props) {
  const newest = entries.findLast(({ place }) => place === 'conversation');
  return (
    <section className="behind" aria-label="Behind the drawings">
      <details>
        <summary>What a screen reader hears</summary>
        <p className="behind-note">
          This is the text of the newest message. Notifications show it too, and so do devices that show no cards.
        </p>
        <pre className="words">{newest?.slack.map(({ text }) => asShown(text)).join('\n\n')}</pre>
      </details>
      <details>
        <summary>For engineers: the data of a message</summary>
        <Data entries={entries} exchange={exchange} />
      </details>
    </section>
  );
}

function Data({ entries, exchange }: Props) {
  const [picked, setPicked] = useState(0);
  const entry = entries.find(({ number }) => number === picked) ?? entries.at(-1);
  return (
    <>
      <label className="setting">
        <span className="setting-name">Message</span>
        <select value={picked} onChange={(event) => setPicked(Number(event.target.value))}>
          <option value={0}>The newest</option>
          {entries.map(({ number, place, as, summary }) => (
            <option key={number} value={number}>
              {`${number}. ${place === 'leads' ? (as === undefined ? 'Leads: ' : 'Lead, private: ') : ''}${summary}`}
            </option>
          ))}
        </select>
      </label>
      <div className="listings">
        <Listing title="Slack: Block Kit" data={entry?.slack} />
        <Listing title="Teams: Adaptive Card 1.4" data={entry?.teams} />
        <Listing title="The page’s last request and its answer" data={exchange} />
      </div>
    </>
  );
}

function Listing({ title, data }: { readonly title: string; readonly data: unknown }) {
  const text = JSON.stringify(data, null, 2) ?? 'Nothing yet.';
  return (
    <section className="listing" aria-label={title}>
      <div className="listing-head">
        <h3>{title}</h3>
        <button type="button" className="quiet-button" onClick={() => void navigator.clipboard.writeText(text)}>
          Copy<span className="unseen-word"> {title}</span>
        </button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <pre tabIndex={0}>{text}</pre>
    </section>
  );
}

/** Slack reads three signs of a message's text as it reads them in its blocks. */
const asShown = (text: string): string => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
