/** What a change to the rules does, on a page. */
import type { RulesComparison } from '../compare.ts';
import { type Html, html } from '../html.ts';
import type { ReviewPage } from '../layout.ts';
import { type ComparisonFinding, reportOf } from '../report.ts';

export function changesPage(comparison: RulesComparison, revision: string): ReviewPage {
  const { verdict, weaker, stronger, other, ordered } = reportOf(comparison);
  return {
    file: 'changes.html',
    name: 'Changes',
    title: `What changed since ${revision}`,
    body: html`<p><b>${verdict}</b></p>
${weaker.length > 0 && html`<section class="box red" aria-labelledby="weaker"><h2 id="weaker">Weaker: somebody could be told less, later, or more loosely</h2>${list(weaker)}</section>`}
${stronger.length > 0 && html`<h2>Stronger, or more often</h2><p>Too much is a fault too: look whether each is meant.</p>${list(stronger)}`}
${other.length > 0 && html`<h2>Otherwise</h2>${list(other)}`}
<h2>How often each is told</h2>
<div class="wide" tabindex="0" role="region" aria-label="How often each is told"><table class="stack"><thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead><tbody>${ordered.map(([body, ...cells]) => html`<tr><th scope="row">${body}</th>${cells.map((cell, i) => html`<td data-title="${heads[i + 1]}">${cell}</td>`)}</tr>`)}</tbody></table></div>`,
  };
}
const heads = ['Who', 'Before', 'Now', 'Change'];

const list = (findings: readonly ComparisonFinding[]): Html =>
  html`<ul>${findings.map(({ says, more }) => html`<li><b>${says}</b>${more.map((each) => html`<br><span class="small">${each}</span>`)}</li>`)}</ul>`;
