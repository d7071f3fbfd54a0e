import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { describe, expect, test } from 'vitest';
import type { Block, Button, Message, Rich } from '../../../dialogs/message.ts';
import { choices, clean, oneLine } from '../../../dialogs/plain.ts';
import { RenderLimitError } from '../../../src/channels/limits.ts';
import { renderTeams, type TeamsMessage } from '../../../src/channels/teams/render.ts';
import { tickedOf } from '../../../src/channels/ticked.ts';
import { nodes, teamsFaults } from '../../support/adaptive-card.ts';
import { hostile, messages, paragraph, token } from '../../support/messages.ts';
import { likeness } from '../../support/mrkdwn.ts';

const one = (message: Message): TeamsMessage => {
  const [first, ...more] = renderTeams(message, token);
  expect(more).toEqual([]);
  return first as TeamsMessage;
};
const body = (...blocks: Block[]) => one({ summary: 'A message', blocks }).attachments[0].content.body;
const all = (sent: TeamsMessage, type: string) => [...nodes(sent.attachments)].filter((node) => node.type === type);
const textsIn = (sent: TeamsMessage): string[] => all(sent, 'TextBlock').map((node) => String(node.text));
/** Everything that Teams reads as Markdown. */
const markdownIn = (sent: TeamsMessage): string[] => [
  ...textsIn(sent),
  ...all(sent, 'Input.ChoiceSet').flatMap(({ label, choices: options }) => [
    String(label),
    ...(options as { title: string }[]).map(({ title }) => title),
  ]),
  sent.text,
  sent.attachments[0].content.fallbackText,
];

interface Reading {
  readonly shown: string;
  readonly links: readonly string[];
  readonly bold: number;
  /** Kinds of markup other than paragraphs, text, bold and links. */
  readonly other: readonly string[];
}

function read(markdown: string): Reading {
  const links: string[] = [];
  const other: string[] = [];
  let shown = '';
  let bold = 0;
  const visit = (node: { type: string; value?: string; url?: string; children?: unknown[] }): void => {
    if (node.type === 'text') shown += node.value;
    else if (node.type === 'link') links.push(node.url ?? '');
    else if (node.type === 'strong') bold += 1;
    else if (node.type === 'paragraph') shown += '\n';
    else if (node.type !== 'root') other.push(node.type);
    for (const child of node.children ?? []) visit(child as Parameters<typeof visit>[0]);
  };
  visit(fromMarkdown(markdown));
  return { shown, links, bold, other };
}

const squeezed = (text: string) => likeness(text).replace(/\s/g, '').replaceAll('⚠️Important:', '');

test('a tick list in groups takes more than ten options, in lists of their own, sent together', () => {
  const options = Array.from({ length: 15 }, (_, n) => ({
    value: `v${n}`,
    label: `Option ${n}`,
    ...(n === 0 ? { group: 'First' } : n === 8 ? { group: 'Second' } : {}),
  }));
  const submit = { label: 'Send', action: { do: 'ticks', question: 'topics' } } as const;
  const sent = one({ summary: 'x', blocks: [{ kind: 'ticks', question: 'topics', label: 'x', options, submit }] });
  expect(teamsFaults(sent)).toEqual([]);
  const lists = all(sent, 'Input.ChoiceSet');
  expect(lists.map(({ label }) => label)).toEqual(['First', 'Second']);
  const [first, second] = lists.map(({ id }) => String(id));
  expect(tickedOf({ token: 'x', [first ?? '']: 'v0,v3', [second ?? '']: 'v9' })).toEqual(['v0', 'v3', 'v9']);
  expect(tickedOf({ token: 'x', [first ?? '']: '' })).toEqual([]);
  expect(tickedOf({ token: 'x' })).toBeUndefined();
});

describe('every message', () => {
  test('is accepted by Teams and drawn by a phone, in as many posts as it needs', () => {
    fc.assert(
      fc.property(messages, (message) => {
        for (const sent of renderTeams(message, token)) expect(teamsFaults(sent)).toEqual([]);
      }),
    );
  });

  test('has every choice with its number in its text and on its card, whether or not buttons show', () => {
    fc.assert(
      fc.property(messages, (message) => {
        const last = renderTeams(message, token).at(-1) as TeamsMessage;
        const text = squeezed(read(last.text).shown);
        const card = squeezed(
          markdownIn(last)
            .map((each) => read(each).shown)
            .join('\n'),
        );
        for (const { number, label } of choices(message)) {
          if (label.includes('http')) continue; // Addresses in plain text are percent-encoded.
          expect(text).toContain(squeezed(`${number} ${label}`));
          expect(card).toContain(squeezed(`${number} ${label}`));
        }
      }),
    );
  });

  test('loses no word, however it is cut', () => {
    fc.assert(
      fc.property(messages, (message) => {
        const shown = squeezed(
          renderTeams(message, token)
            .flatMap(textsIn)
            .map((each) => read(each).shown)
            .join(''),
        );
        for (const block of message.blocks) {
          if (block.kind !== 'text') continue;
          for (const span of block.text) {
            if (typeof span === 'string') expect(shown).toContain(squeezed(clean(span)));
            if (typeof span === 'object' && 'phone' in span) expect(shown).toContain(squeezed(span.phone));
          }
        }
      }),
    );
  });

  test('links only where its own links and phone numbers go, and has no other markup', () => {
    fc.assert(
      fc.property(messages, (message) => {
        for (const sent of renderTeams(message, token)) {
          for (const markdown of markdownIn(sent)) {
            const { links, other } = read(markdown);
            expect(other).toEqual([]);
            for (const link of links)
              expect(link).toMatch(/^(tel:\+?\d+|https:\/\/(www\.)?example\.org\/|mailto:lead@example\.org)/);
          }
        }
      }),
    );
  });

  test('has a one-line summary that says what it is', () => {
    fc.assert(
      fc.property(messages, (message) => {
        for (const { summary } of renderTeams(message, token)) expect(summary).toMatch(/^\S.{0,149}$/u);
      }),
    );
  });
});

