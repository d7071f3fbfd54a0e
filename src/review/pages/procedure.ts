/** The chapter statement by statement beside what carries it. */
import { sectionName } from '../../../rules/chapter.ts';
import type { DifferenceRow } from '../../../rules/differences.ts';
import { type Content, type Html, html } from '../html.ts';
import type { ReviewPage } from '../layout.ts';
import type { Pack } from '../pack.ts';
import { type Carried, sayLines } from '../statements.ts';
import { feeding } from './parts.ts';

export function procedurePage({ statements }: Pack): ReviewPage {
  const bySection = Map.groupBy(statements, ({ statement }) => statement.section);
  const byRule = statements.filter(({ rules }) => rules.length > 0).length;
  return {
    file: 'procedure.html',
    name: 'The chapter',
    title: 'The chapter, beside what Signpost makes of it',
    body: html`<p>Each statement of the chapter in our words, with its lines. Beside it: the rules that carry it and the questions that feed them. ${byRule} of ${statements.length} statements are rules. The others change no answer; each says why, and where people can look it up. Hold it against the chapter itself: its text is not copied here.</p>
<p class="screen-only"><label for="find">Find a word or a line</label> <input type="search" id="find" data-filter=".statement"></p>
${orphansBox(statements)}
${[...bySection].map(([section, own]) => html`<h2>${sectionName(section)}</h2>${own.map(statementBlock)}`)}`,
    scripted: true,
  };
}

/** Neither a rule nor a look-up has it. */
const isOrphan = ({ rules, lookUps }: Pick<Carried, 'rules' | 'lookUps'>): boolean =>
  rules.length === 0 && lookUps.length === 0;

/** What the chapter says and nothing here does: to be read first, on this page and on the first one. */
export function orphansBox(statements: readonly Carried[]): Content {
  const orphans = statements.filter(isOrphan);
  return (
    orphans.length > 0 &&
    html`<section class="box red" aria-labelledby="orphans"><h2 id="orphans">${orphans.length === 1 ? 'One statement' : `${orphans.length} statements`} of the chapter that nothing here carries</h2><ul>${orphans.map(({ statement }) => html`<li><a href="procedure.html#${statement.id}">${statement.id}</a>: ${statement.paraphrase}</li>`)}</ul></section>`
  );
}

function statementBlock({ statement, rules, lookUps, differences, noRule }: Carried): Html {
  const { id, paraphrase, modal } = statement;
  return html`<section class="box two statement" id="${id}" aria-label="Statement ${id}">
<div><p><b>${id}</b>, ${sayLines(statement)}. The chapter's verb: “${modal}”.</p><p>${paraphrase}</p></div>
<div>
${rules.length > 0 && html`<p><b>${rules.length === 1 ? 'Rule' : 'Rules'}:</b></p><ul>${rules.map((rule) => html`<li><a href="rules.html#rule-${rule.id}">${rule.id}</a> <span class="small">fed by: ${feeding(rule).join(' · ')}</span></li>`)}</ul>`}
${noRule !== undefined && !isOrphan({ rules, lookUps }) && html`<p><b>Not a rule:</b> ${noRule}</p>`}
${lookUps.length > 0 && html`<p><b>To look up:</b></p><ul>${lookUps.map((each) => html`<li>${each}</li>`)}</ul>`}
${isOrphan({ rules, lookUps }) && html`<p class="red"><b>Nothing carries it.</b></p>`}
${differences.length > 0 && html`<p><b>We say it otherwise, on purpose:</b></p><ul>${differences.map(differenceItem)}</ul>`}
</div></section>`;
}

function differenceItem({ line, field, ours, chapter, reason }: DifferenceRow): Html {
  return html`<li>${field} of ${line}: ours “${ours}”, the chapter's “${chapter}”. ${reason}</li>`;
}
