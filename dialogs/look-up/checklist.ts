/** A checklist for a meeting, its parts in the order of use. */
import type { ParagraphId, Strength } from '../../rules/outcome.ts';
import type { ListLine } from '../message.ts';
import { sayCites } from './cite.ts';
import type { LookUpEntry, LookUpPart } from './entry.ts';

export interface ChecklistItem {
  readonly id: string;
  readonly text: string;
  /** Without one it tells and asks nothing of anybody. */
  readonly strength?: Strength;
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
  strength: Strength | 'none',
  text: string,
  cites: readonly ParagraphId[],
  encodes: readonly string[],
  ours?: string,
): ChecklistItem {
  return {
    id,
    text,
    ...(strength === 'none' ? {} : { strength }),
    cites,
    encodes,
    ...(ours === undefined ? {} : { ours }),
  };
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
    facts: () => ({ heading: title, lines: [{ text: [about] }], whole: [], parts: partsOf(checklist) }),
  };
}

const strengthWords: Readonly<Record<Strength, string>> = {
  must: 'Must.',
  oneOf: 'At least one.',
  should: 'Should.',
  may: 'May.',
};

/** Items in a row of one strength share their small print: half as much to read in a meeting. */
function partsOf({ parts }: Checklist): readonly LookUpPart[] {
  return parts.map(({ heading, items }) => ({
    label: heading,
    blocks: [{ kind: 'list', lines: items.map((one, i) => itemLine(one, runEndingAt(items, i))) }],
  }));
}

function itemLine({ text, ours }: ChecklistItem, run: readonly ChecklistItem[]): ListLine {
  const strength = run[0]?.strength;
  const verb = strength ? [strengthWords[strength]] : [];
  const place = run.length > 0 ? [...verb, sayCites(run.flatMap(({ cites }) => cites))].join(' ') : undefined;
  const note = [place && run.length > 1 ? `These ${run.length}: ${place}` : place, ours].filter(Boolean).join(' ');
  return { text: [text], ...(note === '' ? {} : { note: [note] }) };
}

/** The items of one strength that end with this one; none where the next goes on with the same. */
function runEndingAt(items: readonly ChecklistItem[], at: number): readonly ChecklistItem[] {
  const strength = items[at]?.strength;
  if (items[at + 1]?.strength === strength) return [];
  const before = items.slice(0, at + 1);
  return before.slice(before.findLastIndex((one) => one.strength !== strength) + 1);
}
