/** How hard a turn works: what is opened, sealed and decided for one press, and how many functions are entered for it. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { bullying, type LeadDesk, openLeadDesk } from '../support/lead-desk.ts';
import { fileData } from '../support/stores.ts';
import { traced } from '../support/trace.ts';

const sealed: string[] = [];
const opened: string[] = [];
vi.mock('../../src/seal/seal.ts', async (original) => {
  const real = await original<typeof import('../../src/seal/seal.ts')>();
  return {
    ...real,
    createSeal(...given: Parameters<typeof real.createSeal>) {
      const seal = real.createSeal(...given);
      return {
        seal(text: string, boundTo: string) {
          sealed.push(boundTo);
          return seal.seal(text, boundTo);
        },
        open(text: string, boundTo: string) {
          opened.push(text);
          return seal.open(text, boundTo);
        },
      };
    },
  };
});

let lead: LeadDesk;
beforeEach(async () => {
  lead = await openLeadDesk(fileData);
  await lead.staff.start();
});
afterEach(() => lead.desk.data.close());

async function workOf(press: () => Promise<unknown>) {
  await lead.desk.idle();
  sealed.length = 0;
  opened.length = 0;
  const { functions, times } = await traced(press);
  return { functions, decisions: times('rules/decide.ts', 'decide') };
}

const uses = () => sealed.map((boundTo) => boundTo.split('|')[1]).toSorted();
const answersLast = async () => {
  while (!lead.staff.hasAnswer()) await lead.staff.answerOne(bullying);
};

describe('a press', () => {
  it('seals its answer, its reply and its card, once each, and opens nothing that this process holds', async () => {
    const { functions } = await workOf(() => lead.staff.press({ do: 'answer', value: 'no' }));
    expect(uses()).toEqual(['cards', 'entry', 'reply']);
    expect(opened).toEqual([]);
    expect(functions).toBeGreaterThan(100);
    expect(functions).toBeLessThan(270);
  });

  it('opens each value once, and no more, in a process that holds nothing yet', async () => {
    lead.desk.die();
    await workOf(() => lead.staff.press({ do: 'answer', value: 'no' }));
    expect(opened.length).toBeGreaterThan(0);
    expect(new Set(opened).size).toBe(opened.length);
  });
});

describe('the answer', () => {
  it('is decided once, and opens nothing twice while the leads are told', async () => {
    await lead.staff.go(bullying, { until: 'topics' });
    lead.desk.die();
    const { decisions } = await workOf(answersLast);
    // One for each set of answers on the way to it.
    expect(decisions).toBeLessThanOrEqual(3);
    expect(new Set(opened).size).toBe(opened.length);
  });
});

describe("a lead's press", () => {
  it('decides nothing anew, and opens each value once', async () => {
    await answersLast();
    lead.desk.die();
    const { decisions } = await workOf(() => lead.press('lead', 'take'));
    expect(decisions).toBeLessThanOrEqual(1);
    expect(opened.length).toBeGreaterThan(0);
    expect(new Set(opened).size).toBe(opened.length);
  });
});
