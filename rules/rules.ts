/** The one list of rules, in the chapter's order. Order changes nothing: every rule that fires counts. */
import { adultRules } from './adult.ts';
import { blackmailRules } from './blackmail.ts';
import { bullyingRules } from './bullying.ts';
import { contentRules } from './content.ts';
import { everywhere } from './everywhere.ts';
import { exposureRules } from './exposure.ts';
import { extremismRules } from './extremism.ts';
import { harmfulSitesRules } from './harmful-sites.ts';
import { homeTimeRules } from './home-time.ts';
import { imageryRules } from './imagery.ts';
import { knownAdultRules } from './known-adult.ts';
import { leadNowRules } from './lead-now.ts';
import { otherRules } from './other.ts';
import type { Rule } from './rule.ts';

export const rules: readonly Rule[] = [
  ...everywhere,
  ...leadNowRules,
  ...otherRules,
  ...blackmailRules,
  ...imageryRules,
  ...exposureRules,
  ...adultRules,
  ...knownAdultRules,
  ...homeTimeRules,
  ...bullyingRules,
  ...extremismRules,
  ...harmfulSitesRules,
  ...contentRules,
];
