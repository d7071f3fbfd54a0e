import { describe, expect, test } from 'vitest';
import type { Action, Message } from '../../dialogs/message.ts';
import { plainText } from '../../dialogs/plain.ts';
import { type Entry, fold, type State, startEntry } from '../../dialogs/state.ts';
import { stepOf } from '../../dialogs/steps.ts';
import { show, type View } from '../../dialogs/view.ts';
import { again, getLead, withdraw } from '../../dialogs/words/screens.ts';
import { besides, type Told, told } from '../../dialogs/words/told.ts';
import { contextOf, example } from '../support/every-message.ts';

const context = contextOf(example, 'a normal morning');
const answered = (question: string, ...values: string[]): Entry => ({ type: 'answer', question, values });
const call: Entry = { type: 'get-lead' };
const at = (...entries: readonly Entry[]): State => fold([startEntry(false, 'riverside-school'), ...entries]);
const practising = (...entries: readonly Entry[]): State => fold([startEntry(true, 'riverside-school'), ...entries]);

const danger = answered('danger', 'yes');
const known = [
  answered('topics', 'adult'),
  answered('adultConduct', 'contact'),
  answered('contactSigns', 'unsure'),
  answered('adultKnown', 'unsure'),
];
const bullying = [
  answered('danger', 'no'),
  answered('topics', 'bullying'),
  answered('aboutBullying', 'severe'),
  answered('colleague', 'no'),
];

const shown = (state: State, view: View = { show: 'step' }, leads: Told = 'sent') =>
  show(view, state, context, leads).messages;
const reads = (...of: Parameters<typeof shown>) =>
  shown(...of)
    .map(plainText)
    .join('\n');
const offers = (messages: readonly Message[], what: Action['do']) =>
  messages.some(({ blocks }) =>
    blocks.some(
      (block) =>
        block.kind === 'buttons' && [...block.buttons, ...(block.rare ?? [])].some(({ action }) => action.do === what),
    ),
  );

describe('"Get a lead to me now"', () => {
  test('is offered on the danger question, and after it where someone may come to harm', () => {
    expect(offers(shown(at()), 'get-lead')).toBe(true);
    for (const value of ['yes', 'unsure']) {
      expect(offers(shown(at(answered('danger', value)), { show: 'now' }), 'get-lead')).toBe(true);
    }
    expect(offers(shown(at(answered('danger', 'no'))), 'get-lead')).toBe(false);
  });

  test('always with the line that says when not to press it', () => {
    expect(reads(at())).toContain(getLead.careful);
    expect(reads(at(danger), { show: 'now' })).toContain(getLead.careful);
  });

  test('is gone once an adult may be known, and once it was pressed', () => {
    expect(offers(shown(at(danger, ...known.slice(0, 2)), { show: 'now' }), 'get-lead')).toBe(true);
    for (const view of ['step', 'now'] as const) {
      expect(offers(shown(at(danger, ...known), { show: view }), 'get-lead')).toBe(false);
      expect(offers(shown(at(danger, call), { show: view }), 'get-lead')).toBe(false);
    }
  });

  test('is gone at the answer: the leads are told by then', () => {
    const end = at(
      danger,
      answered('topics', 'bullying'),
      answered('aboutBullying', 'severe'),
      answered('colleague', 'no'),
      answered('council', 'derby'),
    );
    expect(stepOf(end, context).kind).toBe('answer');
    expect(offers([...shown(end), ...shown(end, { show: 'now' })], 'get-lead')).toBe(false);
  });

  test('pressed: says that a lead is told, what they see, and whom to ring as well', () => {
    const text = reads(at(danger, call), { show: 'step', notice: 'lead-asked' });
    expect(text).toContain(again['lead-asked']);
    expect(text).toContain('Ring Sam Okafor, 01632 960101.');
    expect(text).toContain('What is it about?');
  });

  test('pressed before anybody knows where: asks that at once, then says that a lead is told', () => {
    const nowhere = fold([startEntry(false), call]);
    const first = reads(nowhere, { show: 'step', notice: 'lead-asked' });
    expect(first).toContain(getLead.where);
    expect(first).toContain('Where do you work?');
    expect(first).not.toContain(again['lead-asked']);
    const placed = fold([startEntry(false), call, answered('site', 'riverside-school')]);
    const then = reads(placed, { show: 'step', notice: 'lead-asked' });
    expect(then).toContain(again['lead-asked']);
    expect(then).toContain('Could anyone come to harm now or tonight?');
  });

  test('naming a place of work says nothing of a lead that nobody asked for', () => {
    expect(reads(at(danger), { show: 'step', notice: 'lead-asked' })).not.toContain(again['lead-asked']);
  });

  test('says so where nobody could be told', () => {
    const text = reads(at(danger, call), { show: 'step', notice: 'lead-asked' }, 'nowhere');
    expect(text).toContain(getLead.nowhere);
    expect(text).not.toContain(again['lead-asked']);
  });

  test('held back because an adult may be known: rings somebody outside, and names no lead', () => {
    const text = reads(at(danger, ...known), { show: 'step', notice: 'lead-held' });
    expect(text).toContain(again['lead-held']);
    expect(text).toMatch(/Ring .+, [\d ]+\. No answer\? Ring/);
    expect(text).not.toContain('Sam Okafor');
  });

  test('practice offers it and changes nothing by it', () => {
    expect(offers(shown(practising()), 'get-lead')).toBe(true);
    expect(practising(danger, call).early).toBe(false);
  });

  test('is owned up to where only some may be told later', () => {
    const guarded = [answered('positionOfTrust', 'no'), answered('council', 'derby'), answered('safeToTell', 'head')];
    const end = at(answered('danger', 'yes'), call, ...known, ...guarded);
    expect(stepOf(end, context).kind).toBe('answer');
    expect(reads(end, { show: 'step' }, 'picked')).toContain(besides.calledBefore);
  });
});

