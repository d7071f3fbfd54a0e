/** A changed organisation file counts at once; one that cannot be used changes nothing. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { stringify } from 'yaml';
import { readWritten } from '../../src/organisation/file.ts';
import { type OrganisationWatch, watchOrganisation } from '../../src/organisation/watch.ts';
import { writtenOrganisation } from '../support/organisation.ts';

let folder: string;
let file: string;
let watch: OrganisationWatch;
const told: string[] = [];
const write = (name: string) => writeFile(file, stringify({ ...writtenOrganisation, name }));

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'signpost-watch-'));
  file = join(folder, 'organisation.yaml');
  await write('First');
  told.length = 0;
  watch = watchOrganisation(await readWritten(file), {
    file,
    everyMs: 20,
    onChange: ({ organisation }) => told.push(organisation.name),
    onRefused: ({ message }) => told.push(message),
  });
});
afterEach(async () => {
  watch.stop();
  await rm(folder, { recursive: true });
});

it('takes a change, refuses a bad one with its line, and takes the next good one', async () => {
  expect(watch.now().name).toBe('First');
  await write('Second');
  await vi.waitFor(() => expect(told).toEqual(['Second']), 20_000);
  expect(watch.now().name).toBe('Second');

  await writeFile(file, 'name: [');
  await vi.waitFor(() => expect(told.at(-1)).toMatch(/line 1: this is not YAML/), 20_000);
  await rm(file);
  await vi.waitFor(() => expect(told.at(-1)).toContain('cannot be opened'), 20_000);
  expect(watch.now().name).toBe('Second');

  await write('Third');
  await vi.waitFor(() => expect(told.at(-1)).toBe('Third'), 20_000);
  expect(watch.now().name).toBe('Third');
});
