import { describe, expect, test } from 'vitest';
import { type Ask, askOf } from '../../dialogs/ask.ts';
import { walk } from '../../dialogs/flow.ts';
import { fold, newState, startEntry } from '../../dialogs/state.ts';
import { stepOf } from '../../dialogs/steps.ts';
import { readTyped } from '../../dialogs/typed/read.ts';
import { askFor } from '../../dialogs/view.ts';
import type { Topic } from '../../rules/facts.ts';
import { contextOf, example } from '../support/every-message.ts';

const context = contextOf(example, 'a normal morning');

/** The question that stands after these answers, as a person sees it. */
function standing(...answers: readonly (readonly [string, ...string[]])[]): Ask {
  const state = fold([
    startEntry(false),
    ...answers.map(([question, ...values]) => ({ type: 'answer' as const, question, values })),
  ]);
  const step = stepOf(state, context);
  if (step.kind !== 'ask') throw new Error('No question stands');
  return askFor(step, state, context);
}

const danger = standing();
const site = standing(['danger', 'no']);
const topicList = standing(['danger', 'no'], ['site', 'riverside-school']);
const imagery = [
  ['danger', 'no'],
  ['site', 'riverside-school'],
  ['topics', 'imagery'],
  ['adultInvolved', 'no'],
] as const;
const triggers = standing(...imagery);
const picture = standing(...imagery, ['triggers', 'none']);
const adult = [
  ['danger', 'no'],
  ['site', 'riverside-school'],
  ['topics', 'adult'],
] as const;
const conduct = standing(...adult);
const trust = standing(...adult, ['adultConduct', 'contact'], ['contactSigns', 'yes'], ['adultKnown', 'yes']);
const childContact = standing(
  ...adult,
  ['adultConduct', 'images'],
  ['adultKnown', 'no'],
  ['knownChildrenInImages', 'no'],
);
const council = askOf({ id: 'council' }, walk(new Map()).facts, newState, example);

test('the questions are those that the tables below take them for', () => {
  const kinds = [danger, site, topicList, triggers, picture, conduct, trust, childContact, council].map(({ id }) => id);
  expect(kinds).toEqual([
    'danger',
    'site',
    'topics',
    'triggers',
    'aboutPicture',
    'adultConduct',
    'positionOfTrust',
    'childContact',
    'council',
  ]);
  expect(picture.options.map(({ value }) => value)).toEqual(['under13', 'passedOn', 'harmConcern', 'none', 'unknown']);
});

/** What a line is read as: the values of an answer, or `undefined`. */
function answer(text: string, ask: Ask): string | undefined {
  const typed = readTyped(text, ask);
  return typed.kind === 'answer' ? typed.values.join('+') : undefined;
}

describe('read as an answer: yes, no or not sure', () => {
  test.each([
    ['yes', 'yes'],
    ['Yes', 'yes'],
    ['YES!!', 'yes'],
    ['y', 'yes'],
    ['Y.', 'yes'],
    ['yeah', 'yes'],
    ['yep', 'yes'],
    ['yes please', 'yes'],
    ['yess', 'yes'],
    ['yes, her teacher', 'yes'],
    ['👍', 'yes'],
    ['👎', 'no'],
    ['one', 'yes'],
    ['now', 'yes'],
    ["I don't think so", 'no'],
    ['not that I know of', 'no'],
    ['no way', 'no'],
    ['no way to know', 'unsure'],
    ['no one has told me', 'unsure'],
    ['nobody knows', 'unsure'],
    ['who knows', 'unsure'],
    ['1', 'yes'],
    ['1.', 'yes'],
    ['number 1', 'yes'],
    ['option 1', 'yes'],
    ['no', 'no'],
    ['No.', 'no'],
    ['n', 'no'],
    ['nope', 'no'],
    ['nah', 'no'],
    ['2', 'no'],
    ['(2)', 'no'],
    ['option 2', 'no'],
    ['not sure', 'unsure'],
    ['Not sure', 'unsure'],
    ['nto sure', 'unsure'],
    ['not sre', 'unsure'],
    ['unsure', 'unsure'],
    ["I'm not sure", 'unsure'],
    ['im not sure', 'unsure'],
    ['no idea', 'unsure'],
    ['I have no idea', 'unsure'],
    ['no clue', 'unsure'],
    ["don't know", 'unsure'],
    ['dont know', 'unsure'],
    ['I don’t know', 'unsure'],
    ['i do not know', 'unsure'],
    ['I have not been told', 'unsure'],
    ['maybe', 'unsure'],
    ['perhaps', 'unsure'],
    ['possibly', 'unsure'],
    ['idk', 'unsure'],
    ['dunno', 'unsure'],
    ['cant tell', 'unsure'],
    ['3', 'unsure'],
  ])('%s', (text, value) => {
    expect(answer(text, danger)).toBe(value);
  });
});

