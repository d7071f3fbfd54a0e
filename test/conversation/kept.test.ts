import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createLog } from '../../src/log.ts';
import { type Desk, openDesk } from '../support/bot.ts';
import { onBothStores } from '../support/stores.ts';
import { createTalker, type Talker } from '../support/talker.ts';

/** Unlike anything else, and in three spellings that a store or a log might keep. */
const canary = () => `zq${randomUUID().replaceAll('-', '')}`;
const spellings = (secret: string) => [
  secret,
  Buffer.from(secret).toString('base64').replace(/=+$/, '').slice(0, -2),
  Buffer.from(secret).toString('hex'),
];

onBothStores((fresh) => {
  let desk: Desk;
  let staff: Talker;
  const [words, person, tenant, address] = [canary(), canary(), canary(), canary()];
  beforeEach(async () => {
    desk = await openDesk(fresh);
    desk.leads = { place: 'leads', channel: address };
    staff = createTalker(desk, { channel: 'slack', tenant, person });
  });
  afterEach(() => desk.data.close());

  /** What the program would log of its events, at the most talkative level. */
  const logged = () => {
    const lines: string[] = [];
    const log = createLog('debug', { write: (line) => void lines.push(line) });
    for (const { kind, result, attempts, reason } of desk.events) {
      log.warn(`outbox.${result}`, { kind, attempt: attempts, ...(reason ? { reason } : {}) });
    }
    for (const reason of desk.lost) log.warn('look-up.lost', { reason });
    return lines.join('\n');
  };

  it('nobody’s words, ids or answers stand anywhere in the store or the log', async () => {
    const seen: string[] = [];
    const look = async () => void seen.push(await desk.data.everything());
    await staff.type(`${words} sent a nude`);
    await staff.type(`number for ${words}`);
    await look();
    while (!staff.hasAnswer()) {
      await staff.type(`${words} is going to kill herself`);
      await staff.answerOne({ topics: ['domesticAbuse', 'harmfulSites'], site: 'scottish-fostering' });
    }
    desk.platform = [new TypeError(words), { status: 'retry', reason: '503' }];
    await staff.type(words);
    await staff.press({ do: 'record' });
    await look();
    await staff.file();
    await staff.type('stop');
    await look();

    const stored = seen.join('\n');
    expect(stored).toContain(staff.key);
    const secrets = [words, person, tenant, address].flatMap(spellings);
    const answers = ['domesticAbuse', 'harmfulSites', 'scottish-fostering', 'danger', 'topics', '"unsure"', 'practice'];
    for (const secret of [...secrets, ...answers]) {
      expect(stored.includes(secret), secret).toBe(false);
      expect(logged().includes(secret), secret).toBe(false);
    }
    // What the platform could not draw is a fault of ours: counted, and told without a word of it.
    expect(desk.faults).not.toEqual([]);
  });

  it('the search would find a canary that is there', async () => {
    const change = { do: 'append', entry: `k.${words}` } as const;
    await desk.store.step({ key: staff.key, delivery: 'd', expected: null, change });
    expect(await desk.data.everything()).toContain(words);
  });
});
