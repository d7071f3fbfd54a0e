/** How soon a safeguarding lead is needed. */
import type { Decision } from '../../rules/outcome.ts';
import type { ConcernView } from './concern-view.ts';

export function noticeLimit({ duties }: Decision): ConcernView['limit'] {
  return duties.some(({ route, deadline }) => route === 'safeguarding-lead' && deadline.kind === 'now')
    ? 'now'
    : 'today';
}
