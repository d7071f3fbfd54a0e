/** The stepfather at the gate at ten past three: what stands on the card before the child goes home. */
import { describe, expect, test } from 'vitest';
import { plainText } from '../../dialogs/plain.ts';
import { fold, type State, startEntry } from '../../dialogs/state.ts';
import type { Context } from '../../dialogs/steps.ts';
import { acts as words } from '../../dialogs/words/acts.ts';
import { committedCalendar } from '../../rules/calendar.ts';
import type { Facts } from '../../rules/facts.ts';
import { answerOf, closed } from '../support/answers.ts';
import { bare, example, pathsOfSeveral, sample, singlePaths, statesOn } from '../support/every-message.ts';

const at = (organisation: Context['organisation'], now: string): Context => ({
  organisation: { ...organisation, sites: organisation.sites.slice(0, 1) },
  calendar: committedCalendar,
  now: new Date(now),
});
const begun = fold([startEntry(false)]);

function* cards(context: Context) {
  for (const [choice, path] of [...sample(singlePaths(), 160), ...sample(pathsOfSeveral(), 60)].entries()) {
    const state = [...statesOn(path, context, choice, { ...begun, answers: path })].at(-1) as State;
    const { card, outcome, plan } = answerOf(state, context);
    yield { state, plan, facts: outcome.facts, text: plainText(closed(card)) };
  }
}

/** Decision 22 in the answers people give: who may be at home, or at the gate. */
function mayBeFetched({ topics, adultKnown, adultInvolved, blackmail, ...facts }: Facts): boolean {
  if (topics.includes('domesticAbuse')) return true;
  const picture = topics.includes('imagery') && (adultInvolved !== 'no' || blackmail !== 'no');
  const known = adultKnown !== 'no' && (topics.includes('adult') || topics.includes('blackmail') || picture);
  if (known) return true;
  return topics.includes('exposure') && facts.tellingParentsRisky !== undefined && facts.tellingParentsRisky !== 'no';
}

describe('while the day at the site is not over', () => {
  test.each([
    ['with hours of its day', at(example, '2026-11-25T15:10:00Z')],
    ['with nothing in its file', at(bare, '2026-11-25T15:10:00Z')],
  ] as const)('an adult who may be at home: an act, with the number of social care and 999, %s', (_, context) => {
    let met = 0;
    let not = 0;
    for (const { state, plan, facts, text } of cards(context)) {
      const stands = text.includes(words.homeTime);
      const where = `${JSON.stringify([...state.answers])}\n${text}`;
      if (mayBeFetched(facts) && !stands) expect.fail(where);
      if (stands) {
        met++;
        const call = plan.acts.find(({ route }) => route === 'childrens-social-care' || route === 'social-care-advice');
        if (!call || !text.includes(call.contact.phone ?? call.contact.url ?? '?')) expect.fail(where);
        expect(text).toContain(`${words.homeTime}999.`);
        expect(text).toMatch(/confront|contact (the )?adult/);
      } else not++;
    }
    expect(met).toBeGreaterThan(20);
    expect(not).toBeGreaterThan(20);
  });

  test('a stranger met only online, and a worry without an adult, have none', () => {
    for (const { facts, text } of cards(at(example, '2026-11-25T15:10:00Z'))) {
      const onlyOnline = facts.topics.length === 1 && facts.topics[0] === 'adult' && facts.knownAfterAll === undefined;
      const parents = facts.tellingParentsRisky === 'no';
      if (onlyOnline && parents && facts.adultKnown === 'no' && facts.childContact === 'none')
        expect(text).not.toContain(words.homeTime);
      if (['bullying', 'extremism', 'harmfulSites', 'other'].includes(facts.topics.join()))
        expect(text).not.toContain(words.homeTime);
    }
  });
});

test('once it is over the act is gone; the advice still stands in a part', () => {
  for (const { text } of cards(at(example, '2026-11-25T19:10:00Z'))) expect(text).not.toContain(words.homeTime);
});