describe('literal text', () => {
  test.each(hostile)('is shown and never obeyed: %j', (text) => {
    const sent = one(paragraph(text));
    for (const markdown of markdownIn(sent)) expect(read(markdown)).toMatchObject({ links: [], bold: 0, other: [] });
    expect(squeezed(read(textsIn(sent).join('')).shown)).toBe(squeezed(clean(text)));
    expect(JSON.stringify(sent)).not.toMatch(/<\/?at>|\{\{/);
  });

  test('cannot make markup with its neighbours', () => {
    const joints: Rich[] = [
      ['[Childline]', { bold: '' }, '(https://evil.example)'],
      ['Ring!', { label: 'CEOP', link: 'https://a.example/' }],
      ['<', { bold: 'at' }, '>'],
      [{ bold: '*x' }, '*y*'],
      ['[', { label: 'x](https://evil.example)', link: 'https://a.example/' }],
    ];
    for (const text of joints) {
      const { links, other } = read(textsIn(one({ summary: 'x', blocks: [{ kind: 'text', text }] })).join(''));
      expect(other).toEqual([]);
      expect(links.filter((link) => link.includes('evil'))).toEqual([]);
    }
  });

  test('stays literal inside bold, labels and names of links', () => {
    for (const text of hostile) {
      const rich: Rich = [{ bold: oneLine(`(${text})`) }, 'x', { label: `x ${text}`, link: 'https://a.example/' }];
      const sent = one({ summary: 'x', blocks: [{ kind: 'text', text: rich }] });
      expect(read(textsIn(sent).join(''))).toMatchObject({ links: ['https://a.example/'], bold: 1, other: [] });
    }
  });

  test('keeps the underscore of an address, so that it can be copied', () => {
    expect(textsIn(one(paragraph('Write to duty_team@derby.example')))).toEqual(['Write to duty_team@derby.example']);
  });
});

describe('links', () => {
  test('a phone number can be tapped and read', () => {
    expect(textsIn(one(paragraph('Ring ', { phone: '01332 641172' }, ' now')))).toEqual([
      'Ring [01332 641172](tel:01332641172) now',
    ]);
  });

  test('an address that is not of the web or of mail is text', () => {
    const [text = ''] = textsIn(one(paragraph({ label: 'Tap', link: 'javascript:alert(1)' })));
    expect(read(text)).toMatchObject({ links: [], shown: '\nTap: javascript:alert(1)' });
  });
});

describe('blocks', () => {
  const answer = (label: string): Button => ({ label, action: { do: 'answer', question: 'q', value: label } });

  test('an alert is strong by a sign and a word, not by its colour alone', () => {
    expect(body({ kind: 'text', tone: 'alert', text: ['Ring now.'] })).toEqual([
      {
        type: 'Container',
        style: 'attention',
        items: [{ type: 'TextBlock', text: '⚠️ **Important:** Ring now.', wrap: true }],
      },
    ]);
  });

  test('lists are lines with marks that Markdown leaves alone, notes small below them', () => {
    const lines = [{ text: ['One'], note: ['Why'] }, { text: ['Two'] }];
    const shown = body({ kind: 'list', lines, numbered: true }).map((node) =>
      likeness(String('text' in node && node.text)),
    );
    expect(shown).toEqual(['1. One', 'Why', '2. Two']);
    expect(body({ kind: 'list', lines })).toMatchObject([
      { text: '• One' },
      { size: 'Small', isSubtle: true },
      { text: '• Two' },
    ]);
  });

  test('a divider is a line above what follows', () => {
    const after = body({ kind: 'divider' }, { kind: 'text', text: ['After'] }, { kind: 'divider' });
    expect(after).toMatchObject([{ text: 'After', separator: true }]);
  });

  test('a button sends its token, as Execute and as Submit', () => {
    const yes = answer('Yes');
    const [set] = body({ kind: 'buttons', buttons: [{ ...yes, look: 'danger' }] });
    expect(set).toMatchObject({
      actions: [
        {
          type: 'Action.Execute',
          title: 'Yes',
          verb: 'press',
          style: 'destructive',
          data: { token: token(yes.action) },
          fallback: { type: 'Action.Submit', title: 'Yes', data: { token: token(yes.action), verb: 'press' } },
        },
      ],
    });
  });

  test('a part and the rare moves unfold by themselves; a client that cannot asks us', () => {
    const opens = { do: 'part', part: 'why' } as const;
    const [sets, hidden] = body({ kind: 'fold', title: 'Why', blocks: [{ kind: 'text', text: ['because'] }], opens });
    expect(sets).toMatchObject({
      actions: [
        {
          type: 'Action.ToggleVisibility',
          title: 'Why',
          targetElements: ['part-1'],
          fallback: { type: 'Action.Execute', data: { token: token(opens) } },
        },
      ],
    });
    expect(hidden).toMatchObject({ type: 'Container', id: 'part-1', isVisible: false });
    const [menu, moves] = body({ kind: 'buttons', buttons: [], rare: [answer('Stop')] });
    expect(menu).toMatchObject({ actions: [{ type: 'Action.ToggleVisibility', targetElements: ['menu-1'] }] });
    expect(moves).toMatchObject({ id: 'menu-1', isVisible: false, items: [{ actions: [{ title: 'Stop' }] }] });
  });

  test('rows of buttons fit a phone', () => {
    const labels = ['Yes', 'No', 'Not sure', 'A label that is long by itself, as long as a phone is wide', 'Back'];
    const rows = body({ kind: 'buttons', buttons: labels.map(answer) }).flatMap((node) =>
      node.type === 'ActionSet' ? [node.actions.map(({ title }) => title)] : [],
    );
    expect(rows).toEqual([labels.slice(0, 3), [labels[3]], [labels[4]]]);
  });

  test('a tick list has a label, its choices, its ticks kept and a button that sends them', () => {
    const [input, set] = body({
      kind: 'ticks',
      question: 'topics',
      label: 'What is it about?',
      options: [
        { value: 'a', label: 'A', ticked: true },
        { value: 'b', label: 'B', help: 'Or C', ticked: true },
        { value: 'c', label: 'D' },
      ],
      submit: { label: 'Done', action: { do: 'ticks', question: 'topics' } },
    });
    expect(input).toMatchObject({ type: 'Input.ChoiceSet', id: 'ticks', label: 'What is it about?', value: 'a,b' });
    expect(input?.type === 'Input.ChoiceSet' && input.choices.map(({ title }) => likeness(title))).toEqual([
      'A',
      'B (Or C)',
      'D',
    ]);
    expect(set).toMatchObject({ actions: [{ title: 'Done', associatedInputs: 'auto' }] });
  });
});

describe('a long message', () => {
  test('becomes several, cut between blocks, in order, with everything to press on the last', () => {
    const paragraphs = Array.from(
      { length: 30 },
      (_, index): Block => ({ kind: 'text', text: [`${index}: ${'слово '.repeat(120)}`] }),
    );
    const buttons: Block = { kind: 'buttons', buttons: [{ label: 'Help', action: { do: 'help' } }] };
    const sent = renderTeams({ summary: 'Your answer', blocks: [buttons, ...paragraphs] }, token);
    expect(sent.length).toBeGreaterThan(1);
    expect(sent.flatMap(textsIn).map((text) => Number.parseInt(text, 10))).toEqual([...Array(30).keys()]);
    expect(sent.map((each) => all(each, 'ActionSet').length)).toEqual(
      sent.map((_, index) => (index === sent.length - 1 ? 1 : 0)),
    );
    expect(sent[0]?.summary).toBe(`Part 1 of ${sent.length}: Your answer`);
  });
});

describe('what Teams would refuse is refused here, with the limit and the place', () => {
  const refused = (...blocks: Block[]) => {
    try {
      renderTeams({ summary: 'x', blocks }, token);
    } catch (error) {
      if (error instanceof RenderLimitError) return error.breach;
      throw error;
    }
    return undefined;
  };
  const ticks = (count: number): Block => ({
    kind: 'ticks',
    question: 'topics',
    label: 'What?',
    options: Array.from({ length: count }, (_, index) => ({ value: `${index}`, label: `${index}` })),
    submit: { label: 'Done', action: { do: 'ticks', question: 'topics' } },
  });

  test('more options than a phone can show, and a second tick list', () => {
    expect(refused(ticks(11))).toMatchObject({ limit: 'options', most: 10, size: 11 });
    expect(refused(ticks(1), ticks(1))).toMatchObject({ limit: 'tickLists', size: 2 });
  });

  test('a button without words', () => {
    expect(refused({ kind: 'buttons', buttons: [{ label: '\n', action: { do: 'help' } }] })).toMatchObject({
      limit: 'title',
    });
  });

  test('a link that no cut can shorten', () => {
    const link = `https://example.org/${'x'.repeat(30_000)}`;
    expect(refused({ kind: 'text', text: [{ link, label: 'x' }] })).toMatchObject({ limit: 'bytes' });
  });
});
