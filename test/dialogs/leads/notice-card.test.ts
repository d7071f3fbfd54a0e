import { describe, expect, test } from 'vitest';
import { noticeCard } from '../../../dialogs/leads/card/notice-card.ts';
import type { ConcernView } from '../../../dialogs/leads/concern/concern-view.ts';
import { noticeLimit } from '../../../dialogs/leads/concern/limit.ts';
import { threadLine } from '../../../dialogs/leads/concern/lines.ts';
import type { Message } from '../../../dialogs/message.ts';
import { plainText } from '../../../dialogs/plain.ts';
import { emergencyLine } from '../../../dialogs/words/screens.ts';
import {
  adult,
  callOf,
  happenings,
  minutesLater,
  owned,
  owner,
  pathWith,
  picture,
  reporter,
  secrets,
  stages,
  taken,
  viewOf,
  workedOut,
} from '../../support/concern-views.ts';

const now = minutesLater(20);
const said = (view: ConcernView, at = now) => plainText(noticeCard(view, at));
const buttons = ({ blocks }: Message) => blocks.flatMap((block) => (block.kind === 'buttons' ? block.buttons : []));
const pressable = (view: ConcernView) => buttons(noticeCard(view, now)).map(({ label }) => label);
const ticked = (...routes: readonly string[]) =>
  new Map(routes.map((route) => [route, { how: 'done' as const, at: minutesLater(7), who: owner, tries: [] }]));

describe('a concern that nobody has', () => {
  test('says first, and in the notification, only that a lead is needed and by when', () => {
    for (const [changes, needed] of [
      [{ limit: 'now' }, 'A concern needs a safeguarding lead now'],
      [{ limit: 'today' }, 'A concern needs a safeguarding lead today'],
      [{ limit: 'today', by: minutesLater(90) }, 'A concern needs a safeguarding lead by 8pm today'],
    ] as const) {
      const { summary, blocks } = noticeCard(viewOf(changes), now);
      expect(summary).toBe(needed);
      expect(blocks[0]).toEqual({ kind: 'heading', text: needed });
    }
  });

  test('gives the reference, the place and when it was raised, by its day', () => {
    expect(said(viewOf())).toContain(
      'Reference AB12-CD34. Riverside School, Derby. Raised Friday 27 November at 6.30pm.',
    );
  });

  test('says that a press rings nobody, and gives the emergency line', () => {
    expect(said(viewOf())).toContain('A press here does not ring anyone.');
    expect(said(viewOf())).toContain(emergencyLine);
  });

  test('can be taken, or asked about', () => {
    expect(buttons(noticeCard(viewOf(), now))).toEqual([
      { label: 'I have this', action: { do: 'lead', act: 'take', concern: viewOf().id }, look: 'primary' },
      { label: 'What is it about?', action: { do: 'lead', act: 'open', concern: viewOf().id } },
    ]);
  });

  test('says for how long nobody took it, once more people were told', () => {
    const told = { at: minutesLater(10), what: 'told', level: 1, places: ['Priya Nair'] } as const;
    expect(said(viewOf({ level: 1, history: [...viewOf().history, told] }))).toContain(
      'Nobody took this for 10 minutes. More people were told.',
    );
    expect(said(viewOf())).toContain('Nobody has it yet.');
  });

  test('counts anew from when it was given back', () => {
    const history = [
      ...owned().history,
      { at: minutesLater(5), what: 'untaken', who: owner } as const,
      { at: minutesLater(15), what: 'told', level: 1, places: ['Priya Nair'] } as const,
    ];
    expect(said(viewOf({ level: 1, history }))).toContain('Nobody took this for 10 minutes.');
  });

  test('after midnight is needed now, and says that its limit has passed', () => {
    const saturday = new Date('2026-11-28T00:00:00Z');
    expect(noticeCard(viewOf({ limit: 'today' }), saturday).summary).toBe('A concern needs a safeguarding lead now');
    expect(said(viewOf({ limit: 'today' }), saturday)).toContain('Its time limit has passed.');
    expect(said(viewOf({ limit: 'today' }), new Date(saturday.getTime() - 1))).not.toContain('has passed');
  });

  test('is needed now once the time worked out for it has come', () => {
    const by = minutesLater(20);
    expect(noticeCard(viewOf({ limit: 'today', by }), by).summary).toBe('A concern needs a safeguarding lead now');
  });

  test('says that an answer changed, not which', () => {
    expect(said(viewOf({ before: adult }))).toContain('An answer changed after this was sent. Look again.');
  });
});

describe('a concern that a lead has', () => {
  test('says who and since when', () => {
    const { summary } = noticeCard(owned(), now);
    expect(summary).toBe('A safeguarding lead has this concern');
    expect(said(owned())).toContain('Sam Okafor has it. Since Friday 27 November at 6.34pm.');
  });

  test('says since when the one it was handed to has it', () => {
    const handed = { at: minutesLater(6), what: 'handed', who: owner, to: 'Priya Nair' } as const;
    expect(said(owned({ owner: 'Priya Nair', history: [...owned().history, handed] }))).toContain(
      'Priya Nair has it. Since Friday 27 November at 6.36pm.',
    );
  });

  test('counts what is settled', () => {
    expect(said(owned())).toContain('0 of 5 settled.');
    expect(said(owned({ said: ticked('police') }))).toContain('1 of 5 settled.');
  });

  test('says how many are late, and only once they are', () => {
    const saturday = new Date('2026-11-28T00:00:00Z');
    expect(said(owned({ said: ticked('police') }), saturday)).toContain('2 are late. Open it and act now.');
    expect(said(owned({ said: ticked('police', 'emergency') }), saturday)).toContain('1 is late.');
    expect(said(owned({ said: ticked('police') }))).not.toContain('late');
  });

  test('can be opened', () => {
    expect(pressable(owned())).toEqual(['What is it about?']);
  });
});

