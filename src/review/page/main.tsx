/** What the pack's pages do: find words, draw cards, ask the questions, save what was decided. */
import './buffer.ts';
import { createRoot } from 'react-dom/client';
import { answersOf } from '../ending.ts';
import type { DrawnFrom } from '../pages/decisions.ts';
import { sayWay } from '../pages/way.ts';
import { Ask } from './ask.tsx';
import { Card } from './card.tsx';
import { saveDecisions } from './decide.ts';
import { findAsTyped } from './find.ts';

const held = document.getElementById('drawn-from')?.textContent;
const from: DrawnFrom | undefined = held ? JSON.parse(held) : undefined;

findAsTyped();
saveDecisions();

const ask = document.getElementById('ask');
if (ask && from) createRoot(ask).render(<Ask from={from} />);

document.addEventListener('click', ({ target }) => {
  if (!(target instanceof HTMLButtonElement) || !from) return;
  const { card, ways } = target.dataset;
  const room = target.closest('details')?.querySelector('div');
  if (!room) return;
  if (card !== undefined) {
    const [first] = from.ways[Number(card)] ?? [];
    if (first) createRoot(room).render(<Card answers={answersOf(first)} from={from} />);
    target.remove();
  }
  if (ways !== undefined) {
    const list = document.createElement('ol');
    list.append(
      ...(from.ways[Number(ways)] ?? []).map((way) =>
        Object.assign(document.createElement('li'), { textContent: sayWay(way) }),
      ),
    );
    room.after(list);
    target.remove();
  }
});
