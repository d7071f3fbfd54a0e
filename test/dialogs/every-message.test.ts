import { describe, expect, test } from 'vitest';
import type { Block, Message, Rich } from '../../dialogs/message.ts';
import { choices, plainText, richText } from '../../dialogs/plain.ts';
import { placeIn } from '../../dialogs/steps.ts';
import { acts as cardWords, partTitles } from '../../dialogs/words/acts.ts';
import { asksWhatHappened, onlyKnown } from '../../dialogs/words/questions.ts';
import { emergencyLine, practiceLine } from '../../dialogs/words/screens.ts';
import { contactsFor } from '../../rules/contacts.ts';
import { facts, topics } from '../../rules/facts.ts';
import { peopleRoutes, procedureRoutes, serviceRoutes } from '../../rules/outcome.ts';
import { rules } from '../../rules/rules.ts';
import { everywhere, type Said } from '../support/every-message.ts';

const all = [...everywhere()];
const everything = all.flatMap(({ said }) => said);
const questions = everything.filter(({ kind }) => kind === 'question');
const cards = everything.filter(({ kind }) => kind === 'answer');

/** Fails with the message and how to reach it. */
function holds(said: Said, what: string, right: boolean): void {
  if (!right)
    expect.fail(`${what}\n${said.view.show} ${said.view.notice ?? ''} ${said.where}\n${plainText(said.message)}`);
}

