import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { localEntries } from '../../dialogs/look-up/local.ts';
import { lookUp } from '../../dialogs/look-up.ts';
import { plainText } from '../../dialogs/plain.ts';
import { reviewWords } from '../../dialogs/words/answer.ts';
import { committedCalendar } from '../../rules/calendar.ts';
import { allParagraphs, type Paragraph } from '../../rules/chapter.ts';
import type { Organisation } from '../../rules/local.ts';
import type { ParagraphId } from '../../rules/outcome.ts';
import { reviewStateOf } from '../../src/organisation/review-file.ts';
import { compareEditions, editionLines, fingerprint, report, restingOn } from '../../src/review/editions.ts';
import { beginCheck, makeCurrent, markRead } from '../../src/review/new-edition.ts';
import { bare } from '../support/every-message.ts';

/** A made-up edition; its numbers are lines, as in the real one. */
const recorded = (text: string): readonly Paragraph[] =>
  editionLines(text).map(({ line, hash }, i) => ({
    id: `p${line}` as ParagraphId,
    section: '1',
    paragraph: i + 1,
    hash,
  }));

const first = ['Scope of this chapter', '', 'Ducks swim.', 'Geese fly:', '  • north;', '  • south.', 'Hens stay.'];
const before = recorded(first.join('\n'));
const compared = (...lines: string[]) => compareEditions(before, editionLines(lines.join('\n')));
const nothing = { changed: [], gone: [], added: [] };

describe('comparing editions', () => {
  test('headings, page furniture and blank lines are no paragraphs', () => {
    expect(editionLines('Skip to content\n\nReporting\n  \t\nDucks swim.').map(({ line }) => line)).toEqual([5]);
  });

  test('bullets, white space and line ends make no difference', () => {
    expect(fingerprint('  •  Ducks\u00a0 swim. ')).toBe(fingerprint('Ducks swim.'));
    expect(compareEditions(before, editionLines(first.join('\r\n')))).toEqual(nothing);
  });

  test('the same paragraphs on other lines have not changed', () => {
    expect(compared('', '', ...first, '')).toEqual(nothing);
  });

  test('a paragraph with new words, after the same neighbour, has changed', () => {
    expect(compared('Ducks swim.', 'Geese fly far:', '• north;', '• south.', 'Hens stay.')).toEqual({
      ...nothing,
      changed: [{ id: 'p4', line: 2 }],
    });
  });

  test('the very first and the very last may change', () => {
    expect(compared('Ducks dive.', 'Geese fly:', 'north;', 'south.', 'Hens go.').changed).toEqual([
      { id: 'p3', line: 1 },
      { id: 'p7', line: 5 },
    ]);
  });

  test('a paragraph left out is gone, also at the end', () => {
    expect(compared('Ducks swim.', 'Geese fly:', 'south.')).toEqual({ ...nothing, gone: ['p5', 'p7'] });
  });

  test('a paragraph put in is new', () => {
    expect(compared('Ducks swim.', 'Swans too.', 'Geese fly:', 'north;', 'south.', 'Hens stay.')).toEqual({
      ...nothing,
      added: [2],
    });
  });

  test('two paragraphs with the same words are two', () => {
    const twice = recorded('Ring.\nWait.\nRing.');
    expect(compareEditions(twice, editionLines('Ring.\nWait.\nRing.'))).toEqual(nothing);
    expect(compareEditions(twice, editionLines('Ring.\nWait.')).gone).toEqual(['p3']);
  });
});

