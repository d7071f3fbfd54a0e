/** The real program on a Redis of its own: killed, started again, joined by a second process or by another version. */
import { randomBytes } from 'node:crypto';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { organisationFile, type Program, startProgram } from './program.ts';
import { type RedisServer, startRedis } from './redis.ts';

/** What becomes of the text of a file, by its path. */
export type Changes = Readonly<Record<string, (text: string) => string>>;

export interface Running {
  readonly redis: RedisServer;
  readonly base: () => string;
  /** Its path: written anew, the running program reads it. */
  readonly organisationFile: string;
  /** Everything it wrote, over all its starts. */
  output(): string;
  /** Ends it as a power cut does. */
  kill(): Promise<void>;
  /** Ends it as for a deploy. */
  end(): Promise<void>;
  /** @param changed settings; they stay for later starts */
  start(changed?: Readonly<Record<string, string>>): Promise<void>;
  /** Whoever asks for another process stops it. */
  secondProcess(): Promise<Program>;
  /** Another version of the program on the same store. */
  deployedWithOtherRules(): Promise<Program>;
  /** Ends it, and starts a copy of it in which these files are changed, on the same store. */
  replaceBy(changes: Changes): Promise<void>;
  stop(): Promise<void>;
}

const root = join(import.meta.dirname, '..', '..');

/**
 * @param organisation changes to the written organisation
 * @param more the channel's own settings
 */
export async function startRunning(
  organisation: Record<string, unknown>,
  more: Readonly<Record<string, string>>,
): Promise<Running> {
  const redis = await startRedis();
  const file = await organisationFile(organisation);
  let settings: Record<string, string> = {
    REDIS_URL: redis.url,
    ORGANISATION_FILE: file.path,
    SECRET_KEYS: `k1:${randomBytes(32).toString('base64')}`,
    INDEX_SECRET: randomBytes(32).toString('base64'),
    ...more,
  };
  const programs = [await startProgram(settings)];
  const folders: string[] = [];
  const newest = () => programs.at(-1) as Program;

  return {
    redis,
    organisationFile: file.path,
    base: () => newest().base,
    output: () => programs.map((program) => program.output()).join(''),
    kill: () => newest().kill(),
    end: () => newest().stop(),
    async start(changed = {}) {
      settings = { ...settings, ...changed };
      programs.push(await startProgram(settings));
    },
    secondProcess: () => startProgram(settings),
    async deployedWithOtherRules() {
      const folder = await otherRules();
      folders.push(folder);
      return startProgram(settings, folder);
    },
    async replaceBy(changes) {
      const folder = await changedCopy(changes);
      folders.push(folder);
      await newest().stop();
      programs.push(await startProgram(settings, folder));
    },
    async stop() {
      await newest().stop();
      await redis.stop();
      await file.remove();
      for (const folder of folders) await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A copy of the program whose rules have the next number. */
const otherRules = () =>
  changedCopy({
    'rules/chapter.ts': (text) =>
      text.replace(/(rulesVersion = )(\d+)/, (_, name, version) => `${name}${Number(version) + 1}`),
  });

async function changedCopy(changes: Changes): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'signpost-deploy-'));
  for (const part of ['src', 'rules', 'dialogs', 'package.json']) {
    await cp(join(root, part), join(folder, part), { recursive: true });
  }
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
  for (const [file, change] of Object.entries(changes)) {
    const path = join(folder, file);
    const text = await readFile(path, 'utf8');
    const changed = change(text);
    if (changed === text) throw new Error(`Nothing was changed in ${file}.`);
    await writeFile(path, changed);
  }
  return folder;
}
