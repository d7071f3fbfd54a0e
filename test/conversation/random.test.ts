import { randomBytes, randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fold } from '../../dialogs/state.ts';
import { stepOf } from '../../dialogs/steps.ts';
import { committedCalendar } from '../../rules/calendar.ts';
import { createOwedSeal } from '../../src/conversation/owed.ts';
import { createSeal } from '../../src/seal/seal.ts';
import { hourMs } from '../../src/store/store.ts';
import { type Desk, openDesk } from '../support/bot.ts';
import { character } from '../support/messages.ts';
import { organisationWith } from '../support/organisation.ts';
import { onBothStores } from '../support/stores.ts';
import { buttonsOn, createTalker, type Talker, tickedOn } from '../support/talker.ts';

/** One thing that somebody, or the network, does. Numbers pick from whatever is there. */
type Doing =
  | { readonly kind: 'press'; readonly card: number; readonly button: number; readonly ticks: number }
  | { readonly kind: 'twice'; readonly button: number }
  | { readonly kind: 'forge'; readonly at: number }
  | { readonly kind: 'type'; readonly text: string }
  | { readonly kind: 'again' }
  | { readonly kind: 'file' | 'hello' | 'sweep' | 'refuse' | 'die' }
  | { readonly kind: 'wait'; readonly hours: number };

const typed = ['yes', 'no', 'not sure', '1', '1 and 2', 'back', 'why', 'help', 'what now', 'change', 'start again'];
const more = [
  'stop',
  'start',
  'practice',
  'record',
  'childline',
  'he is being bullied',
  'she will kill herself',
  '',
  '儿',
];
const nat = (max: number) => fc.nat(max);

const doing: fc.Arbitrary<Doing> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record({
      kind: fc.constant('press' as const),
      card: fc.constant(0),
      button: nat(9),
      ticks: nat(1023),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('press' as const), card: nat(9), button: nat(30), ticks: nat(1023) }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('twice' as const), button: nat(9) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('forge' as const), at: nat(60) }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('type' as const), text: fc.constantFrom(...typed, ...more) }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('type' as const), text: fc.string({ unit: character, maxLength: 40 }) }),
  },
  { weight: 2, arbitrary: fc.constant({ kind: 'again' as const }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('file' as const, 'hello', 'sweep', 'refuse', 'die') }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('wait' as const), hours: nat(30) }) },
);

onBothStores((fresh) => {
  it('whatever is done: nothing crashes, one thing stands, and it is what the accepted entries add up to', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(doing, { minLength: 5, maxLength: 25 }), async (doings) => {
        const desk = await openDesk(fresh);
        try {
          await live(desk, doings);
        } finally {
          await desk.data.close();
        }
      }),
      { numRuns: 15, seed: 20_261_123 },
    );
  });
});

async function live(desk: Desk, doings: readonly Doing[]): Promise<void> {
  const staff = createTalker(desk);
  const accepted: string[] = [];
  watch(desk, staff.key, accepted);
  await staff.start();
  let last = (): Promise<unknown> => staff.hello();
  for (const each of doings) last = await act(each, desk, staff, last);
  desk.platform = [];
  for (let sweep = 0; sweep < 3; sweep++) await desk.sweepLater();

  const { entries, owed, revision } = await desk.store.read(staff.key);
  expect(owed).toBeNull();
  if (entries.length > 0) expect(entries).toEqual(accepted);
  await staff.type('show');
  const seal = createOwedSeal(createSeal(desk.keys, randomBytes));
  const state = fold(seal.entries(entries, staff.key, revision));
  const stands = stepOf(state, {
    organisation: organisationWith(),
    calendar: committedCalendar,
    now: new Date(desk.now),
  });
  expect(standing(staff)).toBe(stands.kind === 'ask' ? stands.asked.id : stands.kind);
  expect(desk.events.filter(({ reason }) => reason === 'compose' || reason === 'unreadable')).toEqual([]);
}

/** The entries that the store has taken, as the store was told. */
function watch(desk: Desk, key: string, accepted: string[]): void {
  const { store } = desk;
  desk.use(
    new Proxy(store, {
      get: (_, method: keyof typeof store) =>
        method !== 'step'
          ? store[method]
          : async (request: Parameters<typeof store.step>[0]) => {
              const result = await store.step(request);
              if (request.key !== key || result.outcome !== 'taken' || request.change.do === 'nothing') return result;
              if (request.change.do === 'clear' || result.entries.length === 1) accepted.length = 0;
              accepted.push(request.change.entry);
              return result;
            },
    }),
  );
}

async function act(each: Doing, desk: Desk, staff: Talker, last: () => Promise<unknown>) {
  const newest = staff.posts().length - 1;
  const delivery = randomUUID();
  const doIt = (work: () => Promise<unknown>) => work().then(() => work);
  switch (each.kind) {
    case 'press':
    case 'twice': {
      const on = staff.posts()[Math.max(newest - ('card' in each ? each.card : 0), 0)];
      const buttons = on ? buttonsOn(on.message) : [];
      const button = buttons[each.button % Math.max(buttons.length, 1)];
      if (!on || !button) return last;
      const options = on.message.blocks.flatMap((block) => (block.kind === 'ticks' ? block.options : []));
      const ticked =
        'ticks' in each
          ? options.filter((_, i) => each.ticks & (1 << i)).map(({ value }) => value)
          : tickedOn(on.message);
      const token = on.token(button.action);
      const send = (id: string) => desk.send(staff.from, { kind: 'press', token, ticked }, { delivery: id });
      if (each.kind === 'twice') await Promise.all([send(randomUUID()), send(randomUUID())]);
      return doIt(async () => {
        await send(delivery);
        await desk.idle();
      });
    }
    case 'forge': {
      const token = staff.posts()[newest]?.token({ do: 'stop' }) ?? '';
      return doIt(() => staff.token(`${token.slice(0, each.at)}x${token.slice(each.at + 1)}`));
    }
    case 'type':
      return doIt(() => staff.type(each.text, { delivery }));
    case 'again':
      return doIt(last);
    case 'file':
      return doIt(staff.file);
    case 'hello':
      return doIt(staff.hello);
    case 'sweep':
      await desk.sweepLater();
      return last;
    case 'refuse':
      desk.platform = [{ status: 'retry', reason: '503' }];
      return last;
    case 'die':
      desk.platform = ['hang'];
      await desk.send(staff.from, { kind: 'text', text: 'not sure' });
      desk.die();
      return last;
    case 'wait':
      desk.now += each.hours * hourMs;
      return last;
  }
}

/** What the newest messages show: a question, an answer, or a screen to begin from. */
function standing(staff: Talker): string {
  const buttons = buttonsOn(staff.last().message);
  const question = staff.asked();
  if (question) return question;
  if (staff.hasAnswer()) return 'answer';
  const starts = buttons.filter(({ action }) => action.do === 'start');
  return starts.length === 2 ? 'first' : starts.length === 1 ? 'stopped' : 'nothing';
}
