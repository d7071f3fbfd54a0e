/** For somebody whose organisation has no file here: look-ups are all there is. */
import type { Block } from '../message.ts';
import { notSetUp } from '../words/limits.ts';
import { alert, heading, list } from './frame.ts';

export function notSetUpNotice(): readonly Block[] {
  return [
    heading(notSetUp.title),
    alert('In danger: ring ', { phone: '999' }, '.'),
    list(notSetUp.lines),
    { kind: 'divider' },
  ];
}
