/** The message extension: a query in, cards to insert out. */
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { localEntries } from '../../../dialogs/look-up/local.ts';
import { committedCalendar } from '../../../rules/calendar.ts';
import { searchAnswer } from '../../../src/channels/teams/extension.ts';
import { organisationWith } from '../../support/organisation.ts';

const context = { moment: new Date('2026-11-23T10:00:00Z'), calendar: committedCalendar };
const shape = z.strictObject({
  composeExtension: z.strictObject({
    type: z.literal('result'),
    attachmentLayout: z.literal('list'),
    attachments: z.array(
      z.strictObject({
        contentType: z.literal('application/vnd.microsoft.card.adaptive'),
        content: z.looseObject({ type: z.literal('AdaptiveCard'), version: z.literal('1.4') }),
        preview: z.strictObject({
          contentType: z.literal('application/vnd.microsoft.card.thumbnail'),
          content: z.strictObject({ title: z.string().min(1), text: z.string().min(1) }),
        }),
      }),
    ),
  }),
});
const found = (query: string, more: object = {}) =>
  shape.parse(searchAnswer(query, { ...context, ...more })).composeExtension.attachments;
const titles = (query: string, more: object = {}) => found(query, more).map(({ preview }) => preview.content.title);

describe('a query', () => {
  it('finds a helpline by its name, with its number on the card', () => {
    const [first] = found('childline');
    expect(first?.preview.content.title).toContain('Childline');
    expect(JSON.stringify(first?.content)).toContain('0800 1111');
  });

  it('finds three at most', () => {
    expect(found('suicide helpline').length).toBeGreaterThan(1);
    expect(found('suicide helpline').length).toBeLessThanOrEqual(3);
  });

  it("finds the organisation's own contacts, for its own people alone", () => {
    const local = { localEntries: localEntries(organisationWith()) };
    expect(titles('lado', local)).not.toEqual(titles('lado'));
  });

  it('shows who is mostly looked for before anything is typed', () => {
    expect(titles('').length).toBeGreaterThan(3);
    expect(new Set(titles('')).size).toBe(titles('').length);
  });

  it.each(['qqqq zzzz', 'x'.repeat(5_000), '\u0000', '*'])('says kindly that it found nothing (%j)', (query) => {
    expect(searchAnswer(query, context)).toEqual({
      composeExtension: { type: 'message', text: expect.stringContaining('did not find') },
    });
  });
});

describe('a card', () => {
  it('has nothing to press: it is read by others, in chats of theirs', () => {
    for (const query of ['', 'childline', 'law', 'grooming', 'lado']) {
      expect(JSON.stringify(searchAnswer(query, context))).not.toMatch(/"Action\.|Input\./);
    }
  });

  it('holds 999 and the lead, wherever it goes', () => {
    const [first] = found('childline');
    expect(JSON.stringify(first?.content)).toMatch(/999.*safeguarding lead/);
  });

  it('does not repeat what was typed', () => {
    expect(JSON.stringify(searchAnswer('childline zebra', context))).not.toContain('zebra');
  });
});
