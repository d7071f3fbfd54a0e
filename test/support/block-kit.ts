/**
 * Block Kit as Slack accepts it in messages, written from Slack's reference and on purpose apart from the renderer's
 * own table. No validator from npm was current when this was written; the shapes are also held by `@slack/types`.
 */
import { z } from 'zod';

const filled = (most: number) => z.string().max(most).regex(/\S/, 'must not be blank');
const plain = (most: number) =>
  z.strictObject({ type: z.literal('plain_text'), text: filled(most), emoji: z.boolean().optional() });
const mrkdwn = (most: number) =>
  z.strictObject({ type: z.literal('mrkdwn'), text: filled(most), verbatim: z.boolean().optional() });

const id = filled(255);
const button = z
  .strictObject({
    type: z.literal('button'),
    action_id: id,
    text: plain(75),
    value: filled(2000).optional(),
    url: z.url().max(3000).optional(),
    style: z.enum(['primary', 'danger']).optional(),
  })
  .refine(({ value, url }) => value !== undefined || url !== undefined, 'a button of ours does something');
const option = z.strictObject({ value: filled(150), text: plain(75), description: plain(75).optional() });
const checkboxes = z
  .strictObject({
    type: z.literal('checkboxes'),
    action_id: id,
    options: z.array(option).min(1).max(10),
    initial_options: z.array(option).min(1).optional(),
  })
  .refine(({ options, initial_options: ticked = [] }) => {
    const known = new Set(options.map((each) => JSON.stringify(each)));
    return ticked.every((each) => known.has(JSON.stringify(each)));
  }, 'initial_options must be among the options');

const overflow = z.strictObject({
  type: z.literal('overflow'),
  action_id: id,
  options: z
    .array(z.strictObject({ text: plain(75), value: filled(150) }))
    .min(1)
    .max(5),
});

const still = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('section'), text: mrkdwn(3000), expand: z.boolean().optional() }),
  z.strictObject({ type: z.literal('context'), elements: z.array(mrkdwn(3000)).min(1).max(10) }),
  z.strictObject({ type: z.literal('divider') }),
  z.strictObject({ type: z.literal('actions'), elements: z.array(button).min(1).max(25) }),
]);

const block = z.discriminatedUnion('type', [
  z
    .strictObject({
      type: z.literal('container'),
      title: plain(150),
      child_blocks: z.array(still).min(1).max(10),
      is_collapsible: z.boolean(),
      default_collapsed: z.boolean(),
    })
    .refine((each) => each.is_collapsible || !each.default_collapsed, 'what is collapsed can be opened'),
  z.strictObject({ type: z.literal('header'), text: plain(150) }),
  z.strictObject({ type: z.literal('section'), text: mrkdwn(3000), expand: z.boolean().optional() }),
  z.strictObject({ type: z.literal('context'), elements: z.array(mrkdwn(3000)).min(1).max(10) }),
  z.strictObject({ type: z.literal('divider') }),
  z.strictObject({
    type: z.literal('actions'),
    elements: z
      .array(z.union([button, overflow]))
      .min(1)
      .max(25),
  }),
  z.strictObject({
    type: z.literal('input'),
    block_id: id,
    label: plain(2000),
    element: checkboxes,
    dispatch_action: z.boolean(),
  }),
]);

const message = z.strictObject({ text: filled(4000), blocks: z.array(block).min(1).max(50) });

const view = z.strictObject({
  type: z.enum(['home', 'modal']),
  title: plain(24).optional(),
  close: plain(24).optional(),
  blocks: z.array(block).min(1).max(100),
});

/** What Slack would refuse in a Home tab or a modal; empty when it would be accepted. */
export function slackViewFaults(sent: unknown): readonly string[] {
  const read = view.safeParse(sent);
  return read.success ? [] : read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
}

/** What Slack would refuse in a message, in words; empty when it would be accepted. */
export function slackFaults(sent: unknown): readonly string[] {
  const read = message.safeParse(sent);
  if (!read.success) return read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  const faults: string[] = [];
  const { blocks } = read.data;
  const inner = blocks.flatMap((each) => (each.type === 'container' ? each.child_blocks : []));
  if (blocks.length + inner.length > 50) faults.push('more than 50 blocks with those inside others');
  const actionIds = [...blocks, ...inner].flatMap((each) =>
    each.type === 'actions' ? each.elements.map((e) => e.action_id) : [],
  );
  if (new Set(actionIds).size < actionIds.length) faults.push('an action_id is used twice');
  const length = JSON.stringify(blocks.map(words)).length;
  if (length > 13_000) faults.push(`${length} characters in all: msg_blocks_too_long`);
  return faults;
}

function words(node: unknown): unknown {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).map(([key, value]) =>
    typeof value === 'string' ? (key === 'text' || key === 'value' ? value : '') : words(value),
  );
}
