/** The real program started under other keys: it never runs on a store it cannot read, and a missing key loses nothing. */
import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { leadActWords, refusals } from '../../dialogs/words/leads.ts';
import { answers, started, until } from '../support/behaviour-space.ts';
import { dataFolder } from '../support/data-folder.ts';
import type { Posted } from '../support/slack-api.ts';
import { slackSomebody } from '../support/slack-behaviour.ts';
import { leadsChannel, type SlackSpace, slackSpace } from '../support/slack-space.ts';

const secret = () => randomBytes(32).toString('base64');

describe.each(['Redis', 'the embedded store'])('on %s', (store) => {
  const [one, two, index] = [secret(), secret(), secret()];
  let folder: string;
  let space: SlackSpace;
  beforeAll(async () => {
    folder = dataFolder('keys');
    const where = store === 'Redis' ? {} : { REDIS_URL: '', DATA_DIR: folder };
    space = await slackSpace({ ...where, SECRET_KEYS: `k1:${one}`, INDEX_SECRET: index });
  });
  afterAll(async () => {
    await space.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const cards = () =>
    space.api.messages.filter(({ channel, thread }) => channel === leadsChannel && thread === undefined);
  const shown = (message: Posted | undefined) => JSON.stringify(message ?? '');
  const waiting = async (): Promise<unknown> => {
    const answer = (await (await fetch(`${space.base()}/readyz`)).json()) as { findings?: Record<string, number> };
    return answer.findings?.['cannot-be-opened'];
  };
  const raise = async () => {
    const before = cards().length;
    await answers(await started({ somebody: () => slackSomebody(space.api)(space.somebody()) }));
    await until(() => expect(cards()).toHaveLength(before + 1));
  };

  it('refuses other keys with the fix; goes on under the right ones; and both ways through a rotation', async () => {
    const lead = space.named('lead');
    await raise();
    space.api.trouble({ status: 503 });
    await lead.pressesOn(cards()[0], leadActWords.take);
    await space.end();

    await expect(space.start({ SECRET_KEYS: `k1:${two}` })).rejects.toThrow(/"k1" in SECRET_KEYS.*Put that one back/);
    await expect(space.start({ SECRET_KEYS: `k2:${two}` })).rejects.toThrow(/written with the key "k1"/);
    const other = { SECRET_KEYS: `k1:${one}`, INDEX_SECRET: secret() };
    await expect(space.start(other)).rejects.toThrow(/INDEX_SECRET/);

    space.api.well();
    await space.start({ SECRET_KEYS: `k2:${two},k1:${one}`, INDEX_SECRET: index });
    await until(() => expect(shown(cards()[0])).toContain('Lead has it'), 40_000);
    await raise();
    expect(await waiting()).toBeUndefined();
    await space.end();

    await space.start({ SECRET_KEYS: `k2:${two}` });
    await until(async () => expect(await waiting()).toBeGreaterThan(0));
    await until(() => expect(space.output()).toContain('concerns.cannot-be-opened'));
    await lead.pressesOn(cards()[0], leadActWords.open);
    await until(() => expect(shown(lead.newest())).toContain(refusals.unreadable));
    await lead.pressesOn(cards()[1], leadActWords.take);
    await until(() => expect(shown(cards()[1])).toContain('Lead has it'));
    await space.end();

    await space.start({ SECRET_KEYS: `k1:${one},k2:${two}` });
    await lead.pressesOn(cards()[0], leadActWords.open);
    await until(() => expect(shown(lead.newest())).toContain('About:'));
    expect(await waiting()).toBeUndefined();
  }, 90_000);
});
