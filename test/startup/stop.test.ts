import { expect, it } from 'vitest';
import { stopInOrder } from '../../src/startup/stop.ts';

const never = () => new Promise<void>(() => {});

it('ends each part in its turn, leaves what hangs or fails, and says which', async () => {
  const ended: string[] = [];
  const left: string[] = [];
  const ends = (name: string) => ({ name, atMostMs: 60_000, stop: async () => void ended.push(name) });
  await stopInOrder(
    [
      ends('first'),
      { name: 'hung', atMostMs: 5, stop: never },
      ends('second'),
      { name: 'broken', atMostMs: 60_000, stop: () => Promise.reject(new Error('CANARY')) },
      ends('last'),
    ],
    (name) => left.push(name),
  );
  expect(ended).toEqual(['first', 'second', 'last']);
  expect(left).toEqual(['hung', 'broken']);
});
