import { describe, expect, test } from 'vitest';
import { walk } from '../../dialogs/flow.ts';
import { guardOf, peopleToPick } from '../../dialogs/guard.ts';
import { plainText } from '../../dialogs/plain.ts';
import { type Entry, fold, type State, startEntry, after as stateAfter } from '../../dialogs/state.ts';
import { outcomeOf, stepOf } from '../../dialogs/steps.ts';
import { readTyped } from '../../dialogs/typed/read.ts';
import { answeredAsks, askFor, show, type View } from '../../dialogs/view.ts';
import { besides, type Told, told } from '../../dialogs/words/told.ts';
import { decide } from '../../rules/decide.ts';
import { settled } from '../../rules/facts.ts';
import { type Organisation, peopleOf, type Site, siteOf } from '../../rules/local.ts';
import { contextOf, example, pathsOfSeveral, sample, singlePaths, statesOn } from '../support/every-message.ts';
import { organisationWith, writtenOrganisation } from '../support/organisation.ts';
import { decisionOf } from '../support/space.ts';

const context = contextOf(example, 'a normal morning');
const answered = (question: string, ...values: string[]): Entry => ({ type: 'answer', question, values });
const entries = (answers: Readonly<Record<string, string>>, practice = false): readonly Entry[] => [
  startEntry(practice, 'riverside-school'),
  ...Object.entries(answers).map(([question, value]) => answered(question, value)),
];

/** A teacher's messages to a pupil; everything but who it is safe to tell. */
const teacher = {
  danger: 'no',
  topics: 'adult',
  adultConduct: 'contact',
  contactSigns: 'yes',
  adultKnown: 'yes',
  positionOfTrust: 'yes',
  council: 'derby',
  ladoCouncil: 'derby',
};
/** Everything but whether somebody who works there may be part of it. */
const bullied = { danger: 'no', topics: 'bullying', aboutBullying: 'none' };
const guarded = fold(entries(teacher));
const neighbour = fold(entries({ ...teacher, positionOfTrust: 'no' }));
const stranger = fold(entries({ ...teacher, adultKnown: 'no', tellingParentsRisky: 'no' }));

const asks = (state: State, at = context) => {
  const step = stepOf(state, at);
  return step.kind === 'ask' ? step.asked.id : step.kind;
};
const askOn = (state: State, at = context) => {
  const step = stepOf(state, at);
  if (step.kind !== 'ask') throw new Error(`Nothing is asked: ${step.kind}`);
  return askFor(step, state, at);
};
const pick = (state: State, ...values: string[]) => stateAfter(state, answered('safeToTell', ...values));
const guardAt = (state: State, organisation: Organisation = example) =>
  guardOf(state, outcomeOf(state, { ...context, organisation }), organisation);
const readAll = (state: State, leads: Told = 'picked', view: View = { show: 'step' }, at = context) =>
  show(view, state, at, leads)
    .messages.map((message) => plainText(message))
    .join('\n');