/** What would be a clear no, or any answer at all, from words that are not one: the costliest mistake there is. */
describe('never read as an answer', () => {
  test.each([
    'yes and no',
    'yes no',
    'yes or no',
    'no yes',
    'no, but she is scared',
    'not really',
    'not yet',
    'yes but not sure',
    'I think maybe yes',
    'I hope not',
    'hopefully not',
    'probably',
    'probably not',
    'what do you mean',
    'ok',
    'okay',
    'no.1',
    'know',
    'not',
    '4',
    '0',
    '12',
    '1 and 2',
    '1, 3',
    '1.5',
    '100',
    '1000000',
    '😀',
    'Да',
    'نعم',
    '是',
    'ναι',
    '?',
    '',
    '   ',
    '\u202eyes\u202c or no',
    'a long time ago there was a girl who said yes and then no',
    'yes '.repeat(200),
    'no'.repeat(5_000),
  ])('%j', (text) => {
    expect(answer(text, danger)).toBeUndefined();
  });

  test('"no idea", "not sure" and "I do not know" are never a no, to any question', () => {
    for (const ask of [danger, triggers, picture, conduct, trust, childContact])
      for (const text of ['no idea', 'not sure', 'nto sure', 'no clue', 'I do not know', 'dont know', 'maybe'])
        expect(['unsure', 'unknown'], `${ask.id}: ${text}`).toContain(answer(text, ask));
  });

  test.each(['no not sure', 'no idea if yes'])(
    '%s may count as "not sure", which is as careful as yes; never as no',
    (text) => {
      expect(['unsure', undefined]).toContain(answer(text, danger));
    },
  );

  test('a slip of the finger never turns "not sure" into "no"', () => {
    const letters = 'abcdefghijklmnopqrstuvwxyz ';
    for (const phrase of ['not sure', 'no idea', 'dont know', 'unsure', 'maybe']) {
      const slips = [...phrase].flatMap((_, i) => [
        phrase.slice(0, i) + phrase.slice(i + 1),
        ...[...letters].flatMap((letter) => [
          phrase.slice(0, i) + letter + phrase.slice(i + 1),
          phrase.slice(0, i) + letter + phrase.slice(i),
        ]),
      ]);
      for (const slip of slips)
        for (const ask of [danger, triggers]) expect(['no', 'none'], slip).not.toContain(answer(slip, ask));
    }
  });
});

describe('read as an answer: one of several', () => {
  test.each([
    [trust, 'yes', 'yes'],
    [trust, 'yes, that adult', 'yes'],
    [trust, 'only someone they live with', 'household'],
    [trust, 'Only their houshold', 'household'],
    [trust, '2', 'household'],
    [trust, 'no', 'no'],
    [trust, 'no idea', 'unsure'],
    [trust, 'someone', undefined],
    [conduct, 'both', 'both'],
    [conduct, '1', 'images'],
    [conduct, 'abuse pictures', 'images'],
    [conduct, 'contact with a child', 'contact'],
    [conduct, '1 and 2', 'both'],
    [conduct, 'yes', undefined],
    [conduct, 'no', undefined],
    [childContact, 'lives with children', 'livesWith'],
    [childContact, 'none', 'none'],
    [childContact, 'dont know', 'unsure'],
    [childContact, '4', 'none'],
    [childContact, '6', undefined],
    [site, 'Riverside School, Derby', 'riverside-school'],
    [site, '2', 'peak-youth'],
    [site, 'not sure', undefined],
    [council, 'Derby City Council', 'derby'],
    [council, 'somewhere else', 'elsewhere'],
    [council, 'not sure', 'notSure'],
    [council, '4', 'notSure'],
    [council, 'derb', undefined],
  ])('$0.id: %s', (ask, text, value) => {
    expect(answer(text as string, ask as Ask)).toBe(value);
  });
});

