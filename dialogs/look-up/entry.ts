/** One thing that can be looked up. The port for an organisation's own contacts as well. */
import type { WorkingCalendar } from '../../rules/calendar.ts';
import type { Block } from '../message.ts';

/** The moment of asking. */
export interface At {
  readonly moment: Date;
  readonly calendar: WorkingCalendar;
}

export interface LookUpEntry {
  /** Unique; local ones begin with `local:`. */
  readonly id: string;
  readonly kind: 'local' | 'report' | 'helpline' | 'advice' | 'guidance' | 'law' | 'checklist' | 'word';
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
  /** Everything about it, heading first: at most 12 list lines where it may stand beside others. */
  readonly draw: (at: At) => readonly Block[];
  /** Left out where it is not somebody to contact. */
  readonly answersNow?: (at: At) => boolean;
  /** Shown alone, because it is long. */
  readonly alone?: boolean;
}
