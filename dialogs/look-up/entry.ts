/** One thing that can be looked up. The port for an organisation's own contacts as well. */
import type { WorkingCalendar } from '../../rules/calendar.ts';
import type { Block, Button, ListLine } from '../message.ts';

/** The moment of asking. */
export interface At {
  readonly moment: Date;
  readonly calendar: WorkingCalendar;
}

/** What an entry says. */
export interface LookUpFacts {
  readonly heading: string;
  /** The asked-for thing first, then what matters next. Those that fit are shown; the others wait behind "More". */
  readonly lines: readonly ListLine[];
  /** Everything about it, with where it comes from: what "More" shows under the heading. */
  readonly whole: readonly Block[];
  /** Other look-ups that belong to it. */
  readonly see?: readonly Button[];
  /** A long thing in parts, in the order of use, each shown by its own button. */
  readonly parts?: readonly LookUpPart[];
}

export interface LookUpPart {
  readonly label: string;
  readonly blocks: readonly Block[];
}

export const entryKinds = [
  'local',
  'report',
  'helpline',
  'advice',
  'guidance',
  'procedure',
  'question',
  'law',
  'checklist',
  'word',
] as const;
export type EntryKind = (typeof entryKinds)[number];

export interface LookUpEntry {
  /** Unique. One of the organisation's own that has the id of a general one stands in its place. */
  readonly id: string;
  readonly kind: EntryKind;
  readonly name: string;
  /** Other names. A question that is nothing but a name or an alias finds this first. */
  readonly aliases: readonly string[];
  /** Words people type when this is what they need; searched, never shown. */
  readonly asks: string;
  /** What it is for, in a sentence; searched. */
  readonly about: string;
  readonly hasPhone?: boolean;
  /** Offered only when it is named, or when the question is about an adult. */
  readonly adultsOnly?: boolean;
  readonly facts: (at: At) => LookUpFacts;
  /** Left out where it is not somebody to contact. */
  readonly answersNow?: (at: At) => boolean;
  /** Shown alone, because it is long. */
  readonly alone?: boolean;
}
