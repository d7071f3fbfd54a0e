/** Each topic's questions as a picture, with the same in words. */
import { topics } from '../../../rules/facts.ts';
import { sayTopic } from '../conditions.ts';
import { type Flow, type FlowEdge, flowOf } from '../flow.ts';
import { type Html, html } from '../html.ts';
import type { ReviewPage } from '../layout.ts';
import type { Pack } from '../pack.ts';
import { pictureOf } from '../picture.ts';

export function flowsPage({ survey }: Pack): ReviewPage {
  const flows = topics.map((topic) => flowOf(topic, survey));
  return {
    file: 'flows.html',
    name: 'Flows',
    title: 'The way through the questions',
    body: html`<p>Drawn from the questions that the bot asks. A box is a question; the number is how many ways go through it. An arrow says which answers lead on; where there is one arrow, all do. A dashed arrow depends on earlier answers. A wide picture can be moved sideways. At the foot: who outside is told. 999 comes first, besides, wherever someone may come to harm.</p>
<ul>${flows.map(({ topic, ways }) => html`<li><a href="#flow-${topic}">${sayTopic(topic)}</a>: ${ways} ways</li>`)}</ul>
${flows.map(
  (flow) => html`<section id="flow-${flow.topic}" aria-label="${sayTopic(flow.topic)}"><h2>${sayTopic(flow.topic)}</h2>
<div class="figure" tabindex="0" role="group" aria-label="Picture of the flow: ${sayTopic(flow.topic)}. It can be scrolled.">${pictureOf(flow, sayTopic(flow.topic))}</div>
<details><summary>The same in words: ${sayTopic(flow.topic)}</summary>${inWords(flow)}</details></section>`,
)}`,
  };
}

function inWords({ nodes, edges, ways }: Flow): Html {
  const name = new Map(nodes.map(({ id, text }) => [id, text]));
  const questions = nodes.filter(({ kind }) => kind === 'question');
  const outcomes = nodes.filter(({ kind }) => kind === 'outcome');
  const leads = (id: string) => edges.filter(({ from }) => from === id);
  return html`<ol>${questions.map(({ id, text, ways: through }) => html`<li>${text} (${through} of ${ways} ways)<ul>${leads(id).map((edge) => html`<li>${leadsOn(edge)}: ${name.get(edge.to)}${nodes.find((node) => node.id === edge.to)?.kind === 'outcome' ? ' (told in the end)' : ''}, ${edge.ways} ways</li>`)}</ul></li>`)}</ol>
<p>In the end: ${outcomes.map(({ text, ways: through }, i) => html`${i > 0 ? '; ' : ''}${text}, on ${through} of ${ways} ways`)}.</p>`;
}

function leadsOn({ answers, sometimes, only }: FlowEdge): string {
  if (only) return 'Whatever the answer';
  const sure = answers.length > 0 ? [answers.join(', or ')] : [];
  const earlier = sometimes.length > 0 ? [`by earlier answers, also ${sometimes.join(', or ')}`] : [];
  return [...sure, ...earlier].join('; ');
}
