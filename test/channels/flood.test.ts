import { describe, expect, it } from 'vitest';
import { createFlood } from '../../src/channels/flood.ts';
import { createRecent } from '../../src/channels/recent.ts';

describe('a flood', () => {
  const judge = () => createFlood({ person: { burst: 3, perSecond: 1 }, workspace: { burst: 5, perSecond: 100 } });
  const times = <T>(count: number, act: () => T) => Array.from({ length: count }, act);

  it('of one person is stopped, and ends when they pause', () => {
    const ask = judge();
    expect(times(4, () => ask('T1', 'U1', 0))).toEqual(['fine', 'fine', 'fine', 'person']);
    expect(ask('T1', 'U1', 500)).toBe('person');
    expect(ask('T1', 'U1', 3_500)).toBe('fine');
  });

  it('of one person leaves the others of the workspace, and the same id elsewhere, alone', () => {
    const ask = judge();
    times(20, () => ask('T1', 'U1', 0));
    expect([ask('T1', 'U2', 0), ask('T2', 'U1', 0)]).toEqual(['fine', 'fine']);
  });

  it('of a whole workspace is stopped, and leaves other workspaces alone', () => {
    const ask = judge();
    const verdicts = Array.from({ length: 6 }, (_, i) => ask('T1', `U${i}`, 0));
    expect(verdicts).toEqual(['fine', 'fine', 'fine', 'fine', 'fine', 'workspace']);
    expect(ask('T2', 'U1', 0)).toBe('fine');
  });

  it('a clock that goes back harms nobody', () => {
    const ask = judge();
    expect([ask('T1', 'U1', 10_000), ask('T1', 'U1', 0)]).toEqual(['fine', 'fine']);
  });
});

describe('what was a short while ago', () => {
  it('is new once, until its time is over or it is taken back', () => {
    const recent = createRecent(1_000);
    expect([recent.isNew('a', 0), recent.isNew('a', 999), recent.isNew('a', 1_000)]).toEqual([true, false, true]);
    recent.forget('a');
    expect(recent.isNew('a', 1_001)).toBe(true);
  });
});
