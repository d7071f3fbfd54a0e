/**
 * A process of its own that takes a concern to its notice and is killed at a step of the way, by SIGKILL; or that comes
 * after such a one, and sends what is owed. What reaches the platform is appended to a file, a line a message.
 * `node test/support/notice-process.ts LIFE`, with LIFE as JSON.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { plainText } from '../../dialogs/plain.ts';
import { committedCalendar } from '../../rules/calendar.ts';
import { createBot } from '../../src/bot.ts';
import type { Channel } from '../../src/contract.ts';
import { createLeadNames } from '../../src/leads/concern/names.ts';
import { createIndex } from '../../src/seal/index-key.ts';
import { readKeys } from '../../src/seal/keys.ts';
import { leaseMs, type Store } from '../../src/store/store.ts';
import { staffed } from './lead-desk.ts';
import { keyOf, kindOf, type NoticeStep, stepOf } from './notice-steps.ts';
import { openReady } from './ready-store.ts';

export interface Life {
  readonly store: { readonly dataDir: string; readonly redisUrl?: string };
  readonly secrets: Parameters<typeof readKeys>[0];
  /** The file of what reached the platform. */
  readonly posts: string;
  /** Where it ends. Without one it comes afterwards. */
  readonly death?: { readonly step: NoticeStep; readonly when: 'before' | 'after' };
}

const { store: where, secrets, posts, death } = JSON.parse(process.argv[2] ?? '{}') as Life;
let ahead = 0;
const clock = () => Date.now() + ahead;
const { store } = await openReady({ clock, ...where });

/** Dies here if it is to. */
function at(when: 'before' | 'after', step: NoticeStep | undefined): void {
  if (death && step === death.step && when === death.when) process.kill(process.pid, 'SIGKILL');
}

const names = createLeadNames(createIndex(readKeys(secrets).index));
let concern = '';

/** Every question is settled, too, and the card of whoever raised it is noted, too: neither is on the notice's way. */
function isBeside(key: string, asked: unknown, step: NoticeStep | undefined): boolean {
  if (step === 'the answer is settled with its report')
    return ((asked as { items?: readonly unknown[] }).items ?? []).length === 0;
  const place = names.place({ channel: 'slack', tenant: 'T1' }, concern, 'school @channel');
  return step === 'the card is noted' && key !== place;
}

const watched = new Proxy(store, {
  get:
    (_, method) =>
    async (...given: unknown[]): Promise<unknown> => {
      const key = keyOf(given[0]);
      if (kindOf(key) === 'concern') concern = key;
      const named = stepOf({ method: String(method), kind: kindOf(key) });
      const step = isBeside(key, given[0], named) ? undefined : named;
      at('before', step);
      const result = await (store[method as keyof Store] as (...args: unknown[]) => Promise<unknown>)(...given);
      at('after', step);
      return result;
    },
});

const said: string[] = [];
const channel: Channel = {
  name: 'slack',
  leadsAddress: (site) => (site?.channel.slack === undefined ? undefined : { channel: site.channel.slack }),
  personAddress: (account) => ({ to: account }),
  async deliver({ to, post }) {
    const step = to.channel === undefined ? undefined : stepOf({ method: 'deliver', kind: '' });
    at('before', step);
    for (const message of post) {
      appendFileSync(posts, `${JSON.stringify({ to: to.channel ?? to.to, summary: message.summary })}\n`);
      said.push(plainText(message));
    }
    at('after', step);
    return { status: 'sent', cards: post.map(() => ({ id: randomUUID() })) };
  },
};

const organisation = staffed();
const bot = createBot({
  store: watched,
  keys: readKeys(secrets),
  calendar: committedCalendar,
  organisationOf: () => organisation,
  clock,
  random: () => 0.5,
  randomBytes,
});
bot.addChannel(channel);

if (death) {
  await raise();
  // Its clock must not run ahead while it sends: it waits for its death, and has failed where that does not come.
  await sleep(10_000);
}
for (let sweep = 0; sweep < 4; sweep++) {
  ahead += leaseMs;
  await bot.outbox.sweep();
  await sleep(20);
}
await bot.outbox.stop();
await store.close();

/** A concern between children, typed to its answer. */
async function raise(): Promise<void> {
  for (let text = 'start'; !said.some((each) => each.startsWith('Your answer')); text = next(said.at(-1) ?? '')) {
    const before = said.length;
    const from = { channel: 'slack', tenant: 'T1', person: 'U-staff' } as const;
    const address = { to: 'staff' };
    await bot.take({ from, delivery: randomUUID(), address, at: new Date(clock()), input: { kind: 'text', text } });
    while (said.length === before) await sleep(2);
    await sleep(10);
  }
}

function next(asked: string): string {
  if (asked.includes('What is it about?')) return '5';
  if (asked.includes('Where do you work?')) return '1';
  return asked.includes('tick') ? 'none of these' : 'no';
}