describe('"Who is it safe to tell?"', () => {
  test('comes after a question about own people, the last, wherever a side of it has no adult that was asked about', () => {
    for (const path of singlePaths()) {
      const { facts } = walk(path);
      const known = decide(settled({ ...facts, colleague: 'no' })).guarded;
      const aboutAdult = facts.topics.every((topic) => ['adult', 'blackmail', 'imagery', 'exposure'].includes(topic));
      const asked = path.has('colleague');
      if (facts.staffConduct === 'yes' || facts.staffConduct === 'unsure') {
        expect(known).toBe(true);
        expect(asked).toBe(false);
      } else if (facts.adultKnown === undefined) expect(asked).toBe(true);
      else if (known || aboutAdult) expect(asked, JSON.stringify([...path])).toBe(false);
      if (!asked) continue;
      expect([...path.keys()].at(-1)).toBe('colleague');
      expect(decisionOf(path).guarded).toBe(facts.colleague !== 'no');
    }
  });

  test('of several sides, own people are asked about once, wherever one side has no adult that was asked about', () => {
    for (const path of pathsOfSeveral()) {
      const { facts } = walk(path);
      const before = decide(settled({ ...facts, colleague: 'no' })).guarded;
      const adultInEach = facts.topics.every((topic) => topic === 'adult' || topic === 'blackmail');
      if (before || adultInEach) expect(path.has('colleague')).toBe(false);
      else if (facts.topics.includes('bullying')) expect(path.has('colleague')).toBe(true);
    }
  });

  test.each([
    ['yes', 'yes'],
    ['yes the pastoral assistant', undefined],
    ['2', 'no'],
    ['nope', 'no'],
    ['not sure', 'unsure'],
    ['I do not know', 'unsure'],
    ['maybe', 'unsure'],
  ])('own people, typed: %s', (text, value) => {
    const read = readTyped(text, askOn(fold(entries(bullied))));
    if (value) expect(read).toEqual({ kind: 'answer', values: [value], danger: false });
    else expect(read).not.toMatchObject({ values: ['no'] });
  });

  test('own people who may be part of it: who is safe to tell is asked next, head and chair first; without them everybody is told', () => {
    for (const practice of [false, true]) {
      const open = fold(entries(bullied, practice));
      expect(asks(open)).toBe('colleague');
      for (const value of ['yes', 'unsure']) {
        const state = stateAfter(open, answered('colleague', value));
        expect(asks(state)).toBe('safeToTell');
        expect(guardAt(state)).toEqual([]);
        expect(askOn(state).options[0]?.value).toBe('head');
      }
      const free = stateAfter(open, answered('colleague', 'no'));
      expect(asks(free)).toBe('answer');
      expect(guardAt(free)).toBe('open');
    }
  });

  test('staff conduct, sure or not: nobody is told before it is asked, the head and chair stand first, only those picked are told', () => {
    for (const staffConduct of ['yes', 'unsure']) {
      const state = fold(
        entries({ danger: 'no', topics: 'other', staffConduct, contactSigns: 'no', aboutStaff: 'none' }),
      );
      expect(asks(state)).toBe('safeToTell');
      expect(guardAt(state)).toEqual([]);
      expect(askOn(state).options.slice(0, 2)).toMatchObject([{ value: 'head' }, { value: 'chair' }]);
      expect(guardAt(pick(state, 'chair'))).toEqual(['chair']);
    }
  });

  test('is asked last on every path where somebody who could be told may be part of it, and on no other', () => {
    for (const [choice, path] of [...sample(singlePaths(), 100), ...pathsOfSeveral()].entries()) {
      const begun = fold([startEntry(choice % 3 === 0)]);
      const asked = [...statesOn(path, context, choice, { ...begun, answers: path })].map((state) => asks(state));
      const known = decisionOf(path).guarded;
      expect(asked.includes('safeToTell')).toBe(known);
      if (known) expect(asked.at(-2)).toBe('safeToTell');
    }
  });

  test('is not asked of a stranger met only online: everybody is told', () => {
    expect(asks(stranger)).toBe('answer');
    expect(guardAt(stranger)).toBe('open');
  });

  test('offers the people of the site, each with their part, and nobody; nothing is ticked', () => {
    const [message] = show({ show: 'step' }, neighbour, context, 'withheld').messages;
    const ticks = message?.blocks.find((block) => block.kind === 'ticks');
    expect(ticks?.options).toEqual([
      { value: 'lead', label: 'Sam Okafor', help: 'Safeguarding lead' },
      { value: 'deputy', label: 'Priya Nair', help: 'Deputy lead' },
      { value: 'head', label: 'Jo Marsh, head teacher', help: 'Head' },
      { value: 'chair', label: 'Chair of governors', help: 'Chair or owner' },
      { value: 'none', label: 'Nobody, or I do not know' },
    ]);
  });

  test('puts head and chair first where the adult may work with children', () => {
    expect(askOn(guarded).options.map(({ value }) => value)).toEqual(['head', 'chair', 'lead', 'deputy', 'none']);
    const unsure = fold(entries({ ...teacher, positionOfTrust: 'unsure' }));
    expect(askOn(unsure).options[0]?.value).toBe('head');
  });

  test('holds ten choices at most, and always the head and the chair', () => {
    const [school] = organisationWith().sites as [Site];
    const [lead] = school.leads as [Site['leads'][number]];
    const many = { ...school, leads: Array.from({ length: 20 }, (_, i) => ({ ...lead, id: `lead-${i}` })) };
    const people = peopleToPick(many, { topics: ['adult'] });
    expect(people).toHaveLength(9);
    expect(people.slice(-2).map(({ role }) => role)).toEqual(['head', 'chair']);
  });

  test('is asked in a practice run as well', () => {
    expect(asks(fold(entries(teacher, true)))).toBe('safeToTell');
  });

  test('says how to choose, and is one more question', () => {
    const text = readAll(guarded);
    expect(text).toContain('One more question');
    expect(text).toMatch(/About staff: the head\. About the head: the chair/);
  });

  test.each([
    ['1', ['head']],
    ['1 and 2', ['head', 'chair']],
    ['5', ['none']],
    ['nobody', ['none']],
    ['I do not know', ['none']],
    ['not sure', ['none']],
    ['head', ['head']],
    ['the head', ['head']],
    ['Sam Okafor', ['lead']],
    ['sam', ['lead']],
    ['priya and jo', ['deputy', 'head']],
    ['chair', ['chair']],
  ])('typed: %s', (text, values) => {
    expect(readTyped(text, askOn(guarded))).toEqual({ kind: 'answer', values, danger: false });
  });

  test.each(['heda', 'Sam Okafro', 'chiar'])('a slip like %s is ticked to be checked, never sent', (text) => {
    expect(readTyped(text, askOn(guarded)).kind).toBe('suggest');
  });

  test.each(['1 and 5', 'not sam', 'anybody but jo', 'yes', 'everybody'])('typed, and not an answer: %s', (text) => {
    expect(readTyped(text, askOn(guarded)).kind).toBe('unclear');
  });

  test('a name or a part that two people share names neither', () => {
    const [school, ...others] = writtenOrganisation.sites;
    const [lead] = school?.leads ?? [];
    const two = organisationWith({ sites: [{ ...school, leads: [lead, { ...lead, id: 'second' }] }, ...others] });
    const at = { ...context, organisation: two };
    const state = fold([startEntry(false, 'school'), ...entries(teacher).slice(1, -2), answered('council', 'north')]);
    const ask = askOn(stateAfter(state, answered('ladoCouncil', 'north')), at);
    expect(ask.id).toBe('safeToTell');
    for (const text of ['lead', 'safeguarding lead']) expect(readTyped(text, ask).kind).not.toBe('answer');
  });
});