describe('what to read again', () => {
  test('rules, by any paragraph they or one of their sayings cite', () => {
    expect(restingOn('p157')).toContain('rule position-of-trust');
    expect(restingOn('p153').some((name) => name.startsWith('question “Could anyone who works'))).toBe(true);
    expect(restingOn('p101')).toContain('rule imagery-adult-police-always');
  });

  test('look-ups too', () => {
    expect(restingOn('p193').filter((name) => name.startsWith('look-up'))).not.toEqual([]);
  });

  test('the report names each once, with its place in the chapter', () => {
    const said = report({ changed: [{ id: 'p157', line: 160 }], gone: ['p36'], added: [3] });
    expect(said).toContain('Compared with v21: 1 changed, 1 gone, 1 new.');
    expect(said).toMatch(/changed: Section 2\.2, paragraph \d+ \(p157\), now line 160\n {4}read again: rule/);
    expect(said).toMatch(/gone: Scope, Information and advice, paragraph \d+ \(p36\)/);
    expect(said).toContain('new: line 3.');
    expect(report(nothing)).toBe('Every paragraph is as in v21. Nothing to read again.\n');
  });

  test('every paragraph on record is gone from an empty text', () => {
    expect(compareEditions(allParagraphs(), []).gone).toHaveLength(allParagraphs().length);
  });
});

describe('npm run edition', () => {
  const command = new URL('../../src/commands/edition.ts', import.meta.url).pathname;
  const run = (...args: string[]) => spawnSync(process.execPath, [command, ...args], { encoding: 'utf8' });

  test('reads a file and prints the report', () => {
    const folder = mkdtempSync(join(tmpdir(), 'chapter-'));
    try {
      writeFileSync(join(folder, 'other.txt'), first.join('\n'));
      const { status, stdout } = run(join(folder, 'other.txt'));
      expect(status).toBe(0);
      expect(stdout).toMatch(/^Compared with v21: 5 changed, \d+ gone, 0 new\.\n/);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('without a file says what to do', () => {
    expect(run()).toMatchObject({ status: 2, stderr: expect.stringContaining('npm run -s edition -- FILE') });
  });
});

describe('a newer edition', () => {
  const lines = editionLines(['Ducks dive.', 'Geese fly:', 'north;', 'south.', 'Hens stay.', 'Swans too.'].join('\n'));
  const check = beginCheck('v22', compareEditions(before, lines), lines, undefined);

  test('is not current until each paragraph is marked as read by a name', () => {
    expect(check.paragraphs.map(({ id, what }) => `${id.slice(0, 3)} ${what}`)).toEqual(['p3 changed', 'new new']);
    expect(() => makeCurrent(check)).toThrow(/2 of 2 paragraphs are not read/);
    const half = markRead(check, ['p3'], 'A. Lead', '2026-11-27');
    expect(half.paragraphs[0]?.read).toEqual({ name: 'A. Lead', on: '2026-11-27' });
    expect(() => makeCurrent(half)).toThrow(/1 of 2/);
    const all = makeCurrent(markRead(half, ['all'], 'B. Other', '2026-11-28'));
    expect(all.current).toBe(true);
    expect(all.paragraphs.map(({ read }) => read?.name)).toEqual(['A. Lead', 'B. Other']);
    expect(() => markRead(check, ['p99'], 'A', '2026-11-27')).toThrow('p99');
  });

  test('compared again, what is still the same stays read, and what changed once more does not', () => {
    const all = makeCurrent(markRead(check, ['all'], 'A. Lead', '2026-11-27'));
    expect(beginCheck('v22', compareEditions(before, lines), lines, all)).toEqual(all);
    const other = editionLines(
      ['Ducks sink.', 'Geese fly:', 'north;', 'south.', 'Hens stay.', 'Swans too.'].join('\n'),
    );
    const again = beginCheck('v22', compareEditions(before, other), other, all);
    expect(again.paragraphs.map(({ read }) => read !== undefined)).toEqual([false, true]);
    expect(again.current).toBe(false);
  });

  test('while it is being checked, the program says so', () => {
    const state = (current: boolean) =>
      reviewStateOf({ signatures: [], entries: {}, newEdition: { ...check, current } }, { localDuties: [] }).newEdition;
    expect([state(false), state(true)]).toEqual(['v22', undefined]);
    const said = (review: Organisation['review']) =>
      plainText(
        lookUp('edition', {
          moment: new Date(),
          calendar: committedCalendar,
          localEntries: localEntries({ ...bare, ...(review && { review }) }),
        }),
      );
    expect(said({ open: [], refused: [], changed: false, newEdition: 'v22' })).toContain(reviewWords.newEdition);
    expect(said(undefined)).not.toContain(reviewWords.newEdition);
  });
});
