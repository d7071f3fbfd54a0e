/** What another organisation file does, before it is in force. */
import { sayMoment } from '../../../dialogs/leads/concern/times.ts';
import type { Organisation } from '../../../rules/local.ts';
import { type BothWeeks, type CardChange, fileChange, type SiteChange } from '../file-change.ts';
import { type Html, html } from '../html.ts';
import type { ReviewPage } from '../layout.ts';
import type { Pack } from '../pack.ts';
import { sayWay } from './way.ts';

/** @param before the file in force */
export function filePage(
  { survey, organisation, calendar, moment }: Pick<Pack, 'survey' | 'organisation' | 'calendar' | 'moment'>,
  before: Organisation,
): ReviewPage {
  const sites = fileChange(survey, { before, after: organisation, calendar, moment });
  const same = sites.every((site) => site.only === undefined && site.cards.length === 0 && !differs(site));
  return {
    file: 'file.html',
    name: 'Your file',
    title: 'What the new organisation file changes',
    body: html`<p>Every decision was drawn with the file in force and with the new one, as on ${sayMoment(moment)}. Then the seven days from there. Nothing of it is in force yet.</p>
${same && html`<p class="good"><b>No card changes at that moment, and nobody is told otherwise in these days.</b></p>`}
${sites.map(siteSection)}`,
  };
}

const differs = ({ told, socialCare }: SiteChange): boolean =>
  [...told, ...socialCare].some(({ before, after }) => before !== after);

function siteSection({ site, only, of, cards, told, socialCare }: SiteChange): Html {
  if (only) {
    return html`<h2>${site}</h2><p class="red"><b>${only === 'before' ? 'It is not in the new file: nobody there is told any more, and staff there cannot choose it.' : 'It is new. Its week stands under “The week”.'}</b></p>`;
  }
  const changed = cards.reduce((sum, each) => sum + each.cards, 0);
  return html`<h2>${site}</h2>
<p><b>${changed} of ${of} cards change.</b></p>
${cards.length > 0 && html`${sentences('No longer said', cards, ({ lost }) => lost)}${sentences('Said now', cards, ({ gained }) => gained)}<details><summary>Card by card: ${cards.length === 1 ? '1 kind of change' : `${cards.length} kinds of change`}</summary>${cards.map(cardBlock)}</details>`}
${week('Told first', site, told)}${week('Social care', site, socialCare)}`;
}

/** Each once, that of most cards first. */
function sentences(title: string, cards: readonly CardChange[], of: (change: CardChange) => readonly string[]): Html {
  const counts = new Map<string, number>();
  for (const change of cards) for (const line of of(change)) counts.set(line, (counts.get(line) ?? 0) + change.cards);
  const all = [...counts].toSorted(([, a], [, b]) => b - a);
  return html`<h3>${title}</h3>${all.length === 0 ? html`<p>Nothing.</p>` : html`<ul>${all.map(([line, count]) => html`<li>${line} <span class="small">(${cardsSaid(count)})</span></li>`)}</ul>`}`;
}

const cardsSaid = (count: number): string => (count === 1 ? '1 card' : `${count} cards`);

function cardBlock({ cards, lost, gained, example }: CardChange): Html {
  return html`<div class="box keep"><p><b>On ${cardsSaid(cards)}</b></p>
${lost.length > 0 && html`<p>No longer:</p><ul>${lost.map((line) => html`<li><del>${line}</del></li>`)}</ul>`}
${gained.length > 0 && html`<p>Now:</p><ul>${gained.map((line) => html`<li><b>${line}</b></li>`)}</ul>`}
<p class="small">One way there: ${sayWay(example)}</p></div>`;
}

function week(title: string, site: string, rows: readonly BothWeeks[]): Html {
  if (rows.every(({ before, after }) => before === after)) return html`<h3>${title}</h3><p>As before, all week.</p>`;
  return html`<h3>${title}</h3><div class="wide" tabindex="0" role="region" aria-label="${title}: ${site}"><table><thead><tr><th scope="col">From</th><th scope="col">Now in force</th><th scope="col">With the new file</th></tr></thead><tbody>${rows.map(({ from, before, after }) => html`<tr><th scope="row">${sayMoment(from)}</th><td>${before}</td><td>${before === after ? 'as before' : html`<b${/NOBODY|CLOSED/.test(after) ? html` class="red"` : ''}>${after}</b>`}</td></tr>`)}</tbody></table></div>`;
}
