/** What is not in the chapter: every line of ours and every local one, each to be accepted, refused or reworded. */
import type { OurEntry } from '../../../dialogs/ours.ts';
import { type DifferenceRow, differences } from '../../../rules/differences.ts';
import { rules } from '../../../rules/rules.ts';
import { sayCondition } from '../conditions.ts';
import { type Html, html } from '../html.ts';
import type { ReviewPage } from '../layout.ts';
import { saidByRule } from '../lines.ts';
import type { Pack } from '../pack.ts';
import { reasons } from '../reasons.ts';
import { assumptions, howLeadsAreTold } from '../to-decide.ts';
import { lineItem, sayLinesCited, toldList } from './parts.ts';

export function oursPage(pack: Pack): ReviewPage {
  const { ours, organisation, statements } = pack;
  const of = (kind: OurEntry['kind']) => ours.filter((entry) => entry.kind === kind);
  const local = organisation.localDuties;
  const whole = reasons.filter((reason) => reason.rules.length === 0);
  return {
    file: 'ours.html',
    name: 'Ours and local',
    title: 'What is ours or local: accept, refuse or reword each',
    body: html`<p>None of this is in the chapter. The card marks what is ours with ° and what is local with †. Tick what your partnership decided, write who decided, and save it at the end.</p>
<form id="decisions" data-hash="${pack.hash}">
<h2>Rules of ours</h2>${of('rule').map((entry) => entryBlock(entry, pack))}
<h2>Lines of ours, within rules of the chapter</h2>${of('line').map((entry) => entryBlock(entry, pack))}
<h2>“Today”, where the chapter gives no limit</h2>
<p>No limit is not “no hurry”. The card says “today (our limit)”.</p>${of('limit').map((entry) => entryBlock(entry, pack))}
<h2>Local rules of ${organisation.name}</h2>
${local.length === 0 ? html`<p>The organisation file has none.</p>` : local.map((duty) => html`<section class="box keep" aria-label="Local rule ${duty.id}"><h3>${duty.id.replaceAll('-', ' ')}</h3><pre class="small">${JSON.stringify(duty, undefined, 1)}</pre>${decide(`local ${duty.id}`)}</section>`)}
<div class="box screen-only"><p><label>Your name <input name="name" autocomplete="name"></label> <label>Your role <input name="role"></label></p>
<p><button type="button" id="save">Save what is ticked</button> <button type="button" id="accept-rest">Tick “accept” on all others</button></p>
<p class="small">It saves a file on this machine and sends nothing. Then: npm run -s review -- --sign THAT-FILE</p><p role="status" id="saved"></p></div>
</form>
<h2>How the rules work as a whole</h2>
<ul>${whole.map(({ says, why }) => html`<li>${says}. ${why}.</li>`)}</ul>
<h2>How leads are told</h2>
<p>All of it is ours.</p>
<div class="wide" tabindex="0" role="region" aria-label="How leads are told"><table class="stack"><thead><tr><th scope="col">What we do</th><th scope="col">Where it is changed</th></tr></thead><tbody>${howLeadsAreTold.map(({ says, change }) => html`<tr><td data-title="What we do">${says}</td><td data-title="Changed in">${change}</td></tr>`)}</tbody></table></div>
<h2>Assumptions</h2>
<ul>${assumptions.map((each) => html`<li>${each}</li>`)}</ul>
<h2>Where we differ from the chapter in who, how strongly, or by when</h2>
<p>Each of the ${statements.length} statements is held against what is said. Here is everything that differs. “(ours)” and “(follows)” are marked so on the card.</p>
<div class="wide" tabindex="0" role="region" aria-label="Differences from the chapter"><table class="stack"><thead><tr><th scope="col">Statements</th><th scope="col">Line</th><th scope="col">What</th><th scope="col">Ours</th><th scope="col">The chapter's</th><th scope="col">Why</th></tr></thead><tbody>
${differences.map(differenceRow)}</tbody></table></div>`,
    scripted: true,
  };
}

function entryBlock({ id, kind, rules: by, cites, says }: OurEntry, { survey }: Pack): Html {
  const why = reasons.filter((reason) => kind === 'rule' && reason.rules.some((rule) => by.includes(rule)));
  const [first] = by;
  const rule = rules.find((each) => each.id === first);
  const ways = survey.paths.filter((path) => path.rules.some((each) => by.includes(each))).length;
  const lines = rule ? saidByRule({ ...rule, says }) : [];
  return html`<section class="box keep" id="${id.replaceAll(' ', '-')}" aria-label="${id}"><h3>${why[0]?.says ?? id.replace(/^\w+ /, '').replaceAll('-', ' ')}</h3>
${why.map((reason) => html`<p>Why: ${reason.why}.</p>`)}
<ul>${lines.map((line) => lineItem(line, 'ours'))}</ul>
${kind === 'rule' && rule && html`<p><b>When:</b> ${toldList(sayCondition(rule.when))}</p>`}
<p class="small">${ways} of ${survey.paths.length} ways. ${cites.length > 0 ? `Near: ${sayLinesCited(cites)}. ` : ''}${by.length === 1 ? 'Rule' : 'Rules'}: ${by.map((each, i) => html`${i > 0 ? ', ' : ''}<a href="rules.html#rule-${each}">${each}</a>`)}.</p>
${decide(id)}</section>`;
}

/** On paper the boxes are ticked by hand. */
function decide(id: string): Html {
  const choice = (value: string, says: string) =>
    html`<label><input type="radio" name="${id}" value="${value}"> ${says}</label>`;
  return html`<div class="decide" role="group" aria-label="Decide on ${id}">${choice('accepted', 'Accept')}${choice('refused', 'Refuse')}${choice('reword', 'Reword')}<label>How it should say <input name="words ${id}" size="28"></label></div>`;
}

function differenceRow({ statements, line, field, ours, chapter, reason }: DifferenceRow): Html {
  return html`<tr><td data-title="Statements">${statements.map((id, i) => html`${i > 0 ? ', ' : ''}<a href="procedure.html#${id}">${id}</a>`)}</td><td data-title="Line">${line}</td><td data-title="What">${field}</td><td data-title="Ours">${ours}</td><td data-title="The chapter's">${chapter}</td><td data-title="Why">${reason}</td></tr>`;
}
