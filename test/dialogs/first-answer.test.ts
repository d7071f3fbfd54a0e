import { describe, expect, test } from 'vitest';
import { guardOf } from '../../dialogs/guard.ts';
import type { Block, Rich } from '../../dialogs/message.ts';
import { plainText } from '../../dialogs/plain.ts';
import type { State } from '../../dialogs/state.ts';
import { fold, startEntry } from '../../dialogs/state.ts';
import { type Context, outcomeOf, placeOf, stepOf } from '../../dialogs/steps.ts';
import { show } from '../../dialogs/view.ts';
import { routeNames } from '../../dialogs/words/decision.ts';
import { contactsFor } from '../../rules/contacts.ts';
import { isOpen } from '../../rules/hours.ts';
import { nationOf, peopleOf, siteOf } from '../../rules/local.ts';
import { peopleRoutes } from '../../rules/outcome.ts';
import {
  bare,
  contextOf,
  example,
  type MomentName,
  moments,
  pathsOfSeveral,
  sample,
  singlePaths,
  statesOn,
} from '../support/every-message.ts';

const paths = [...sample(singlePaths(), 400), ...pathsOfSeveral()];
const begun = fold([startEntry(false)]);

/** Every first message of an answer, without a notice. */
function* firstMessages(): Generator<{ state: State; context: Context }> {
  for (const organisation of [example, bare])
    for (const moment of Object.keys(moments) as MomentName[]) {
      const context = contextOf(organisation, moment);
      const chosen = moment === 'Friday at 18:30' ? paths : sample(paths, 90);
      for (const [choice, path] of chosen.entries()) {
        const state = [...statesOn(path, context, choice, { ...begun, answers: path })].at(-1) as State;
        expect(stepOf(state, context).kind).toBe('answer');
        yield { state, context };
      }
    }
}

const answers = [...firstMessages()].map(({ state, context }) => {
  const [first] = show({ show: 'step' }, state, context, 'sent').messages;
  if (!first) throw new Error('An answer has a first message');
  return { first, state, context, ...guarded(state, context) };
});

/** Who may be told: everybody named for the site, or only some of them. */
function guarded(state: State, context: Context) {
  const outcome = outcomeOf(state, context);
  return { outcome, guard: guardOf(state, outcome, context.organisation) };
}

describe('the first phone screen of the answer', { timeout: 60_000 }, () => {
  test('is under 60 words, names and numbers not counted', () => {
    const longest = answers.reduce((a, b) => (wordsIn(b).length > wordsIn(a).length ? b : a));
    expect(wordsIn(longest).length, `${plainText(longest.first)}\n${wordsIn(longest)}`).toBeLessThan(60);
  });

  test('says who to ring, and what to do if they do not answer', () => {
    for (const { first, outcome, guard } of answers) {
      if (guard !== 'open') continue;
      const text = plainText(first);
      const lead = outcome.decision.duties.find(({ route }) => route === 'safeguarding-lead');
      const nobody = text.includes('No lead is on cover now.');
      expect(text).toMatch(
        nobody
          ? /Ring \S+/
          : lead?.deadline.kind === 'now'
            ? /Ring your safeguarding lead now: /
            : /Tell your safeguarding lead today/,
      );
      if (lead?.deadline.kind === 'now' && !nobody) expect(text).toContain('No answer in 10 minutes?');
    }
  });

  test('gives the earliest limit of those who must be told, with the time left', () => {
    for (const { first, outcome, context } of answers) {
      const told = outcome.decision.duties.filter(({ route }) =>
        ['police', 'childrens-social-care', 'lado', 'police-advice', 'social-care-advice'].includes(route),
      );
      const text = plainText(first);
      if (told.length > 0)
        expect(text).toMatch(
          context.now.getTime() === 0 ? /(Tell|Ask|asks) .*: .*midnight\./ : /(Tell|Ask|asks) .*: .*\(.* left\)\./,
        );
    }
  });

  test('orders 999 at the top where someone may come to harm, once', () => {
    for (const { first, outcome } of answers) {
      const text = plainText(first);
      const danger = outcome.decision.duties.some(({ route }) => route === 'emergency');
      expect(text.split('unless you can make sure').length - 1).toBe(danger ? 1 : 0);
      if (danger) expect(text.split('\n')[1]).toContain('Ring 999 now');
    }
  });

  test('warns of people who may be involved wherever not everybody may be told', () => {
    for (const { first, guard } of answers) {
      const text = plainText(first);
      expect(text.includes('Skip anyone')).toBe(guard.length === 0);
      expect(text.includes('Tell nobody else where you work.')).toBe(guard !== 'open' && guard.length > 0);
    }
  });

  test('then names somebody picked who can answer, or else somebody outside: never a lead', () => {
    const seen = new Set<string>();
    for (const { first, guard, state, context } of answers) {
      if (guard === 'open') continue;
      const { organisation, calendar, now } = context;
      const site = siteOf(organisation, placeOf(state, organisation).site);
      const people = site ? peopleOf(site) : [];
      const picked = people.filter(({ id }) => guard.includes(id));
      const can = picked.some(({ cover }) => isOpen(cover, now, nationOf(organisation, site), calendar) !== false);
      const text = plainText(first);
      const phones = people.filter(({ phone }) => text.includes(phone)).map(({ phone }) => phone);
      expect(phones.every((phone) => picked.some((person) => person.phone === phone))).toBe(true);
      expect(phones.length > 0).toBe(can);
      if (guard.length > 0 && !can) expect(text).toContain('Nobody you picked is on cover now. ');
      if (!can) expect(text).toMatch(/Ring |Find social care/);
      seen.add(`${guard.length > 0} ${can}`);
    }
    expect(seen).toEqual(new Set(['false false', 'true true', 'true false']));
  });
});

/** Words to read: not the names of people, bodies and teams, no numbers, and not the line that is on every screen. */
function wordsIn({ first, state, context }: (typeof answers)[number]): readonly string[] {
  const { organisation, calendar, now: moment } = context;
  const at = { organisation, calendar, moment, ...outcomeOf(state, context).place };
  const people = peopleRoutes.flatMap((route) => contactsFor(route, at).map(({ who }) => who));
  const site = siteOf(organisation, at.site);
  const heads = site ? peopleOf(site).map(({ name }) => name) : [];
  const bodies = Object.values(routeNames);
  const names = [...people, ...heads, ...bodies].toSorted((a, b) => b.length - a.length);
  const text = names.reduce(
    (rest, name) => rest.replaceAll(name, ' '),
    first.blocks.slice(0, -1).map(textOf).join('\n'),
  );
  return text.match(/[A-Za-z][A-Za-z'’]*/g) ?? [];
}

function textOf(block: Block): string {
  if (block.kind === 'heading') return block.text;
  return block.kind === 'text' ? without(block.text) : '';
}

const without = (rich: Rich): string =>
  rich.map((span) => (typeof span === 'string' ? span : 'bold' in span ? span.bold : ' ')).join('');
