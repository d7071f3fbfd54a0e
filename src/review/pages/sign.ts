/** The sheet that is signed. */
import { sayDate } from '../../../dialogs/said.ts';
import { edition, rulesVersion } from '../../../rules/chapter.ts';
import { html } from '../html.ts';
import type { ReviewPage } from '../layout.ts';
import type { Pack } from '../pack.ts';

const roles = [
  'Designated safeguarding lead',
  'Head or chief officer',
  'Policy owner of the partnership',
  'LADO',
  'Children’s social care',
  'Police',
];

export function signPage({ hash, organisation, ours, survey, statements }: Pack): ReviewPage {
  const facts: readonly (readonly [string, string])[] = [
    ['Organisation', organisation.name],
    [
      'Chapter',
      `${edition.title}, ${edition.version}, last updated ${sayDate(edition.lastUpdated)}, ${edition.status}`,
    ],
    ['Rules version', String(rulesVersion)],
    ['Hash of rules, words and questions', hash],
    ['Statements of the chapter', String(statements.length)],
    ['Rules', String(survey.rules.length)],
    ['Entries of ours to accept', `${ours.length}, and ${organisation.localDuties.length} local`],
    ['Different decisions', `${survey.decisions.length}, on ${survey.paths.length} ways`],
  ];
  return {
    file: 'sign.html',
    name: 'Sign-off',
    title: 'Sign-off sheet',
    body: html`<dl class="facts">${facts.map(([name, says]) => html`<dt>${name}</dt><dd>${says}</dd>`)}</dl>
<p>By signing, we have read the pack of this version and hash. What we refuse or want reworded stands on the page “Ours and local” that goes with this sheet. Another hash means other rules: then this signature is for the older ones.</p>
<div class="wide" tabindex="0" role="region" aria-label="Signatures"><table class="signed"><thead><tr><th scope="col">Role</th><th scope="col">Name</th><th scope="col">Signed</th><th scope="col">Date</th></tr></thead><tbody>${[...roles, 'Other', 'Other'].map((role) => html`<tr><th scope="row">${role}</th><td><div class="blank"></div></td><td></td><td></td></tr>`)}</tbody></table></div>
<h2>What was read</h2>
<ul>${['The chapter, beside what Signpost makes of it', 'Every rule', 'What is ours or local, each decided', 'The way through the questions', 'Decisions, at least those of our own cases', 'Numbers, each rung', 'Corrections to the chapter'].map((each) => html`<li><label><input type="checkbox"> ${each}</label></li>`)}</ul>`,
  };
}
