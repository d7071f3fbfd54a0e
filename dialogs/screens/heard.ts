/** What was understood of typed words: said back in our words, with the ways on. None of the person's words is in it. */
import type { Topic } from '../../rules/facts.ts';
import type { Organisation } from '../../rules/local.ts';
import { localEntries } from '../look-up/local.ts';
import { withoutBrackets } from '../look-up/words.ts';
import { everyEntry } from '../look-up.ts';
import type { Block, Button } from '../message.ts';
import { shortened } from '../plain.ts';
import { questionWords } from '../words/questions.ts';
import { heard as words } from '../words/screens.ts';
import { quiet, text } from './frame.ts';

export interface HeardWords {
  readonly notice?: string | undefined;
  readonly near?: readonly string[] | undefined;
  readonly topics?: readonly Topic[] | undefined;
}

const longestLabel = 75;
const button = (label: string, action: Button['action']): Button => ({ label: shortened(label, longestLabel), action });

/** @param open a concern is open: topics are added to it, and no other is begun. */
export function heardBlocks(
  { notice, near = [], topics = [] }: HeardWords,
  { open, organisation }: { readonly open: boolean; readonly organisation: Organisation },
): readonly Block[] {
  const labels = topics.map((topic) => labelOf(topic));
  const said = labels.length > 0 && (notice === 'suggested' || notice === 'noted' || notice === 'more-topics');
  const adds = open && (notice === 'either' || notice === 'more-topics');
  const buttons = [
    ...near.flatMap((id) => lookUpButton(id, organisation)),
    ...(notice === 'either' && !open ? [button(words.start, { do: 'start', practice: false, topics })] : []),
    ...(adds ? topics.map((topic, i) => button(`${words.add} ${labels[i]}`, { do: 'go-through', topic })) : []),
  ];
  return [
    ...(said ? [text(`${words.understood} ${labels.join('; ')}.`)] : []),
    ...(notice === 'data' ? words.data.map((line) => quiet(line)) : []),
    ...(buttons.length > 0 ? [{ kind: 'buttons', buttons } as const] : []),
  ];
}

function labelOf(topic: Topic): string {
  return questionWords.topics?.options[topic]?.label ?? '';
}

function lookUpButton(id: string, organisation: Organisation): readonly Button[] {
  const own = id.startsWith('local:') ? localEntries(organisation) : [];
  const entry = [...own, ...everyEntry()].find((one) => one.id === id);
  return entry ? [button(`${words.lookUp} ${withoutBrackets(entry.name)}`, { do: 'look-up', query: id })] : [];
}

/** Two ways on: the question about danger again, or the one below, which keeps its place and its numbers. */
export const dangerQuestion: readonly Block[] = [
  { kind: 'text', text: [{ bold: words.danger.ask }, ' ', words.danger.ring, { phone: '999' }, '.'] },
  {
    kind: 'buttons',
    buttons: [button(words.danger.yes, { do: 'change', question: 'danger' }), button(words.danger.no, { do: 'show' })],
  },
];

/** Beside a look-up whose words may tell of a concern. */
export function concernInstead(topics: readonly Topic[]): Block {
  return { kind: 'buttons', buttons: [button(words.start, { do: 'start', practice: false, topics })] };
}