describe('a concern that is over', () => {
  test('taken back by whoever raised it says so', () => {
    expect(said(owned({ stage: 'withdrawn' }))).toContain('Speak with them.');
    expect(pressable(owned({ stage: 'withdrawn' }))).toEqual(['What is it about?']);
  });

  test('says byte for byte the same however it ended, whoever had it, and has no button', () => {
    const ends = (['done', 'not-for-us', 'joined', 'ended'] as const).flatMap((stage) => [
      JSON.stringify(noticeCard(viewOf({ stage }), now)),
      JSON.stringify(noticeCard(owned({ stage, outcome: 'referred', history: happenings, restricted: true }), now)),
    ]);
    expect(new Set(ends).size).toBe(1);
    expect(pressable(owned({ stage: 'done' }))).toEqual([]);
  });
});

describe('"Get a lead to me now"', () => {
  test('shows a reference, a time, one button, and no more', () => {
    expect(said(callOf())).toBe(
      [
        'A concern needs a safeguarding lead now',
        'Reference AB12-CD34. Friday 27 November at 6.30pm.',
        'Button: I am going',
        emergencyLine,
      ].join('\n'),
    );
  });

  const behind: readonly Partial<ConcernView>[] = [
    {},
    { restricted: true },
    { concern: adult, restricted: true },
    { concern: picture, before: adult },
    { limit: 'today', by: minutesLater(30) },
    { level: 3 },
    { reporter: 'U0OTHER' },
    { site: 'Somewhere else' },
    { said: ticked('police') },
  ];

  test.each(stages)(
    '%s: is the same byte for byte, whatever the concern behind it is and whenever it is drawn',
    (stage) => {
      const of = (changes: Partial<ConcernView>) => callOf({ stage, owner, history: [taken], ...changes });
      const cards = behind.flatMap((changes) =>
        [now, minutesLater(3_000)].map((at) => JSON.stringify(noticeCard(of(changes), at))),
      );
      expect(new Set(cards).size).toBe(1);
    },
  );

  test('ends with the same words whatever happened, whoever went', () => {
    const over = stages.filter((stage) => stage !== 'open' && stage !== 'owned');
    const cards = over.flatMap((stage) => [
      said(callOf({ stage })),
      said(callOf({ stage, owner, history: [taken, ...happenings] })),
    ]);
    expect(new Set(cards).size).toBe(1);
    expect(cards[0]).toContain('ask your team who needed you');
  });

  test('says who is going, so that not everybody runs and nobody thinks that another does', () => {
    const view = callOf({ stage: 'owned', owner, history: [taken] });
    expect(said(view)).toContain('Sam Okafor: I am going. Since Friday 27 November at 6.34pm.');
    expect(pressable(view)).toEqual(['I cannot go after all']);
  });
});

describe('what anyone who passes may read', () => {
  const paths = [
    ...(['blackmail', 'imagery', 'adult', 'exposure', 'bullying', 'extremism', 'harmfulSites'] as const),
    ...(['content', 'domesticAbuse', 'other'] as const),
  ].map((topic) => workedOut(pathWith(topic)));

  test('never holds a topic, an answer, a reason, a duty or the account of the one who raised it', () => {
    let seen = 0;
    for (const concern of [...paths, adult, picture])
      for (const stage of stages)
        for (const changes of [{}, { before: picture }, { restricted: true }, { level: 2, said: ticked('police') }]) {
          const card = noticeCard(
            owned({ stage, concern, history: [...owned().history, ...happenings], ...changes }),
            now,
          );
          const all = JSON.stringify(card).toLowerCase();
          seen += 1;
          for (const secret of secrets) expect(all, secret).not.toContain(secret);
        }
    expect(seen).toBe(336);
    expect(secrets.length).toBeGreaterThan(150);
    expect(secrets).toContain(reporter.toLowerCase());
  });

  test('neither does the thread', () => {
    for (const each of happenings)
      for (const secret of secrets)
        expect(JSON.stringify(threadLine(each, now)).toLowerCase(), secret).not.toContain(secret);
  });

  test('does not tell a concern that only some may know of from any other', () => {
    for (const stage of stages)
      expect(noticeCard(owned({ stage, restricted: true }), now)).toEqual(noticeCard(owned({ stage }), now));
  });

  test('the canaries sing: the words that the secrets come from are found where they may stand', () => {
    expect(secrets.some((secret) => secret.includes('under 13'))).toBe(true);
    expect(secrets).toContain('the lado');
  });
});

test.each([
  ['now', { danger: 'yes' }],
  ['today', { danger: 'no', obsessed: 'no', harmConcern: 'no' }],
] as const)('a lead is needed %s where the answers say so', (limit, answers) => {
  const { decision } = workedOut(pathWith('harmfulSites', answers)).outcome;
  expect(noticeLimit(decision)).toBe(limit);
});
