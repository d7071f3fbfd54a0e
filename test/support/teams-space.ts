/** The real program with Redis, Teams' stand-ins around it, and people in it. */
import { randomUUID } from 'node:crypto';
import type { Seen, Somebody, Space } from './behaviour-space.ts';
import { staffedSchool } from './organisation.ts';
import { organisationFile, type Program } from './program.ts';
import { type Running, startRunning } from './running.ts';
import { appId, appPassword, type Posted, startTeamsConnector, type TeamsConnector } from './teams-connector.ts';
import { type OpenId, startOpenId } from './teams-openid.ts';
import { labelsIn, listsIn, type TeamsPerson, teamsPerson } from './teams-person.ts';

export const leadsChannel = '19:leads@thread.tacv2';
/** The directory that the organisation names. */
export const tenant = 'aaaaaaaa-0000-4000-8000-000000000001';

/** The directory's id of a person named in the organisation file, or of its administrator. */
export const accountOf = (id: string) =>
  `aaaaaaaa-0000-4000-8000-${Buffer.from(id.padEnd(6)).toString('hex').slice(0, 12)}`;

export interface TeamsSpace extends Space, Pick<Running, 'base'> {
  readonly api: TeamsConnector;
  readonly openId: OpenId;
  /** Somebody named in the organisation file: `lead`, `deputy`, `head`, `chair`, or `administrator`. */
  named(id: string): TeamsPerson;
  /** Ends the program and starts it on an organisation file in which these people, by id, have other accounts. */
  startsOn(accounts: Readonly<Record<string, string>>): Promise<void>;
  /** Somebody new, with all that only Teams has. */
  teamsPerson(directory?: string): TeamsPerson;
}

/** @param more further settings; an empty one takes one of these away */
export async function teamsSpace(more: Readonly<Record<string, string>> = {}): Promise<TeamsSpace> {
  const [api, openId] = await Promise.all([startTeamsConnector(), startOpenId()]);
  api.known.add(leadsChannel);
  const running = await startRunning(organisationOf({}), {
    MICROSOFT_APP_ID: appId,
    MICROSOFT_APP_PASSWORD: appPassword,
    MICROSOFT_APP_TENANT_ID: tenant,
    TEAMS_OPENID_METADATA_URL: openId.metadataUrl,
    TEAMS_TOKEN_URL: api.tokenUrl,
    TEAMS_SERVICE_HOSTS: api.host,
    ...more,
  });
  const files: Awaited<ReturnType<typeof organisationFile>>[] = [];
  let count = 0;

  const met = (base: () => string, user: string, aad: string, directory: string) =>
    teamsPerson({ base, api, openId }, user, aad, directory);
  const somebodyNew = (directory = tenant) =>
    met(running.base, `29:USER${String(++count).padStart(6, '0')}`, randomUUID(), directory);
  return {
    ...running,
    api,
    openId,
    named: (id) => met(running.base, `29:${id.toUpperCase()}`, accountOf(id), tenant),
    async startsOn(accounts) {
      const file = await organisationFile(organisationOf(accounts));
      files.push(file);
      await running.end();
      await running.start({ ORGANISATION_FILE: file.path });
    },
    teamsPerson: somebodyNew,
    somebody: () => asSomebody(somebodyNew(), met),
    notices: () => api.chat(leadsChannel).map(seen),
    platform: {
      slow: (ms, times) => api.trouble({ slowMs: ms }, 'send', times),
      wrong: (times) => api.trouble({ status: 503 }, 'send', times),
      refused: () => api.trouble({ status: 403, code: 'BotDisabledByAdmin' }),
      bars: (code) => api.trouble({ status: 403, code }),
      gone: () => api.down(),
      back: () => api.up(),
      well: () => api.well(),
      faults: api.faults,
    },
    async stop() {
      await running.stop();
      await api.stop();
      await openId.stop();
      await Promise.all(files.map((file) => file.remove()));
    },
  };
}

const organisationOf = (accounts: Readonly<Record<string, string>>) => ({
  workspaces: { teams: [tenant] },
  administrators: [{ name: 'Administrator', teams: accountOf('administrator') }],
  sites: [staffedSchool('teams', leadsChannel, (id) => accounts[id] ?? accountOf(id))],
});

type Meet = (base: () => string, user: string, aad: string, directory: string) => TeamsPerson;

/** @param meets the same person, at another process */
export const asSomebody = (person: TeamsPerson, meets?: Meet): Somebody => ({
  ...person,
  messages: () => person.messages().map(seen),
  told: () => [...person.messages().map(({ text }) => text), ...person.shown().map(wordsIn)],
  at({ base }: Program) {
    if (!meets) throw new Error('Nobody else is met here.');
    return asSomebody(
      meets(() => base, person.user, person.aad, tenant),
      meets,
    );
  },
});

const seen = (posted: Posted): Seen => ({
  text: posted.text,
  buttons: labelsIn(posted),
  ticks: listsIn(posted).flatMap(({ choices }) => choices.map(({ value }) => value)),
  edits: posted.edits,
});

/** What Teams shows of an answer to an invoke: a line, or a card. */
function wordsIn(body: string): string {
  if (body === '') return '';
  const { value } = JSON.parse(body);
  return typeof value === 'string' ? value : (value?.fallbackText ?? '');
}
