/** What an administrator reads before a file goes live. */
import { execFile } from 'node:child_process';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { checkOf } from '../../src/commands/check-organisation.ts';

const friday = new Date('2026-11-27T18:30:00Z');
const run = (...args: readonly string[]) =>
  new Promise<{ readonly code: unknown; readonly said: string }>((resolve) =>
    execFile(process.execPath, ['src/commands/check-organisation.ts', ...args], (error, out, said) =>
      resolve({ code: error?.code ?? 0, said: out + said }),
    ),
  );

it('says who can be rung at the moment, who is off until when, and who is told over the week', async () => {
  const said = (await checkOf('organisation.example.yaml', friday)).join('\n');
  expect(said).toContain('3 sites, 2 councils');
  expect(said).toContain(
    'Riverside School, Derby, Friday 27 November at 6.30pm\n  ring Jo Marsh, head teacher, 07700 900102',
  );
  expect(said).toContain('off: Sam Okafor, 01632 960101, back Monday 30 November at 8am');
  expect(said).toContain('from Monday 30 November at 8am: Sam Okafor · Priya Nair · Jo Marsh, head teacher');
});

it('shows where nobody is on cover', async () => {
  const file = join(tmpdir(), `signpost-check-${process.pid}.yaml`);
  const example = await readFile('organisation.example.yaml', 'utf8');
  await writeFile(file, example.replace('cover: always', 'cover: { weekdays: "08:00-18:30", bankHolidays: closed }'));
  const said = (await checkOf(file, friday)).join('\n');
  await rm(file);
  expect(said).toContain('nobody is on cover');
  expect(said).toContain('from Friday 27 November at 6.30pm: NOBODY ON COVER');
  expect(said).toMatch(/line \d+, sites.riverside-school: nobody covers Monday 6.30pm/);
});

it('ends with 1 for a file that cannot be used, with 2 for a line that is wrong, each with what to do', async () => {
  expect(await run('package.json')).toMatchObject({ code: 1, said: expect.stringMatching(/line \d+/) });
  expect(await run()).toMatchObject({ code: 2, said: expect.stringContaining('Name one file') });
  expect(await run('organisation.example.yaml', '--at', 'noon')).toMatchObject({ code: 2 });
  expect(await run('organisation.example.yaml', '--nope')).toMatchObject({ code: 2 });
  expect((await run('organisation.example.yaml')).code).toBe(0);
});
