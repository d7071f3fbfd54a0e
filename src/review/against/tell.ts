/**
 * Told on the standard output: the survey of the rules beside it, and what they say on facts given on the standard input.
 * Started in a tree that holds another version's rules (against.ts).
 */
import { text } from 'node:stream/consumers';
import type { Facts } from '../../../rules/facts.ts';
import { decidedBy, surveyOf } from '../survey.ts';
import { type RulesTold, together } from './told.ts';

const facts = JSON.parse(await text(process.stdin)) as readonly Facts[];
const told: RulesTold = {
  survey: surveyOf({ pairs: true }),
  ...together(facts.map((each) => decidedBy(each))),
};
process.stdout.write(JSON.stringify(told));
