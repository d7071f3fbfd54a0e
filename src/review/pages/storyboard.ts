/** Every screen of the bot, to print: as it is read, with its number of words and its reading age. */

import { sayDate } from '../../../dialogs/said.ts';
import { dayOf } from '../../../rules/london.ts';
import { type Html, html } from '../html.ts';
import type { ReviewPage } from '../layout.ts';
import { type Measure, measureOf } from '../measure.ts';
import type { Pack } from '../pack.ts';
import type { BoardScreen } from '../storyboard/screen.ts';
import { type Chapter, storyboard } from '../storyboard/storyboard.ts';
import { drawnMessage } from './message.ts';

interface Board extends Omit<Chapter, 'screens'> {
  readonly screens: readonly (BoardScreen & Measure & { readonly id: string })[];
}

export function storyboardPage({ organisation, calendar, moment }: Pack): ReviewPage {
  const chapters = storyboard({ organisation, calendar, now: moment }).map(measured);
  const all = chapters.flatMap(({ screens }) => screens);
  const hardest = all
    .flatMap(({ hardest: each, id, name }) => (each ? [{ ...each, id, name }] : []))
    .toSorted((a, b) => b.age - a.age)
    .filter(({ text }, i, every) => every.findIndex((each) => each.text === text) === i)
    .slice(0, 12);
  return {
    file: 'storyboard.html',
    name: 'Storyboard',
    title: 'Every screen of the bot',
    body: html`<p>${all.length} screens, each once, as they read on ${sayDate(dayOf(moment))} at ${organisation.name}. What opens by a press is drawn open. Every card that an answer can end in stands on <a href="decisions.html">Decisions</a>, drawn as Slack and Teams do.</p>
<p>Words: all that is seen before anything is opened. Reading age: by the Flesch-Kincaid grade of its sentences of five words and more; names that people must know, such as LADO, count as one short word. We aim at 11.</p>
${chapters.map(figures)}
<h2>The hardest sentences</h2>
<ol>${hardest.map(({ age, text, id, name }) => html`<li>Age ${age}, <a href="#${id}">${name}</a>: ${text}</li>`)}</ol>
${chapters.map(drawn)}`,
  };
}

const measured = (chapter: Chapter): Board => ({
  ...chapter,
  screens: chapter.screens.map((screen, i) => ({
    ...screen,
    ...measureOf(screen.message),
    // Several questions read alike, each after others.
    name: `${i + 1}. ${screen.name}`,
    id: `${chapter.id}-${i + 1}`,
  })),
});

const sayAge = (age: number | undefined) => (age === undefined ? '–' : String(age));

function figures({ title, screens }: Board): Html {
  return html`<details><summary><b>${title}</b>: ${screens.length} screens, at most ${Math.max(...screens.map(({ words }) => words))} words</summary>
<div class="wide" tabindex="0" role="region" aria-label="Figures: ${title}"><table><thead><tr><th scope="col">Screen</th><th scope="col" class="n">Words</th><th scope="col" class="n">Reading age</th></tr></thead><tbody>
${screens.map(({ id, name, words, age }) => html`<tr><th scope="row"><a href="#${id}">${name}</a></th><td class="n">${words}</td><td class="n">${sayAge(age)}</td></tr>`)}</tbody></table></div></details>`;
}

const drawn = ({ id, title, screens }: Board): Html => html`<h2 id="board-${id}">${title}</h2>
<div class="board">${screens.map(({ id: own, name, message, added, words, age }) => html`<section class="keep" id="${own}" aria-labelledby="${own}-name"><h3 id="${own}-name">${name}</h3><p class="small">${words} words${age !== undefined && `, reading age ${age}`}${added && '. Only what is added'}</p>${drawnMessage(message)}</section>`)}</div>`;
