/** What an administrator uploads to Teams, held to Microsoft's own schemas and to what the program does. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ManifestUtil, type TeamsAppManifest } from '@microsoft/teams-manifest';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { leadCommand } from '../../dialogs/leads/commands.ts';
import { readTyped } from '../../dialogs/typed/read.ts';
import { teamsPackage } from '../../src/commands/build-teams-package.ts';
import { readPng } from '../support/png.ts';

const appId = '11111111-2222-4333-8444-555555555555';
const root = join(import.meta.dirname, '../..');
const manifestFor = async (id: string) =>
  JSON.parse(strFromU8((await teamsPackage(id))['manifest.json'])) as TeamsAppManifest;
const manifest = await manifestFor(appId);

/** Microsoft's validator, with Microsoft's schema of that version from a package: by itself it would fetch it. */
async function faultsBy(version: string, changes: object = {}): Promise<readonly string[]> {
  const { resolve } = createRequire(import.meta.url);
  const path = resolve(`@microsoft/app-manifest/build/json-schemas/teams/v${version}/MicrosoftTeams.schema.json`);
  // A BOM, and an escape that JavaScript's regular expressions do not know: both stand in what Microsoft publishes.
  const schema = (await readFile(path, 'utf8')).replace(/^\uFEFF/, '').replaceAll('\\\\a', '\\\\x07');
  return ManifestUtil.validateManifestAgainstSchema(
    { ...manifest, manifestVersion: version, ...changes },
    JSON.parse(schema),
  );
}

describe('the manifest', () => {
  it('is valid by its own schema, and nothing in it needs a newer one than 1.17', async () => {
    expect(manifest.$schema).toContain(`/v${manifest.manifestVersion}/`);
    expect(await faultsBy(manifest.manifestVersion)).toEqual([]);
    expect(await faultsBy('1.17')).toEqual([]);
    expect(await faultsBy(manifest.manifestVersion, { bots: [{}] })).not.toEqual([]);
  });

  it('names the bot everywhere, and itself by an id of its own that stays', async () => {
    expect([manifest.bots?.[0]?.botId, manifest.composeExtensions?.[0]?.botId]).toEqual([appId, appId]);
    expect(JSON.stringify(manifest)).not.toContain('{{');
    expect(manifest.id).not.toBe(appId);
    expect((await manifestFor(appId.toUpperCase())).id).toBe(manifest.id);
    expect((await manifestFor('11111111-2222-4333-8444-555555555556')).id).not.toBe(manifest.id);
  });

  it('is met in personal chats, teams and group chats, and takes no files', () => {
    expect(manifest.bots?.[0]).toMatchObject({
      scopes: ['personal', 'team', 'groupChat'],
      supportsFiles: false,
      isNotificationOnly: false,
    });
  });

  it('suggests only what the bot understands', () => {
    const commands = manifest.bots?.[0]?.commandLists?.flatMap((list) => list.commands) ?? [];
    expect(commands.length).toBeGreaterThan(5);
    for (const { title } of commands) {
      const kind = leadCommand(title) ? 'leads' : readTyped(title, undefined).kind;
      expect([title, kind]).toEqual([title, expect.stringMatching(/^(do|look-up|leads)$/)]);
    }
  });

  it('asks for one permission: to write to people who meet it in a team, and never signs anybody in', () => {
    expect(manifest.permissions).toEqual(['messageTeamMembers']);
    expect(manifest.validDomains).toEqual([]);
    for (const part of ['webApplicationInfo', 'authorization', 'devicePermissions', 'staticTabs', 'configurableTabs']) {
      expect(manifest).not.toHaveProperty(part);
    }
  });

  it('has a search for helplines, which shows something before anything is typed', () => {
    expect(manifest.composeExtensions?.[0]?.commands).toMatchObject([
      { id: 'helplines', type: 'query', initialRun: true, parameters: [{ name: 'query' }] },
    ]);
  });
});

describe('the icons', () => {
  it('is filled to the edge in colour, 192 by 192', async () => {
    const { width, height, pixels } = readPng((await teamsPackage(appId))['color.png']);
    expect([width, height]).toEqual([192, 192]);
    expect(pixels.filter(({ alpha }) => alpha < 255)).toEqual([]);
    expect(new Set(pixels.map(({ rgb }) => rgb.join())).size).toBeGreaterThan(2);
  });

  it('is white on nothing in outline, 32 by 32', async () => {
    const { width, height, pixels } = readPng((await teamsPackage(appId))['outline.png']);
    expect([width, height]).toEqual([32, 32]);
    const [clear, drawn] = [pixels.filter(({ alpha }) => alpha === 0), pixels.filter(({ alpha }) => alpha > 0)];
    expect(clear.length).toBeGreaterThan(400);
    expect(drawn.length).toBeGreaterThan(100);
    expect(drawn.filter(({ rgb }) => rgb.some((part) => part !== 255))).toEqual([]);
  });
});

describe('npm run manifest:teams', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'signpost-package-'));
  });
  afterAll(() => rm(folder, { recursive: true }));
  const build = (env: Record<string, string>, path: string) =>
    promisify(execFile)(process.execPath, [join(root, 'src/commands/build-teams-package.ts'), path], {
      cwd: folder,
      env,
    });

  it('writes a zip of three files, and says where', async () => {
    const path = join(folder, 'new', 'signpost.zip');
    const { stdout } = await build({ MICROSOFT_APP_ID: appId }, path);
    expect(stdout).toContain(path);
    const files = unzipSync(await readFile(path));
    expect(Object.keys(files).toSorted()).toEqual(['color.png', 'manifest.json', 'outline.png']);
    expect(JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array()))).toEqual(manifest);
  });

  it.each([
    ['is missing', {}],
    ['is not an app id', { MICROSOFT_APP_ID: 'signpost' }],
  ])('says what to do where MICROSOFT_APP_ID %s, and writes nothing', async (says, env) => {
    const path = join(folder, 'none.zip');
    await expect(build(env, path)).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining(says) });
    await expect(readFile(path)).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
