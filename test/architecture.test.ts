import { globSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isSource, judge } from './support/arrows.ts';

const root = join(import.meta.dirname, '..');
const folders = ['rules', 'dialogs', 'src'];

describe('the program', () => {
  const paths = globSync([...folders.map((folder) => `${folder}/**/*.*`), 'package.json'], { cwd: root });
  const verdict = judge(new Map(paths.map((path) => [path, readFileSync(join(root, path), 'utf8')])));

  it('keeps every arrow', () => {
    expect(verdict.breaches).toEqual([]);
  });

  it('was seen to the last source file', () => {
    const walked = folders.flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && isSource(entry.name))
        .map((entry) => relative(root, join(entry.parentPath, entry.name))),
    );
    expect(verdict.seen).toEqual(walked.toSorted());
    for (const folder of folders) expect(verdict.seen.some((path) => path.startsWith(`${folder}/`))).toBe(true);
  });
});

/** What is said of `file` when it holds `text`, in a tree that has one file of each kind. */
function planted(file: string, text: string): readonly string[] {
  const others = [
    'rules/facts.ts',
    'rules/data/services.json',
    'dialogs/message.ts',
    'src/main.ts',
    'src/log.ts',
    'src/seal/seal.ts',
    'src/store/store.ts',
    'src/store/redis.ts',
    'src/outbox/outbox.ts',
    'src/contract.ts',
    'src/conversation/turn.ts',
    'src/http/route.ts',
    'src/channels/limits.ts',
    'src/channels/slack/render.ts',
    'src/channels/slack/receiver.ts',
    'src/channels/teams/render.ts',
  ];
  return judge(new Map([...others.map((path) => [path, ''] as const), [file, text]])).breaches;
}

describe('a planted import is found', () => {
  it.each([
    ['rules/a.ts', 'node:fs'],
    ['rules/a.ts', 'fs'],
    ['rules/a.ts', 'minisearch'],
    ['rules/a.ts', '../dialogs/message.ts'],
    ['rules/a.ts', '../src/log.ts'],
    ['dialogs/a.ts', 'node:crypto'],
    ['dialogs/a.ts', 'date-fns/addDays'],
    ['dialogs/a.ts', '../src/contract.ts'],
    ['src/http/a.ts', '../conversation/turn.ts'],
    ['src/seal/a.ts', '../store/store.ts'],
    ['src/store/a.ts', '../conversation/turn.ts'],
    ['src/outbox/a.ts', '../channels/slack/render.ts'],
    ['src/conversation/a.ts', '../store/redis.ts'],
    ['src/conversation/a.ts', '../channels/limits.ts'],
    ['src/conversation/a.ts', '../http/route.ts'],
    ['src/conversation/a.ts', 'ioredis'],
    ['src/conversation/a.ts', 'node:sqlite'],
    ['src/channels/slack/a.ts', '../../store/store.ts'],
    ['src/channels/slack/a.ts', '../../outbox/outbox.ts'],
    ['src/channels/slack/a.ts', '../teams/render.ts'],
    ['src/channels/slack/a.ts', 'botbuilder'],
    ['src/channels/teams/a.ts', '@slack/bolt'],
    ['src/channels/web/a.ts', '../slack/receiver.ts'],
    ['src/channels/a.ts', './slack/render.ts'],
    ['src/commands/a.ts', '../main.ts'],
    ['src/channels/slack/a.ts', '../../main.ts'],
    ['src/main.ts', 'date-fns'],
    ['src/main.ts', './gone.ts'],
    ['src/main.ts', './support/arrows.ts'],
  ])('%s -> %s', (file, specifier) => {
    expect(planted(file, `import '${specifier}';`)).toEqual([expect.stringContaining(`${file} -> ${specifier}: `)]);
  });

  it.each([
    "import type { A } from '../src/log.ts';",
    "import { type A } from '../src/log.ts';",
    "export * from '../src/log.ts';",
    "export { a } from '../src/log.ts';",
    "export type { A } from '../src/log.ts';",
    "const a = await import('../src/log.ts');",
    "type A = import('../src/log.ts').A;",
    "const a = require('../src/log.ts');",
    "import a = require('../src/log.ts');",
    '/* text */ import/* here */"../src/log.ts"',
  ])('however it is written: %s', (text) => {
    expect(planted('rules/a.ts', text)).toEqual(['rules/a.ts -> ../src/log.ts: rules may not use it']);
  });

  it.each(['await import(name)', `await import(\`./\${name}.ts\`)`, 'require(name)'])('even unnamed: %s', (text) => {
    expect(planted('src/main.ts', text)).toEqual([expect.stringContaining('src/main.ts -> (computed): ')]);
  });

  it('in a file that no room is kept for', () => {
    expect(planted('src/helpers/a.ts', '')).toEqual([expect.stringContaining('src/helpers/a.ts: has no room')]);
  });

  it('in a ring', () => {
    const ring = new Map([
      ['rules/a.ts', "import './b.ts';"],
      ['rules/b.ts', "import './c.ts';"],
      ['rules/c.ts', "import './b.ts';"],
    ]);
    expect(judge(ring).breaches).toEqual(['rules/b.ts -> rules/c.ts -> rules/b.ts: a ring of imports']);
  });

  it('and a file that cannot be parsed is not passed over', () => {
    expect(() => planted('rules/a.ts', 'import {')).toThrow('rules/a.ts');
  });
});

describe('an import that keeps the arrows is left alone', () => {
  it.each([
    ['rules/a.ts', 'zod'],
    ['rules/a.ts', 'date-fns/addDays'],
    ['rules/a.ts', '@date-fns/tz'],
    ['rules/a.ts', './facts.ts'],
    ['rules/a.ts', './data/services.json'],
    ['dialogs/a.ts', '../rules/facts.ts'],
    ['dialogs/a.ts', 'minisearch'],
    ['src/conversation/a.ts', '../../dialogs/message.ts'],
    ['src/conversation/a.ts', '../store/store.ts'],
    ['src/conversation/a.ts', '../outbox/outbox.ts'],
    ['src/outbox/a.ts', '../contract.ts'],
    ['src/store/a.ts', 'ioredis'],
    ['src/channels/slack/a.ts', '../limits.ts'],
    ['src/channels/slack/a.ts', '../../conversation/turn.ts'],
    ['src/channels/slack/a.ts', '@slack/bolt'],
    ['src/channels/web/a.ts', '@slack/types'],
    ['src/channels/web/a.ts', '../teams/render.ts'],
    ['src/main.ts', './store/redis.ts'],
  ])('%s -> %s', (file, specifier) => {
    expect(planted(file, `import '${specifier}';`)).toEqual([]);
  });

  it('in a comment or a string', () => {
    expect(planted('rules/a.ts', `// import 'node:fs';\nexport const a = "import 'node:fs'";`)).toEqual([]);
  });
});
