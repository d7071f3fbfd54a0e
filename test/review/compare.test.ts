/** A change of each kind, planted on data: what a lead reads of it says what it does, and what is weaker stands first. */
import { describe, expect, test } from 'vitest';
import type { Rule, RuleSaying } from '../../rules/rule.ts';
import { withinWorkingDays } from '../../rules/rule.ts';
import { rules } from '../../rules/rules.ts';
import { all, is, topic } from '../../rules/when.ts';
import { compareRules, isWeaker } from '../../src/review/compare.ts';
import { printed, reportOf } from '../../src/review/report.ts';
import { decidedBy, type Survey, surveyOf } from '../../src/review/survey.ts';

const before = surveyOf({ topics: ['imagery'] });

/** What a lead reads, after these rules stood in place of the program's. */
function reported(planted: readonly Rule[], change: (after: Survey) => Survey = (after) => after) {
  const after = change(planted === rules ? before : surveyOf({ topics: ['imagery'], rules: planted }));
  const [was, is] = [
    after.paths.map(({ facts }) => decidedBy(facts)),
    before.paths.map(({ facts }) => decidedBy(facts, planted)),
  ];
  const comparison = compareRules(before, after, was, is);
  return { ...reportOf(comparison), isWeaker: isWeaker(comparison) };
}

function altered(id: string, change: (rule: Rule) => Rule): readonly Rule[] {
  expect(rules.some((rule) => rule.id === id)).toBe(true);
  return rules.map((rule) => (rule.id === id ? change(rule) : rule));
}
const withoutSaying = (id: string, dropped: (saying: RuleSaying) => boolean) =>
  altered(id, (rule) => ({ ...rule, says: rule.says.filter((saying) => !dropped(saying)) }));

const says = (findings: readonly { readonly says: string }[]) => findings.map((finding) => finding.says);
const count = (line: string | undefined) => Number(line?.split(' ')[0]);

test('nothing changed', () => {
  const { verdict, weaker, stronger, other, isWeaker: weak } = reported(rules);
  expect([verdict, weaker, stronger, other, weak]).toEqual([
    'Nothing changed: no decision, no question, no words.',
    [],
    [],
    [],
    false,
  ]);
});

