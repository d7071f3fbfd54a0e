/** The pack says of the rules what they are: nothing that a lead must read is left out of it. */
import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { entriesOf, ourEntries } from '../../dialogs/ours.ts';
import { differences } from '../../rules/differences.ts';
import { topics } from '../../rules/facts.ts';
import { rules } from '../../rules/rules.ts';
import { is, worried } from '../../rules/when.ts';
import { doubtLeftOut } from '../../src/review/doubt.ts';
import { drawn } from '../../src/review/layout.ts';
import { packOf } from '../../src/review/pack.ts';
import { oursPage } from '../../src/review/pages/ours.ts';
import { procedurePage } from '../../src/review/pages/procedure.ts';
import { rulesPage } from '../../src/review/pages/rules.ts';
import { reasons } from '../../src/review/reasons.ts';
import { reviewSite } from '../../src/review/site.ts';
import { howLeadsAreTold } from '../../src/review/to-decide.ts';
import { contextOf, example } from '../support/every-message.ts';

const { organisation, calendar, now } = contextOf(example, 'a normal morning');
const pack = packOf({ organisation, calendar, moment: now });
const site = reviewSite(pack, '');

describe('every rule of ours', () => {
  test('has its reason, and no reason is of a rule that is not there', () => {
    const named = reasons.flatMap((reason) => reason.rules);
    const ours = rules.filter(({ basis }) => basis === 'ours').map(({ id }) => id);
    expect(ours.filter((id) => !named.includes(id))).toEqual([]);
    expect(named.filter((id) => !rules.some((rule) => rule.id === id))).toEqual([]);
  });

  test('is an entry to accept; so is each line and each limit of ours within the chapter’s', () => {
    const entries = ourEntries();
    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
    for (const rule of rules) {
      const hasOurs =
        rule.basis === 'ours' ||
        rule.says.some(
          (saying) =>
            ('from' in saying && saying.from?.basis === 'ours') ||
            (saying.kind === 'duty' && saying.deadline.kind === 'notStated' && saying.deadline.precaution !== 'none'),
        );
      expect(entriesOf([rule.id]).length > 0, rule.id).toBe(hasOurs);
    }
  });
});

test('where a thing is changed is there', () => {
  const files = howLeadsAreTold.flatMap(({ change }) => change.match(/[\w./-]+\/[\w./-]+/g) ?? []);
  expect(files.length).toBeGreaterThan(5);
  expect(files.filter((name) => !existsSync(new URL(`../../${name}`, import.meta.url)))).toEqual([]);
});

describe('the site', () => {
  const text = (file: string) => site.get(file) ?? '';

  test('holds every statement, every rule, every entry of ours, every difference, every topic', () => {
    for (const { statement } of pack.statements) expect(text('procedure.html')).toContain(`id="${statement.id}"`);
    for (const { id } of rules) expect(text('rules.html')).toContain(`id="rule-${id}"`);
    for (const { id } of ourEntries()) expect(text('ours.html')).toContain(`name="${id}" value="refused"`);
    expect(text('ours.html').match(/data-title="Statements"/g)).toHaveLength(differences.length);
    for (const topic of topics) expect(text('flows.html')).toContain(`id="flow-${topic}"`);
    expect(text('decisions.html').match(/<details class="decision/g)).toHaveLength(pack.survey.decisions.length);
    expect(text('procedure.html')).not.toContain('Nothing carries it');
  });

  test('what nothing carries stands on the first page; what counts no doubt stands above the rules', () => {
    expect(text('index.html')).not.toContain('nothing here carries');
    const [lost, ...others] = pack.statements;
    if (!lost) throw new Error('there are no statements');
    const dropped = reviewSite({ ...pack, statements: [{ ...lost, rules: [], lookUps: [] }, ...others] }, '');
    for (const page of ['index.html', 'procedure.html']) {
      expect(dropped.get(page)).toContain('One statement of the chapter that nothing here carries');
      expect(dropped.get(page)).toContain(`procedure.html#${lost.statement.id}`);
    }
    expect(doubtLeftOut({ when: is('under13', 'yes') })).toEqual(['under13']);
    expect(doubtLeftOut({ when: worried('under13') })).toEqual([]);
    for (const rule of rules.filter((each) => doubtLeftOut(each).length > 0)) {
      expect(text('rules.html')).toContain(`<li><a href="#rule-${rule.id}">`);
    }
  });

  test('leads only to what is in it', () => {
    for (const [file, html] of site) {
      const links = file.endsWith('.html')
        ? [...html.matchAll(/href="([^":]+)"/g)].map(([, link]) => link as string)
        : [];
      for (const link of new Set(links)) {
        const [page, place] = link.split('#') as [string, string | undefined];
        const target = page === '' ? html : text(page);
        expect(target === '' ? `${file}: no ${page}` : '').toBe('');
        if (place !== undefined) expect(target.includes(`id="${place}"`) ? '' : `${file}: no ${link}`).toBe('');
      }
    }
  });

  test('asks for nothing from anywhere', () => {
    for (const [file, html] of site) {
      if (file.endsWith('.html')) expect(html, file).not.toMatch(/(src|href)="(https?:)?\/\//);
    }
  });

  test('escapes what an organisation writes', () => {
    const hostile = { ...pack, organisation: { ...organisation, name: '<script>alert(1)</script>' } };
    for (const page of [procedurePage(hostile), rulesPage(hostile), oursPage(hostile)]) {
      expect(drawn(page, [page], hostile)).not.toContain('<script>alert');
    }
  });
});
