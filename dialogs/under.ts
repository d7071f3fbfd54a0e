/** An edition of the chapter and a rules version, as something that was worked out keeps them. */
import { edition, rulesVersion } from '../rules/chapter.ts';

export interface Under {
  /** As the edition calls itself: "v21". */
  readonly edition: string;
  readonly rules: number;
}

/** Those of this program. */
export const underNow: Under = { edition: edition.version, rules: rulesVersion };

export const isNow = (under: Under): boolean => under.edition === underNow.edition && under.rules === underNow.rules;
