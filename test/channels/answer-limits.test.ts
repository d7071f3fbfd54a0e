/** The answer and what is beside it, folded and not, within what each platform takes: one message in each drawing. */
import { expect, test } from 'vitest';
import { show, type View } from '../../dialogs/view.ts';
import { renderSlack } from '../../src/channels/slack/render.ts';
import { renderTeams } from '../../src/channels/teams/render.ts';
import { teamsFaults } from '../support/adaptive-card.ts';
import { answerOf, finished } from '../support/answers.ts';
import { slackFaults } from '../support/block-kit.ts';
import { token } from '../support/messages.ts';

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
