/** An organisation's week: who is told first, and which team of social care answers, from hour to hour. */
import { sayMoment } from '../../../dialogs/leads/concern/times.ts';
import type { Site } from '../../../rules/local.ts';
import { type Html, html } from '../html.ts';
import type { ReviewPage } from '../layout.ts';
import type { Pack } from '../pack.ts';
import { type SaidStretch, socialCareOpen, toldFirst, type WeekFrom } from '../week.ts';

export function weekPage({ organisation, calendar, moment }: Pack): ReviewPage {
  const week: WeekFrom = { organisation, calendar, from: moment };
  return {
    file: 'week.html',
    name: 'The week',
    title: `Who is rung and told: ${organisation.name}`,
    body: html`<p>Seven days from ${sayMoment(moment)}, by the organisation file. Change the file, write the pack again with it, and see what it does before it goes live: on this page, and on every card.</p>
${organisation.sites.map((site) => siteWeek(site, week))}`,
  };
}

const siteWeek = (site: Site, week: WeekFrom): Html => html`<h2>${site.name}</h2>
${table('Told first, beside the leads’ channel', site.name, toldFirst(site, week))}
${table('Social care', site.name, socialCareOpen(site, week))}`;

const table = (title: string, site: string, rows: readonly SaidStretch[]): Html =>
  html`<h3>${title}</h3><div class="wide" tabindex="0" role="region" aria-label="${title}: ${site}"><table><thead><tr><th scope="col">From</th><th scope="col">Who</th></tr></thead><tbody>${rows.map(({ from, said }) => html`<tr><th scope="row">${sayMoment(from)}</th><td>${/NOBODY|CLOSED/.test(said) ? html`<b class="red">${said}</b>` : said}</td></tr>`)}</tbody></table></div>`;
