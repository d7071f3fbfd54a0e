import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Block, Message, TickOption } from '../../../dialogs/message.ts';
import { choices, clean, oneLine } from '../../../dialogs/plain.ts';
import { RenderLimitError } from '../../../src/channels/limits.ts';
import { renderSlack, type SlackMessage } from '../../../src/channels/slack/render.ts';
import { slackFaults } from '../../support/block-kit.ts';
import { hostile, messages, paragraph, token } from '../../support/messages.ts';
import { likeness, readMrkdwn } from '../../support/mrkdwn.ts';

const one = (message: Message): SlackMessage => {
  const [only, ...more] = renderSlack(message, token);
  expect(more).toEqual([]);
  return only as SlackMessage;
};
const only = (...blocks: Block[]) => one({ summary: 'A message', blocks }).blocks;
const mrkdwnIn = (sent: SlackMessage): string[] =>
  sent.blocks.flatMap((block) => {
    if (block.type === 'section') return [block.text?.text ?? ''];
    return block.type === 'context' ? block.elements.map((each) => ('text' in each ? each.text : '')) : [];
  });
describe('a discreet message', () => {
  test('shows on a phone what it is and nothing of what it says; a mention stays a mention', () => {
    const text = [{ account: 'U0123456', label: 'the person who raised it' }, ' told you'];
    const sent = one({ summary: 'A concern, for you alone', discreet: true, blocks: [{ kind: 'text', text }] });
    expect(sent.text).toBe('A concern, for you alone');
    expect(mrkdwnIn(sent)).toEqual(['<@U0123456> told you']);
  });
});