describe('who may learn of it', () => {
  test('those picked, by id; nobody until somebody is', () => {
    expect(guardAt(guarded)).toEqual([]);
    expect(guardAt(pick(guarded, 'head', 'chair'))).toEqual(['head', 'chair']);
    expect(guardAt(pick(guarded, 'none'))).toEqual([]);
  });

  test('nobody who has left the file; once all of them have, it is asked again', () => {
    const [school, ...others] = example.sites as [Site, ...Site[]];
    const without = { ...example, sites: [{ ...school, head: undefined }, ...others] };
    expect(guardAt(pick(guarded, 'head', 'lead'), without)).toEqual(['lead']);
    expect(guardAt(pick(guarded, 'head'), without)).toEqual([]);
    expect(asks(pick(guarded, 'head'), { ...context, organisation: without })).toBe('safeToTell');
  });

  test('nobody of another place, although the id is the same', () => {
    const moved = stateAfter(pick(guarded, 'lead'), answered('site', 'peak-youth'));
    expect(guardAt(moved)).toEqual([]);
    expect(asks(moved)).toBe('safeToTell');
    expect(guardAt(stateAfter(pick(guarded, 'lead'), answered('site', 'riverside-school')))).toEqual(['lead']);
  });

  test('everybody, once the answers have changed so that the adult is a stranger; the picks come back with the doubt', () => {
    const known = pick(guarded, 'head');
    const calm = [answered('adultKnown', 'no'), answered('tellingParentsRisky', 'no')].reduce(stateAfter, known);
    expect(guardAt(calm)).toBe('open');
    expect(asks(calm)).toBe('answer');
    expect(answeredAsks(calm, context).map(({ ask }) => ask.id)).not.toContain('safeToTell');
    expect(asks(stateAfter(calm, { type: 'reopen', question: 'safeToTell' }))).toBe('answer');
    expect(guardAt(stateAfter(calm, answered('adultKnown', 'yes')))).toEqual(['head']);
  });

  test('is changed like any answer: shown, asked again with nothing ticked, taken back', () => {
    const known = pick(guarded, 'head');
    expect(asks(known)).toBe('answer');
    expect(readAll(known, 'picked', { show: 'change' })).toContain('Who is it safe to tell? Jo Marsh, head teacher');
    const open = stateAfter(known, { type: 'reopen', question: 'safeToTell' });
    expect(readAll(open)).toContain('Your answer until now: Jo Marsh, head teacher');
    expect(readAll(open)).not.toContain('(ticked)');
    expect(guardAt(open)).toEqual(['head']);
    expect(guardAt(pick(open, 'chair'))).toEqual(['chair']);
    expect(asks(stateAfter(known, { type: 'back' }))).toBe('safeToTell');
    expect(asks(stateAfter(stateAfter(known, { type: 'back' }), { type: 'back' }))).toBe('ladoCouncil');
  });
});

