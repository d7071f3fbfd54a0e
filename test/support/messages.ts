/** Neutral messages for tests of renderers: any that dialogs/message.ts allows, hostile text among them. */

import fc from 'fast-check';
import type { Action, Block, Button, ListLine, Message, Rich, Span, TickOption } from '../../dialogs/message.ts';
import { carries } from '../../src/conversation/carried.ts';
import { longestToken } from '../../src/seal/step-token.ts';

/** What somebody might write into an organisation file, or a bot might be told, to make markup of their own. */
export const hostile = [
  '<!channel>',
  '<!here|here>',
  '<@U123>',
  '<#C123|general>',
  '<https://evil.example|Childline>',
  '<https://evil.example>',
  '[Childline](https://evil.example)',
  '[Childline][1]',
  '[1]: https://evil.example',
  '![x](https://evil.example/x.png)',
  '<at>everyone</at>',
  '<b>bold</b>',
  '*bold*',
  '**bold**',
  '_slanted_',
  '~struck~',
  '`code`',
  '```\ncode\n```',
  '> quoted',
  '# Heading',
  '- item',
  '1. item',
  'Title\n===',
  'a | b',
  '|',
  '&lt;!channel&gt;',
  '&#42;bold&#42;',
  '{{DATE(2026-01-01T00:00:00Z)}}',
  ':rotating_light:',
  '\\*bold\\*',
  'line\nbreak\r\nand\u2028more',
  'turned \u202e471146 round',
  'شخص بالغ يطلب صورًا',
  '儿童网络安全',
  '👩🏽‍⚕️👨‍👩‍👧‍👦🏴󠁧󠁢󠁷󠁬󠁳󠁿',
] as const;

const phones = ['999', '01332 641172', '0800 1111', '+44 (0)20 7946 0000', '101'] as const;
const links = ['https://www.example.org/report?a=1&b=2', 'https://example.org/a_b/*c*(d)|e', 'mailto:lead@example.org'];

/** Any code point but half of a pair. fast-check's own lists all of them first, for a second and more. */
export const character = fc
  .integer({ min: 0, max: 0x10ffff - 0x800 })
  .map((point) => String.fromCodePoint(point < 0xd800 ? point : point + 0x800));

const said = fc.oneof(
  fc.constantFrom(...hostile),
  fc.lorem({ maxCount: 12 }),
  fc.string({ unit: character, maxLength: 60 }),
  fc.array(fc.constantFrom(...hostile), { minLength: 2, maxLength: 4 }).map((parts) => parts.join(' ')),
);
const label = (most: number) =>
  fc
    .oneof(said, fc.constant('W'.repeat(most)), fc.constant(`${'Very long words '.repeat(9)}`.slice(0, most)))
    .map((text) => `A${text}`.slice(0, most).toWellFormed());

const span: fc.Arbitrary<Span> = fc.oneof(
  { weight: 4, arbitrary: said },
  { weight: 2, arbitrary: said.map((bold) => ({ bold })) },
  { weight: 1, arbitrary: fc.constantFrom(...phones).map((phone) => ({ phone })) },
  { weight: 1, arbitrary: fc.record({ link: fc.constantFrom(...links), label: said }) },
);
const rich: fc.Arbitrary<Rich> = fc.oneof(
  { weight: 38, arbitrary: fc.array(span, { maxLength: 6 }) },
  { weight: 1, arbitrary: fc.integer({ min: 500, max: 9_000 }).map((size) => ['<&> word '.repeat(size / 9)]) },
  { weight: 1, arbitrary: fc.integer({ min: 500, max: 9_000 }).map((size) => [{ bold: '👩🏽‍⚕️'.repeat(size / 7) }]) },
);
const line: fc.Arbitrary<ListLine> = fc.oneof(
  rich.map((text) => ({ text })),
  fc.record({ text: rich, note: rich }),
);

const answer = fc.record({ question: fc.constant('danger'), value: fc.constantFrom('yes', 'no', 'unsure') });
const action: fc.Arbitrary<Action> = fc.oneof(
  answer.map((given): Action => ({ do: 'answer', ...given })),
  fc.constantFrom<Action>({ do: 'back' }, { do: 'help' }, { do: 'start', practice: true }, { do: 'change' }),
);
const look = fc.constantFrom<Button['look']>(undefined, 'primary', 'danger');
const button: fc.Arbitrary<Button> = fc
  .record({ label: label(75), action, look })
  .map(({ look: chosen, ...rest }) => (chosen ? { ...rest, look: chosen } : rest));

const option: fc.Arbitrary<Omit<TickOption, 'value'>> = fc.oneof(
  fc.record({ label: label(75), ticked: fc.boolean() }),
  fc.record({ label: label(75), help: label(75) }),
);
const ticks: fc.Arbitrary<Block> = fc
  .record({ label: label(200), options: fc.array(option, { minLength: 1, maxLength: 10 }), submit: label(75) })
  .map(({ options, submit, ...rest }) => ({
    kind: 'ticks',
    question: 'topics',
    ...rest,
    options: options.map((each, index) => ({ ...each, value: `value${index}` })),
    submit: { label: submit, action: { do: 'ticks', question: 'topics' } },
  }));

const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constant('heading' as const), text: label(200) }),
  fc.record({ kind: fc.constant('text' as const), text: rich }),
  fc.record({ kind: fc.constant('text' as const), text: rich, tone: fc.constantFrom('alert' as const, 'quiet') }),
  fc.record({
    kind: fc.constant('list' as const),
    lines: fc.array(line, { minLength: 1, maxLength: 12 }),
    numbered: fc.boolean(),
  }),
  fc.constant<Block>({ kind: 'divider' }),
);
const buttons: fc.Arbitrary<Block> = fc.record({
  kind: fc.constant('buttons' as const),
  buttons: fc.array(button, { minLength: 1, maxLength: 12 }),
});

/** Content in any order, then at most one tick list and one row of buttons among it. */
export const messages: fc.Arbitrary<Message> = fc
  .record({
    summary: label(150),
    content: fc.array(block, { maxLength: 12 }),
    controls: fc.tuple(fc.option(ticks, { nil: undefined }), fc.option(buttons, { nil: undefined })),
  })
  .map(({ summary, content, controls }) => ({
    summary,
    blocks: [...content, ...controls.filter((each) => each !== undefined)],
  }));

/** A message of one paragraph. */
export const paragraph = (...text: Span[]): Message => ({ summary: 'A message', blocks: [{ kind: 'text', text }] });

/** A token as long as a token may be, different for each action; one that carries the answers is as long as they grow. */
export const token = (action: Action): string => {
  const longest = carries(action) ? 650 : longestToken;
  return Buffer.from(JSON.stringify(action)).toString('base64url').padEnd(longest, '_').slice(0, longest);
};
