/** How soon a safeguarding lead is needed. */
import { isNeededNow } from '../../../rules/needed-now.ts';
import type { Decision } from '../../../rules/outcome.ts';
import type { ConcernView } from './concern-view.ts';

export const noticeLimit = (decision: Decision): ConcernView['limit'] => (isNeededNow(decision) ? 'now' : 'today');
