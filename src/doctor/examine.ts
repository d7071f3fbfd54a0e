/** Everything that must be so before real people are let in, looked at in the real world, in one go. */
import { committedCalendar } from '../../rules/calendar.ts';
import { services } from '../../rules/services.ts';
import { createLog } from '../log.ts';
import { contactsOf } from './contacts.ts';
import type { DoctorFinding } from './finding.ts';
import { examineLeads } from './leads.ts';
import type { textsOf } from './notify.ts';
import { clockOf, examineAddress } from './outside.ts';
import { type Environment, organisationOf, settingsOf } from './settings.ts';
import type { SlackLook } from './slack.ts';
import { storedOf } from './stored.ts';
import type { examineTeams } from './teams.ts';

/** @param clock milliseconds since 1970. @returns what was found, in the order it was looked at */
export async function examine(environment: Environment, clock: () => number): Promise<readonly DoctorFinding[]> {
  const moment = new Date(clock());
  const contacts = contactsOf(services, committedCalendar, moment);
  const { config, findings: ofSettings } = settingsOf(environment);
  if (!config) return [...ofSettings, ...contacts];
  const { written, findings: ofFile } = await organisationOf(config, moment);
  const before = [...ofSettings, ...ofFile];
  if (!written) return [...before, ...contacts];
  const { organisation } = written;
  const log = createLog('silent');
  const stored = await storedOf(config, clock);
  const { store, keys } = stored;
  try {
    const { slack, teams, notify, publicUrl } = config;
    const found = await Promise.all([
      slack ? lookAtSlack({ config: slack, organisation, stored, publicUrl, log }) : [],
      teams ? lookAtTeams(teams, organisation, clock) : [],
      notify ? lookAtNotify(notify, organisation) : [],
      store ? examineLeads({ config, organisation, store, keys, clock, log }) : [],
      clockOf(config, clock),
      examineAddress(config, log),
    ]);
    return [...before, ...stored.findings, ...found.flat(), ...contacts];
  } finally {
    await store?.close();
  }
}

/** Each platform's code is loaded only where it is set up. */
async function lookAtSlack(look: SlackLook): Promise<readonly DoctorFinding[]> {
  const { examineSlack } = await import('./slack.ts');
  return examineSlack(look);
}

async function lookAtNotify(...look: Parameters<typeof textsOf>): Promise<readonly DoctorFinding[]> {
  return (await import('./notify.ts')).textsOf(...look);
}

async function lookAtTeams(...look: Parameters<typeof examineTeams>): Promise<readonly DoctorFinding[]> {
  return (await import('./teams.ts')).examineTeams(...look);
}
