/** What a lead's message speaks of stands on it: whoever it sends somebody to has a number or a way there beside it. */
import { expect, test } from 'vitest';
import { handScreen } from '../../../dialogs/leads/card/choices.ts';
import { detailsCard } from '../../../dialogs/leads/card/details.ts';
import { leadCard } from '../../../dialogs/leads/card/lead-card.ts';
import { movedCard, noticeCard } from '../../../dialogs/leads/card/notice-card.ts';
import { plainNotice } from '../../../dialogs/leads/card/plain-notice.ts';
import type { ConcernView } from '../../../dialogs/leads/concern/concern-view.ts';
import { noticeLimit } from '../../../dialogs/leads/concern/limit.ts';
import type { Message } from '../../../dialogs/message.ts';
import { type Outcome, placeIn } from '../../../dialogs/steps.ts';
import { peopleOf, siteOf } from '../../../rules/local.ts';
import { answerOf, finished } from '../../support/answers.ts';
import { wrongIn } from '../../support/speaks-of.ts';

const stages = ['open', 'owned', 'done', 'withdrawn', 'not-for-us', 'joined', 'ended'] as const;
const told: readonly Outcome['told'][] = [undefined, 'picked', 'nobody'];

const concerns = [...finished(40)].map(({ state, context }) => ({ ...answerOf(state, context), state, context }));

function* viewsOf({ state, context, outcome }: (typeof concerns)[number], i: number): Generator<ConcernView> {
  const raisedAt = context.now;
  for (const [j, stage] of stages.entries()) {
    const guard = told[(i + j) % told.length];
    const { told: _, ...open } = outcome;
    const its: Outcome = guard ? { ...open, told: guard } : open;
    yield {
      id: 'x'.repeat(24),
      kind: 'concern',
      reference: 'AB12-CD34',
      site: 'A school',
      restricted: guard !== undefined,
      raisedAt,
      stage,
      limit: noticeLimit(outcome.decision),
      level: 0,
      owner: 'A lead',
      reporter: 'U0REPORTER',
      concern: { state, outcome: its, context },
      said: new Map(),
      history: [
        { at: raisedAt, what: 'raised' },
        { at: raisedAt, what: 'not-for-us', who: 'A lead', reason: 'no-child' },
      ],
    };
  }
}

test('on every lead’s card, details and notice, at every stage and for every guard', () => {
  const wrong = new Map<string, string>();
  let met = 0;
  for (const [i, concern] of concerns.entries()) {
    const { context, state } = concern;
    const site = siteOf(context.organisation, placeIn(state, context.organisation).site);
    const named = site ? peopleOf(site).map(({ id, name }) => ({ id, name })) : [];
    for (const view of viewsOf(concern, i)) {
      const messages: readonly Message[] = [
        noticeCard(view, context.now),
        movedCard(view),
        leadCard(view, context.now, 'A lead'),
        detailsCard(view, context.now),
        handScreen(view, named),
        plainNotice(view),
      ];
      met += messages.length;
      for (const each of messages.flatMap((message) => wrongIn(message)))
        wrong.set(each, `${view.stage} ${JSON.stringify([...state.answers])}`);
    }
  }
  expect([...wrong].map(([sentence, where]) => `${sentence} after ${where}`)).toEqual([]);
  expect(met).toBeGreaterThan(2_000);
});