describe('planted', () => {
  test('a dropped rule: who is told no longer, on how many ways, and which answer they share', () => {
    const { weaker, other, ordered } = reported(rules.filter(({ id }) => id !== 'danger-now'));
    const [first] = weaker;
    expect(first?.says).toMatch(/^\d+ of 393 ways about “A nude or sexual picture.*” no longer ring 999\.$/);
    expect(first?.more.join('\n')).toContain('Could anyone come to harm now or tonight? Yes');
    expect(says(other)).toContain('The rule “danger now” is gone.');
    expect(ordered[0]).toEqual(['999', expect.any(String), expect.any(String), expect.stringMatching(/^less often/)]);
    expect(says(weaker).at(-1)).toMatch(/the rules version is still/);
  });

  test('a later deadline', () => {
    const later = withinWorkingDays(3);
    const { weaker } = reported(
      rules.map((rule) => ({
        ...rule,
        says: rule.says.map((saying) =>
          saying.kind === 'duty' && saying.route === 'police' ? { ...saying, deadline: later } : saying,
        ),
      })),
    );
    expect(weaker[0]?.says).toMatch(/tell the police within 3 working days instead of today.*: later\.$/);
  });

  test('"not sure" that counts no longer: all of its ways are in doubt', () => {
    const { weaker } = reported(
      altered('imagery-under-13', (rule) => ({ ...rule, when: all(topic('imagery'), is('under13', 'yes')) })),
    );
    const doubted = weaker.filter(({ more }) => more.includes('Each of them has an answer “Not sure”.'));
    expect(doubted[0]?.says).toMatch(/ no longer tell social care for advice\.$/);
  });

  test('a "not sure" that can be answered no longer', () => {
    const { weaker, isWeaker: weak } = reported(rules, (after) => ({
      ...after,
      questions: after.questions.map((question) => {
        const { unsure: _, ...options } = question.options;
        return question.id === 'adultInvolved' ? { ...question, options } : question;
      }),
    }));
    expect(says(weaker)[0]).toMatch(/^The answer “Not sure” is gone from “May an adult/);
    expect(weak).toBe(true);
  });

  test('a question more, and one less', () => {
    const { weaker, other } = reported(rules, (after) => ({
      ...after,
      questions: [
        ...after.questions.filter(({ id }) => id !== 'obsessed'),
        { id: 'new', ask: 'Is it raining?', options: { yes: 'Yes' } },
      ],
    }));
    expect(says(other)).toContain('New question: “Is it raining?”.');
    expect(says(weaker)[0]).toMatch(/^No longer asked: “/);
  });

  test('a line reworded: loosened words are weaker, others are not', () => {
    const reworded = (from: string, to: string) =>
      reported(rules, (after) => ({
        ...after,
        words: Object.fromEntries(
          Object.entries(after.words).map(([key, text]) => [key, key === `doWords.${from}` ? to : text]),
        ),
      }));
    expect(says(reworded('offer-support', 'Offer them support.').other)).toEqual([
      'It says “Offer them support.” instead of “Offer the young person support.”.',
    ]);
    expect(says(reworded('do-not-blame', 'Many know that it is against the law.').weaker)).toHaveLength(1);
  });

  test('a don’t dropped', () => {
    const { weaker } = reported(withoutSaying('do-not-look', (saying) => 'id' in saying && saying.id === 'look'));
    expect(weaker[0]?.says).toMatch(/^393 of 393 ways .* no longer say “Do not look/);
  });

  test('more told than before is stronger, not weaker', () => {
    const { weaker, stronger } = reported(
      altered('imagery-support', (rule) => ({
        ...rule,
        says: [
          ...rule.says,
          { kind: 'duty', route: 'lado', actor: 'you', strength: 'must', deadline: { kind: 'now' } },
        ],
      })),
    );
    expect(says(weaker).filter((line) => !/rules version/.test(line))).toEqual([]);
    expect(says(stronger)[0]).toMatch(/now also tell the LADO now\.$/);
  });

  test('two faults with the same effect are two things to read, each with the rule behind it', () => {
    const narrowed = altered('imagery-under-13-sexual-acts', (rule) => ({
      ...rule,
      when: all(topic('imagery'), is('sexualActsUnder13', 'yes')),
    }));
    const { weaker } = reported(narrowed.filter(({ id }) => id !== 'imagery-content'));
    const because = (rule: string) => `The rule “${rule}” no longer holds there.`;
    for (const rule of ['imagery content', 'imagery under 13 sexual acts']) {
      const finding = weaker.find(({ more }) => more.includes(because(rule)));
      expect(finding?.says, rule).toMatch(/ no longer tell the police\.$/);
    }
    const lostDoubt = says(weaker).find((line) =>
      line.startsWith('The rule “imagery under 13 sexual acts” holds when'),
    );
    expect(lostDoubt).toMatch(/Before: .*in doubt/);
  });

  test('the same change in several topics is one thing to read, with the rule that says it', () => {
    const topics = ['imagery', 'blackmail'] as const;
    const was = surveyOf({ topics });
    const planted = altered('position-of-trust', (rule) => ({
      ...rule,
      says: rule.says.map((saying) =>
        saying.kind === 'duty' && saying.route === 'lado' ? { ...saying, deadline: withinWorkingDays(3) } : saying,
      ),
    }));
    const now = surveyOf({ topics, rules: planted });
    const { weaker } = reportOf(
      compareRules(
        was,
        now,
        now.paths.map(({ facts }) => decidedBy(facts)),
        was.paths.map(({ facts }) => decidedBy(facts, planted)),
      ),
    );
    const [first, ...others] = weaker.filter((finding) => /LADO/.test(finding.says));
    expect(first?.says).toMatch(/^In 2 topics, \d+ of their \d+ ways tell the LADO within 3 working days instead of/);
    expect(first?.more[0]).toMatch(/^They are \d+ of \d+ ways about “.*”; \d+ of \d+ ways about “/);
    expect(first?.more[1]).toBe('The rule “position of trust” says something else now.');
    expect(others).toEqual([]);
  });

  test('several at once: whoever is told no longer stands before a don’t, and both before what is only new', () => {
    const planted = withoutSaying('do-not-look', (saying) => 'id' in saying && saying.id === 'look').filter(
      ({ id }) => id !== 'danger-now',
    );
    const report = reported(planted);
    const text = printed(report);
    expect(text.indexOf('no longer ring 999')).toBeGreaterThan(0);
    expect(text.indexOf('no longer ring 999')).toBeLessThan(text.indexOf('no longer say “Do not look'));
    expect(text.indexOf('no longer say “Do not look')).toBeLessThan(text.indexOf('OTHERWISE'));
    expect(count(says(report.weaker)[0])).toBeGreaterThan(0);
  });
});
