import { describe, expect, it } from 'vitest';
import type { Block, Message } from '../../../dialogs/message.ts';
import { emergency, heading, text } from '../../../dialogs/screens/frame.ts';
import { homeView } from '../../../src/channels/slack/home.ts';
import { slackViewFaults } from '../../support/block-kit.ts';
import { token } from '../../support/messages.ts';

const message = (title: string, ...blocks: Block[]): Message => ({
  summary: title,
  blocks: [heading(title), ...blocks, emergency],
});
const long = (title: string, lines: number) =>
  message(title, ...Array.from({ length: lines }, (_, i) => text(`${title} line ${i}.`)));
const drawn = (...messages: Message[]) => {
  const view = homeView(messages, token);
  expect(slackViewFaults(view)).toEqual([]);
  return { count: view.blocks.length, text: JSON.stringify(view.blocks) };
};

describe('the Home tab', () => {
  it('holds its messages in order, with the emergency line once and on top', () => {
    const { text } = drawn(message('First'), message('Second'), message('Third'));
    const places = ['999', 'First', 'Second', 'Third'].map((word) => text.indexOf(word));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(text.match(/Anyone in danger/g)).toHaveLength(1);
  });

  it('leaves out the longest where not all fits, says where it is, and keeps the rest whole', () => {
    const { count, text } = drawn(message('The step'), long('The answer', 80), long('The list', 40));
    expect(count).toBeLessThanOrEqual(100);
    expect(text).toContain('The step');
    expect(text).toContain('Open the Messages tab');
    expect(text).not.toContain('The answer line');
    expect(text).toContain('The list line 39');
  });

  it('leaves out as many as it must', () => {
    const { count, text } = drawn(long('One', 99), long('Two', 120), message('Three'));
    expect(count).toBeLessThanOrEqual(100);
    expect(text).toContain('Three');
  });
});
