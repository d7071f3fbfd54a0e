/** What the rules say of answers. A walk asks about the same ones again and again, so the last that were asked are kept. */
import { decide } from '../rules/decide.ts';
import { type Facts, settled } from '../rules/facts.ts';
import type { Decision } from '../rules/outcome.ts';

/** Some megabytes. Closed values of nobody in particular; gone with the process. */
const mostKept = 2_000;
const kept = new Map<string, Decision>();

/** Decides what is known so far; what was never asked takes its mildest value. */
export function decidedOn(facts: Facts): Decision {
  const name = JSON.stringify(facts);
  const known = kept.get(name) ?? decide(settled(facts));
  if (kept.size >= mostKept) kept.clear();
  kept.set(name, known);
  return known;
}