describe('read as ticks', () => {
  test.each([
    [topicList, '1 and 3', 'blackmail+adult'],
    [topicList, '1,3', 'blackmail+adult'],
    [topicList, '3 1', 'adult+blackmail'],
    [topicList, '1 & 3', 'blackmail+adult'],
    [topicList, '10', 'other'],
    [topicList, '2 and 2', 'imagery'],
    [topicList, '11', undefined],
    [topicList, '1 and 11', undefined],
    [topicList, 'something else, or I do not know', 'other'],
    [triggers, 'none', 'none'],
    [triggers, 'None of these', 'none'],
    [triggers, 'none of them', 'none'],
    [triggers, 'noen', 'none'],
    [triggers, 'no', 'none'],
    [triggers, 'I do not know', 'unknown'],
    [triggers, 'no idea', 'unknown'],
    [triggers, '6', 'none'],
    [triggers, '7', 'unknown'],
    [triggers, '1 and 7', 'blackmail+unknown'],
    [triggers, '1 and 6', undefined],
    [triggers, '12', undefined],
    [triggers, '13', undefined],
    [triggers, 'none that I know of', 'none'],
    [triggers, 'none yet', 'none'],
    [picture, '1', 'under13'],
    [picture, '2 and 3', 'passedOn+harmConcern'],
    [picture, '5', 'unknown'],
  ])('$0.id: %s', (ask, text, values) => {
    expect(answer(text as string, ask as Ask)).toBe(values);
  });
});

describe('an age, where the list asks for under 13', () => {
  test.each(['12', '11', '12 years old', 'aged 12', 'age 9 years'])(
    '%s is ticked for the person to check, never sent',
    (text) => {
      expect(readTyped(text, picture)).toMatchObject({ kind: 'suggest', values: ['under13'] });
    },
  );

  test.each(['13', '14', '17', '13 years old', '12 or 13', '12 and 14'])(
    '%s is not under 13, and says nothing else either',
    (text) => {
      expect(readTyped(text, picture).kind).toBe('unclear');
    },
  );

  test('elsewhere it is no answer', () => {
    for (const ask of [danger, triggers, topicList]) expect(readTyped('12', ask).kind).toBe('unclear');
  });
});

describe('commands, with small slips, on every question', () => {
  test.each([
    ['back', 'back'],
    ['Back!', 'back'],
    ['bakc', 'back'],
    ['go back', 'back'],
    ['change', 'change'],
    ['chnage', 'change'],
    ['change an answer', 'change'],
    ['start again', 'restart'],
    ['start agian', 'restart'],
    ['restart', 'restart'],
    ['stop', 'stop'],
    ['stpo', 'stop'],
    ['help', 'help'],
    ['hepl', 'help'],
    ['why', 'why'],
    ['why?', 'why'],
    ['why do you ask', 'why'],
    ['what must I do now?', 'now'],
    ['what must i do nwo', 'now'],
    ['what do i do now', 'now'],
    ['emergency', 'now'],
    ['hello', 'show'],
    ['practice', 'start'],
    ['look up', 'look-up'],
  ])('%s', (text, command) => {
    for (const ask of [undefined, danger, topicList, triggers, trust, council]) {
      const typed = readTyped(text, ask);
      expect(typed.kind === 'do' ? typed.action.do : typed.kind, ask?.id).toBe(command);
    }
  });

  test.each(['stopped him', 'he is back', 'she changed', 'they will not stop', 'go', 'helpless', 'whyy not'])(
    '%s is no command',
    (text) => {
      expect(readTyped(text, danger).kind).not.toBe('do');
    },
  );
});

