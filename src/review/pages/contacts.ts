/** Numbers, links and hours: when each was last checked, where it was read, and who must ring it. */
import { sayDate } from '../../../dialogs/said.ts';
import { contactsIn, peopleOf, staleContacts } from '../../../rules/local.ts';
import { platforms } from '../../../rules/platforms.ts';
import { services } from '../../../rules/services.ts';
import { type Content, type Html, html } from '../html.ts';
import type { ReviewPage } from '../layout.ts';
import type { Pack } from '../pack.ts';
import { pagesToCheck } from '../to-decide.ts';

export function contactsPage({ organisation, moment }: Pack): ReviewPage {
  const people = services.filter(({ kind }) => kind !== 'law');
  const rung = people.filter(({ phone }) => phone);
  const administrators = organisation.administrators.map(({ name }) => name).join(', ') || 'an administrator';
  const stale = new Map(staleContacts(organisation, moment).map(({ at, days }) => [at, days]));
  const unsure: readonly (readonly [string, readonly { readonly name: string }[]])[] = [
    ['Known hours not confirmed lately, shown as “probably”', rung.filter(({ usualHours }) => usualHours)],
    ['Hours not known at all', rung.filter(({ hours, usualHours }) => !hours && !usualHours)],
    ['No page seen', people.filter(({ source }) => !source)],
    [
      'No confirmed link',
      people.filter(({ kind, phone, url, reportUrl }) => kind === 'guidance' && !phone && !url && !reportUrl),
    ],
    ['Platforms without a confirmed report page', platforms.filter(({ reportUrl, closed }) => !reportUrl && !closed)],
    ['Nothing recent was found that says it is open', people.filter(({ stillOpen }) => stillOpen)],
  ];
  return {
    file: 'contacts.html',
    name: 'Numbers',
    title: 'Numbers, hours and links to be checked',
    body: html`<p>All were read on published pages. None was rung. A wrong number is real harm: ring each, and write down who did and when.</p>
<h2>What is least sure</h2>
<ul>${unsure.map(([says, each]) => html`<li><b>${says}:</b> ${each.map(({ name }) => name).join(', ') || 'none'}.</li>`)}${pagesToCheck.map((each) => html`<li>${each}</li>`)}</ul>
<h2>Contacts of ${organisation.name}</h2>
<p>To be rung by: ${administrators}. They stand in the organisation file; a check older than ${organisation.checkContactsEveryDays} days is marked.</p>
${table(
  'Contacts of the organisation',
  contactsIn(organisation).map(({ at, contact: { name, phone, email, url, hours, lastChecked, source } }) => [
    name,
    [phone, email, url].filter(Boolean).join(', '),
    hours === undefined ? 'not known' : 'in the file',
    html`${sayDate(lastChecked)}${stale.has(at) ? html` <b class="red">${stale.get(at)} days ago</b>` : ''}`,
    source,
  ]),
)}
<h2>People of its sites</h2>
${table(
  'People of the sites',
  organisation.sites.flatMap((site) =>
    peopleOf(site).map((person): readonly Content[] => [
      `${person.name} (${site.name})`,
      person.phone,
      'in the file',
      'not held',
      'the organisation file',
    ]),
  ),
)}
<h2>National services</h2>
<p>To be rung by: the policy owner, or whom they name.</p>
${table(
  'National services',
  people.map(({ name, phone, email, url, reportUrl, hours, usualHours, lastChecked, source, stillOpen }) => [
    name,
    [phone, email, reportUrl ?? url].filter(Boolean).join(', ') || 'none held',
    hours?.text ?? (usualHours ? `probably ${usualHours.text}` : phone ? 'not known' : ''),
    html`${sayDate(lastChecked)}${stillOpen ? html` <b class="red">not confirmed that it is open</b>` : ''}`,
    source ?? html`<b class="red">no page seen</b>`,
  ]),
)}`,
  };
}

function table(name: string, rows: readonly (readonly Content[])[]): Html {
  const heads = ['Who', 'Number, address', 'Hours', 'Last checked', 'Read on', 'Rung by, when'];
  return html`<div class="wide" tabindex="0" role="region" aria-label="${name}"><table class="stack"><thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead><tbody>${rows.map((cells) => html`<tr>${[...cells, ''].map((cell, i) => (i === 0 ? html`<th scope="row">${cell}</th>` : html`<td data-title="${heads[i]}">${cell}</td>`))}</tr>`)}</tbody></table></div>`;
}
