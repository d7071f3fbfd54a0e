/** What attackers send: the same every time for the same seed. */
export type Random = (below: number) => number;

export function seeded(seed: number): Random {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

/** What stands where a word, a number or an object was expected. Everything that is words holds CANARY. */
const strange: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1e308,
  2 ** 53,
  '',
  [],
  {},
  [[[[]]]],
  'CANARY',
  'CANARY\r\n{"level":"error","event":"forged"}',
  'CANARY\u0000\u001b[2J\u202e\u2028\u007f',
  'CANARY\ud800',
  '<!channel> <@U0LEAD> CANARY',
  '<at>everyone</at> CANARY',
  "CANARY'; DROP TABLE kept; --",
  'CANARY\r\nEVAL "return 1" 0\r\n',
  `\${CANARY} {{CANARY}} %s%n%x`,
  '../../../../etc/passwd CANARY',
  'http://169.254.169.254/CANARY',
  'javascript:CANARY()',
  `CANARY${'a'.repeat(70_000)}`,
  '𝕊'.repeat(5_000),
  { __proto__: null, CANARY: 1 },
  JSON.parse('{"__proto__":{"polluted":"CANARY","isAdministrator":true}}'),
  { constructor: { prototype: { polluted: 'CANARY' } } },
  { toString: 'CANARY', valueOf: 1, length: -1 },
  Array.from({ length: 3_000 }, () => 'CANARY'),
];

/** The same object with one to three of its places made strange, left out or doubled. */
export function mutated(body: unknown, random: Random): unknown {
  const copy = structuredClone(body);
  for (let times = 1 + random(3); times > 0; times--) mutateOne(copy, random);
  return copy;
}

function mutateOne(body: unknown, random: Random): void {
  const places: [Record<string, unknown>, string][] = [];
  const walk = (at: unknown) => {
    if (typeof at !== 'object' || at === null) return;
    for (const name of Object.keys(at)) {
      places.push([at as Record<string, unknown>, name]);
      walk((at as Record<string, unknown>)[name]);
    }
  };
  walk(body);
  const place = places[random(places.length)];
  if (!place) return;
  const [object, name] = place;
  const what = random(10);
  if (what === 0) delete object[name];
  else if (what === 1) object[name] = [object[name], object[name]];
  else object[name] = structuredClone(strange[random(strange.length)]);
}

/** Texts that are no such thing as the sender said. */
export const notJson: readonly string[] = [
  '',
  'CANARY',
  '{',
  '[]',
  'null',
  '"CANARY"',
  '{"a":1}{"b":2}',
  '\u0000',
  '\ufeff{}',
  '{"__proto__":{"polluted":"CANARY"}}',
  'payload=',
  'payload=CANARY',
  'payload=%7B%22type%22%3A%22block_actions%22%7D',
  'payload=%00&payload=%7B%7D',
  `${'['.repeat(100_000)}${']'.repeat(100_000)}`,
  `${'{"a":'.repeat(30_000)}1${'}'.repeat(30_000)}`,
  `payload=${encodeURIComponent(`${'{"a":'.repeat(15_000)}1${'}'.repeat(15_000)}`)}`,
  `a=1${'&a=1'.repeat(60_000)}`,
  '9'.repeat(200_000),
];
