import { describe, expect, test } from 'vitest';
import { guardOf } from '../../dialogs/guard.ts';
import type { Message } from '../../dialogs/message.ts';
import { plainText } from '../../dialogs/plain.ts';
import { after, type State } from '../../dialogs/state.ts';
import { outcomeOf } from '../../dialogs/steps.ts';
import { acts as words } from '../../dialogs/words/acts.ts';
import { isOpen } from '../../rules/hours.ts';
import { nationOf, peopleOf, siteOf } from '../../rules/local.ts';
import { isUsableClock } from '../../rules/london.ts';
import { answerOf, closed, finished } from '../support/answers.ts';

const all = [...finished()].map(({ state, context: everywhere }) => {
  const answer = answerOf(state, everywhere);
  const outcome = outcomeOf(state, everywhere);
  const site = siteOf(everywhere.organisation, outcome.place.site);
  const guard = guardOf(state, outcome, everywhere.organisation);
  const people = site ? peopleOf(site) : [];
  const { organisation, calendar, now } = everywhere;
  const isIn = (cover: Parameters<typeof isOpen>[0]) => isOpen(cover, now, nationOf(organisation, site), calendar);
  return { state, everywhere, ...answer, guard, people, isIn, text: plainText(closed(answer.card)) };
});
type Each = (typeof all)[number];

function holds(each: Each, what: string, right: boolean): void {
  if (!right) expect.fail(`${what}\n${JSON.stringify([...each.state.answers])}\n${each.text}`);
}

/** What the reader must do today or sooner, in person or by phone. */
const dueNow = ({ outcome }: Each) =>
  outcome.decision.duties.filter(
    ({ route, strength, deadline }) =>
      strength !== 'may' &&
      !route.includes(':') &&
      route !== 'fostering-service' &&
      (deadline.kind === 'now' ||
        deadline.kind === 'today' ||
        (deadline.kind === 'notStated' && deadline.precaution !== 'none')),
  );

describe('the plan of acts', () => {
  test('is one to five acts, each with a number or the way to find one, and the number stands on the card', () => {
    for (const each of all) {
      holds(each, `${each.plan.acts.length} acts`, each.plan.acts.length >= 1 && each.plan.acts.length <= 5);
      for (const { contact } of each.plan.acts)
        holds(each, contact.who, each.text.includes(contact.phone ?? contact.url ?? 'nothing'));
    }
  });

  test('holds everything that must be done today or sooner', () => {
    for (const each of all) {
      const done = new Set(each.plan.acts.flatMap(({ route, askFor, ask = [] }) => [route, ...(askFor ?? []), ...ask]));
      const byAdvice: Readonly<Record<string, string>> = {
        police: 'police-advice',
        'childrens-social-care': 'social-care-advice',
      };
      for (const { route } of dueNow(each)) {
        const lead = route === 'safeguarding-lead';
        const emergency = route === 'emergency';
        const said = emergency
          ? each.text.includes('999')
          : lead
            ? done.has(route) || each.plan.tellLater || each.guard.length === 0
            : done.has(route) ||
              Object.entries(byAdvice).some(([refer, ask]) => ask === route && done.has(refer as 'police'));
        holds(each, route, said);
      }
    }
  });

  test('ends with a call that depends on nobody of the site', () => {
    for (const each of all) {
      const last = each.plan.acts.at(-1);
      holds(each, 'the last act', last?.kind === 'outside' || last?.kind === 'find');
    }
  });

  test('names nobody who is off, and where not everybody may know nobody but those picked', () => {
    for (const each of all) {
      for (const { id, name, phone, cover } of each.people) {
        const allowed = each.guard === 'open' || each.guard.includes(id);
        const shown = each.text.includes(phone) || (allowed ? false : each.text.includes(name));
        if (shown) holds(each, name, allowed && each.isIn(cover) !== false);
      }
    }
  });

  test('begins with whoever can be rung of those who may know, and otherwise with the calls outside', () => {
    const seen = new Set<string>();
    for (const each of all) {
      const [first] = each.plan.acts.filter(({ kind }) => kind !== 'emergency');
      const may = each.people.filter(({ id }) => each.guard === 'open' || each.guard.includes(id));
      const can = may.some(({ id, cover }) => each.isIn(cover) !== false && (each.guard !== 'open' || id !== 'chair'));
      holds(each, `first: ${first?.kind}`, (first?.kind === 'lead') === can);
      seen.add(`${each.guard === 'open'} ${can}`);
    }
    expect(seen.size).toBeGreaterThanOrEqual(3);
  });

  test('asks whoever is rung first to make the calls outside; then the reader does', () => {
    for (const each of all) {
      const lead = each.plan.acts.findIndex(({ kind }) => kind === 'lead');
      const next = each.plan.acts[lead + 1];
      if (lead >= 0) holds(each, 'what if not', next?.unless !== undefined);
      const asked = each.plan.acts[lead]?.ask ?? [];
      const outside = each.plan.acts.filter(
        ({ kind, route }) => kind === 'find' || (kind === 'outside' && asked.includes(route as 'police')),
      );
      if (asked.length > 0) holds(each, 'asked and not done', outside.length > 0);
    }
  });

  test('rings social care before the police where the adult may live with the child', () => {
    let met = 0;
    for (const each of all) {
      const routes = each.plan.acts.map(({ route }) => route);
      const { childContact } = each.outcome.facts;
      if (childContact !== 'livesWith' || !routes.includes('police') || !routes.includes('childrens-social-care'))
        continue;
      met++;
      holds(each, routes.join(), routes.indexOf('childrens-social-care') < routes.indexOf('police'));
    }
    expect(met).toBeGreaterThan(0);
  });

  test('asks for no more minutes than are left until midnight', () => {
    let met = 0;
    for (const { state, everywhere } of all.filter((_, i) => i % 9 === 0))
      for (const [clock, left] of [
        ['2026-11-27T23:56:00Z', 4],
        ['2026-11-27T23:59:30Z', 1],
      ] as const) {
        const { card } = answerOf(state, { ...everywhere, now: new Date(clock) });
        const waits = [...plainText(closed(card)).matchAll(/\b(\d+) minutes?\b/g)].map(([, minutes]) =>
          Number(minutes),
        );
        for (const minutes of waits) expect(minutes, JSON.stringify([...state.answers])).toBeLessThanOrEqual(left);
        met += waits.length;
      }
    expect(met).toBeGreaterThan(20);
  });

  test('has 999 first where somebody is in danger, and decision 6 where it is not known', () => {
    for (const each of all) {
      const { danger, topics, attackThreat } = each.outcome.facts;
      const attack = topics.includes('extremism') ? attackThreat : undefined;
      const certain = danger === 'yes' || danger === 'onlyAdult' || attack === 'yes';
      const inDoubt = !certain && (danger === 'unsure' || attack === 'unsure');
      const first = each.text.split('\n')[1] ?? '';
      holds(each, 'danger', first.includes('Ring 999 now') === certain);
      holds(each, 'not sure', each.text.includes(words.theyAreSafe) === inDoubt);
      const pressed = each.text.includes('I have rung 999') ? 1 : 0;
      holds(each, '999 once', each.text.split('999').length === 2 + pressed + (each.plan.homeTime ? 1 : 0));
    }
  });

  test('says by when: now, or today by a time', () => {
    for (const each of all)
      holds(
        each,
        'by when',
        /^(TODAY by (\d|noon)|NOW · midnight at the very latest)/m.test(each.text) ||
          (each.plan.homeTime && /^NOW$/m.test(each.text)) ||
          (!isUsableClock(each.context.now) && /^TODAY$/m.test(each.text)),
      );
  });

  test('says in a call only what was answered, asks for nothing to be sent, and says whom to ring back', () => {
    for (const each of all) {
      const [, said = ''] = /Say.*?: "(.*)"/.exec(each.text) ?? [];
      holds(each, 'what to say', said.length > 20 && !/\bsend\b/i.test(said.replace('look, copy, send', '')));
      holds(each, 'ring back', each.guard === 'open' || said.includes('Ring back only me'));
    }
  });

  test('speaks of nothing that the card does not show', () => {
    for (const each of all) holds(each, 'below', !/\b(below|above|other calls|next person)\b/.test(each.text));
  });
});

