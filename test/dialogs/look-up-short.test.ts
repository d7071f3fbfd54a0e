import { describe, expect, it } from 'vitest';
import { localEntries } from '../../dialogs/look-up/local.ts';
import { wordsIn } from '../../dialogs/look-up/short.ts';
import { everyEntry, lookUp } from '../../dialogs/look-up.ts';
import type { Message } from '../../dialogs/message.ts';
import { plainText, richText } from '../../dialogs/plain.ts';
import { committedCalendar as calendar } from '../../rules/calendar.ts';
import { readOrganisation } from '../../src/organisation/file.ts';

const organisation = await readOrganisation('organisation.example.yaml');
const local = localEntries(organisation);
const entries = everyEntry(local);
const moments = ['2026-11-23T12:00:00Z', '2026-11-27T20:00:00Z', '2026-12-25T03:00:00Z', '2031-06-03T11:00:00Z'].map(
  (moment) => new Date(moment),
);
const look = (query: string, moment: Date) => lookUp(query, { moment, calendar, localEntries: local });

/** What is seen before anything more is pressed: headings, lines, small print, and the labels of buttons. */
function visibleWords({ blocks }: Message): number {
  return blocks.reduce((sum, block) => {
    if (block.kind === 'heading') return sum + wordsIn(block.text);
    if (block.kind === 'text') return sum + wordsIn(richText(block.text));
    if (block.kind === 'buttons') return sum + block.buttons.reduce((all, { label }) => all + wordsIn(label), 0);
    if (block.kind !== 'list') return sum;
    return (
      sum + block.lines.reduce((all, { text, note = [] }) => all + wordsIn(richText(text)) + wordsIn(richText(note)), 0)
    );
  }, 0);
}

describe('few words', () => {
  it.each(moments)('one result has 45 at most, at %s', (moment) => {
    const long = entries
      .map(({ id }) => ({ id, words: visibleWords(look(id, moment)) }))
      .filter(({ words }) => words > 45);
    expect(long).toEqual([]);
  });

  it('what "More" and each part show has 150 at most', () => {
    for (const moment of moments)
      for (const { id, facts } of entries) {
        const { parts = [] } = facts({ moment, calendar });
        for (const query of [`more:${id}`, ...parts.map((_, i) => `${id}#${i}`)])
          expect(visibleWords(look(query, moment)), query).toBeLessThanOrEqual(150);
      }
  });
});

describe('the asked-for thing on top', () => {
  it('a number stands in the heading and can be pressed in the first line', () => {
    for (const entry of entries) {
      const { heading, lines } = entry.facts({ moment: moments[0] ?? new Date(), calendar });
      const phone = lines[0]?.text.find((span) => typeof span === 'object' && 'phone' in span);
      if (entry.hasPhone && entry.kind !== 'local') {
        expect(phone, entry.id).toBeDefined();
        expect(heading, entry.id).toContain(richText(phone ? [phone] : []));
      }
    }
  });

  it('nothing of an entry is lost: what has no room stands behind "More"', () => {
    const [moment = new Date()] = moments;
    for (const entry of entries) {
      const { lines, whole } = entry.facts({ moment, calendar });
      const shown = plainText(look(entry.id, moment));
      const missing = lines.filter(({ text }) => !shown.includes(richText(text)));
      if (missing.length > 0) {
        expect(whole.length, entry.id).toBeGreaterThan(0);
        expect(shown, entry.id).toContain('More');
      }
    }
  });
});
