/**
 * What a card speaks of stands on it. A sentence that sends somebody to a body, to a lead or to a helpline is on a card
 * that gives the number or the way there; what is folded may lean on what is folded beside it.
 */
import { describe, expect, test } from 'vitest';
import { partsOf } from '../../dialogs/answer/parts.ts';
import { newsFor } from '../../dialogs/leads/card/reporter-news.ts';
import type { Block, Message } from '../../dialogs/message.ts';
import { nowScreen } from '../../dialogs/screens/now.ts';
import { plainCard } from '../../dialogs/screens/plain-card.ts';
import { fold, type State, startEntry } from '../../dialogs/state.ts';
import type { Context } from '../../dialogs/steps.ts';
import { show } from '../../dialogs/view.ts';
import { peopleOf } from '../../rules/local.ts';
import { answerOf, finished } from '../support/answers.ts';
import { bare, contextOf, example, sample, singlePaths, statesOn } from '../support/every-message.ts';
import { linesOf, ofList, wrongIn } from '../support/speaks-of.ts';

/** @param rest what is one press away: a part that is too long shows the rest by a button */
function holds(message: Message, state: State, rest: readonly Block[] = []): void {
  const found = wrongIn(message, rest);
  if (found.length > 0)
    expect.fail(`${found.join('\n')}\nafter ${JSON.stringify([...state.answers, ...state.places])}`);
}

const cards = [...finished(30)].map(({ state, context }) => ({
  state,
  everywhere: context,
  ...answerOf(state, context),
}));
const begun = fold([startEntry(false)]);

/** Every third question of a spread of paths, at two moments, in both organisations. */
function* onTheWay(): Generator<{ readonly state: State; readonly context: Context }> {
  for (const organisation of [example, bare])
    for (const moment of ['a normal morning', 'Friday at 18:30'] as const) {
      const context = contextOf(organisation, moment);
      for (const [choice, path] of sample(singlePaths(), 30).entries())
        for (const [i, state] of [...statesOn(path, context, choice, begun)].entries())
          if (i % 3 === choice % 3) yield { state, context };
    }
}
const asked = [...onTheWay()];

describe('what a card speaks of stands on it', () => {
  test('on the answer, open and folded', () => {
    for (const { card, state, everywhere } of cards) {
      const [all] = show({ show: 'part', part: 'all' }, state, everywhere, 'sent').messages;
      holds(card, state, all?.blocks);
    }
    expect(cards.length).toBeGreaterThan(200);
  });

  test('on "what must I do now?"', () => {
    for (const { state, context } of asked) holds(nowScreen(state, context), state);
    expect(asked.length).toBeGreaterThan(100);
  });

  test('"your lead" is said to be somebody, wherever not every lead may know', () => {
    let met = 0;
    for (const { card, state, outcome } of cards) {
      if (!outcome.told) continue;
      for (const block of card.blocks) {
        if (block.kind !== 'fold') continue;
        const lines = linesOf([block], true);
        const spoken = lines.some(({ text }) => /\byour lead\b/i.test(text));
        const meant = lines.some(({ text }) => text.includes('Where it says "your lead"'));
        if (spoken && !meant) expect.fail(`${block.title} after ${JSON.stringify([...state.answers])}`);
        if (spoken) met++;
      }
    }
    expect(met).toBeGreaterThan(10);
  });

  test('pictures are spoken of in what to do only where one is in it', () => {
    for (const { card, state, outcome } of cards) {
      const { facts } = outcome;
      const pictured =
        facts.topics.some((topic) => ['imagery', 'blackmail', 'content', 'adult', 'exposure'].includes(topic)) ||
        [facts.upskirting, facts.nudesInvolved].some((value) => value === 'yes' || value === 'unsure');
      const said = linesOf(card.blocks).find(({ text }) => /\b(?:the|a) (?:picture|video)\b/i.test(text));
      if (said && !pictured) expect.fail(`${said.text}\nafter ${JSON.stringify([...state.answers])}`);
    }
  });

  test('money, whom it was done to, and how days are counted only where the case is of that', () => {
    const spoken = { money: 0, done: 0 };
    for (const { state, outcome, context } of cards) {
      const { topics, blackmail, upskirting, possibleCrime, severe, nudesInvolved } = outcome.facts;
      const worried = (value: string | undefined) => value === 'yes' || value === 'unsure';
      const threat = topics.includes('blackmail') || worried(blackmail);
      const alone = worried(upskirting) && ![possibleCrime, severe, nudesInvolved].some(worried);
      const said = partsOf(outcome, context)
        .flatMap(({ lines }) => ofList(lines, true))
        .map(({ text }) => text);
      const found = said.find(
        (text) =>
          (/demand for money/.test(text) && !threat) ||
          (/child who (?:is bullied|bullies)/.test(text) && alone) ||
          /\bdoes not count\b|when the count starts/.test(text),
      );
      if (found) expect.fail(`${found}\nafter ${JSON.stringify([...state.answers])}`);
      if (said.some((text) => /demand for money/.test(text))) spoken.money++;
      if (said.some((text) => /child it was done to/.test(text))) spoken.done++;
    }
    expect(Math.min(...Object.values(spoken))).toBeGreaterThan(0);
  });

  test('on the emergency card, before the question that goes on below it', () => {
    for (const { state, context } of sample(asked, 120))
      for (const message of show({ show: 'step', danger: true }, state, context, 'sent').messages) {
        const end = message.blocks.findIndex(({ kind }) => kind === 'divider');
        holds({ ...message, blocks: message.blocks.slice(0, end < 0 ? undefined : end) }, state);
      }
  });

  test('on the card that stands in for one that could not be drawn', () => {
    for (const organisation of [example, bare])
      for (const site of organisation.sites)
        for (const guard of ['open', peopleOf(site).map(({ id }) => id), []] as const)
          holds(plainCard({ organisation, site, guard }), begun);
  });

  test('in news to whoever raised it', () => {
    for (const { state, outcome, context } of sample(cards, 60)) {
      const raisedAt = context.now;
      const view = {
        id: 'x'.repeat(24),
        kind: 'concern',
        reference: 'AB12-CD34',
        restricted: outcome.told !== undefined,
        raisedAt,
        stage: 'open',
        limit: 'now',
        level: 0,
        reporter: 'U0REPORTER',
        concern: { state, outcome, context },
        said: new Map(),
        history: [{ at: raisedAt, what: 'raised' }],
      } as const;
      for (const happening of [
        { at: raisedAt, what: 'ended' },
        { at: raisedAt, what: 'gone', left: 0 },
        { at: raisedAt, what: 'not-for-us', who: 'A lead', reason: 'no-child' },
      ] as const) {
        const blocks = newsFor(happening, view, raisedAt) ?? [];
        holds({ summary: '', blocks }, state);
        expect(linesOf(blocks).some(({ reaches }) => reaches)).toBe(true);
      }
    }
  });
});
