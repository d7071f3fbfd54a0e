import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { allParagraphs, type Paragraph } from '../../rules/chapter.ts';
import type { ParagraphId } from '../../rules/outcome.ts';
import { compare, fingerprint, linesOf, report, restingOn } from '../../src/commands/compare-chapter.ts';

/** A made-up edition; its numbers are lines, as in the real one. */
const recorded = (text: string): readonly Paragraph[] =>
  linesOf(text).map(({ line, hash }, i) => ({ id: `p${line}` as ParagraphId, section: '1', paragraph: i + 1, hash }));

const first = ['Scope of this chapter', '', 'Ducks swim.', 'Geese fly:', '  • north;', '  • south.', 'Hens stay.'];
const before = recorded(first.join('\n'));
const compared = (...lines: string[]) => compare(before, linesOf(lines.join('\n')));
const nothing = { changed: [], gone: [], added: [] };

describe('comparing editions', () => {
  test('headings, page furniture and blank lines are no paragraphs', () => {
    expect(linesOf('Skip to content\n\nReporting\n  \t\nDucks swim.').map(({ line }) => line)).toEqual([5]);
  });

  test('bullets, white space and line ends make no difference', () => {
    expect(fingerprint('  •  Ducks\u00a0 swim. ')).toBe(fingerprint('Ducks swim.'));
    expect(compare(before, linesOf(first.join('\r\n')))).toEqual(nothing);
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
    expect(compare(twice, linesOf('Ring.\nWait.\nRing.'))).toEqual(nothing);
    expect(compare(twice, linesOf('Ring.\nWait.')).gone).toEqual(['p3']);
  });
});

describe('what to read again', () => {
  test('rules, by any paragraph they or one of their sayings cite', () => {
    expect(restingOn('p157')).toContain('rule position-of-trust');
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
    expect(compare(allParagraphs(), []).gone).toHaveLength(allParagraphs().length);
  });
});

describe('npm run chapter', () => {
  const command = new URL('../../src/commands/compare-chapter.ts', import.meta.url).pathname;
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

  test('without a file, or with one that is not there, says what to do', () => {
    expect(run()).toMatchObject({ status: 1, stderr: expect.stringContaining('npm run chapter -- FILE') });
    expect(run('nowhere.txt')).toMatchObject({ status: 1, stderr: expect.stringContaining('plain text') });
  });
});
