/** Ways through the questions that the storyboard follows: for each question one that asks it, for each topic one to its end. */

import { decidedOn } from '../../../dialogs/decided.ts';
import { type Answers, walk } from '../../../dialogs/flow.ts';
import { type Topic, topics } from '../../../rules/facts.ts';
import { finishedPaths } from '../paths.ts';

/** Of each topic the way whose decision says most. */
export function longestWays(): readonly (readonly [Topic, Answers])[] {
  return topics.map((topic) => {
    const sizes = [...finishedPaths([topic])].map((way) => [saidOn(way), way] as const);
    const [first = [0, new Map()] as const, ...others] = sizes;
    return [topic, others.reduce((most, each) => (each[0] > most[0] ? each : most), first)[1]];
  });
}

function saidOn(way: Answers): number {
  const { duties, dos, donts, next, guarded } = decidedOn(walk(way).facts);
  // What only the picked may know is a screen of its own.
  return guarded ? 0 : duties.length + dos.length + donts.length + next.length;
}

/** Every question once, with the answers before it, in the order that they are met. */
export function everyQuestionAsked(): ReadonlyMap<string, Answers> {
  const asked = new Map<string, Answers>();
  for (const topic of topics) {
    for (const way of finishedPaths([topic])) {
      const before = new Map<string, readonly string[]>();
      for (const { id } of walk(way).answered) {
        if (!asked.has(id)) asked.set(id, new Map(before));
        before.set(id, way.get(id) ?? []);
      }
    }
  }
  return asked;
}

/** One whose decision only the people picked may know of. */
export function guardedWay(): Answers {
  for (const topic of topics) {
    for (const way of finishedPaths([topic])) if (decidedOn(walk(way).facts).guarded) return way;
  }
  throw new Error('no way is restricted any more: the storyboard shows one');
}