describe('a guarded concern', { timeout: 60_000 }, () => {
  const views: readonly View[] = [
    { show: 'step' },
    { show: 'now' },
    { show: 'step', danger: true },
    { show: 'record' },
  ];

  test('names nobody who was not picked, on any screen of it', () => {
    let seen = 0;
    for (const moment of ['a normal morning', 'Friday at 18:30'] as const) {
      const at = contextOf(example, moment);
      for (const [choice, path] of sample(singlePaths(), 240).entries()) {
        if (!['yes', 'unsure'].includes(walk(path).facts.adultKnown ?? '')) continue;
        const end = [...statesOn(path, at, choice, { ...fold([startEntry(false)]), answers: path })].at(-1) as State;
        const { place } = outcomeOf(end, at);
        const site = siteOf(example, place.site);
        const guard = guardOf(end, outcomeOf(end, at), example);
        const unpicked = (site ? peopleOf(site) : []).filter(({ id }) => !guard.includes(id));
        const text = views.map((view) => readAll(end, 'picked', view, at)).join('\n');
        for (const { name, phone } of unpicked)
          for (const own of [name, phone]) if (text.includes(own)) expect.fail(`${own}, not picked:\n${text}`);
        expect(text).not.toMatch(/Tell a lead|duty manager|Ring your safeguarding lead/);
        seen++;
      }
    }
    expect(seen).toBeGreaterThan(100);
  });

  test('says who was picked, and to tell only them', () => {
    const text = readAll(pick(guarded, 'chair', 'head'));
    expect(text).toContain('Ring Jo Marsh, head teacher° 07700 900102');
    expect(text).toContain(told.picked);
    expect(text).toContain('You picked: Jo Marsh, head teacher and Chair of governors.');
    expect(text).toContain('Tell only the people you picked, in person or by phone');
    expect(text).not.toMatch(/Tell the head, not the lead|Tell the next person up/);
  });

  test('with nobody picked says why nobody is told, and gives the numbers of the LADO and social care', () => {
    const text = readAll(pick(guarded, 'none'), 'withheld');
    expect(text).toContain(told.withheld);
    const [first = ''] = show({ show: 'step' }, pick(guarded, 'none'), context, 'withheld').messages.map(plainText);
    expect(first).toMatch(/1\. Ring (the police|social care).+\d\n.*2\. Then .+\d/);
    expect(text).toContain('Tell nobody where you work yet');
  });

  test('owns up to what went before a change, and says who is told from now on', () => {
    const text = readAll(pick(guarded, 'chair'), 'already');
    expect(text).toContain(told.already);
    expect(text).toContain('You picked: Chair of governors.');
    expect(readAll(pick(guarded, 'none'), 'already')).not.toContain(besides.namesPicked);
  });

  test('says so where those picked cannot be reached', () => {
    expect(readAll(pick(guarded, 'chair'), 'nowhere')).toContain(besides.notReached);
    expect(readAll(stranger, 'nowhere')).toContain(told.nowhere);
  });

  test('keeps names out of the text for the record: people stand in it by their part', () => {
    const text = readAll(pick(guarded, 'chair', 'lead'), 'picked', { show: 'record' });
    expect(text).toContain('Who is it safe to tell? Chair or owner; Safeguarding lead');
    expect(text).not.toContain('Sam Okafor');
  });
});
