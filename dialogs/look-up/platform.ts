/** The report page of a site, app or game, by its name. */
import { platforms, type SocialPlatform } from '../../rules/platforms.ts';
import type { ListLine } from '../message.ts';
import type { LookUpEntry, LookUpFacts } from './entry.ts';
import { ask } from './frame.ts';
import { checked, host } from './service.ts';

export function platformEntries(): readonly LookUpEntry[] {
  return platforms.map((platform) => {
    const { id, name, aliases = [] } = platform;
    return {
      id: `platform:${id}`,
      kind: 'report',
      name: `Report on ${name}`,
      aliases: [name, ...aliases, `${name} report`, `report ${name}`],
      asks: 'account profile fake hacked',
      about: `Where ${name} takes reports.`,
      facts: () => platformFacts(platform),
      answersNow: () => !platform.closed,
    };
  });
}

const evidence = 'May police need it? Ask them before you report or delete.';

function platformFacts(platform: SocialPlatform): LookUpFacts {
  const { name, reportUrl, how, adults, closed } = platform;
  const page: ListLine = reportUrl
    ? { text: [{ link: reportUrl, label: `How to report: ${host(reportUrl)}` }, '.'] }
    : { text: ['We have no confirmed link to its report page.'] };
  const lines: readonly ListLine[] = [
    ...(closed ? [] : [page]),
    { text: [how] },
    ...(adults ? [{ text: ['It is for adults. A child on it: tell your lead.'] }] : []),
    ...(closed ? [] : [{ text: [evidence] }]),
  ];
  return {
    heading: closed ? name : `Report on ${name}`,
    lines,
    whole: [
      {
        kind: 'list',
        lines: [
          ...lines,
          { text: ['A report there does not replace a referral. Threats over pictures: police first.'] },
          { text: ['It refused, or was silent for a week? Report Harmful Content, or POSH for staff.'] },
          { text: checked(platform) },
        ],
      },
    ],
    ...(closed ? { see: [ask('Other sites and apps', 'platform')] } : {}),
  };
}
