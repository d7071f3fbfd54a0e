/** Signing: what somebody decided on the page "Ours and local" goes into the review file that the program reads. */
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { rulesPrint } from '../../dialogs/ours.ts';
import { edition, rulesVersion } from '../../rules/chapter.ts';
import { dayOf } from '../../rules/london.ts';
import { readOrganisation } from '../organisation/file.ts';
import {
  emptyReview,
  printOf,
  printsOf,
  type ReviewFile,
  readReview,
  reviewStateOf,
  writeReview,
} from '../organisation/review-file.ts';

/** As page/decide.ts saves them. */
const decisionsSchema = z.strictObject({
  name: z.string().trim().min(1).max(400),
  role: z.string().trim().max(400),
  hash: z.string(),
  decisions: z.array(
    z.strictObject({
      id: z.string(),
      decision: z.enum(['accepted', 'refused', 'reword']),
      words: z.string().trim().min(1).max(400).optional(),
    }),
  ),
});
type Decisions = z.infer<typeof decisionsSchema>;

/** The message says what to do. */
export class CannotSign extends Error {
  override readonly name = 'CannotSign';
}

/** @throws {CannotSign} where the decisions are on other rules than these, or not such a file */
export async function signed(decisionsFile: string, organisationFile: string, moment: Date): Promise<string> {
  const decisions = await readDecisions(decisionsFile);
  const organisation = await readOrganisation(organisationFile);
  const before = (await readReview(organisationFile)) ?? emptyReview;
  const after = withDecisions(before, decisions, printsOf(organisation), dayOf(moment));
  const file = await writeReview(organisationFile, after);
  const { open } = reviewStateOf(after, organisation);
  const count = (decision: string) => decisions.decisions.filter((each) => each.decision === decision).length;
  return [
    `${decisions.name}: ${count('accepted')} accepted, ${count('refused')} refused, ${count('reword')} to be reworded. Written to ${file}.`,
    open.length === 0
      ? 'Everything of ours and every local rule is accepted.'
      : `Not accepted yet: ${open.length}. Their cards say so in the last part.\n${open.map((id) => `  ${id}`).join('\n')}`,
    '',
  ].join('\n');
}

/** @param prints of everything that can be decided on, as it is now */
export function withDecisions(
  review: ReviewFile,
  { name, role, hash, decisions }: Decisions,
  prints: ReadonlyMap<string, string>,
  on: string,
): ReviewFile {
  const now = printOf(rulesPrint());
  if (hash !== now) {
    throw new CannotSign(
      `These decisions are on rules with the hash ${hash}, and the rules here have ${now}. Write the pack again, and decide on it.`,
    );
  }
  const unknown = decisions.filter(({ id }) => !prints.has(id)).map(({ id }) => id);
  if (unknown.length > 0) {
    throw new CannotSign(`Not in this pack: ${unknown.join(', ')}. Make the pack with the same --organisation.`);
  }
  const by = { name, on };
  return {
    ...review,
    signatures: [
      ...review.signatures,
      { ...by, ...(role === '' ? {} : { role }), hash, rulesVersion, edition: edition.version },
    ],
    entries: {
      ...review.entries,
      ...Object.fromEntries(
        decisions.map(({ id, decision, words }) => [
          id,
          { decision, ...(words === undefined ? {} : { words }), print: prints.get(id) ?? '', ...by },
        ]),
      ),
    },
  };
}

async function readDecisions(file: string): Promise<Decisions> {
  const says = `${file} is not what the page "Ours and local" saves. Open the pack, decide there, and name the file that it saves.`;
  try {
    return decisionsSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (cause) {
    throw new CannotSign(says, { cause });
  }
}
