/** What the leads' channel gets: that a concern needs a lead, and by when. No answers, no details, no child. */
import type { Decision } from '../rules/outcome.ts';
import type { Message } from './message.ts';

export type NoticeLimit = 'now' | 'today';

/** How soon a lead is needed. */
export function noticeLimit({ duties }: Decision): NoticeLimit {
  return duties.some(({ route, deadline }) => route === 'safeguarding-lead' && deadline.kind === 'now')
    ? 'now'
    : 'today';
}

/** Phones lie on desks and screens are projected: every line of it may be read by anyone. */
export function leadNotice(limit: NoticeLimit, reference: string): Message {
  const needed =
    limit === 'now'
      ? 'A concern needs a safeguarding lead now'
      : 'A concern needs a safeguarding lead today, by midnight';
  return {
    summary: needed,
    blocks: [
      { kind: 'heading', text: needed },
      {
        kind: 'text',
        text: ['The person who raised it was told to ring you. If nobody rings soon, ask your team who raised it.'],
      },
      { kind: 'text', text: [`Reference ${reference}`], tone: 'quiet' },
    ],
  };
}