describe('every message', () => {
  test('there are thousands of them, of every kind', () => {
    expect(everything.length).toBeGreaterThan(5_000);
    const kinds = new Set(everything.map(({ kind }) => kind));
    expect(kinds).toEqual(new Set(['question', 'answer', 'beside', 'notice']));
  });

  test('has a summary of 150 characters at most', () => {
    for (const said of everything)
      holds(said, 'summary', /\S/.test(said.message.summary) && said.message.summary.length <= 150);
  });

  test('says nothing empty and nothing that a program would say', () => {
    for (const said of everything) {
      const texts = textsIn(said.message);
      holds(
        said,
        'something is blank',
        texts.every((text) => /\S/.test(text)),
      );
      const slip = texts.find((text) => /undefined|null|NaN|\[object|Invalid|Infinity|\$\{/.test(text));
      holds(said, `"${slip}"`, slip === undefined);
    }
  });

  test('says no id of a fact, topic, rule, route or piece of advice', () => {
    for (const said of everything) {
      const found = textsIn(said.message)
        .flatMap(
          (text) => text.replace(/https?:\S+/g, '').match(/[A-Za-z]+(?:[-:][A-Za-z0-9]+)+|[a-z]+[A-Z]\w*|p\d+/g) ?? [],
        )
        .find((word) => ids.has(word));
      holds(said, `the id ${found}`, found === undefined);
    }
  });

  test('says the emergency line', () => {
    for (const said of everything) {
      const text = plainText(said.message);
      holds(
        said,
        'no emergency line',
        text.includes(emergencyLine) || /Ring 999 now|safe\? Ring 999\.|Danger: 999\./.test(text),
      );
    }
  });

  test('of a practice run says so first, and no other does', () => {
    for (const said of everything) {
      const [first] = said.message.blocks;
      const saysSo = first?.kind === 'text' && richText(first.text) === practiceLine;
      holds(said, 'practice', saysSo === said.state.practice);
    }
  });

  test('as text alone gives every choice with its number, and every phone number as people write it', () => {
    for (const said of everything) {
      const text = plainText(said.message);
      for (const { number, label } of choices(said.message))
        holds(said, `choice ${number}`, text.includes(`${number} ${label}`));
      for (const phone of phonesIn(said.message)) holds(said, phone, text.includes(phone) && /^[\d +()]+$/.test(phone));
    }
  });
});

const ids: ReadonlySet<string> = new Set(
  [
    ...facts,
    ...topics,
    ...peopleRoutes,
    ...procedureRoutes,
    ...serviceRoutes,
    ...rules.flatMap(({ id, cites, says }) => [
      id,
      ...cites,
      ...says.flatMap((saying) => ('id' in saying ? saying.id : [])),
    ]),
  ].filter((id) => /[-:A-Z\d]/.test(id) && id !== 'safeguarding-lead'),
);

describe('every question', () => {
  test('says where it stands, asks once in plain words, and can be answered', () => {
    for (const said of questions) {
      const text = plainText(said.message);
      const heading = said.message.blocks.find((block) => block.kind === 'heading');
      holds(said, 'position', /Question \d+|One more question/.test(text));
      holds(said, 'question', heading !== undefined && text.includes(heading.text));
      holds(said, 'choices', choices(said.message).length >= 2);
    }
  });

  test('offers the way back, "What must I do now?", "Why do you ask?" and help', () => {
    for (const said of questions) {
      const pressable = said.message.blocks.flatMap((block) =>
        block.kind === 'buttons' ? [...block.buttons, ...(block.rare ?? [])] : [],
      );
      const does = pressable.map(({ action }) => action.do);
      holds(
        said,
        'moves',
        ['back', 'now', 'why', 'help'].every((move) => does.includes(move as 'back')),
      );
    }
  });

  test('asks people to look for nothing: in full at the first, in few words where it asks what happened', () => {
    for (const said of questions) {
      const text = plainText(said.message);
      const asked = askedIn(said.message);
      if (asked === 'danger') holds(said, 'in full', text.includes(onlyKnown.full));
      if (asksWhatHappened.has(asked)) holds(said, 'what you know', text.includes(onlyKnown.short.trim()));
    }
  });
});

describe('every answer', () => {
  test('names somebody to ring who is not known to be closed', () => {
    for (const said of cards) {
      const { organisation, calendar, now: moment } = said.context;
      const at = { organisation, calendar, moment, ...placeIn(said.state, organisation) };
      const shut = peopleRoutes
        .flatMap((route) => contactsFor(route, at))
        .flatMap((line) => (line.kind === 'contact' && line.openNow === false && line.phone ? [line.phone] : []));
      const open = phonesIn(said.message).filter((phone) => phone !== '999');
      holds(said, 'nobody to ring', open.length > 0 && open.every((phone) => !shut.includes(phone)));
    }
  });

  test('says by when', () => {
    for (const said of cards) holds(said, 'no limit', /\b(NOW|TODAY)\b/.test(plainText(said.message)));
  });

  test('says its edition, how to read its citations, and that it does not replace the lead', () => {
    for (const said of cards) {
      const text = plainText(said.message);
      const whole = text.includes(cardWords.rest) ? '' : text;
      if (whole) holds(said, 'edition', /v21, last updated Monday 9 September 2024, under review/.test(whole));
      holds(said, 'judgement', text.includes('It does not replace your safeguarding lead.'));
    }
    for (const said of everything.filter(({ view }) => view.part === 'all')) {
      const text = plainText(said.message);
      if (said.kind === 'beside' && text.includes(partTitles.why))
        holds(said, 'edition', /v21, last updated Monday 9 September 2024, under review/.test(text));
    }
  });
});

function askedIn({ blocks }: Message): string {
  const [asked] = blocks.flatMap((block) => {
    if (block.kind === 'ticks') return [block.question];
    const [first] = block.kind === 'buttons' ? block.buttons : [];
    return first?.action.do === 'answer' ? [first.action.question] : [];
  });
  return asked ?? '';
}

/** Everything a person reads in it. */
function textsIn({ summary, blocks }: Message): readonly string[] {
  return [summary, ...blocks.flatMap(textsOf)];
}

function textsOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'heading':
      return [block.text];
    case 'text':
      return [richText(block.text)];
    case 'list':
      return block.lines.length === 0
        ? ['']
        : block.lines.flatMap(({ text, note }) => [text, ...(note ? [note] : [])].map(richText));
    case 'divider':
      return [];
    case 'buttons':
      return [...block.buttons, ...(block.rare ?? [])].map(({ label }) => label);
    case 'fold':
      return [block.title, ...block.blocks.flatMap(textsOf)];
    case 'ticks':
      return [
        block.label,
        block.submit.label,
        ...block.options.flatMap(({ label, help, group }) => [label, help, group].filter((each) => each !== undefined)),
      ];
  }
}

function phonesIn({ blocks }: Message): readonly string[] {
  const of = (rich: Rich) => rich.flatMap((span) => (typeof span === 'object' && 'phone' in span ? span.phone : []));
  return blocks.flatMap((block) => {
    if (block.kind === 'text') return of(block.text);
    return block.kind === 'list' ? block.lines.flatMap(({ text, note = [] }) => [...of(text), ...of(note)]) : [];
  });
}
