/** The suite of the faults that could harm somebody, in Slack: installed in two workspaces, as their administrators do it. */
import { scopes } from '../../src/channels/slack/scopes.ts';
import type { Sent } from './behaviour-space.ts';
import { type HarmSpace, harmOrganisation, type Lead } from './harm-space.ts';
import { startRunning } from './running.ts';
import { type Posted, startSlackApi } from './slack-api.ts';
import { slackSomebody } from './slack-behaviour.ts';
import { app, buttonIn, buttonsIn, buttonValue, eventBody, signingSecret, slackPerson } from './slack-person.ts';
import { accountOf, leadsChannel } from './slack-space.ts';

const workspaces = ['T1', 'T2'] as const;

/** @param more further settings; an empty one takes one of these away */
export async function slackHarm(more: Readonly<Record<string, string>>): Promise<HarmSpace> {
  const api = await startSlackApi(scopes);
  api.joinedChannels.add(leadsChannel);
  const running = await startRunning(harmOrganisation('slack', leadsChannel, accountOf, workspaces), {
    SLACK_SIGNING_SECRET: signingSecret,
    SLACK_CLIENT_ID: '111.222',
    SLACK_CLIENT_SECRET: 'c'.repeat(32),
    SLACK_STATE_SECRET: 'state'.repeat(8),
    SLACK_API_URL: api.url,
    PUBLIC_URL: 'https://signpost.example',
    ...more,
  });
  const slack = { base: running.base, api };
  let count = 0;
  const somebody = (team: string) =>
    slackSomebody(api)(slackPerson(slack, `U${String(++count).padStart(6, '0')}`, { team }));
  const reads = ({ text, blocks }: Posted) =>
    [text, ...blocks.map((block) => JSON.stringify(block).replaceAll('\\n', '\n'))].join('\n');
  for (const team of workspaces) await install(team);

  /** As far as Slack's own page and back. */
  async function install(team: string): Promise<Response> {
    const token = `xoxb-${team}`;
    api.install(token, { team });
    const begun = await fetch(`${running.base()}/slack/install`, { redirect: 'manual' });
    const cookie = (begun.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    const state = new URL(begun.headers.get('location') ?? '').searchParams.get('state') ?? '';
    const grant = { app_id: app, access_token: token, token_type: 'bot', scope: scopes.join(',') };
    api.grants.set(state, { ...grant, is_enterprise_install: false, team: { id: team }, enterprise: null });
    const address = `${running.base()}/slack/oauth_redirect?code=${encodeURIComponent(state)}&state=${encodeURIComponent(state)}`;
    const done = await fetch(address, { redirect: 'manual', headers: { cookie } });
    if (done.status !== 200) throw new Error(`Not installed: ${await done.text()}`);
    return done;
  }

  function lead(id: string): Lead {
    const person = slackPerson(slack, accountOf(id), { team: 'T1' });
    const holding = (label: string) => person.messages().findLast(({ blocks }) => buttonIn(blocks, label));
    return {
      account: person.user,
      says: (text) => person.says(text),
      presses: (label) => person.presses(label),
      holds(label) {
        const value = buttonValue(holding(label)?.blocks, label);
        return () => person.interact(person.pressBody(value));
      },
      pressesOnCard: (label, reference) =>
        person.pressesOn(
          api.messages.findLast(
            (posted) =>
              posted.channel === leadsChannel && reads(posted).includes(reference) && buttonIn(posted.blocks, label),
          ),
          label,
        ),
      labels: () => buttonsIn(person.newest()?.blocks).flatMap(({ text }) => text?.text ?? []),
      reads: () => person.messages().map(reads),
    };
  }

  return {
    ...running,
    platform: {
      refused: () => api.trouble({ error: 'invalid_auth' }),
      well: () => api.well(),
      faults: api.faults,
    },
    somebody: () => somebody('T1'),
    elsewhere: () => somebody('T2'),
    lead,
    leadElsewhere: lead,
    reads: ({ user }) => api.dm(user).map(reads),
    channel: () => api.messages.filter(({ channel }) => channel === leadsChannel).map(reads),
    hang: ({ user }, ms) => void api.slowChannels.set(user, ms),
    removal({ user }) {
      const person = slackPerson(slack, user, { team: 'T1' });
      const time = { event_time: Math.floor(Date.now() / 1000) };
      const body = eventBody({ type: 'app_uninstalled' }, { team: 'T1' }, time);
      return { tell: (): Promise<Sent> => person.event(body), back: () => install('T1') };
    },
    async stop() {
      await running.stop();
      await api.stop();
    },
  };
}
