/** The real program with Redis and Slack's stand-in around it, and people in it. */
import { randomBytes } from 'node:crypto';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { expect, vi } from 'vitest';
import { scopes } from '../../src/channels/slack/scopes.ts';
import { writtenOrganisation } from './organisation.ts';
import { organisationFile, type Program, startProgram } from './program.ts';
import { type RedisServer, startRedis } from './redis.ts';
import { type Posted, type SlackApi, startSlackApi } from './slack-api.ts';
import { buttonIn, buttonsIn, type SlackPerson, signingSecret, slackPerson } from './slack-person.ts';

export const leadsChannel = 'C0LEADS';
const botToken = 'xoxb-test-token';
const root = join(import.meta.dirname, '..', '..');

export interface SlackSpace {
  readonly api: SlackApi;
  readonly redis: RedisServer;
  readonly settings: Readonly<Record<string, string>>;
  readonly base: () => string;
  output(): string;
  somebody(team?: string): SlackPerson;
  /** The same person, met by another process. */
  as(person: SlackPerson, base: () => string): SlackPerson;
  questions(person: SlackPerson): readonly Posted[];
  /** Starts a concern and waits for its first question. */
  started(): Promise<SlackPerson>;
  /** Answers whatever is asked, "No" where that is a choice, until there is an answer. */
  answers(person: SlackPerson): Promise<void>;
  forgetAll(): Promise<void>;
  /** Another version of the program on the same store. */
  deployedWithOtherRules(): Promise<Program>;
  kill(): Promise<void>;
  start(): Promise<void>;
  stop(): Promise<void>;
}

export const until = <T>(look: () => T, timeout = 9_000) => vi.waitFor(look, { timeout, interval: 20 });

/** @param socketUrl where Socket Mode connects, when `more` has its token */
export async function slackSpace(more: Readonly<Record<string, string>> = {}, socketUrl?: string): Promise<SlackSpace> {
  const redis = await startRedis();
  const api = await startSlackApi(scopes);
  api.socketUrl = socketUrl;
  api.install(botToken, { team: 'T1' });
  api.joinedChannels.add(leadsChannel);
  const [first] = writtenOrganisation.sites;
  const file = await organisationFile({
    workspaces: { slack: ['T1', 'T2', 'E1'] },
    sites: [{ ...first, channel: { slack: leadsChannel } }],
  });
  const settings = {
    REDIS_URL: redis.url,
    ORGANISATION_FILE: file.path,
    SECRET_KEYS: `k1:${randomBytes(32).toString('base64')}`,
    INDEX_SECRET: randomBytes(32).toString('base64'),
    SLACK_SIGNING_SECRET: signingSecret,
    SLACK_BOT_TOKEN: botToken,
    SLACK_API_URL: api.url,
    ...more,
  };
  const folders: string[] = [];
  let program = await startProgram(settings);
  let count = 0;

  const space: SlackSpace = {
    api,
    redis,
    settings,
    base: () => program.base,
    output: () => program.output(),
    somebody: (team = 'T1') => slackPerson({ base: space.base, api }, `U${String(++count).padStart(6, '0')}`, { team }),
    as: ({ user }, base) => slackPerson({ base, api }, user, { team: 'T1' }),
    questions: (person) => person.messages().filter(({ text }) => /^(Question|One more)/.test(text)),
    async started() {
      const person = space.somebody();
      await person.command('');
      await until(() => expect(space.questions(person)).toHaveLength(1));
      return person;
    },
    async answers(person) {
      for (let i = 0; i < 15; i++) {
        const before = person.messages().length;
        const card = space.questions(person).at(-1);
        const list = card?.blocks.find(({ type }) => type === 'input');
        const choice = buttonIn(card?.blocks, 'No') ?? buttonsIn(card?.blocks)[0];
        if (list) await person.ticks([list.element?.options.at(-1)?.value ?? '']);
        else await person.presses(choice?.text?.text ?? '');
        await until(() => expect(person.messages().length).toBeGreaterThan(before));
        await sleep(50);
        if (person.messages().some(({ text }) => text.startsWith('Your answer'))) return;
      }
      throw new Error('No answer was reached.');
    },
    async forgetAll() {
      const client = new Redis(redis.url);
      await client.flushall();
      client.disconnect();
    },
    async deployedWithOtherRules() {
      const folder = await mkdtemp(join(tmpdir(), 'signpost-deploy-'));
      folders.push(folder);
      for (const part of ['src', 'rules', 'dialogs', 'package.json']) {
        await cp(join(root, part), join(folder, part), { recursive: true });
      }
      await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
      const path = join(folder, 'rules', 'chapter.ts');
      const text = await readFile(path, 'utf8');
      const changed = text.replace(/(rulesVersion = )(\d+)/, (_, name, version) => `${name}${Number(version) + 1}`);
      if (changed === text) throw new Error('rules/chapter.ts has no rulesVersion.');
      await writeFile(path, changed);
      return startProgram(settings, folder);
    },
    kill: () => program.kill(),
    async start() {
      program = await startProgram(settings);
    },
    async stop() {
      await program.stop();
      await api.stop();
      await redis.stop();
      await file.remove();
      for (const folder of folders) await rm(folder, { recursive: true, force: true });
    },
  };
  return space;
}
