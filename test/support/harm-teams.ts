/** The suite of the faults that could harm somebody, in Teams: in two directories. */
import { randomUUID } from 'node:crypto';
import type { Somebody } from './behaviour-space.ts';
import { deputies, type HarmSpace, harmOrganisation, type Lead } from './harm-space.ts';
import { startRunning } from './running.ts';
import { appId, appPassword, type Posted, startTeamsConnector } from './teams-connector.ts';
import { startOpenId } from './teams-openid.ts';
import { labelsIn, type TeamsPerson, teamsPerson } from './teams-person.ts';
import { accountOf, asSomebody, leadsChannel, tenant } from './teams-space.ts';

const other = 'bbbbbbbb-0000-4000-8000-000000000002';

/** @param more further settings; an empty one takes one of these away */
export async function teamsHarm(more: Readonly<Record<string, string>>): Promise<HarmSpace> {
  const [api, openId] = await Promise.all([startTeamsConnector(), startOpenId()]);
  api.known.add(leadsChannel);
  const running = await startRunning(harmOrganisation('teams', leadsChannel, accountOf, [tenant, other]), {
    MICROSOFT_APP_ID: appId,
    MICROSOFT_APP_PASSWORD: appPassword,
    MICROSOFT_APP_TYPE: 'MultiTenant',
    TEAMS_OPENID_METADATA_URL: openId.metadataUrl,
    TEAMS_TOKEN_URL: api.tokenUrl,
    TEAMS_SERVICE_HOSTS: api.host,
    ...more,
  });
  const teams = { base: running.base, api, openId };
  const known = new Map<string, TeamsPerson>();
  let count = 0;
  function somebody(directory: string): Somebody {
    const person = teamsPerson(teams, `29:USER${String(++count).padStart(6, '0')}`, randomUUID(), directory);
    known.set(person.user, person);
    return asSomebody(person);
  }
  const personOf = ({ user }: Somebody) => known.get(user) as TeamsPerson;
  /** The fallback says little of what is private. */
  const reads = ({ text, card }: Posted) => [text, JSON.stringify(card).replaceAll('\\n', '\n')].join('\n');

  function lead(id: string, directory = tenant): Lead {
    const person = teamsPerson(teams, `29:${id.toUpperCase()}`, accountOf(id), directory);
    const inChannel = () => api.messages.filter(({ conversation }) => conversation.startsWith(leadsChannel));
    return {
      account: person.aad,
      says: (text) => person.says(text),
      presses: (label) => person.presses(label),
      holds: (label) => person.holds(label),
      pressesOnCard(label, reference) {
        const card = inChannel().findLast(
          (posted) => reads(posted).includes(reference) && labelsIn(posted).includes(label),
        );
        if (!card) throw new Error(`No card of ${reference} has "${label}".`);
        return person.pressesOn(card, label);
      },
      labels: () => labelsIn(person.newest() ?? { card: {} as Posted['card'] }),
      reads: () => person.messages().map(reads),
    };
  }

  // Their chats are there before anybody is told in them.
  for (const id of ['lead', 'deputy', 'head', 'chair', 'administrator', ...deputies]) lead(id);

  return {
    ...running,
    platform: {
      refused: () => api.trouble({ status: 403, code: 'BotDisabledByAdmin' }),
      well: () => api.well(),
      faults: api.faults,
    },
    somebody: () => somebody(tenant),
    elsewhere: () => somebody(other),
    lead: (id) => lead(id),
    leadElsewhere: (id) => lead(id, other),
    reads: (person) => personOf(person).messages().map(reads),
    channel: () => api.messages.filter(({ conversation }) => conversation.startsWith(leadsChannel)).map(reads),
    hang: (person, ms) => void api.slowChats.set(personOf(person).chat, ms),
    removal(person) {
      const leaves = personOf(person).activity('installationUpdate', { action: 'remove' });
      return { tell: () => personOf(person).send(leaves), back: () => personOf(person).installs() };
    },
    async stop() {
      await running.stop();
      await api.stop();
      await openId.stop();
    },
  };
}
