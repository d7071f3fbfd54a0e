import { expect, it } from 'vitest';
import { createLog, type LogFields, type LogLevel, reasonOf } from '../src/log.ts';

const canary = 'Aisha in 9B told me CANARY-7f3a';

function logged(level: LogLevel, write: (log: ReturnType<typeof createLog>) => void): string[] {
  const lines: string[] = [];
  write(createLog(level, { write: (line) => lines.push(line) }));
  return lines;
}

const written = (fields: LogFields) => logged('debug', (log) => log.info('turn.stored', fields)).join('');

it('writes one line of JSON an event, with its level, its time and the fields it was given', () => {
  const [line = '', ...more] = logged('info', (log) =>
    log.warn('outbox.retry', { channel: 'slack', reason: 'ratelimited', ms: 41, status: 429, attempt: 2 }),
  );
  expect(more).toEqual([]);
  expect(line.endsWith('\n')).toBe(true);
  const { time, ...rest } = JSON.parse(line);
  expect(new Date(time).toISOString()).toBe(time);
  expect(rest).toEqual({
    level: 'warn',
    event: 'outbox.retry',
    channel: 'slack',
    reason: 'ratelimited',
    ms: 41,
    status: 429,
    attempt: 2,
  });
});

it('drops every field that is not on the list, whatever it holds', () => {
  const careless = { body: canary, text: canary, err: new Error(canary), from: { person: canary }, kind: 'press' };
  const line = written(careless as LogFields);
  expect(JSON.parse(line)).toMatchObject({ event: 'turn.stored', kind: 'press' });
  expect(line).not.toMatch(/CANARY|Aisha|body|from/);
});

it.each([
  ['a sentence', canary],
  ['an object', { text: canary }],
  ['a list', [canary]],
  ['an error', new Error(canary)],
  ['a forged second line', 'ok\n{"event":"CANARY"}'],
  ['a terminal escape', '\u001b[2JCANARY'],
  ['a very long code', 'CANARY'.repeat(20)],
])('withholds %s in a field that is on the list', (_name, value) => {
  const line = written({ reason: value } as unknown as LogFields);
  expect(JSON.parse(line).reason).toBe('[withheld]');
  expect(line).not.toMatch(/CANARY|Aisha/);
  expect(line.trimEnd()).not.toContain('\n');
});

it('withholds an event that is not a code', () => {
  const lines = logged('debug', (log) => log.error(canary));
  expect(JSON.parse(lines.join('')).event).toBe('[withheld]');
});

it.each([
  ['silent', []],
  ['error', ['error']],
  ['warn', ['error', 'warn']],
  ['info', ['error', 'warn', 'info']],
  ['debug', ['error', 'warn', 'info', 'debug']],
] as const)('at level %s writes %j', (level, expected) => {
  const lines = logged(level, (log) => {
    for (const method of ['error', 'warn', 'info', 'debug'] as const) log[method]('test');
  });
  expect(lines.map((line) => JSON.parse(line).level)).toEqual(expected);
});

it('names a failure by its code or its kind, never by its message', () => {
  expect(reasonOf(Object.assign(new Error(canary), { code: 'ECONNREFUSED' }))).toBe('ECONNREFUSED');
  expect(reasonOf(new RangeError(canary))).toBe('RangeError');
  expect(reasonOf(canary)).toBe('unknown');
});
