/**
 * Compares another edition of the chapter with the one the rules encode: `npm run -s edition -- FILE`, where FILE is its
 * plain text, one paragraph a line. Prints what changed, and the rules, questions, look-ups and words to read again.
 *
 *   --organisation FILE            keeps the check in the review file beside it, and answers say that one is under way
 *   --version v22                  what that edition calls itself; otherwise what the organisation file says under `edition`
 *   --read p113,p115 --name NAME   these paragraphs, or `all`, were read by this person
 *   --current                      it is the edition that holds; refused until every paragraph is read
 *
 * Exit code 1: a file cannot be used, or it cannot be current yet. 2: the command line is wrong.
 */
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { allParagraphs } from '../../rules/chapter.ts';
import { dayOf } from '../../rules/london.ts';
import { readOrganisation } from '../organisation/file.ts';
import { OrganisationFileError } from '../organisation/problems.ts';
import { emptyReview, readReview, writeReview } from '../organisation/review-file.ts';
import { compareEditions, type EditionComparison, type EditionLine, editionLines, report } from '../review/editions.ts';
import { beginCheck, CannotBeCurrent, makeCurrent, markRead, sayStanding } from '../review/new-edition.ts';
import { runCommand, WrongOption } from '../shell/command-line.ts';

/** The text cannot be read. */
class NoEdition extends Error {
  override readonly name = 'NoEdition';
}

function read(args: readonly string[]) {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: {
      organisation: { type: 'string' },
      version: { type: 'string' },
      read: { type: 'string' },
      name: { type: 'string' },
      current: { type: 'boolean', default: false },
    },
    allowPositionals: true,
  });
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0)
    throw new WrongOption('Name the text of the other edition: npm run -s edition -- FILE');
  const { organisation, read: ids, name, current } = values;
  if (organisation === undefined && (ids !== undefined || current))
    throw new WrongOption('Name whose check this is: --organisation organisation.yaml');
  if (ids !== undefined && (name === undefined || name.trim() === ''))
    throw new WrongOption('Name who read them: --read p113 --name "YOUR NAME"');
  return { file, ...values };
}

async function main(args: readonly string[]): Promise<void> {
  process.stdout.write(await reported(args));
}

async function reported(args: readonly string[]): Promise<string> {
  const given = read(args);
  const { file, organisation } = given;
  const text = await readFile(file, 'utf8').catch((cause: Error) => {
    throw new NoEdition(
      `${file} cannot be read (${cause.message}). Save the chapter as plain text and name that file.`,
      {
        cause,
      },
    );
  });
  const lines = editionLines(text);
  const comparison = compareEditions(allParagraphs(), lines);
  if (organisation === undefined) return report(comparison);
  return report(comparison) + (await check(organisation, comparison, lines, given));
}

type Given = ReturnType<typeof read>;

async function check(
  organisationFile: string,
  comparison: EditionComparison,
  lines: readonly EditionLine[],
  given: Given,
) {
  const { edition: named } = await readOrganisation(organisationFile);
  const version = given.version ?? named?.version;
  if (version === undefined) throw new WrongOption('Say what that edition calls itself: --version v22');
  const review = (await readReview(organisationFile)) ?? emptyReview;
  const begun = beginCheck(version, comparison, lines, review.newEdition);
  const marked =
    given.read === undefined ? begun : markRead(begun, given.read.split(','), given.name ?? '', dayOf(new Date()));
  // What was read stays read, also where it cannot be current yet.
  await writeReview(organisationFile, { ...review, newEdition: marked });
  if (!given.current) return sayStanding(marked);
  const current = makeCurrent(marked);
  await writeReview(organisationFile, { ...review, newEdition: current });
  return sayStanding(current);
}

if (import.meta.main) {
  await runCommand(main, { cannot: [OrganisationFileError, CannotBeCurrent, NoEdition] });
}
