import { describe, expect, test } from 'vitest';
import type { Block, Message, Rich } from '../../dialogs/message.ts';
import { choices } from '../../dialogs/plain.ts';
import { renderSlack } from '../../src/channels/slack/render.ts';
import { renderTeams } from '../../src/channels/teams/render.ts';
import { teamsFaults } from '../support/adaptive-card.ts';
import { slackFaults } from '../support/block-kit.ts';
import { everywhere } from '../support/every-message.ts';
import { token } from '../support/messages.ts';

/** Posts that one message may become; more would be a wall on a phone. */
const most = { slack: 5, teams: 3 };

/** Thousands of messages, on a machine that may be busy. */
const timeout = 120_000;

describe.each([...everywhere()])('every message of $name', { timeout }, ({ said }) => {
  test('is within every limit of Slack, in few posts, with all of it as text', () => {
    for (const { message } of said) {
      const posts = renderSlack(message, token);
      for (const post of posts) expect(slackFaults(post)).toEqual([]);
      expect(posts.length).toBeLessThanOrEqual(most.slack);
      if (!message.discreet) expectWhole(message, readSlack(posts.map(({ text }) => text).join('\n')));
    }
  });

  test('is within every limit of Teams, in few posts, with all of it as text', () => {
    for (const { message } of said) {
      const posts = renderTeams(message, token);
      for (const post of posts) expect(teamsFaults(post)).toEqual([]);
      expect(posts.length).toBeLessThanOrEqual(most.teams);
      expectWhole(message, readTeams(posts.map(({ attachments: [{ content }] }) => content.fallbackText).join('\n')));
    }
  });
});

/** The question, each choice with its number, and each phone number as people write it. */
function expectWhole(message: Message, text: string): void {
  const wanted = [
    ...message.blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : [])),
    ...choices(message).map(({ number, label }) => `${number} ${label}`),
    ...phonesIn(message.blocks),
  ];
  const missing = wanted.find((each) => !text.includes(each));
  if (missing !== undefined) expect.fail(`"${missing}" is not in:\n${text}`);
}

/** As Slack shows it: entities read back, and the invisible sign that disarms codes taken out. */
const readSlack = (text: string): string =>
  text.replaceAll('\u2060', '').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/** As Teams shows it: without the backslashes before signs. */
const readTeams = (text: string): string => text.replace(/\\(?=[^\w\s])/g, '').replaceAll('\u2060', '');

function phonesIn(blocks: readonly Block[]): readonly string[] {
  const of = (rich: Rich) => rich.flatMap((span) => (typeof span === 'object' && 'phone' in span ? span.phone : []));
  return blocks.flatMap((block) => {
    if (block.kind === 'text') return of(block.text);
    return block.kind === 'list' ? block.lines.flatMap(({ text, note = [] }) => [...of(text), ...of(note)]) : [];
  });
}
