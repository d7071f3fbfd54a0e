/** The answer and what is beside it, folded and not, within what each platform takes: one message in each drawing. */
import { expect, test } from 'vitest';
import { plainText } from '../../dialogs/plain.ts';
import { fold, startEntry } from '../../dialogs/state.ts';
import { show, type View } from '../../dialogs/view.ts';
import type { Organisation } from '../../rules/local.ts';
import { renderSlack } from '../../src/channels/slack/render.ts';
import { renderTeams } from '../../src/channels/teams/render.ts';
import { teamsFaults } from '../support/adaptive-card.ts';
import { answerOf, finished } from '../support/answers.ts';
import { slackFaults } from '../support/block-kit.ts';
import { contextOf, example, sample, singlePaths, statesOn } from '../support/every-message.ts';
import { token } from '../support/messages.ts';

/** Names as long as somebody may write them. */
function longNamed(organisation: Organisation): Organisation {
  const long = <T extends { readonly name: string }>(each: T): T => ({
    ...each,
    name: `${each.name} `.repeat(40).slice(0, 200),
  });
  const sites = organisation.sites.map((site) => ({
    ...long(site),
    leads: site.leads.map(long),
    deputies: site.deputies.map(long),
    ...(site.head && { head: long(site.head) }),
    ...(site.chair && { chair: long(site.chair) }),
  }));
  return { ...organisation, sites, councils: organisation.councils.map(long) };
}

test('names of 200 characters break no limit on the way or at the answer, and the card still has an act to be done', {
  timeout: 60_000,
}, () => {
  const context = { ...contextOf(example, 'Friday at 18:30'), organisation: longNamed(example) };
  for (const [choice, path] of sample(singlePaths(), 60).entries())
    for (const state of statesOn(path, context, choice, fold([startEntry(false)]))) {
      const { messages, isAnswer } = show({ show: 'step' }, state, context, 'sent');
      for (const message of messages) {
        for (const post of [...renderSlack(message, token), ...renderSlack(message, token, false)])
          expect(slackFaults(post)).toEqual([]);
        for (const post of renderTeams(message, token)) expect(teamsFaults(post)).toEqual([]);
        if (isAnswer) expect(plainText(message)).toMatch(/1\. (Ring|Tell|Find) /);
      }
    }
});

const beside: readonly View[] = [{ show: 'now' }, { show: 'part', part: 'all' }];

test('the card of acts is one message in both, and all parts together are within the limits', {
  timeout: 60_000,
}, () => {
  for (const { state, context } of finished(10)) {
    const { card } = answerOf(state, context);
    const posts = [renderSlack(card, token), renderSlack(card, token, false), renderTeams(card, token)];
    expect(posts.map(({ length }) => length)).toEqual([1, 1, 1]);
    for (const message of [card, ...beside.flatMap((view) => show(view, state, context, 'sent').messages)]) {
      for (const post of [...renderSlack(message, token), ...renderSlack(message, token, false)])
        expect(slackFaults(post)).toEqual([]);
      for (const post of renderTeams(message, token)) expect(teamsFaults(post)).toEqual([]);
    }
  }
});
