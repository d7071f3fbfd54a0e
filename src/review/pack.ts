/** Everything that the pages of the pack are drawn from. */
import { type OurEntry, ourEntries, rulesPrint } from '../../dialogs/ours.ts';
import type { WorkingCalendar } from '../../rules/calendar.ts';
import type { Organisation } from '../../rules/local.ts';
import { printOf } from '../organisation/review-file.ts';
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
  return { ...given, survey, statements: everyStatement(), ours: ourEntries(), hash: printOf(rulesPrint()) };
}