describe('every message', () => {
  test('is accepted by Slack, in as many posts as it needs', () => {
    fc.assert(
      fc.property(messages, (message) => {
        for (const sent of renderSlack(message, token)) expect(slackFaults(sent)).toEqual([]);
      }),
    );
  });

  test('has every choice with its number in its text, on the post that has the buttons', () => {
    fc.assert(
      fc.property(messages, (message) => {
        const shown = likeness(readMrkdwn(renderSlack(message, token).at(-1)?.text ?? '').shown);
        for (const { number, label } of choices(message)) {
          // Web addresses are percent-encoded in text; nothing else is changed for the eye.
          if (!label.includes('http')) expect(shown).toContain(likeness(`${number} ${label}`));
        }
      }),
    );
  });

  test('loses no word, however it is cut', () => {
    fc.assert(
      fc.property(messages, (message) => {
        const shown = squeezed(
          renderSlack(message, token)
            .flatMap(mrkdwnIn)
            .map((text) => readMrkdwn(text).shown)
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

  test('links only where its own links and phone numbers go', () => {
    fc.assert(
      fc.property(messages, (message) => {
        for (const sent of renderSlack(message, token)) {
          expect(readMrkdwn(sent.text).sequences).toEqual([]);
          for (const text of mrkdwnIn(sent)) {
            const { sequences, other } = readMrkdwn(text);
            expect(other).toEqual([]);
            for (const sequence of sequences)
              expect(sequence).toMatch(/^(tel:\+?\d+|https:\/\/(www\.)?example\.org\/|mailto:lead@example\.org)/);
          }
        }
      }),
    );
  });
});

describe('literal text', () => {
  test.each(hostile)('is shown and never obeyed: %j', (text) => {
    const sent = one(paragraph(text));
    for (const written of [...mrkdwnIn(sent), sent.text]) {
      expect(readMrkdwn(written)).toMatchObject({ sequences: [], bold: [], other: [] });
    }
    expect(squeezed(readMrkdwn(mrkdwnIn(sent).join('')).shown)).toBe(squeezed(clean(text)));
  });

  test('stays literal inside bold, labels and names of links', () => {
    for (const text of hostile) {
      const { sequences, bold, other } = readMrkdwn(
        mrkdwnIn(
          one(paragraph({ bold: oneLine(`x ${text} x`) }, ' ', { label: `x ${text}`, link: 'https://a.example/' })),
        ).join(''),
      );
      expect({ count: sequences.length, bold: bold.length, other }).toEqual({ count: 1, bold: 1, other: [] });
      expect(sequences[0]).toMatch(/^https:\/\/a\.example\/\|[^|]+$/);
    }
  });

  test('keeps the underscore of an address, so that it can be copied', () => {
    expect(mrkdwnIn(one(paragraph('Write to duty_team@derby.example')))).toEqual(['Write to duty_team@derby.example']);
  });
});

describe('links', () => {
  test('a phone number can be tapped and read', () => {
    expect(mrkdwnIn(one(paragraph('Ring ', { phone: '01332 641172' }, ' now')))).toEqual([
      'Ring <tel:01332641172|01332 641172> now',
    ]);
  });

  test.each([
    ['0800 1111 - 24 hours', 'tel:08001111'],
    ['01332 641172, option 2', 'tel:01332641172'],
    ['+44 (0)20 7946 0000', 'tel:+4402079460000'],
    ['999', 'tel:999'],
  ])('%s rings %s', (phone, address) => {
    expect(mrkdwnIn(one(paragraph({ phone })))).toEqual([`<${address}|${phone}>`]);
  });

  test('what is no number is text', () => {
    expect(mrkdwnIn(one(paragraph({ phone: 'your lead' })))).toEqual(['your lead']);
  });

  test('an address that is not of the web or of mail is text', () => {
    const [text = ''] = mrkdwnIn(one(paragraph({ label: 'Tap', link: 'javascript:alert(1)' })));
    expect(readMrkdwn(text).sequences).toEqual([]);
    expect(text).toBe('Tap: javascript:alert(1)');
  });
});

describe('a list in groups', () => {
  test('takes more than ten options, in lists of its own, sent together', () => {
    const options = Array.from({ length: 15 }, (_, i) => ({
      value: `v${i}`,
      label: `Option ${i}`,
      ...(i === 0 ? { group: 'First' } : i === 8 ? { group: 'Second' } : {}),
    }));
    const submit = { label: 'Send', action: { do: 'ticks', question: 'topics' } } as const;
    const message: Message = {
      summary: 'x',
      blocks: [{ kind: 'ticks', question: 'topics', label: 'x', options, submit }],
    };
    const [post] = renderSlack(message, token);
    const lists = post?.blocks.flatMap((block) => (block.type === 'input' ? [block] : [])) ?? [];
    expect(lists.map(({ label }) => label.text)).toEqual(['First', 'Second']);
    expect(new Set(lists.map(({ block_id }) => block_id)).size).toBe(2);
    expect(slackFaults(post as SlackMessage)).toEqual([]);
    expect(choices(message)).toHaveLength(15);
  });
});

describe('blocks', () => {
  test('an alert is strong without its colour', () => {
    expect(mrkdwnIn(one({ summary: 'x', blocks: [{ kind: 'text', tone: 'alert', text: ['Ring now.'] }] }))).toEqual([
      '⚠️ *Important:* Ring now.',
    ]);
  });

  test('lines share a section, and a note follows the line it belongs to', () => {
    const lines = [{ text: ['One'] }, { text: ['Two'] }, { text: ['Three'], note: ['Why'] }, { text: ['Four'] }];
    expect(mrkdwnIn({ text: '', blocks: only({ kind: 'list', lines, numbered: true }) })).toEqual([
      '1. One\n2. Two',
      '3. Three',
      'Why',
      '4. Four',
    ]);
  });

  test('a heading too long for a header is bold text', () => {
    const heading = 'Word '.repeat(40).trim();
    expect(only({ kind: 'heading', text: heading })).toMatchObject([
      { type: 'section', text: { text: `*${heading}*` } },
    ]);
    expect(only({ kind: 'heading', text: 'Short' })).toMatchObject([{ type: 'header', text: { text: 'Short' } }]);
  });

  test('buttons carry their tokens under ids of their own', () => {
    const answer = (label: string) => ({ label, action: { do: 'answer', question: 'q', value: label } as const });
    const back = { label: 'Back', action: { do: 'back' }, look: 'danger' } as const;
    const [actions] = only({ kind: 'buttons', buttons: [answer('Yes'), answer('No'), back] });
    expect(actions).toMatchObject({
      elements: [
        { action_id: 'press-1', text: { text: 'Yes' }, value: token(answer('Yes').action) },
        { action_id: 'press-2', text: { text: 'No' } },
        { action_id: 'press-3', text: { text: 'Back' }, value: token(back.action), style: 'danger' },
      ],
    });
  });

  test('rare buttons stand behind one menu', () => {
    const rare = ['Stop', 'Change'].map((label) => ({ label, action: { do: 'stop' } as const }));
    const [actions] = only({ kind: 'buttons', buttons: [], rare });
    expect(actions).toMatchObject({
      elements: [
        {
          type: 'overflow',
          options: rare.map(({ label }) => ({ text: { text: label }, value: token({ do: 'stop' }) })),
        },
      ],
    });
    const many = Array.from({ length: 6 }, () => rare[0] as (typeof rare)[number]);
    expect(() => only({ kind: 'buttons', buttons: [], rare: many })).toThrow(RenderLimitError);
  });

  test('a part is folded by Slack itself; where it knows no container, or has no room, it comes by a button', () => {
    const part = (title: string, text: string) =>
      ({
        kind: 'fold',
        title,
        blocks: [{ kind: 'list', lines: [{ text: [text] }] }],
        opens: { do: 'part', part: 'why' },
      }) as const;
    const message = { summary: 'x', blocks: [part('One', 'first'), part('Two', 'second')] };
    const [folded] = renderSlack(message, token);
    expect(folded?.blocks).toMatchObject([
      {
        type: 'container',
        title: { text: 'One' },
        is_collapsible: true,
        default_collapsed: true,
        child_blocks: [{ type: 'section' }],
      },
      { type: 'container', title: { text: 'Two' } },
    ]);
    const byButton = { type: 'actions', elements: [{ text: { text: 'One' } }, { text: { text: 'Two' } }] };
    expect(renderSlack(message, token, false)).toMatchObject([{ blocks: [byButton] }]);
    const long = {
      summary: 'x',
      blocks: [part('One', 'w '.repeat(2_400)), part('Two', 'w '.repeat(2_400)), part('Three', 'short '.repeat(100))],
    };
    const posts = renderSlack(long, token);
    expect(posts).toHaveLength(1);
    expect(posts[0]?.blocks.map(({ type }) => type)).toEqual(['container', 'actions']);
  });

  test('a tick list is an input with its labels, its ticks kept, its button below', () => {
    expect(
      only(
        tickList([
          { value: 'a', label: 'A', ticked: true },
          { value: 'b', label: 'B', help: 'Or C' },
        ]),
      ),
    ).toMatchObject([
      {
        type: 'input',
        block_id: 'ticks:topics',
        label: { text: 'What is it about?' },
        element: {
          action_id: 'ticks',
          options: [
            { value: 'a', text: { text: 'A' } },
            { value: 'b', text: { text: 'B' }, description: { text: 'Or C' } },
          ],
          initial_options: [{ value: 'a', text: { text: 'A' } }],
        },
      },
      { type: 'actions', elements: [{ text: { text: 'Done' } }] },
    ]);
  });
});

describe('a long message', () => {
  const paragraphs = Array.from(
    { length: 12 },
    (_, index): Block => ({ kind: 'text', text: [`${index} ${'word '.repeat(150)}`] }),
  );
  const buttons: Block = { kind: 'buttons', buttons: [{ label: 'Help', action: { do: 'help' } }] };

  test('becomes several, cut between blocks, in order, with everything to press on the last', () => {
    const sent = renderSlack({ summary: 'Your answer', blocks: [buttons, ...paragraphs] }, token);
    expect(sent.length).toBeGreaterThan(1);
    expect(sent.flatMap(mrkdwnIn).map((text) => Number.parseInt(text, 10))).toEqual([...Array(12).keys()]);
    expect(sent.map(({ blocks }) => blocks.some(({ type }) => type === 'actions'))).toEqual(
      sent.map((_, i) => i === sent.length - 1),
    );
    expect(sent[0]?.text).toContain(`Part 1 of ${sent.length}: Your answer`);
  });

  test('leaves no heading behind at the foot of a post', () => {
    const blocks = paragraphs.flatMap((block): Block[] => [{ kind: 'heading', text: 'Part' }, block]);
    for (const { blocks: drawn } of renderSlack({ summary: 'x', blocks }, token))
      expect(drawn.at(-1)?.type).toBe('section');
  });

  test('a numbered list that is cut keeps its numbers', () => {
    const lines = Array.from({ length: 20 }, () => ({ text: ['word '.repeat(90)] }));
    const sent = renderSlack({ summary: 'x', blocks: [{ kind: 'list', lines, numbered: true }] }, token);
    const numbers = sent
      .flatMap(mrkdwnIn)
      .flatMap((text) => [...text.matchAll(/^(\d+)\. /gm)].map(([, n]) => Number(n)));
    expect(numbers).toEqual(lines.map((_, index) => index + 1));
  });
});

describe('what Slack would refuse is refused here, with the limit and the place', () => {
  const button = (label: string): Block => ({ kind: 'buttons', buttons: [{ label, action: { do: 'help' } }] });
  const refused = (blocks: readonly Block[], sign = token) => {
    try {
      renderSlack({ summary: 'x', blocks }, sign);
    } catch (error) {
      if (error instanceof RenderLimitError) return error;
      throw error;
    }
    return undefined;
  };

  test('a label', () => {
    const error = refused([button('x'.repeat(76))]);
    expect(error?.breach).toMatchObject({ limit: 'buttonLabel', most: 75, size: 76 });
    expect(error?.message).toMatch(/Slack allows buttonLabel of 75.*has 76.*dialogs/s);
  });

  test('an empty label', () => {
    expect(refused([button(' ')])?.breach).toMatchObject({ limit: 'buttonLabel', size: 0 });
  });

  test('a token', () => {
    expect(refused([button('x')], () => 'x'.repeat(2001))?.breach).toMatchObject({ limit: 'buttonValue', size: 2001 });
  });

  test('eleven options, a long value, two tick lists', () => {
    const options = Array.from({ length: 11 }, (_, index) => ({ value: `${index}`, label: `${index}` }));
    expect(refused([tickList(options)])?.breach).toMatchObject({ limit: 'options', size: 11 });
    expect(refused([tickList([{ value: 'x'.repeat(151), label: 'x' }])])?.breach).toMatchObject({
      limit: 'optionValue',
    });
    expect(refused([tickList(options.slice(1)), tickList(options.slice(1))])?.breach).toMatchObject({
      limit: 'tickLists',
    });
  });

  test('a link that no cut can shorten', () => {
    const link = `https://example.org/${'x'.repeat(5000)}`;
    expect(refused([{ kind: 'text', text: [{ link, label: 'x' }] }])).toBeInstanceOf(RenderLimitError);
  });
});

function tickList(options: readonly TickOption[]): Block {
  const submit = { label: 'Done', action: { do: 'ticks', question: 'topics' } } as const;
  return { kind: 'ticks', question: 'topics', label: 'What is it about?', options, submit };
}

function squeezed(text: string): string {
  // An alert that is cut is marked again on each piece.
  return likeness(text).replace(/[\s*]/g, '').replaceAll('⚠️Important:', '');
}