describe('"I raised this by mistake"', () => {
  const end = at(...bullying);

  test('stands on the screen to change answers, once somebody was told', () => {
    expect(stepOf(end, context).kind).toBe('answer');
    const change: View = { show: 'change' };
    expect(offers(shown(end, change), 'withdraw')).toBe(true);
    expect(offers(shown(at(danger, call), change), 'withdraw')).toBe(true);
    expect(offers(shown(at(danger), change), 'withdraw')).toBe(false);
    expect(offers(shown(end, change, 'nowhere'), 'withdraw')).toBe(false);
    expect(offers(shown(practising(...bullying), change, 'practice'), 'withdraw')).toBe(false);
  });

  test('asks if sure, and says what the leads still see', () => {
    const text = reads(end, { show: 'withdraw' });
    for (const line of withdraw.lines) expect(text).toContain(line);
    expect(text).toContain(withdraw.sure);
    expect(reads(at(danger), { show: 'withdraw' })).toContain('What is it about?');
  });

  test('then says so in place of what the leads were told, and is not offered again', () => {
    const back = fold([startEntry(false, 'riverside-school'), ...bullying, { type: 'withdraw' }]);
    const text = reads(back, { show: 'step', notice: 'withdrawn' });
    expect(text).toContain(besides.takenBack);
    expect(text).not.toContain(told.sent);
    expect(offers(shown(back, { show: 'change' }), 'withdraw')).toBe(false);
    expect(offers(shown(back), 'referred')).toBe(false);
  });
});

describe('"Referral made"', () => {
  const end = at(
    danger,
    answered('topics', 'bullying'),
    answered('aboutBullying', 'severe'),
    answered('colleague', 'no'),
    answered('council', 'derby'),
  );

  test('is offered where social care, the police or the LADO are to be told, and somebody hears of it', () => {
    expect(offers(shown(end), 'referred')).toBe(true);
    expect(offers(shown(end, { show: 'step' }, 'nowhere'), 'referred')).toBe(false);
    expect(offers(shown(end, { show: 'step' }, 'withheld'), 'referred')).toBe(false);
  });

  test('is not offered where nothing is to be referred, nor in practice', () => {
    const calm = at(...bullying.slice(0, 2), answered('aboutBullying', 'none'), answered('colleague', 'no'));
    expect(stepOf(calm, context).kind).toBe('answer');
    expect(offers(shown(calm), 'referred')).toBe(false);
    expect(offers(shown(practising(danger, ...bullying.slice(1)), { show: 'step' }, 'practice'), 'referred')).toBe(
      false,
    );
  });

  test('once made, is said and not offered again', () => {
    const made = fold([
      startEntry(false, 'riverside-school'),
      danger,
      ...bullying.slice(1),
      answered('council', 'derby'),
      { type: 'referred' },
    ]);
    expect(reads(made)).toContain(besides.referralMade);
    expect(offers(shown(made), 'referred')).toBe(false);
  });
});
