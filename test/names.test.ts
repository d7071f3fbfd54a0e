/** One word, one meaning: what a file exports has a name that nothing else has. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'oxc-parser';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');

type Declared = { readonly name: string; readonly kind: 'type' | 'value'; readonly exported: boolean };

/** What stands at the top of a file by a name of its own. */
function declaredIn(path: string, text: string): readonly Declared[] {
  return parseSync(path, text).program.body.flatMap((statement): readonly Declared[] => {
    const exported = statement.type === 'ExportNamedDeclaration';
    const inner = exported ? statement.declaration : statement;
    switch (inner?.type) {
      case 'TSTypeAliasDeclaration':
      case 'TSInterfaceDeclaration':
        return [{ name: inner.id.name, kind: 'type', exported }];
      case 'ClassDeclaration':
      case 'FunctionDeclaration':
        return inner.id ? [{ name: inner.id.name, kind: 'value', exported }] : [];
      case 'VariableDeclaration':
        return inner.declarations.flatMap(({ id }) =>
          id.type === 'Identifier' ? [{ name: id.name, kind: 'value' as const, exported }] : [],
        );
      default:
        return [];
    }
  });
}

/** Two platforms' files of one name do the same thing, each its platform's way, and call it the same. */
const role = (path: string) => path.replace(/^src\/channels\/(slack|teams)\//, 'src/channels/*/');

/** Names that stand for two things: exported twice, or a type of one file beside another that everybody may use. */
function homonyms(files: ReadonlyMap<string, string>): readonly string[] {
  const all = [...files].flatMap(([path, text]) => declaredIn(path, text).map((one) => ({ ...one, path })));
  const exported = all.filter((one) => one.exported);
  const places = Map.groupBy(exported, ({ kind, name }) => `${kind} ${name}`);
  return [...places].flatMap(([what, these]) => {
    const beside = all.filter((one) => one.kind === 'type' && !one.exported && `${one.kind} ${one.name}` === what);
    const where = new Map([...these, ...beside].map(({ path }) => [role(path), path]));
    return where.size > 1 ? [`${what}: ${[...where.values()].toSorted().join(', ')}`] : [];
  });
}

it('no name stands for two things', () => {
  const paths = ['rules', 'dialogs', 'src'].flatMap((folder) => globSync(`${folder}/**/*.{ts,tsx}`, { cwd: root }));
  expect(paths.length).toBeGreaterThan(300);
  expect(homonyms(new Map(paths.map((path) => [path, readFileSync(join(root, path), 'utf8')])))).toEqual([]);
});

it.each([
  ['two types', { 'src/a.ts': 'export type Place = 1;', 'rules/b.ts': 'export interface Place {}' }],
  ['a type of one file', { 'src/a.ts': 'type Place = 1;', 'rules/b.ts': 'export type Place = 2;' }],
  ['two functions', { 'src/a.ts': 'export function siteOf() {}', 'rules/b.ts': 'export const siteOf = 1;' }],
])('a second meaning is found: %s', (_, files) => {
  expect(homonyms(new Map(Object.entries(files)))).toHaveLength(1);
});

it.each([
  [
    'both platforms, each its own',
    { 'src/channels/slack/a.ts': 'export type W = 1;', 'src/channels/teams/a.ts': 'export type W = 2;' },
  ],
  ['a type and its schema', { 'src/a.ts': 'export const place = 1; export type Place = 2;' }],
  ['what no other file can name', { 'src/a.ts': 'type Props = 1;', 'src/b.ts': 'type Props = 2;' }],
])('is none: %s', (_, files) => {
  expect(homonyms(new Map(Object.entries(files)))).toEqual([]);
});