const calling = (state: State, whom: string, result: 'rung' | 'no-answer'): State =>
  after(state, { type: 'called', whom, result, at: Date.parse('2026-11-27T18:42:00Z') });

describe('a call that was made, or not answered', () => {
  const three = all.filter(({ plan }) => plan.acts.length > 2).slice(0, 120);

  test('no answer: the next who may know is on top, with the time; nobody is left: the calls outside', () => {
    for (const each of three) {
      let { state } = each;
      const rung = new Set<string>();
      for (let turn = 0; turn < 12; turn++) {
        const { plan, card } = answerOf(state, each.everywhere);
        const lead = plan.acts.find(({ kind, done }) => kind === 'lead' && !done);
        if (!lead) {
          const stands = plan.acts.find(({ done, kind }) => !done && kind !== 'emergency');
          expect(stands?.kind).toMatch(/outside|find/);
          if (rung.size > 0) expect(plainText(card)).toContain('6.42pm');
          break;
        }
        expect(rung.has(lead.whom)).toBe(false);
        rung.add(lead.whom);
        state = calling(state, lead.whom, 'no-answer');
      }
      const may = each.people.filter(({ id }) => each.guard === 'open' || each.guard.includes(id)).map(({ id }) => id);
      expect([...rung].every((id) => may.includes(id))).toBe(true);
    }
  });

  test('rung: it is ticked and the next stands; after the last nothing is to press', () => {
    for (const each of three) {
      let { state } = each;
      for (let turn = 0; turn < 12; turn++) {
        const { plan, card } = answerOf(state, each.everywhere);
        const next = plan.acts.find(({ done }) => !done);
        if (!next) {
          expect(callButtons(card)).toEqual([]);
          return;
        }
        expect(callButtons(card)).toContain(next.whom);
        state = calling(state, next.whom, 'rung');
      }
      expect.fail('it never ends');
    }
  });

  test('what is not on the card changes nothing on it', () => {
    for (const { state, everywhere, card } of three.slice(0, 20))
      expect(answerOf(calling(state, 'somebody', 'rung'), everywhere).card).toEqual(card);
  });
});

const callButtons = ({ blocks }: Message): readonly (string | undefined)[] =>
  blocks.flatMap((block) =>
    block.kind === 'buttons'
      ? block.buttons.flatMap(({ action }) => (action.do === 'called' ? [action.whom] : []))
      : [],
  );
