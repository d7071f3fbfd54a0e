/**
 * Adaptive Cards as Teams accepts them on a phone: read by Microsoft's own parser as version 1.4, then the few rules
 * that it does not check.
 */
import { createRequire } from 'node:module';
import type * as AdaptiveCards from 'adaptivecards';

/** The package's modules are written for bundlers; this one file of it Node can read. */
const { AdaptiveCard, SerializationContext, Version }: typeof AdaptiveCards = createRequire(import.meta.url)(
  'adaptivecards/dist/adaptivecards.js',
);

interface Node {
  readonly type?: string;
  readonly [field: string]: unknown;
}

/** What Teams would refuse or a phone would draw wrongly, in words; empty when all is well. */
export function teamsFaults(message: {
  readonly text?: string;
  readonly attachments: readonly { readonly content: unknown }[];
}): string[] {
  const faults: string[] = [];
  // The text is for sending by itself.
  const bytes = Buffer.byteLength(JSON.stringify({ ...message, text: undefined }));
  if (bytes > 28 * 1024) faults.push(`${bytes} bytes: MessageSizeTooBig`);
  return [...faults, ...message.attachments.flatMap(({ content }) => cardFaults(content as Node))];
}

function cardFaults(card: Node): string[] {
  const context = new SerializationContext(new Version(1, 4));
  const parsed = new AdaptiveCard();
  parsed.parse(structuredClone(card), context);
  const faults = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message);
  faults.push(...parsed.validateProperties().validationEvents.map((event) => event.message));
  if (card.type !== 'AdaptiveCard') faults.push('not an AdaptiveCard');
  if (card.version !== '1.4') faults.push('phones draw nothing without version 1.4 or lower');
  if (typeof card.fallbackText !== 'string' || card.fallbackText === '') faults.push('no fallbackText');
  const ids = new Set<unknown>();
  for (const node of nodes(card)) {
    if (node.type === 'TextBlock' && node.wrap !== true) faults.push('a TextBlock does not wrap');
    if (node.type === 'TextBlock' && !/\S/.test(String(node.text))) faults.push('a TextBlock is blank');
    if (node.type === 'ActionSet' && lengthOf(node.actions) > 6) faults.push('more than 6 buttons in one set');
    if (node.type === 'Action.Execute') faults.push(...executeFaults(node));
    if (node.type?.startsWith('Input.')) {
      if (ids.has(node.id)) faults.push(`two inputs are called ${String(node.id)}`);
      if (!node.label) faults.push('an input has no label for a screen reader');
      ids.add(node.id);
    }
  }
  return faults;
}

function executeFaults(node: Node): string[] {
  const fallback = node.fallback as Node | undefined;
  const token = (node.data as { token?: unknown } | undefined)?.token;
  const same = (fallback?.data as { token?: unknown } | undefined)?.token === token;
  const faults: string[] = [];
  if (!/\S/.test(String(node.title ?? ''))) faults.push('a button has no title');
  if (!node.verb || typeof token !== 'string') faults.push('a button says nothing when it is pressed');
  if (fallback?.type !== 'Action.Submit' || !same) faults.push('a button has no fallback with the same token');
  return faults;
}

/** Every element and action of a card. */
export function* nodes(node: unknown): Generator<Node> {
  if (typeof node !== 'object' || node === null) return;
  if ('type' in node) yield node as Node;
  for (const value of Object.values(node)) yield* nodes(value);
}

const lengthOf = (list: unknown): number => (Array.isArray(list) ? list.length : 0);
