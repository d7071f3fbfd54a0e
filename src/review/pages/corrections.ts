/** Where the chapter has the law or a name wrong or out of date, and what a person must still check. */
import { itemsOf } from '../../../dialogs/look-up/checklist.ts';
import { checklists } from '../../../dialogs/look-up/checklists.ts';
import { lawNotes } from '../../../dialogs/look-up/law.ts';
import { services } from '../../../rules/services.ts';
import { html } from '../html.ts';
import type { ReviewPage } from '../layout.ts';
import { lawToCheck } from '../to-decide.ts';
import { sayLinesCited } from './parts.ts';

export function correctionsPage(): ReviewPage {
  const corrected = lawNotes.filter(({ corrections }) => corrections.length > 0);
  const names = services.flatMap(({ name, chapterNote }) => (chapterNote ? [{ name, chapterNote }] : []));
  const items = checklists.flatMap((list) =>
    itemsOf(list).flatMap(({ text, ours, cites }) => (ours ? [{ list: list.title, text, ours, cites }] : [])),
  );
  return {
    file: 'corrections.html',
    name: 'Corrections',
    title: 'Corrections to the chapter',
    body: html`<p>Shown as ours in the look-ups, never made in silence. No answer turns on them. Tell whoever keeps the chapter.</p>
<h2>The law</h2>
${corrected.map(
  ({
    title,
    corrections,
    cites,
  }) => html`<section class="box keep" aria-label="${title}"><h3>${title}</h3><p class="small">${sayLinesCited(cites)}</p>
<ul>${corrections.map(({ chapter, act, checked }) => html`<li><b>The chapter:</b> ${chapter} <b>The law:</b> ${act} ${checked ? '' : html`<b class="red">No page was seen for this.</b>`}</li>`)}</ul></section>`,
)}
<h2>Names and links</h2>
<ul>${names.map(({ name, chapterNote }) => html`<li><b>${name}:</b> ${chapterNote}</li>`)}</ul>
<h2>In the checklists</h2>
<ul>${items.map(({ list, text, ours, cites }) => html`<li><b>${list}:</b> ${text} <b>Ours:</b> ${ours} <span class="small">${sayLinesCited(cites)}</span></li>`)}</ul>
<h2>To be checked by a person with the law before them</h2>
<ul>${lawToCheck.map((each) => html`<li>${each}</li>`)}</ul>
<h2>What the law look-ups mark as “A person must check”</h2>
${lawNotes
  .filter(({ toCheck }) => toCheck)
  .map(({ title, toCheck = [] }) => html`<h3>${title}</h3><ul>${toCheck.map((each) => html`<li>${each}</li>`)}</ul>`)}`,
  };
}
