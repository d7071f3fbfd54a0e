/** Every rule in words, once. */
import { edition } from '../../../rules/chapter.ts';
import { rules } from '../../../rules/rules.ts';
import { definitions, factWords } from '../conditions.ts';
import { doubtLeftOut } from '../doubt.ts';
import { html } from '../html.ts';
import type { ReviewPage } from '../layout.ts';
import type { Pack } from '../pack.ts';
import { anchor, ruleBlock, toldList } from './parts.ts';

export function rulesPage({ survey: { paths }, statements }: Pack): ReviewPage {
  const fires = new Map<string, number>();
  for (const path of paths) for (const rule of path.rules) fires.set(rule, (fires.get(rule) ?? 0) + 1);
  const carries = (id: string) => statements.filter(({ rules: by }) => by.some((rule) => rule.id === id));
  return {
    file: 'rules.html',
    name: 'Rules',
    title: 'Every rule, in words',
    body: html`<p>Every rule that holds is said: none comes “first”. What several say of one thing becomes one line, the stronger and the sooner. “Not sure” counts as a worry unless a rule says otherwise. Where a limit is marked “our limit”, ${edition.version} of the chapter gives none.</p>
<p class="screen-only"><label for="find">Find a word</label> <input type="search" id="find" data-filter=".rule"></p>
<h2>Where “not sure” is not “yes”</h2>
<p>These rules take “yes” alone to these questions. A doubt is left to another rule, or is no worry. In all other rules a doubt counts. Is each of these meant?</p>
<ul>${rules.flatMap((rule) => {
      const facts = doubtLeftOut(rule);
      return facts.length === 0
        ? []
        : [
            html`<li><a href="#rule-${rule.id}">${rule.id.replaceAll('-', ' ')}</a>: ${facts.map((fact, i) => html`${i > 0 ? '; ' : ''}“${factWords(fact).asks}”`)}</li>`,
          ];
    })}</ul>
<h2>What these names mean</h2>
${definitions().map(({ name, means }) => html`<details id="${anchor(name)}"><summary>${name}</summary>${toldList(means)}</details>`)}
<h2>The rules</h2>
${rules.map(
  (
    rule,
  ) => html`<section class="box rule" id="rule-${rule.id}" aria-label="Rule ${rule.id}"><h3>${rule.id.replaceAll('-', ' ')}</h3>${ruleBlock(rule)}
<p class="small">Holds on ${fires.get(rule.id) ?? 0} of ${paths.length} ways.${carries(rule.id).length > 0 && html` Carries ${carries(rule.id).map(({ statement: { id } }, i) => html`${i > 0 ? ', ' : ''}<a href="procedure.html#${id}">${id}</a>`)}.`}</p></section>`,
)}`,
    scripted: true,
  };
}
