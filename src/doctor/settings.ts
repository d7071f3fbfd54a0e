/** The settings and the organisation file, read as the start reads them. */

import { type Config, readConfig } from '../config/config.ts';
import { ConfigError } from '../config/problem.ts';
import { slackSettings } from '../config/slack.ts';
import { microsoftSettings } from '../config/teams.ts';
import { readWritten, type WrittenOrganisation } from '../organisation/file.ts';
import { atLine, OrganisationFileError } from '../organisation/problems.ts';
import { warningsFor } from '../organisation/warnings.ts';
import { type DoctorFinding, fine, unwise, wrong } from './finding.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

const again = 'change it in .env, then run this again.';

/** @returns the settings, or nothing where they cannot be used. */
export function settingsOf(environment: Environment): {
  readonly config?: Config;
  readonly findings: readonly DoctorFinding[];
} {
  const isGiven = (setting: string) => environment[setting]?.trim();
  if (![...slackSettings, ...microsoftSettings].some(isGiven)) {
    const why = 'Without them it starts as a trial, in which nobody is told.';
    const fix = 'add the settings of docs/slack.md or docs/teams.md to .env.';
    return { findings: [wrong('settings', 'There are no settings of Slack or Teams.', why, fix)] };
  }
  try {
    const config = readConfig(environment);
    return { config, findings: [fine('settings', 'They go together.'), ...unwiseIn(config, environment)] };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const why = 'The program would not start.';
    return {
      findings: error.problems.map(({ setting, says }) => wrong('settings', `${setting}: ${says}`, why, again)),
    };
  }
}

function unwiseIn({ metricsPort, redisUrl }: Config, { NODE_ENV, LOG_LEVEL }: Environment): readonly DoctorFinding[] {
  return [
    ...(NODE_ENV === 'production'
      ? []
      : [
          unwise(
            'settings',
            'NODE_ENV is not production.',
            'With its other settings lost, it would start as a trial and tell nobody.',
            'set NODE_ENV=production.',
          ),
        ]),
    ...(LOG_LEVEL === 'silent' || LOG_LEVEL === 'fatal'
      ? [unwise('settings', 'The log says nothing.', 'Nobody sees why a notice is late.', 'set LOG_LEVEL=info.')]
      : []),
    ...(metricsPort === undefined
      ? [
          unwise(
            'settings',
            'There are no metrics.',
            'Nobody is woken when notices wait.',
            'set METRICS_PORT, and load ops/alerts.yaml into Prometheus.',
          ),
        ]
      : []),
    ...(redisUrl === undefined
      ? [
          unwise(
            'settings',
            'What is stored is one file on this machine.',
            'When this machine is lost, every open concern is.',
            'set REDIS_URL (docs/redis.md), or copy the file elsewhere each hour: npm run -s backup -- FILE',
          ),
        ]
      : []),
  ];
}

/** @returns the file, or nothing where it cannot be used. */
export async function organisationOf(
  config: Config,
  moment: Date,
): Promise<{ readonly written?: WrittenOrganisation; readonly findings: readonly DoctorFinding[] }> {
  const fix = `change the file, then run: npm run -s organisation -- ${config.organisationFile}`;
  try {
    const written = await readWritten(config.organisationFile);
    const platforms = (['slack', 'teams'] as const).filter((each) => config[each] !== undefined);
    const warnings = warningsFor(written.organisation, { moment, platforms }).map(({ path, at, said }) =>
      unwise('organisation', atLine(written.lineOf(path), at, said), 'People would be sent the wrong way.', fix),
    );
    return { written, findings: [fine('organisation', 'The file can be used.'), ...warnings] };
  } catch (error) {
    if (!(error instanceof OrganisationFileError)) throw error;
    return { findings: [wrong('organisation', error.message, 'The program would not start.', fix)] };
  }
}
