/**
 * Writes the review pack, a site of plain files that safeguarding leads open from a folder: `npm run -s review -- FOLDER`.
 *
 *   --organisation FILE            whose names and numbers stand on the cards; otherwise the example's
 *   --at 2026-12-24T18:30:00Z      the moment that the cards are drawn for; otherwise now
 *   --sign DECISIONS               writes what the page "Ours and local" saved into the review file beside that organisation file
 *   --against REVISION             prints what changed since then, and writes it into the pack where a folder is named
 *   --instead-of FILE              the organisation file in force: a page shows what the new one changes
 *   --script                       keeps the script of its pages for a production install, and writes no pack
 *
 * Exit code 1: against that revision something is weaker, or the organisation file cannot be used. 2: the command line
 * is wrong, or the revision cannot be compared.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { committedCalendar } from '../../rules/calendar.ts';
import { readOrganisation } from '../organisation/file.ts';
import { OrganisationFileError } from '../organisation/problems.ts';
import { CannotCompare, compareAgainst } from '../review/against.ts';
import { isWeaker } from '../review/compare.ts';
import { packOf } from '../review/pack.ts';
import { changesPage } from '../review/pages/changes.ts';
import { filePage } from '../review/pages/file.ts';
import { printed, reportOf } from '../review/report.ts';
import { keepScript, packScript } from '../review/script.ts';
import { CannotSign, signed } from '../review/sign.ts';
import { reviewSite } from '../review/site.ts';
import { momentAt, runCommand, WrongOption } from '../shell/command-line.ts';

function read(args: readonly string[]) {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: {
      organisation: { type: 'string' },
      at: { type: 'string' },
      against: { type: 'string' },
      sign: { type: 'string' },
      script: { type: 'boolean', default: false },
      'instead-of': { type: 'string' },
    },
    allowPositionals: true,
  });
  const [folder, ...others] = positionals;
  if (others.length > 0) throw new WrongOption('Name one folder: npm run -s review -- FOLDER');
  const { organisation = 'organisation.example.yaml', at, against, sign, script, 'instead-of': inForce } = values;
  if (inForce !== undefined && values.organisation === undefined)
    throw new WrongOption('Name the new file too: --organisation new.yaml');
  if (sign !== undefined && values.organisation === undefined)
    throw new WrongOption('Name whose decisions these are: --organisation organisation.yaml');
  return { folder, organisation, against, sign, script, inForce, moment: momentAt(at) };
}

async function main(args: readonly string[]): Promise<void> {
  const { folder, organisation, moment, against, sign, script, inForce } = read(args);
  if (script) {
    process.stdout.write(`The script of the pack is in ${await keepScript()}.\n`);
    return;
  }
  if (sign !== undefined) {
    process.stdout.write(await signed(sign, organisation, moment));
    return;
  }
  const comparison = against === undefined ? undefined : await compareAgainst(against);
  if (comparison) {
    process.stdout.write(printed(reportOf(comparison)));
    process.exitCode = isWeaker(comparison) ? 1 : 0;
    if (folder === undefined) return;
  }
  const pack = packOf({ organisation: await readOrganisation(organisation), calendar: committedCalendar, moment });
  const more = [
    ...(comparison && against !== undefined ? [changesPage(comparison, against)] : []),
    ...(inForce === undefined ? [] : [filePage(pack, await readOrganisation(inForce))]),
  ];
  await write(folder ?? 'review', reviewSite(pack, await packScript(), more));
}

async function write(folder: string, files: ReadonlyMap<string, string>): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [file, text] of files) await writeFile(join(folder, file), text);
  process.stdout.write(`The review pack is in ${folder}. Open ${join(folder, 'index.html')}\n`);
}

if (import.meta.main) {
  await runCommand(main, { wrongLine: [CannotCompare, CannotSign], cannot: [OrganisationFileError] });
}
