/** How often one turn decides, in a process that has just started and remembers nothing. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type * as once from '../../dialogs/once.ts';
import type * as rules from '../../rules/decide.ts';
import { topics } from '../../rules/facts.ts';
import { bullying, colleague, type LeadDesk, openLeadDesk, stranger } from '../support/lead-desk.ts';
import { fileData } from '../support/stores.ts';
import type { Answers } from '../support/talker.ts';

/** The facts of each decision made since the last look, and what makes the process forget all that it worked out. */
const { decided, forgetting } = vi.hoisted(() => ({ decided: [] as string[], forgetting: [] as (() => void)[] }));

vi.mock('../../rules/decide.ts', async (original) => {
  const { decide } = await original<typeof rules>();
  const counted: typeof decide = (facts, ...more) => {
    decided.push(JSON.stringify(facts));
    return decide(facts, ...more);
  };
  return { decide: counted };
});

vi.mock('../../dialogs/once.ts', async (original) => {
  const { onceFor } = await original<typeof once>();
  const forgetful: typeof onceFor = (work, nameOf) => {
    let known = onceFor(work, nameOf);
    forgetting.push(() => {
      known = onceFor(work, nameOf);
    });
    return (of) => known(of);
  };
  return { onceFor: forgetful };
});

let lead: LeadDesk;
beforeEach(async () => {
  lead = await openLeadDesk(fileData);
});
afterEach(() => lead.desk.data.close());

/** The decisions of one turn in a process that has just started. */
async function decisionsIn(turn: () => Promise<unknown>): Promise<readonly string[]> {
  for (const forget of forgetting) forget();
  decided.length = 0;
  await turn();
  await lead.desk.idle();
  return [...decided];
}

/** With the most decisions that one turn of it may need: the walk asks what is due already, on ever more facts. */
const concerns: readonly (readonly [string, Answers, number])[] = [
  ['bullying', bullying, 3],
  ['a stranger', stranger, 4],
  ['a stranger who has pictures', { ...stranger, adultConduct: 'both', knownChildrenInImages: 'no' }, 4],
  ['a picture and what a child was shown', { danger: 'no', site: 'school', topics: ['imagery', 'exposure'] }, 4],
  ['a colleague', colleague, 4],
  ['ten topics', { danger: 'yes', site: 'school', topics }, 12],
];

test.each(concerns)(
  '%s: no turn decides the same facts twice, the last answer and a lead’s press among them',
  async (_, answers, most) => {
    const turn = async (take: () => Promise<unknown>) => {
      const made = await decisionsIn(take);
      expect(new Set(made).size).toBe(made.length);
      expect(made.length).toBeLessThanOrEqual(most);
      return made.length;
    };
    await lead.staff.start();
    while (!lead.staff.hasAnswer()) await turn(() => lead.staff.answerOne(answers));
    expect(await turn(() => lead.staff.press({ do: 'record' }))).toBeGreaterThan(0);
    if (lead.channel().length > 0) expect(await turn(() => lead.press('lead', 'take'))).toBeGreaterThan(0);
  },
);
