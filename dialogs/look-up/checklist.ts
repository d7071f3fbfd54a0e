/** A checklist for a meeting, its parts in the order of use. */
import type { ParagraphId, Strength } from '../../rules/outcome.ts';
import type { Block } from '../message.ts';
import { sayCites } from './cite.ts';
import type { LookUpEntry } from './entry.ts';

export interface ChecklistItem {
  readonly id: string;
  readonly text: string;
  readonly strength: Strength;
  /** Every place of the chapter that says it: what it says twice is one item with two citations. */
  readonly cites: readonly ParagraphId[];
  readonly encodes: readonly string[];
  /** A correction or an assumption, shown as ours. */
  readonly ours?: string;
}

export interface ChecklistPart {
  readonly heading: string;
  readonly items: readonly ChecklistItem[];
}

export interface Checklist {
  readonly id: string;
  readonly title: string;
  readonly aliases: readonly string[];
  readonly asks: string;
  readonly about: string;
  readonly parts: readonly ChecklistPart[];
}

export function item(
  id: string,
  strength: Strength,
  text: string,
  cites: readonly ParagraphId[],
  encodes: readonly string[],
  ours?: string,
): ChecklistItem {
  return { id, text, strength, cites, encodes, ...(ours === undefined ? {} : { ours }) };
}

export function itemsOf({ parts }: Checklist): readonly ChecklistItem[] {
  return parts.flatMap(({ items }) => items);
}

export function checklistEntry(checklist: Checklist): LookUpEntry {
  const { id, title, aliases, asks, about } = checklist;
  return {
    id,
    kind: 'checklist',
    name: title,
    aliases,
    asks,
    about,
    alone: true,
    draw: () => drawChecklist(checklist),
  };
}

const strengthWords: Readonly<Record<Strength, string>> = {
  must: 'Must.',
  oneOf: 'At least one.',
  should: 'Should.',
  may: 'May.',
};

function drawChecklist({ title, about, parts }: Checklist): readonly Block[] {
  return [
    { kind: 'heading', text: title },
    { kind: 'text', text: [about] },
    ...parts.flatMap(({ heading, items }): Block[] => [
      { kind: 'text', text: [{ bold: heading }] },
      {
        kind: 'list',
        lines: items.map(({ text, strength, cites, ours }) => ({
          text: [text],
          note: [[strengthWords[strength], sayCites(cites), ours].filter((part) => part !== undefined).join(' ')],
        })),
      },
    ]),
  ];
}
