/**
 * Another edition of the chapter beside the one that the rules encode: which paragraphs changed, are gone or new, and what
 * rests on each. Of the text only fingerprints are kept.
 */
import { itemsOf } from '../../dialogs/look-up/checklist.ts';
import { checklists } from '../../dialogs/look-up/checklists.ts';
import { glossary } from '../../dialogs/look-up/glossary.ts';
import { lawNotes } from '../../dialogs/look-up/law.ts';
import { type QuestionWords, questionWords } from '../../dialogs/words/questions.ts';
import { edition, type Paragraph, paragraph, sectionName } from '../../rules/chapter.ts';
import type { ParagraphId } from '../../rules/outcome.ts';
import { citedBy } from '../../rules/rule.ts';
import { rules } from '../../rules/rules.ts';
import { printOf } from '../organisation/review-file.ts';
import { saidByRule } from './lines.ts';

/** A paragraph of the other edition: its line, from 1, and its fingerprint. */
export interface EditionLine {
  readonly line: number;
  readonly hash: string;
}

export interface EditionComparison {
  /** A paragraph on record whose place another text has taken. */
  readonly changed: readonly { readonly id: ParagraphId; readonly line: number }[];
  readonly gone: readonly ParagraphId[];
  /** Lines of the other edition that stand where nothing stood. */
  readonly added: readonly number[];
}

/** First 16 hex digits of the SHA-256, bullets removed and white space folded: how rules/data/chapter.json was made. */
export function fingerprint(text: string): string {
  return printOf(text.replaceAll('•', '').replace(/\s+/g, ' ').trim());
}

/** Page furniture and printed headings are no paragraphs. */
const headings = [
  'Skip to content',
  'Company Logo',
  edition.title,
  'Scope of this chapter',
  'Reporting',
  'Information, resources and advice',
  'Related guidance',
  'Legal Framework',
  'Contextual Information',
  'See also:',
].map(fingerprint);
const blank = fingerprint('');

export function editionLines(text: string): readonly EditionLine[] {
  return text
    .split(/\r?\n/)
    .map((words, i) => ({ line: i + 1, hash: fingerprint(words) }))
    .filter(({ hash }) => hash !== blank && !headings.includes(hash));
}

/**
 * Matches equal paragraphs first, wherever they moved to. Of the rest, one that follows the same neighbour as before
 * has changed; the others are gone, or new.
 */
export function compareEditions(recorded: readonly Paragraph[], lines: readonly EditionLine[]): EditionComparison {
  const free = Map.groupBy(lines.keys(), (i) => lines[i]?.hash);
  const same = recorded.map(({ hash }) => free.get(hash)?.shift());
  const taken = new Set(same);
  const changed: { id: ParagraphId; line: number }[] = [];
  const gone: ParagraphId[] = [];
  let previous = -1;
  for (const [i, { id }] of recorded.entries()) {
    const place = same[i] ?? previous + 1;
    const line = lines[place]?.line;
    if (same[i] !== undefined) previous = place;
    else if (line === undefined || taken.has(place)) gone.push(id);
    else {
      changed.push({ id, line });
      taken.add(place);
      previous = place;
    }
  }
  return { changed, gone, added: lines.filter((_, i) => !taken.has(i)).map(({ line }) => line) };
}

/** What rests on a paragraph: rules, questions, look-ups, and the words that those rules say of it. */
export function restingOn(id: ParagraphId): readonly string[] {
  const lookUps = [...checklists.flatMap(itemsOf), ...lawNotes, ...glossary];
  const asked: readonly (readonly [string, QuestionWords])[] = Object.entries(questionWords);
  const by = rules.filter((rule) => citedBy(rule).includes(id));
  const words = by.flatMap((rule) => saidByRule(rule).filter(({ cites }) => cites.includes(id)));
  return [
    ...by.map((rule) => `rule ${rule.id}`),
    ...asked.filter(([, { cites }]) => cites.includes(id)).map(([, { ask }]) => `question “${ask}”`),
    ...lookUps.filter(({ cites }) => cites.includes(id)).map((entry) => `look-up ${entry.id}`),
    ...[...new Set(words.map(({ text }) => text))].map((text) => `words “${text}”`),
  ];
}

const placeOf = (id: ParagraphId): string =>
  `${sectionName(paragraph(id).section)}, paragraph ${paragraph(id).paragraph}`;

/** The comparison for people to read; says what to read again. */
export function report({ changed, gone, added }: EditionComparison): string {
  const reread = (id: ParagraphId) => restingOn(id).map((name) => `    read again: ${name}`);
  const parts = [
    ...changed.flatMap(({ id, line }) => [`changed: ${placeOf(id)} (${id}), now line ${line}`, ...reread(id)]),
    ...gone.flatMap((id) => [`gone: ${placeOf(id)} (${id})`, ...reread(id)]),
    ...added.map((line) => `new: line ${line}. Does it ask for a rule?`),
  ];
  const verdict =
    parts.length === 0
      ? `Every paragraph is as in ${edition.version}. Nothing to read again.`
      : `Compared with ${edition.version}: ${changed.length} changed, ${gone.length} gone, ${added.length} new.`;
  return [verdict, ...parts, ''].join('\n');
}
