import { type DutyWords, dutyWords } from '../../words/lead-duties.ts';
import { leadTaskWords } from '../../words/lead-tasks.ts';
import type { Task } from '../concern/concern-view.ts';

/** An order, and what is so once it is done: whether to tell somebody, or to decide something. */
export const taskWords = (task: Task): DutyWords =>
  task === 'parents' || task === 'support' ? leadTaskWords[task] : dutyWords[task];
