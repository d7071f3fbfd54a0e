/**
 * The rules from the shell: `npm run -s decide < facts.json` prints the whole decision as JSON.
 *
 *   --schema                       the JSON Schema of the facts, and nothing else
 *   --at 2026-12-24T18:30:00Z      the moment of report; otherwise now
 *   --organisation FILE            local contacts and duties from this organisation file
 *   --site, --council, --lado-council ID   where the concern belongs, where the file leaves a choice
 *
 * Exit code 2: the input cannot be used, and standard error says what to put right.
 */
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { committedCalendar } from '../../rules/calendar.ts';
import type { Organisation, Place } from '../../rules/local.ts';
import { FactsNotUsable, factsJsonSchema, parseFacts } from '../decide/input.ts';
import { answerInFull } from '../decide/output.ts';
import { readOrganisation } from '../organisation/file.ts';
import { OrganisationFileError } from '../organisation/problems.ts';
import { momentAt, runCommand, WrongOption } from '../shell/command-line.ts';

const options = {
  schema: { type: 'boolean' },
  at: { type: 'string' },
  organisation: { type: 'string' },
  site: { type: 'string' },
  council: { type: 'string' },
  'lado-council': { type: 'string' },
} as const;

function read(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (cause) {
    throw new WrongOption(
      `${(cause as Error).message}\nThe options are: ${Object.keys(options)
        .map((name) => `--${name}`)
        .join(', ')}`,
      { cause },
    );
  }
}

/** @throws WrongOption for an id that the organisation file does not have. */
function placeOf(given: ReturnType<typeof read>, organisation: Organisation | undefined): Place {
  const known = (option: 'site' | 'council' | 'lado-council', ids: readonly string[]) => {
    const id = given[option];
    if (id === undefined || ids.includes(id)) return id;
    const fix = organisation ? `Write one of: ${ids.join(', ')}` : 'Name the file with --organisation FILE as well';
    throw new WrongOption(`--${option}: "${id}" is not known. ${fix}`);
  };
  const councils = organisation ? [...organisation.councils.map(({ id }) => id), 'elsewhere', 'notSure'] : [];
  const site = known('site', organisation?.sites.map(({ id }) => id) ?? []);
  const council = known('council', councils);
  const ladoCouncil = known('lado-council', councils);
  return { ...(site ? { site } : {}), ...(council ? { council } : {}), ...(ladoCouncil ? { ladoCouncil } : {}) };
}

async function main(args: readonly string[]): Promise<void> {
  process.stdout.write(`${JSON.stringify(await decided(args), null, 2)}\n`);
}

async function decided(args: readonly string[]): Promise<object> {
  const given = read(args);
  if (given.schema) return factsJsonSchema();
  const moment = momentAt(given.at);
  const organisation = given.organisation === undefined ? undefined : await readOrganisation(given.organisation);
  const place = placeOf(given, organisation);
  const facts = parseFacts(await text(process.stdin));
  return answerInFull({ facts, place, moment, calendar: committedCalendar, ...(organisation ? { organisation } : {}) });
}

await runCommand(main, { wrongLine: [FactsNotUsable, OrganisationFileError] });
