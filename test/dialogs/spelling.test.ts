/** A slip of the finger is read by the lexicons alone: what an organisation's own contacts are called teaches nobody else. */
import { expect, it } from 'vitest';
import type { LookUpEntry } from '../../dialogs/look-up/entry.ts';
import { findEntries } from '../../dialogs/look-up/search.ts';
import { isWord, vocabularyWith, wordMeant } from '../../dialogs/typed/spelling.ts';

const entry = (name: string): LookUpEntry => ({
  id: 'own',
  kind: 'local',
  name,
  aliases: [],
  asks: '',
  about: '',
  facts: () => ({ heading: name, lines: [], whole: [] }),
});

it('a look-up among names that are known here alone changes nothing for any other reading', () => {
  const before = ['brookfeild', 'brookfield', 'hartwel'].map((word) => [wordMeant(word), isWord(word)]);
  const own = [entry('Brookfieldd Hartwell Team')];
  expect(findEntries('brookfeildd', own)).toHaveLength(1);
  expect(['brookfeild', 'brookfield', 'hartwel'].map((word) => [wordMeant(word), isWord(word)])).toEqual(before);
  expect(findEntries('brookfeildd', [entry('Another body')])).toEqual([]);
});

it('among more words a slip can mean one of them', () => {
  const words = vocabularyWith(['hartwell']);
  expect(wordMeant('hartwel', words)).toBe('hartwell');
  expect(isWord('hartwell', words)).toBe(true);
});
