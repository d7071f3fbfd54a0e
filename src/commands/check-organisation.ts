/**
 * Checks an organisation file without starting anything: `npm run -s organisation -- FILE`. It prints what is wrong or
 * unwise, each with its line and what to do, then for every site who can be rung and who is told, now and over the next
 * seven days, so that gaps are seen before they matter.
 *
 *   --at 2026-12-24T18:30:00Z      the moment to look from; otherwise now
 *
 * Exit code 1: the file cannot be used. 2: the command line is wrong.
 */
import { parseArgs } from 'node:util';
import { counted, sayMoment } from '../../dialogs/leads/concern/times.ts';
import { committedCalendar } from '../../rules/calendar.ts';
import { contactsFor } from '../../rules/contacts.ts';
import type { Organisation, Site } from '../../rules/local.ts';
import { type PersonInRole, ringOrder } from '../../rules/on-cover.ts';
import { readWritten } from '../organisation/file.ts';
import { atLine, OrganisationFileError } from '../organisation/problems.ts';
import { type ChatPlatform, warningsFor } from '../organisation/warnings.ts';
import { toldFirst } from '../review/week.ts';
import { momentAt, runCommand, WrongOption } from '../shell/command-line.ts';

/** The whole of what is printed for a file that can be used. */
export async function checkOf(file: string, moment: Date): Promise<readonly string[]> {
  const { organisation, lineOf } = await readWritten(file);
  const platforms = (['slack', 'teams'] as const).filter((each) => isUsedOn(organisation, each));
  const warnings = warningsFor(organisation, { moment, platforms });
  return [
    `${file} can be used. ${counted(organisation.sites.length, 'site')}, ${counted(organisation.councils.length, 'council')}.`,
    '',
    warnings.length === 0 ? 'Nothing in it looks wrong.' : `${counted(warnings.length, 'matter')} to look at:`,
    ...warnings.map(({ path, at, said }) => `  ${atLine(lineOf(path), at, said)}`),
    ...organisation.sites.flatMap((site) => ['', ...siteLines(organisation, site, moment)]),
  ];
}

/** Named at all: what is left out of a file that serves one platform is not missed on the other. */
const isUsedOn = ({ workspaces, sites }: Organisation, platform: ChatPlatform) =>
  workspaces[platform].length > 0 || sites.some(({ channel }) => channel[platform] !== undefined);

function siteLines(organisation: Organisation, site: Site, moment: Date): readonly string[] {
  const { now, later } = ringOrder(site, 'open', { organisation, calendar: committedCalendar, moment });
  const socialCare = contactsFor('childrens-social-care', {
    organisation,
    calendar: committedCalendar,
    moment,
    site: site.id,
    council: site.ladoArea,
  });
  return [
    `${site.name}, ${sayMoment(moment)}`,
    ...(now.length > 0 ? now.map((named) => `  ring ${sayPerson(named)}`) : ['  nobody is on cover']),
    ...later.map((named) => `  off: ${sayPerson(named)}`),
    ...socialCare.flatMap((line) =>
      line.kind === 'contact'
        ? [`  social care: ${line.who}, ${line.phone ?? line.email ?? line.url}${openOf(line.openNow)}`]
        : [],
    ),
    "  told first, over the next seven days (the leads' channel besides):",
    ...toldFirst(site, { organisation, calendar: committedCalendar, from: moment }).map(
      ({ from, said }) => `    from ${sayMoment(from)}: ${said}`,
    ),
  ];
}

const sayPerson = ({ person: { name, phone }, opens, closes }: PersonInRole) =>
  [name, phone, ...(opens ? [`back ${sayMoment(opens)}`] : []), ...(closes ? [`until ${sayMoment(closes)}`] : [])].join(
    ', ',
  );

const openOf = (openNow: boolean | 'not known') =>
  openNow === 'not known' ? ', hours not known' : openNow ? ', open' : ', closed now';

function read(args: readonly string[]): { readonly file: string; readonly moment: Date } {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { at: { type: 'string' } },
    allowPositionals: true,
  });
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0) {
    throw new WrongOption('Name one file: npm run -s organisation -- organisation.yaml --at 2026-12-24T18:30:00Z');
  }
  return { file, moment: momentAt(values.at) };
}

async function main(args: readonly string[]): Promise<void> {
  const { file, moment } = read(args);
  process.stdout.write(`${(await checkOf(file, moment)).join('\n')}\n`);
}

if (import.meta.main) {
  await runCommand(main, { cannot: [OrganisationFileError] });
}
