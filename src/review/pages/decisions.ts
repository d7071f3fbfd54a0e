/** Every distinct decision, with the ways that lead to it. The card itself is drawn by the pack's script, as the bot draws it. */
import type { Organisation } from '../../../rules/local.ts';
import { sayTopic } from '../conditions.ts';
import { type Content, type Html, html, raw } from '../html.ts';
import type { ReviewPage } from '../layout.ts';
import { type DecisionLine, nameOf, sayDeadline } from '../lines.ts';
import type { Pack } from '../pack.ts';
import type { SurveyPath } from '../survey.ts';
import { kindNames, lineItem } from './parts.ts';
import { sayWay, type WalkedWay } from './way.ts';

/** What the script draws from. */
export interface DrawnFrom {
  readonly organisation: Organisation;
  readonly moment: string;
  /** Of each decision its ways: topics, then question and values in turn. */
  readonly ways: readonly (readonly WalkedWay[])[];
}

export function decisionsPage(pack: Pack): ReviewPage {
  const { decisions, paths } = pack.survey;
  const ways = Map.groupBy(paths, ({ decision }) => decision);
  const order = [...decisions.keys()].toSorted((a, b) => (ways.get(b)?.length ?? 0) - (ways.get(a)?.length ?? 0));
  return {
    file: 'decisions.html',
    name: 'Decisions',
    title: 'Every decision there is',
    body: html`<p>${paths.length} ways through the questions of one topic end in ${decisions.length} different decisions. Each stands here once, those with most ways first. Open one to see what it says; press “Show the card” to see it as staff do. Several topics together say what each says, joined.</p>
<div class="search"><p><label for="find">Find words, like “LADO” or “under 13”</label> <input type="search" id="find" data-filter=".decision"></p>
<p><label for="topic">Topic</label> <select id="topic" data-topic=".decision"><option value="">every topic</option>${Object.keys(topicsIn(paths)).map((topic) => html`<option value="${topic}">${sayTopic(topic)}</option>`)}</select></p><p role="status" id="found"></p></div>
${order.map((at) => decisionBlock(at, decisions[at] ?? [], ways.get(at) ?? []))}
${drawnFrom(
  pack,
  [...decisions.keys()].map((at) => ways.get(at) ?? []),
)}`,
    scripted: true,
  };
}

export function drawnFrom({ organisation, moment }: Pack, ways: readonly (readonly SurveyPath[])[]): Html {
  const from: DrawnFrom = {
    organisation,
    moment: moment.toISOString(),
    ways: ways.map((own) => own.map(({ topics, answers }) => ({ topics, answers }))),
  };
  // Inside a script nothing is escaped but what would end it.
  return raw(
    `<script type="application/json" id="drawn-from">${JSON.stringify(from).replaceAll('<', '\\u003c')}</script>`,
  );
}

const topicsIn = (paths: readonly SurveyPath[]): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {};
  for (const { topics } of paths) for (const topic of topics) counts[topic] = (counts[topic] ?? 0) + 1;
  return counts;
};

function decisionBlock(at: number, lines: readonly DecisionLine[], ways: readonly SurveyPath[]): Html {
  const counts = topicsIn(ways);
  const [first] = ways;
  const kinds = (kind: DecisionLine['kind']) => lines.filter((line) => line.kind === kind);
  return html`<details class="decision box" id="decision-${at}" data-topics="${Object.keys(counts).join(' ')}"><summary><b>${headline(lines)}</b> <span class="small">${ways.length === 1 ? '1 way' : `${ways.length} ways`}: ${Object.keys(counts).map(sayTopic).join('; ')}</span></summary>
<ul>${kinds('duty').map((line) => lineItem(line, 'chapter'))}</ul>
${(['dont', 'do', 'parents', 'guard', 'next', 'notRequired', 'reassurance'] as const).map((kind) => together(kind, kinds(kind)))}
<p class="small">Rules: ${first?.rules.map((id, i) => html`${i > 0 ? ', ' : ''}<a href="rules.html#rule-${id}">${id}</a>`)}.</p>
${first && html`<p><b>One way here:</b> ${sayWay(first)}</p>`}
<p class="screen-only"><button type="button" data-card="${at}">Show the card</button>${ways.length > 1 && html` <button type="button" data-ways="${at}">Show all ${ways.length} ways</button>`}</p><div></div></details>`;
}

function together(kind: DecisionLine['kind'], lines: readonly DecisionLine[]): Content {
  return lines.length > 0 && html`<p><b>${kindNames[kind]}:</b> ${lines.map(({ text }) => text).join(' ')}</p>`;
}

const bodies = [
  'emergency',
  'police',
  'childrens-social-care',
  'lado',
  'fostering-service',
  'safeguarding-lead',
  'police-advice',
  'social-care-advice',
];

/** Who is told, by when. */
export function headline(lines: readonly DecisionLine[]): string {
  const due = bodies.flatMap((id) => {
    const line = lines.find((each) => each.kind === 'duty' && each.id === id && each.strength !== 'may');
    if (!line) return [];
    const doubt = id === 'emergency' && line.inDoubt ? ' if nobody can say that they are safe' : '';
    return [`${nameOf(line)}${doubt} ${id === 'emergency' ? '' : sayDeadline(line.deadline)}`.trim()];
  });
  const guarded = lines.some(({ kind }) => kind === 'guard') ? ['only people picked are told'] : [];
  const said = [...due, ...guarded].join(' · ');
  return said.charAt(0).toUpperCase() + said.slice(1);
}
