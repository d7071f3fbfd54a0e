/** How hard a sentence is to read: the Flesch-Kincaid grade, whose year 6 is about age 11. */
import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';

/**
 * Words of the field that people must meet as they are, because they ask for them by name on the phone or read them
 * in the procedure. Each counts as a word of one syllable. Names of procedures and services count as one such word.
 */
export const fieldTerms = [
  'safeguarding leads',
  'safeguarding lead',
  'safeguarding',
  'strategy discussion',
  'social care',
  'LADO',
  'CEOP',
  'Prevent referral',
  'extremist',
  'extremism',
  'terrorism',
  'county lines',
  'upskirting',
  'suicide',
  'self-harm',
  'violence',
  'grooming',
  'groomed',
  'sexual',
  'bullying',
  'pornography',
  'police',
  'Professionals Online Safety Helpline',
  'Internet Watch Foundation',
  'Report Harmful Content',
  'Report Remove',
  'Stop It Now',
  'ACT Early',
] as const;

const terms = new RegExp(`\\b(${[...fieldTerms].toSorted((a, b) => b.length - a.length).join('|')})\\b`, 'gi');

/** Grade of a text of one or more sentences. Quoted titles, numbers and addresses are names, not reading. */
export function gradeOf(text: string): number {
  const plain = text
    .replace(/"[A-Z][^".?]{12,}"/g, 'that')
    .replace(/https?:\S+/g, '')
    .replace(terms, 'lead')
    .replace(/\be-mail\b/g, 'mail');
  const sentences = plain.split(/[.!?]+(?:\s|$)/).filter((sentence) => /[A-Za-z]/.test(sentence));
  const words = plain.match(/[A-Za-z][A-Za-z'’-]*/g) ?? [];
  const count = {
    sentence: sentences.length,
    word: words.length,
    syllable: words.reduce((sum, word) => sum + syllable(word), 0),
  };
  return words.length === 0 ? 0 : fleschKincaid(count);
}
