/** An organisation file is changed on paper first: which cards change, and who is told otherwise. */
import { expect, test } from 'vitest';
import type { Organisation } from '../../rules/local.ts';
import { fileChange } from '../../src/review/file-change.ts';
import { filePage } from '../../src/review/pages/file.ts';
import { surveyOf } from '../../src/review/survey.ts';
import { contextOf, example } from '../support/every-message.ts';

const { calendar, now: moment } = contextOf(example, 'a normal morning');
const survey = surveyOf({ topics: ['bullying'] });
const changed = (after: Organisation) => fileChange(survey, { before: example, after, calendar, moment });
const [site] = example.sites;
if (!site) throw new Error('The example has no site');
const withSite = (changes: Partial<typeof site>): Organisation => ({
  ...example,
  sites: example.sites.map((each) => (each.id === site.id ? { ...each, ...changes } : each)),
});
const [lead] = site.leads;
if (!lead) throw new Error('The example has no lead');

test('nothing changed: no card, no hour', () => {
  for (const { cards, told, socialCare } of changed(structuredClone(example))) {
    expect(cards).toEqual([]);
    for (const { before, after } of [...told, ...socialCare]) expect(after).toBe(before);
  }
});

test('another number: on every card that gives it, the old sentence and the new one', () => {
  const phone = '01632 960999';
  const [first] = changed(withSite({ leads: site.leads.map((each) => (each === lead ? { ...each, phone } : each)) }));
  expect(first?.cards.length).toBeGreaterThan(0);
  for (const { lost, gained } of first?.cards ?? []) {
    expect(lost.join('\n')).toContain(lead.phone);
    expect(gained.join('\n')).toContain(phone);
    expect(gained.join('\n')).not.toContain(lead.phone);
  }
  expect(first?.told.every(({ before, after }) => before === after)).toBe(true);
});

test('somebody fewer: the hours that nobody covers now stand beside who covered them', () => {
  const alone = withSite({ leads: [lead], deputies: [], head: undefined });
  const [first] = changed(alone);
  const gaps = first?.told.filter(({ before, after }) => /NOBODY/.test(after) && !/NOBODY/.test(before)) ?? [];
  expect(gaps.length).toBeGreaterThan(0);
  const page = filePage({ survey, organisation: alone, calendar, moment }, example);
  expect(JSON.stringify(page.body)).toContain('NOBODY ON COVER');
});

test('a site that is gone, and one that is new, are said', () => {
  const only = (after: Organisation) => changed(after).flatMap((each) => (each.only ? [[each.site, each.only]] : []));
  expect(only({ ...example, sites: [{ ...site, id: 'other', name: 'Other' }] })).toEqual([
    ...example.sites.map(({ name }) => [name, 'before']),
    ['Other', 'after'],
  ]);
});
