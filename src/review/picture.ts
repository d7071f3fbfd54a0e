/** A topic's flow as a drawing, laid out by dagre. Colours come from the page, so that it is dark where the page is. */
import dagre from '@dagrejs/dagre';
import { escaped } from '../../dialogs/leads/record/record-page.ts';
import type { Flow, FlowEdge } from './flow.ts';
import { type Html, raw } from './html.ts';

const wide = 240;
const lineHeight = 18;
const perLine = 28;
const padding = 12;
const labelPerLine = 24;
const labelHeight = 15;
const mostLabelLines = 5;

export function pictureOf(flow: Flow, name: string): Html {
  const graph = new dagre.graphlib.Graph({ multigraph: false });
  graph.setGraph({ rankdir: 'TB', nodesep: 26, ranksep: 34, edgesep: 14, marginx: 8, marginy: 8 });
  graph.setDefaultEdgeLabel(() => ({}));
  const lines = new Map(flow.nodes.map(({ id, text, ways }) => [id, [...wrapped(text, perLine), saidWays(ways)]]));
  for (const { id } of flow.nodes) {
    graph.setNode(id, { width: wide, height: (lines.get(id)?.length ?? 1) * lineHeight + 2 * padding });
  }
  const labels = new Map(flow.edges.map((edge) => [keyOf(edge), labelOf(edge)]));
  for (const edge of flow.edges) {
    const label = labels.get(keyOf(edge)) ?? [];
    graph.setEdge(edge.from, edge.to, {
      width: label.length > 0 ? 7 * Math.max(...label.map((line) => line.length)) : 0,
      height: label.length * labelHeight,
      labelpos: 'c',
    });
  }
  dagre.layout(graph);
  const { width = 0, height = 0 } = graph.graph();
  const title = `flow-${flow.topic}-title`;
  const drawnEdges = flow.edges.map((edge) => {
    const { points, x, y } = graph.edge(edge.from, edge.to) as Laid;
    return line(points, !edge.only && edge.answers.length === 0) + labelAt(labels.get(keyOf(edge)) ?? [], x, y);
  });
  const drawnNodes = flow.nodes.map(({ id, kind }) => {
    const { x, y, width: w, height: h } = graph.node(id);
    const text = lines.get(id) ?? [];
    return `<g class="${kind}"><rect x="${round(x - w / 2)}" y="${round(y - h / 2)}" width="${w}" height="${h}" rx="${kind === 'outcome' ? 20 : 6}"/>${textAt(text, x, y, lineHeight)}</g>`;
  });
  return raw(
    `<svg class="flow" role="img" aria-labelledby="${title}" viewBox="0 0 ${Math.ceil(width)} ${Math.ceil(height)}" width="${Math.ceil(width)}" height="${Math.ceil(height)}" xmlns="http://www.w3.org/2000/svg"><title id="${title}">${escaped(`The way through the questions about: ${name}. The same stands in words below.`)}</title><defs><marker id="arrow-${flow.topic}" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" orient="auto"><path class="tip" d="M0 0L10 5L0 10z"/></marker></defs>${drawnEdges.join('').replaceAll('ARROW', `arrow-${flow.topic}`)}${drawnNodes.join('')}</svg>`,
  );
}

interface Laid {
  readonly points: readonly { readonly x: number; readonly y: number }[];
  readonly x: number;
  readonly y: number;
}

const keyOf = ({ from, to }: { readonly from: string; readonly to: string }) => `${from}>${to}`;
const saidWays = (ways: number) => (ways === 1 ? '1 way' : `${ways} ways`);
const round = (value: number) => Math.round(value * 10) / 10;

/** On a dashed arrow the answers that may lead there, where they are few. */
function labelOf({ answers, sometimes, only }: FlowEdge): readonly string[] {
  if (only) return [];
  const said = answers.length > 0 ? answers : sometimes.length <= 2 ? sometimes : [];
  const all = wrapped(said.join(' / '), labelPerLine);
  return all.length > mostLabelLines ? [...all.slice(0, mostLabelLines - 1), '… (in words below)'] : all;
}

/** Dashed where no answer alone decides it. Through the middles of the layout's points, so that corners are round. */
function line(points: Laid['points'], byEarlier: boolean): string {
  const [first, ...rest] = points;
  if (!first) return '';
  const path = rest.map((point, i) => {
    const after = rest[i + 1];
    if (!after) return `L${round(point.x)} ${round(point.y)}`;
    return `Q${round(point.x)} ${round(point.y)} ${round((point.x + after.x) / 2)} ${round((point.y + after.y) / 2)}`;
  });
  return `<path class="edge${byEarlier ? ' earlier' : ''}" marker-end="url(#ARROW)" d="M${round(first.x)} ${round(first.y)}${path.join('')}"/>`;
}

function labelAt(label: readonly string[], x: number, y: number): string {
  if (label.length === 0) return '';
  const width = 7 * Math.max(...label.map((text) => text.length));
  const height = label.length * labelHeight;
  return `<g class="label"><rect x="${round(x - width / 2)}" y="${round(y - height / 2)}" width="${width}" height="${height}" rx="3"/>${textAt(label, x, y, labelHeight)}</g>`;
}

function textAt(lines: readonly string[], x: number, y: number, height: number): string {
  const top = y - ((lines.length - 1) * height) / 2 + height * 0.28;
  const spans = lines.map(
    (text, i) => `<tspan x="${round(x)}" y="${round(top + i * height)}">${escaped(text)}</tspan>`,
  );
  return `<text text-anchor="middle">${spans.join('')}</text>`;
}

function wrapped(text: string, most: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= most) lines[lines.length - 1] = `${last} ${word}`;
    else if (word !== '') lines.push(word);
  }
  return lines;
}
