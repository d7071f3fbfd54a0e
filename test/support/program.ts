/** The real program, `src/main.ts`, as a child process with settings of the test's own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { stringify } from 'yaml';
import { writtenOrganisation } from './organisation.ts';
import { freePort } from './port.ts';

export interface Program {
  readonly base: string;
  /** Of its process. */
  readonly pid: number;
  /** Everything it wrote, as one text. */
  output(): string;
  /** Ends it as it would be ended for a deploy. */
  stop(): Promise<void>;
  /** As a power cut. */
  kill(): Promise<void>;
}

const root = join(import.meta.dirname, '..', '..');

/** @param folder another copy of the program */
export async function startProgram(settings: Readonly<Record<string, string>>, folder = root): Promise<Program> {
  const port = await freePort();
  const child = spawn(process.execPath, ['--import', './src/compile-cache.ts', 'src/main.ts'], {
    cwd: folder,
    env: { PATH: process.env.PATH ?? '', PORT: String(port), LOG_LEVEL: 'debug', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const written: string[] = [];
  child.stdout?.on('data', (chunk: Buffer) => written.push(chunk.toString('utf8')));
  child.stderr?.on('data', (chunk: Buffer) => written.push(chunk.toString('utf8')));
  const base = `http://127.0.0.1:${port}`;
  await ready(base, child, () => written.join(''));
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    // Not its end alone: what it wrote last is still on its way then.
    const gone = once(child, 'close');
    child.kill(signal);
    await gone;
  };
  return {
    base,
    pid: child.pid ?? 0,
    output: () => written.join(''),
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  };
}

/** An organisation file of its own, in a folder that is removed by `remove`. */
export async function organisationFile(changes: Record<string, unknown>) {
  const folder = await mkdtemp(join(tmpdir(), 'signpost-organisation-'));
  const path = join(folder, 'organisation.yaml');
  await writeFile(path, stringify({ ...writtenOrganisation, ...changes }));
  return { path, remove: () => rm(folder, { recursive: true, force: true }) };
}

async function ready(base: string, child: ChildProcess, output: () => string): Promise<void> {
  for (let i = 0; i < 400; i++) {
    if (child.exitCode !== null) throw new Error(`The program ended:\n${output()}`);
    const answered = await fetch(`${base}/healthz`).catch(() => undefined);
    await answered?.text();
    if (answered?.ok) return;
    await sleep(50);
  }
  throw new Error(`The program did not start:\n${output()}`);
}
