/**
 * Makes the package that an administrator uploads to Teams: `npm run manifest:teams`, or with a path at the end.
 * It takes the bot's app id from MICROSOFT_APP_ID. docs/teams.md goes step by step.
 */
import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { strToU8, zipSync } from 'fflate';

const folder = join(import.meta.dirname, '../../manifest/teams');
const defaultPath = 'data/signpost-teams.zip';
const guid = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
/** Pages that nobody has put their own in place of. */
const examplePages = /https:\/\/www\.example\.org\//;

/** There is no package. The message says what to do. */
export class TeamsPackageNotBuilt extends Error {
  override readonly name = 'TeamsPackageNotBuilt';
}

/** The files of the package by name. Teams wants them at the top of the zip, and no others. */
export type TeamsPackage = Readonly<Record<'manifest.json' | 'color.png' | 'outline.png', Uint8Array>>;

/**
 * @param appId the bot's, from Azure
 * @throws TeamsPackageNotBuilt when it is missing or is no app id
 */
export async function teamsPackage(appId: string | undefined): Promise<TeamsPackage> {
  if (!appId) {
    throw new TeamsPackageNotBuilt(
      'MICROSOFT_APP_ID is missing. Copy "Microsoft App ID" from the Configuration page of the bot in Azure.',
    );
  }
  if (!guid.test(appId)) {
    throw new TeamsPackageNotBuilt(
      'MICROSOFT_APP_ID is not an app id. It looks like 00000000-0000-0000-0000-000000000000. Copy it again from Azure.',
    );
  }
  const [manifest, color, outline] = await Promise.all([
    readFile(join(folder, 'manifest.json'), 'utf8'),
    readFile(join(folder, 'color.png')),
    readFile(join(folder, 'outline.png')),
  ]);
  const filled = manifest.replaceAll('{{MICROSOFT_APP_ID}}', appId).replaceAll('{{PACKAGE_ID}}', packageIdOf(appId));
  return { 'manifest.json': strToU8(filled), 'color.png': color, 'outline.png': outline };
}

/**
 * Teams knows the package by an id of its own. Always the same for one bot, so that a later package is an update and
 * not a second app: a UUID of version 5, named within the bot's own id.
 */
function packageIdOf(appId: string): string {
  const name = Buffer.concat([Buffer.from(appId.replaceAll('-', ''), 'hex'), Buffer.from('signpost-teams-package')]);
  const bytes = createHash('sha1').update(name).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

if (import.meta.main) {
  const path = resolve(process.argv[2] ?? defaultPath);
  try {
    const files = await teamsPackage(process.env.MICROSOFT_APP_ID);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, zipSync(files));
    process.stdout.write(`The package is ${path}\nUpload it to Teams: docs/teams.md says how.\n`);
    if (examplePages.test(Buffer.from(files['manifest.json']).toString())) {
      process.stdout.write('Note: its pages are still examples. Put your own into manifest/teams/manifest.json.\n');
    }
  } catch (error) {
    if (!(error instanceof TeamsPackageNotBuilt)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
