import { describe, expect, it } from 'vitest';
import { type Entry, fold, newState, startEntry } from '../../dialogs/state.ts';
import { commandIn } from '../../dialogs/typed/commands.ts';
import { planPress, planPressAt, planTyped } from '../../src/conversation/plan.ts';

const answered = (question: string, ...values: string[]): Entry => ({ type: 'answer', question, values });
const open = fold([startEntry(false), answered('danger', 'yes')]);
const silent = fold([
  startEntry(false),
  answered('danger', 'yes'),
  answered('topics', 'blackmail'),
  answered('adultKnown', 'unsure'),
]);
const taken = fold([startEntry(false), { type: 'get-lead' }, { type: 'withdraw' }]);
const at = new Date('2026-11-27T18:30:00Z');
const step = (notice: string) => ({ show: 'step', notice });

describe('"Get a lead to me now"', () => {
  const press = (state = open) => planPressAt({ do: 'get-lead' }, state, at);

  it('is added once: pressed again it changes nothing and says so', () => {
    expect(press()).toEqual({ entry: { type: 'get-lead' }, view: step('lead-asked') });
    const called = fold([startEntry(false), { type: 'get-lead' }]);
    expect(press(called)).toEqual({ view: step('lead-asked-already') });
  });

  it('adds nothing once an adult may be known, and nothing in practice', () => {
    expect(press(silent)).toEqual({ view: step('lead-held') });
    expect(press(fold([startEntry(true)]))).toEqual({ view: step('lead-practice') });
  });

  it('typed before a concern, or after one was taken back, begins one', () => {
    for (const state of [newState, fold([{ type: 'stop' }]), taken])
      expect(press(state)).toEqual({ entry: startEntry(false), clear: true, view: step('lead-begin') });
  });

  it('typed at the answer shows the answer: the leads are told by then', () => {
    const typed = { kind: 'do', action: { do: 'get-lead' }, danger: false } as const;
    expect(planTyped(typed, undefined, open, at)).toEqual({ view: { show: 'step' } });
    expect(planTyped(typed, 'topics', open, at).entry).toEqual({ type: 'get-lead' });
  });

  it.each(['get a lead', 'get a lead to me now', 'get me a lead'])('is typed as "%s"', (text) => {
    expect(commandIn(text)).toEqual({ do: 'get-lead' });
  });

  it('that waited for the place of work is told of when that is named', () => {
    const entry = answered('site', 'riverside-school');
    expect(planPress({ do: 'answer', question: 'site', value: 'riverside-school' }, [])).toEqual({
      entry,
      view: step('lead-asked'),
    });
  });
});

describe('"I raised this by mistake"', () => {
  it('asks if sure first', () => {
    expect(planPress({ do: 'withdraw' }, [])).toEqual({ view: { show: 'withdraw' } });
    expect(planPress({ do: 'withdraw', sure: true }, [])).toEqual({
      entry: { type: 'withdraw' },
      view: step('withdrawn'),
    });
  });

  it('typed only ever asks; without a concern it is nothing', () => {
    const action = commandIn('i raised this by mistake');
    expect(action).toEqual({ do: 'withdraw' });
    const typed = { kind: 'do', action: { do: 'withdraw' }, danger: false } as const;
    expect(planTyped(typed, undefined, open, at)).toEqual({ view: { show: 'withdraw' } });
    expect(planTyped(typed, undefined, newState, at)).toEqual({ view: { show: 'step' } });
  });
});

describe('"Referral made"', () => {
  it('is added once, and not in practice', () => {
    expect(planPressAt({ do: 'referred' }, open, at)).toEqual({ entry: { type: 'referred' }, view: step('referred') });
    const made = fold([startEntry(false), { type: 'referred' }]);
    for (const state of [made, fold([startEntry(true)]), newState])
      expect(planPressAt({ do: 'referred' }, state, at)).toEqual({ view: { show: 'step' } });
  });

  it('typed counts at the answer only', () => {
    const typed = { kind: 'do', action: { do: 'referred' }, danger: false } as const;
    expect(commandIn('i have made the referral')).toEqual({ do: 'referred' });
    expect(planTyped(typed, 'topics', open, at)).toEqual({ view: { show: 'step' } });
    expect(planTyped(typed, undefined, open, at).entry).toEqual({ type: 'referred' });
  });
});

describe('who it is safe to tell', () => {
  const press = (...ticked: string[]) => planPress({ do: 'ticks', question: 'safeToTell' }, ticked);

  it('is kept as the ids picked, or nobody alone', () => {
    expect(press('head', 'chair')?.entry).toEqual(answered('safeToTell', 'head', 'chair'));
    expect(press('none')?.entry).toEqual(answered('safeToTell', 'none'));
  });

  it.each([
    ['nothing ticked', []],
    ['nobody beside somebody', ['none', 'head']],
    ['one twice', ['head', 'head']],
    ['what cannot be kept', ['x'.repeat(65)]],
    ['an empty value', ['']],
    ['more than there can be', Array.from({ length: 31 }, (_, i) => `p${i}`)],
  ])('%s is asked again and changes nothing', (_, ticked) => {
    expect(press(...ticked)).toEqual({ view: { show: 'step', notice: 'unclear', ticked: [] } });
  });
});
