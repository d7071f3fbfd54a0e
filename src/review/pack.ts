/** Everything that the pages of the pack are drawn from. */
import { createHash } from 'node:crypto';
import { type OurEntry, ourEntries } from '../../dialogs/ours.ts';
import type { WorkingCalendar } from '../../rules/calendar.ts';
import type { Organisation } from '../../rules/local.ts';
import { type Carried, everyStatement } from './statements.ts';
import { type Survey, surveyOf } from './survey.ts';

export interface Pack {
  readonly survey: Survey;
  readonly statements: readonly Carried[];
  readonly ours: readonly OurEntry[];
  readonly organisation: Organisation;
  readonly calendar: WorkingCalendar;
  /** When it is made: what is open, and how old a check is, goes by it. */
  readonly moment: Date;
  /** Of the rules, their words and the questions. */
  readonly hash: string;
}

export type PackOf = Pick<Pack, 'organisation' | 'calendar' | 'moment'>;

export function packOf(given: PackOf): Pack {
  const survey = surveyOf();
  return { ...given, survey, statements: everyStatement(), ours: ourEntries(), hash: hashOf(survey) };
}

/** Sixteen hex digits; the same wherever the rules, the words and the questions are the same. */
function hashOf({ rules, definitions, facts, questions, words, edition }: Survey): string {
  const all = JSON.stringify({ edition, rules, definitions, facts, questions, words });
  return createHash('sha256').update(all).digest('hex').slice(0, 16);
}