describe('words of danger, in any line, to any question', () => {
  test.each([
    'she wants to die',
    'he said he will kill himself',
    'talks about suicide',
    'suicidal thoughts',
    'she is self harming',
    'self-harm',
    'he has a knife',
    'a boy brought a gun',
    'threatening to stab her',
    'she took an overdose',
    'she is meeting him tonight',
    'going to meet a man',
    'she ran away',
    'gone missing',
    'he is not safe',
    'being abused',
    'going to kill him',
    'death threats',
    'she was raped',
    'someone will hurt her tonight',
    'SHE WANTS TO DIE',
    'she wants to d1e, she wants to die',
  ])('%s', (text) => {
    for (const ask of [undefined, danger, topicList, triggers]) expect(readTyped(text, ask).danger, ask?.id).toBe(true);
  });

  test.each([
    'yes',
    'no',
    'bullying in year 9',
    'a nude of a pupil',
    'what is CEOP',
    'number for childline',
    'not sure',
    '1 and 3',
    'a knife in a cooking lesson',
    'the film was called Gun',
    'meeting up after the strategy discussion',
  ])('%s does not', (text) => {
    expect(readTyped(text, topicList).danger).toBe(false);
  });

  test('in the first 2,000 characters of a long text', () => {
    expect(readTyped(`${'so '.repeat(600)} she wants to die`, undefined).danger).toBe(true);
  });
});

describe('a description suggests topics, unconfirmed', () => {
  test.each<[string, Topic[]]>([
    ['a boy in year 10 is being blackmailed over nudes', ['blackmail', 'imagery']],
    ['somebody wants money or he will share her photo. sextortion', ['blackmail']],
    ['naked pictures going round the year group', ['imagery']],
    ['a deepfake of a girl', ['imagery']],
    ['her picture in underwear was shared', ['imagery']],
    ['an older man has been messaging her', ['adult']],
    ['I think he is being groomed', ['adult']],
    ['my colleague had indecent images', ['adult']],
    ['a child saw porn on a phone', ['exposure']],
    ['she is being bullied on a group chat', ['bullying']],
    ['upskirting on the stairs', ['bullying']],
    ['he posts far right videos', ['extremism']],
    ['county lines, he carries for a gang', ['extremism']],
    ['she looks at pro-ana and weight loss sites', ['harmfulSites']],
    ['I found a website with awful things', ['content']],
    ['the dad put a tracker on their phone', ['domesticAbuse']],
  ])('%s', (text, topics) => {
    const typed = readTyped(text, topicList);
    expect(typed.kind).toBe('topics');
    expect(typed.kind === 'topics' && typed.topics).toEqual(expect.arrayContaining(topics));
  });

  test.each(['she is sad', 'a pupil told me about a film', 'Ein Kind hat mir etwas erzählt'])(
    '%s suggests nothing, and is asked again',
    (text) => {
      expect(readTyped(text, topicList).kind).toBe('unclear');
    },
  );

  test('at every question, and it is no answer to another', () => {
    for (const ask of [undefined, danger, triggers, trust])
      expect(readTyped('she is being groomed by a man', ask)).toMatchObject({ kind: 'topics', topics: ['adult'] });
  });
});

describe('a look-up is told from an answer and from a story', () => {
  test.each([
    'number for Childline',
    'number for childine',
    'report terrorist video',
    'who do I ring about nudes',
    'what is CEOP',
  ])('%s is a look-up, whatever question stands', (text) => {
    for (const ask of [undefined, danger, topicList]) expect(readTyped(text, ask).kind).toBe('look-up');
  });

  test.each(['she told me the number he rang', 'he sent nudes to my pupil'])('%s is a story', (text) => {
    expect(readTyped(text, topicList).kind).not.toBe('look-up');
  });
});

test('text of any length and any script is read without an answer', () => {
  const long = [
    'a'.repeat(10_000),
    '字'.repeat(10_000),
    '1 2 '.repeat(5_000),
    '🙂'.repeat(5_000),
    'no idea '.repeat(1_000),
  ];
  for (const text of long) expect(answer(text, danger)).toBeUndefined();
});
