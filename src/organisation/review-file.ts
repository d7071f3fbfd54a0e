/**
 * What the people answerable have decided of the rules: who accepted which entry, in which words, and which newer edition
 * of the chapter is being checked. It stands beside the organisation file, as `organisation.review.json` beside
 * `organisation.yaml`; `npm run review -- --sign` and `npm run edition` write it. Without it nothing is accepted.
 */
import { createHash } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { ourEntries, rulesPrint } from '../../dialogs/ours.ts';
import type { Organisation, ReviewState } from '../../rules/local.ts';
import { OrganisationFileError } from './problems.ts';

const text = z.string().trim().min(1).max(400);
const print = z.string().regex(/^[0-9a-f]{16}$/);
const by = { name: text, on: z.iso.date() };

const decisionSchema = z.strictObject({
  decision: z.enum(['accepted', 'refused', 'reword']),
  /** How it should say, in the words of who decided. */
  words: text.optional(),
  /** Of what was decided on. What changed since then is open again. */
  print,
  ...by,
});

/** A paragraph of a newer edition that is not as in the one on record. */
const paragraphSchema = z.strictObject({
  /** `p113`, or `new 16 digits` of one that the edition on record has not. */
  id: text,
  what: z.enum(['changed', 'gone', 'new']),
  line: z.int().optional(),
  print,
  read: z.strictObject(by).optional(),
});

export const reviewFileSchema = z.strictObject({
  signatures: z
    .array(z.strictObject({ role: text.optional(), hash: print, rulesVersion: z.int(), edition: text, ...by }))
    .default([]),
  entries: z.record(z.string(), decisionSchema).default({}),
  newEdition: z
    .strictObject({ version: text, paragraphs: z.array(paragraphSchema), current: z.boolean().default(false) })
    .optional(),
});
export type ReviewFile = z.infer<typeof reviewFileSchema>;

export const emptyReview: ReviewFile = { signatures: [], entries: {} };

/** Sixteen hex digits that change when the text does. */
export const printOf = (what: string): string => createHash('sha256').update(what).digest('hex').slice(0, 16);

export const reviewFileOf = (organisationFile: string): string =>
  `${organisationFile.replace(/\.ya?ml$/i, '')}.review.json`;

/** @throws {OrganisationFileError} where it is there and cannot be used */
export async function readReview(organisationFile: string): Promise<ReviewFile | undefined> {
  const file = reviewFileOf(organisationFile);
  const wrong = (said: string) => new OrganisationFileError({ file, problems: [{ line: 1, field: '', said }] });
  let written: string;
  try {
    written = await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw wrong('the file cannot be opened; check that it may be read');
  }
  try {
    return reviewFileSchema.parse(JSON.parse(written));
  } catch {
    throw wrong('this is not as npm run review -- --sign writes it; put the last good one back, or sign again');
  }
}

/** Whole or not at all. */
export async function writeReview(organisationFile: string, review: ReviewFile): Promise<string> {
  const file = reviewFileOf(organisationFile);
  await writeFile(`${file}.new`, `${JSON.stringify(reviewFileSchema.parse(review), undefined, 2)}\n`);
  await rename(`${file}.new`, file);
  return file;
}

/** Everything that can be accepted, with its print: entries of ours, and the organisation's own rules. */
export function printsOf({ localDuties }: Pick<Organisation, 'localDuties'>): ReadonlyMap<string, string> {
  return new Map([
    ...ourEntries().map((entry) => [entry.id, printOf(entry.print)] as const),
    ...localDuties.map((duty) => [`local ${duty.id}`, printOf(JSON.stringify(duty))] as const),
  ]);
}

/** What the program says of it. */
export function reviewStateOf(
  { signatures, entries, newEdition }: ReviewFile,
  organisation: Pick<Organisation, 'localDuties'>,
): ReviewState {
  const prints = [...printsOf(organisation)];
  const decided = (id: string, now: string) => (entries[id]?.print === now ? entries[id].decision : undefined);
  const last = signatures.at(-1);
  const isOpen = newEdition !== undefined && !newEdition.current;
  return {
    open: prints.filter(([id, now]) => decided(id, now) !== 'accepted').map(([id]) => id),
    refused: prints.filter(([id, now]) => decided(id, now) === 'refused').map(([id]) => id),
    changed: last !== undefined && last.hash !== printOf(rulesPrint()),
    ...(isOpen ? { newEdition: newEdition.version } : {}),
  };
}
