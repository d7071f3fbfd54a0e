/** Phrases of a lexicon, written with `|` between them. */
export function phraseList(phrases: string): readonly string[] {
  return phrases
    .split('|')
    .map((phrase) => phrase.trim().replace(/\s+/g, ' '))
    .filter((phrase) => phrase !== '');
}
