import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Button, Message } from '../../dialogs/message.ts';
import { choices, clean, oneLine, plainText, summaryLine } from '../../dialogs/plain.ts';
import { messages } from '../support/messages.ts';

const answer = (label: string, value: string): Button => ({
  label,
  action: { do: 'answer', question: 'danger', value },
});
const back: Button = { label: 'Back', action: { do: 'back' } };

const question: Message = {
  summary: 'Question 1 of about 6',
  blocks: [
    { kind: 'heading', text: 'Is a child in danger now?' },
    { kind: 'text', tone: 'alert', text: ['If so, ring ', { phone: '999' }, '.'] },
    { kind: 'buttons', buttons: [answer('Yes', 'yes'), answer('No', 'no'), answer('Not sure', 'unsure'), back] },
  ],
};

describe('a message as plain text', () => {
  test('starts with its summary and reads from top to bottom', () => {
    expect(plainText(question)).toBe(
      [
        'Question 1 of about 6',
        'Is a child in danger now?',
        'Important: If so, ring 999.',
        'No buttons? Send a number: 1 Yes, 2 No, 3 Not sure.',
        'Button: Back',
      ].join('\n'),
    );
  });

  test('does not say again what its summary says', () => {
    const blocks: Message['blocks'] = [
      { kind: 'text', tone: 'quiet', text: ['Question 1'] },
      { kind: 'heading', text: 'Is a child in danger?' },
      { kind: 'text', text: ['Think of today.'] },
    ];
    const summary = 'Question 1: Is a child in danger?';
    expect(plainText({ summary, blocks })).toBe(`${summary}\nThink of today.`);
  });

  test('puts long answers on lines of their own', () => {
    const long = ['A first answer that goes on for a good while', 'A second answer that goes on for a good while'];
    const buttons = long.map((label) => answer(label, label));
    expect(plainText({ summary: 'Question', blocks: [{ kind: 'buttons', buttons }] })).toBe(
      `Question\nNo buttons? Send a number:\n1 ${long[0]}\n2 ${long[1]}`,
    );
  });

  test('numbers tick options, says which are ticked and how to send numbers', () => {
    const message: Message = {
      summary: 'Question 2',
      blocks: [
        {
          kind: 'ticks',
          question: 'topics',
          label: 'What is it about?',
          options: [
            { value: 'imagery', label: 'Nude pictures', help: 'Real or made by a computer', ticked: true },
            { value: 'adult', label: 'An adult' },
          ],
          submit: { label: 'Done', action: { do: 'ticks', question: 'topics' } },
        },
      ],
    };
    expect(plainText(message)).toBe(
      [
        'Question 2',
        'What is it about?',
        '1 Nude pictures (ticked): Real or made by a computer',
        '2 An adult',
        'No tick boxes? Send the numbers, like 1 and 3.',
        'Button: Done',
      ].join('\n'),
    );
  });

  test('writes lists with their notes, phone numbers as people write them, and links with their address', () => {
    const message: Message = {
      summary: 'Answer',
      blocks: [
        {
          kind: 'list',
          numbered: true,
          lines: [
            { text: ['Ring ', { phone: '01332 641172' }], note: ['Today'] },
            { text: [{ label: 'Report to CEOP', link: 'https://ceop.example' }] },
          ],
        },
        { kind: 'list', lines: [{ text: [{ bold: 'Do not' }, ' copy it'] }] },
      ],
    };
    expect(plainText(message)).toBe(
      ['Answer', '1. Ring 01332 641172', '  Today', '2. Report to CEOP: https://ceop.example', '- Do not copy it'].join(
        '\n',
      ),
    );
  });

  test('holds every word, every choice with its number, and every other button', () => {
    fc.assert(
      fc.property(messages, (message) => {
        const text = plainText(message);
        for (const { number, label } of choices(message)) expect(text).toContain(`${number} ${label}`);
        for (const block of message.blocks) {
          if (block.kind === 'heading') expect(text).toContain(oneLine(block.text));
          if (block.kind === 'buttons') for (const { label } of block.buttons) expect(text).toContain(oneLine(label));
          if (block.kind === 'list') for (const { text: said } of block.lines) expectSpans(text, said);
          if (block.kind === 'text') expectSpans(text, block.text);
        }
      }),
    );
  });

  test('holds no code that could turn the digits of a number round', () => {
    const text = plainText({
      summary: 'x',
      blocks: [{ kind: 'text', text: ['\u202e01332\u2066\u0000 641172\u2069'] }],
    });
    expect(text).toBe('x\n01332 641172');
  });
});

describe('the numbers of choices', () => {
  test('run on through the whole message and pass over other buttons', () => {
    const ticks: Message['blocks'][number] = {
      kind: 'ticks',
      question: 'topics',
      label: 'What?',
      options: [{ value: 'a', label: 'A' }],
      submit: { label: 'Done', action: { do: 'ticks', question: 'topics' } },
    };
    const numbered = choices({
      summary: '',
      blocks: [ticks, { kind: 'buttons', buttons: [back, answer('None', 'none')] }],
    });
    expect(numbered.map(({ number, label }) => `${number} ${label}`)).toEqual(['1 A', '2 None']);
  });
});

describe('the summary line', () => {
  test('is one line of at most 150 characters, never half a character', () => {
    expect(summaryLine({ summary: ' one\n two ', blocks: [] })).toBe('one two');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 60, maxLength: 200 }), (summary) => {
        const line = summaryLine({ summary, blocks: [] });
        expect(line.length).toBeLessThanOrEqual(150);
        expect(line).not.toMatch(/\n/);
        expect(line.isWellFormed()).toBe(true);
      }),
    );
  });
});

function expectSpans(text: string, rich: readonly unknown[]): void {
  for (const span of rich) {
    const said = typeof span === 'string' ? span : Object.values(span as Record<string, string>)[0];
    // Ends of a message and of its lines may lose spaces, so words are compared.
    for (const word of clean(said ?? '').split(/\s+/)) expect(text).toContain(word);
  }
}
