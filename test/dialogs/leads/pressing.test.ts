/** What the list is ordered by is worked out ahead: at any moment it says the same as the card does then. */
import { expect, test } from 'vitest';
import { isLate, openDuties, sayNeeded } from '../../../dialogs/leads/concern/duties.ts';
import { pressingOf, rankOf, sayPressing } from '../../../dialogs/leads/concern/pressing.ts';
import { neededWords } from '../../../dialogs/words/leads.ts';
import { topics } from '../../../rules/facts.ts';
import { finishedPaths } from '../../../src/review/paths.ts';
import { owned, owner, viewOf, workedOut } from '../../support/concern-views.ts';
import { moments } from '../../support/every-message.ts';

const hour = 3_600_000;
const settled = { how: 'done', at: moments['Friday at 18:30'], who: owner, tries: [] } as const;

test('whatever was answered, whenever it is looked at', () => {
  const seen = new Set<string>();
  for (const topic of topics) {
    const paths = [...finishedPaths([topic])];
    const step = Math.ceil(paths.length / 6);
    for (const path of paths.filter((_, i) => i % step === 0)) {
      for (const moment of ['a normal morning', 'Friday at 18:30'] as const) {
        const concern = workedOut(path, moment);
        const raisedAt = moments[moment];
        for (const limit of ['now', 'today'] as const) {
          const duties = openDuties({ concern, said: new Map() }).map(({ route }) => route);
          const some = [duties.slice(0, -1), duties.slice(1), duties].map((done) =>
            owned({ concern, raisedAt, limit, said: new Map(done.map((route) => [route, settled])) }),
          );
          for (const view of [viewOf({ concern, raisedAt, limit }), owned({ concern, raisedAt, limit }), ...some]) {
            const pressing = pressingOf(view);
            for (const hours of [0, 1, 5, 8, 20, 30, 24 * 3, 24 * 30]) {
              const now = new Date(raisedAt.getTime() + hours * hour);
              const said = sayPressing(pressing, now);
              expect(said === 'late', `${topic} ${view.stage} ${hours}`).toBe(isLate(view, now));
              if (said === 'late' || said === 'now') expect(rankOf(pressing, now)).toBe(0);
              // The card says that somebody is needed now, and the list does not put it lower.
              if (view.stage === 'open' && sayNeeded(view, now) === neededWords.now)
                expect(rankOf(pressing, now), `${topic} ${hours}`).toBe(0);
              seen.add(`${rankOf(pressing, now)} ${said.replace(/\d.*/, '')}`);
            }
          }
        }
      }
    }
  }
  expect([...seen].map((each) => each[0])).toEqual(expect.arrayContaining(['0', '1', '3']));
});
