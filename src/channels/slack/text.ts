/** Running text in Block Kit: sections to read, context for small print. Long text becomes several blocks. */
import type { KnownBlock, SectionBlock } from '@slack/types';
import type { Rich } from '../../../dialogs/message.ts';
import { cutRich } from '../split.ts';
import { slackLimits as most } from './limits.ts';
import { mrkdwn } from './mrkdwn.ts';

/** Words measured one by one can be a little shorter than together. */
const margin = 20;

export function sections(rich: Rich): SectionBlock[] {
  return pieces(rich, most.section).map((text) => ({
    type: 'section',
    text: { type: 'mrkdwn', text, verbatim: true },
    expand: true,
  }));
}

export function smallPrint(rich: Rich): KnownBlock[] {
  return pieces(rich, most.context).map((text) => ({
    type: 'context',
    elements: [{ type: 'mrkdwn', text, verbatim: true }],
  }));
}

function pieces(rich: Rich, length: number): string[] {
  return cutRich(rich, length - margin, (piece) => mrkdwn(piece).length)
    .map((piece) => mrkdwn(piece).trim())
    .filter((text) => text !== '');
}
