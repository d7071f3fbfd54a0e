/** A real process, killed by SIGKILL before and after each named step of a notice's way; then another one comes. */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noticeSteps } from '../../src/leads/leads.ts';
import { trialSecrets } from '../../src/seal/keys.ts';
import { dataFolder } from '../support/data-folder.ts';
import type { Life } from '../support/notice-process.ts';
import { type RedisServer, startRedis } from '../support/redis.ts';

const script = join(import.meta.dirname, '..', 'support', 'notice-process.ts');
const cache = join(import.meta.dirname, '..', '..', 'src', 'compile-cache.ts');
const deaths = noticeSteps.flatMap((step) => (['before', 'after'] as const).map((when) => ({ step, when })));

/** @returns how it ended: a code, or the signal that killed it. */
async function live(life: Life): Promise<number | string> {
  const child = spawn(process.execPath, ['--import', cache, script, JSON.stringify(life)], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code, signal] = await once(child, 'exit');
  return signal ?? code;
}

describe.each(['the SQLite file', 'Redis'])('on %s', (name) => {
  const figures: string[] = [];
  let redis: RedisServer | undefined;
  beforeAll(async () => {
    redis = name === 'Redis' ? await startRedis() : undefined;
  });
  afterAll(async () => {
    process.stdout.write(`on ${name}, notices by the step at which the process was killed:\n${figures.join('\n')}\n`);
    await redis?.stop();
  });

  it.each(deaths)(
    'killed $when "$step": the notice comes, and twice only where it fell between posting and noting',
    async (death) => {
      const folder = dataFolder('killed');
      try {
        const posts = join(folder, 'posts');
        await writeFile(posts, '');
        // Keys of its own: on one Redis, what others left is unreadable to it, and named otherwise.
        const life = {
          store: { dataDir: folder, ...(redis && { redisUrl: redis.url }) },
          secrets: trialSecrets(randomBytes),
          posts,
        };
        expect(await live({ ...life, death })).toBe('SIGKILL');
        expect(await live(life)).toBe(0);
        const lines = (await readFile(posts, 'utf8')).split('\n').filter(Boolean);
        const notices = lines.map((line) => JSON.parse(line)).filter(({ to }) => to === 'C-school');
        figures.push(`${death.when} "${death.step}": ${notices.length}`);
        const isBetween =
          (death.step === 'the card is posted' && death.when === 'after') ||
          (death.step === 'the card is noted' && death.when === 'before');
        expect(notices).toHaveLength(isBetween ? 2 : 1);
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
  );
});
