/** Starts a server of ours or another's, and times how long it takes until it answers. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { freePort } from '../../test/support/port.ts';
import { until } from './wait.ts';

export interface Launched {
  readonly base: string;
  readonly pid: number;
  /** From its being started until the first answer to a request. */
  readonly startMs: number;
  output(): string;
  /** It has not ended. */
  lives(): boolean;
  /** As for a deploy. */
  stop(): Promise<void>;
  /** As a power cut. */
  kill(): Promise<void>;
}

const root = join(import.meta.dirname, '..', '..');

/** @param file from the top of the repository */
export async function launch(file: string, settings: Readonly<Record<string, string>>): Promise<Launched> {
  const port = await freePort();
  const began = performance.now();
  const child = spawn(process.execPath, [join(root, file)], {
    cwd: root,
    env: { PATH: process.env.PATH ?? '', PORT: String(port), LOG_LEVEL: 'info', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const written: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => written.push(chunk.toString('utf8')));
  const base = `http://127.0.0.1:${port}`;
  await until(
    `${file}'s first answer`,
    async () => {
      if (!isAlive(child)) throw new Error(`${file} ended:\n${written.join('')}`);
      return fetch(`${base}/healthz`).then(
        async (answer) => {
          await answer.text();
          return true;
        },
        () => false,
      );
    },
    90_000,
    10,
  ).catch(async (cause) => {
    await end(child, 'SIGKILL');
    throw new Error(`${file} did not start. It wrote:\n${written.join('')}`, { cause });
  });
  const startMs = performance.now() - began;
  return {
    base,
    pid: child.pid ?? 0,
    startMs,
    output: () => written.join(''),
    lives: () => isAlive(child),
    stop: () => end(child, 'SIGTERM'),
    kill: () => end(child, 'SIGKILL'),
  };
}

export const ours = 'src/main.ts';

const isAlive = (child: ChildProcess) => child.exitCode === null && child.signalCode === null;

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (!isAlive(child)) return;
  const gone = once(child, 'exit');
  child.kill(signal);
  const hard = setTimeout(() => child.kill('SIGKILL'), 12_000);
  await gone;
  clearTimeout(hard);
}
