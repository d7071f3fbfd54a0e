/** What several pages draw alike: where a line comes from, a condition, what a rule says. */
import { citation } from '../../../dialogs/answer/citation.ts';
import { verbWords } from '../../../dialogs/words/answer.ts';
import type { Basis, ParagraphId } from '../../../rules/outcome.ts';
import type { Rule } from '../../../rules/rule.ts';
import { factWords, sayCondition, sayQuestion, sayTopic, type ToldCondition } from '../conditions.ts';
import { type Content, type Html, html } from '../html.ts';
import { type DecisionLine, saidByRule, sayActor, sayDeadline } from '../lines.ts';

const basisNames: Readonly<Record<Basis, string>> = {
  chapter: 'the chapter',
  follows: 'follows from the chapter',
  ours: 'ours',
  local: 'local',
};

const basisTag = (basis: Basis): Html => html`<span class="tag ${basis}">${basisNames[basis]}</span>`;

/** Lines of the chapter, as people with the chapter before them look for them. */
export function sayLinesCited(cites: readonly ParagraphId[]): string {
  if (cites.length === 0) return '';
  const lines = cites.map((id) => id.slice(1));
  return `${citation({ basis: 'chapter', cites })
    .replace(/^Chapter, /, '')
    .replace(/\.$/, '')} (line${lines.length > 1 ? 's' : ''} ${lines.join(', ')})`;
}

export function toldList(told: ToldCondition): Content {
  if ('one' in told) return told.one;
  if ('named' in told) return html`<a href="rules.html#${anchor(told.named)}">${told.named}</a>`;
  return html`${told.joined[0]?.toUpperCase()}${told.joined.slice(1)}:<ul class="told">${told.parts.map((part) => html`<li>${toldList(part)}</li>`)}</ul>`;
}

export const anchor = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

export const kindNames: Readonly<Record<DecisionLine['kind'], string>> = {
  duty: '',
  do: 'To do',
  dont: 'Not to do',
  parents: 'Parents',
  guard: 'Guard',
  next: 'What comes next',
  notRequired: 'Not required',
  reassurance: 'Reassurance',
  seeAlso: 'To read',
};

/** One line: who, how strongly, by when, what, from where. Words that say "do" or "do not" themselves have no title. */
export function lineItem(line: DecisionLine, own?: Basis): Html {
  const { kind, actor, strength, deadline, basis, cites, text } = line;
  const limit = sayDeadline(deadline);
  const who = actor === 'you' ? '' : sayActor(actor);
  const lead =
    kind === 'duty'
      ? `${sayActor(actor)} ${verbWords[strength]}${limit ? `, ${limit}` : ''}: `
      : [kind === 'do' || kind === 'dont' ? '' : kindNames[kind], who, limit].filter(Boolean).join(', ');
  const end = /[.!?]["”]?$/.test(text) ? '' : '.';
  return html`<li>${lead && html`<b>${lead.replace(/[: ]*$/, '')}:</b> `}${text}${end} ${basis === own ? '' : basisTag(basis)} ${basis !== own && cites.length > 0 && html`<span class="small">${sayLinesCited(cites)}</span>`}</li>`;
}

/** A rule in full: when it holds, what it says, which questions feed it. */
export function ruleBlock(rule: Rule): Html {
  const { id, basis, cites, when, says } = rule;
  const goes = says.flatMap((saying) => (saying.kind === 'goThrough' ? [saying.topic] : []));
  const unless = says.flatMap((saying) => ('unlessDue' in saying ? (saying.unlessDue ?? []) : []));
  return html`<p>${basisTag(basis)} <span class="small">${sayLinesCited(cites)}</span></p>
<p><b>When:</b> ${toldList(sayCondition(when))}</p>
<p><b>Then:</b></p>
<ul>${saidByRule(rule).map((line) => lineItem(line, basis))}${goes.map((topic) => html`<li>Asks the questions of “${sayTopic(topic)}” as well.</li>`)}</ul>
${unless.length > 0 && html`<p class="small">Some of its lines are left unsaid where a report to the police or social care is due.</p>`}
<p class="small">Fed by: ${feeding(rule).map((ask, i) => html`${i > 0 ? ' · ' : ''}${ask}`)}. In the program: ${id}.</p>`;
}

/** Questions whose answers it reads. */
export function feeding({ when: { reads } }: Rule): readonly string[] {
  const asks = [...new Set(reads)].flatMap((fact): readonly string[] => {
    if (fact === 'topics') return [sayQuestion('topics')];
    if (fact === 'setting') return ['the place of work (not asked)'];
    return factWords(fact).questions.map((id) => (id === factWords(fact).asks ? id : sayQuestion(id)));
  });
  return asks.length > 0 ? [...new Set(asks)] : ['nothing: it always holds'];
}
