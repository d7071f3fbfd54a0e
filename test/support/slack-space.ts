/** The real program with Redis and Slack's stand-in around it, and people in it. */
import { scopes } from '../../src/channels/slack/scopes.ts';
import { asked } from './behaviour-space.ts';
import { staffedSchool } from './organisation.ts';
import { organisationFile } from './program.ts';
import { type Running, startRunning } from './running.ts';
import { type SlackApi, startSlackApi } from './slack-api.ts';
import { type SlackPerson, signingSecret, slackPerson } from './slack-person.ts';

export const leadsChannel = 'C0LEADS';
/** The Slack account of a person named in the organisation file, or of its administrator. */
export const accountOf = (id: string) => `U0${id.toUpperCase()}`;
const botToken = 'xoxb-test-token';

export interface SlackSpace extends Running {
  readonly api: SlackApi;
  somebody(team?: string): SlackPerson;
  /** Somebody named in the organisation file: `lead`, `deputy`, `head`, `chair`, or `administrator`. */
  named(id: string): SlackPerson;
  /**
   * Ends the program and starts it on an organisation file in which these people, by id, have other accounts, and these
   * are on cover day and night; everybody else is off.
   */
  startsOn(accounts: Readonly<Record<string, string>>, onCover?: readonly string[]): Promise<void>;
  /** Starts a concern by the command and waits for its first question. */
  started(): Promise<SlackPerson>;
}

/** @param socketUrl where Socket Mode connects, when `more` has its token */
export async function slackSpace(more: Readonly<Record<string, string>> = {}, socketUrl?: string): Promise<SlackSpace> {
  const api = await startSlackApi(scopes);
  api.socketUrl = socketUrl;
  api.install(botToken, { team: 'T1' });
  api.joinedChannels.add(leadsChannel);
  const running = await startRunning(organisationOf({}), {
    SLACK_SIGNING_SECRET: signingSecret,
    SLACK_BOT_TOKEN: botToken,
    SLACK_API_URL: api.url,
    ...more,
  });
  const files: Awaited<ReturnType<typeof organisationFile>>[] = [];
  let count = 0;
  const slack = { base: running.base, api };
  const somebody = (team = 'T1') => slackPerson(slack, `U${String(++count).padStart(6, '0')}`, { team });

  return {
    ...running,
    api,
    somebody,
    named: (id) => slackPerson(slack, accountOf(id), { team: 'T1' }),
    async startsOn(accounts, onCover = []) {
      const file = await organisationFile(organisationOf(accounts, onCover));
      files.push(file);
      await running.end();
      await running.start({ ORGANISATION_FILE: file.path });
    },
    async started() {
      const person = somebody();
      await person.command('');
      await asked(person, 1);
      return person;
    },
    async stop() {
      await running.stop();
      await api.stop();
      await Promise.all(files.map((file) => file.remove()));
    },
  };
}

const organisationOf = (accounts: Readonly<Record<string, string>>, onCover: readonly string[] = []) => ({
  workspaces: { slack: ['T1', 'T2', 'E1'] },
  sites: [staffedSchool('slack', leadsChannel, (id) => accounts[id] ?? accountOf(id), onCover)],
  administrators: [{ name: 'Administrator', slack: accountOf('administrator') }],
});
