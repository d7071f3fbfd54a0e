/** Words that leads and administrators type; "my id" is anybody's, who may not be named yet. Pure. */
import type { ListFilter } from './card/lists.ts';

export type LeadCommand =
  /** The list; or those of a filter, or a page of it, from 0. */
  | { readonly command: 'concerns'; readonly filter?: ListFilter; readonly page?: number }
  | { readonly command: 'setup' }
  /** The own account, as the organisation file needs it. */
  | { readonly command: 'id' }
  /** Which concerns are kept. */
  | { readonly command: 'list' }
  /** The audit. */
  | { readonly command: 'export' }
  /** The review pack. */
  | { readonly command: 'review' }
  | { readonly command: 'erase' | 'open'; readonly reference: string };

const spoken = new Map<string, Exclude<LeadCommand['command'], 'erase' | 'open' | 'concerns'>>([
  ['setup', 'setup'],
  ['set up', 'setup'],
  ['my id', 'id'],
  ['list', 'list'],
  ['list concerns', 'list'],
  ['export', 'export'],
  ['export audit', 'export'],
  ['audit', 'export'],
  ['review', 'review'],
  ['review pack', 'review'],
]);

/** No command is longer; whatever else somebody types is not looked at, however long it is. */
const longest = 40;

export function leadCommand(text: string): LeadCommand | undefined {
  if (text.length > longest) return undefined;
  const plain = text
    .trim()
    .toLowerCase()
    .replace(/[.!?]+$/, '')
    .replace(/\s+/g, ' ');
  const erase = /^erase ([a-z0-9]{4})-?([a-z0-9]{4})$/.exec(plain);
  if (erase) return { command: 'erase', reference: `${erase[1]}-${erase[2]}`.toUpperCase() };
  const open = /^([a-z0-9]{4})-([a-z0-9]{4})$/.exec(plain);
  if (open) return { command: 'open', reference: plain.toUpperCase() };
  const command = spoken.get(plain);
  return command ? { command } : listCommand(plain);
}

const lists = new Map<string, ListFilter | 'all'>([
  ['concerns', 'all'],
  ['open concerns', 'all'],
  ['our concerns', 'all'],
  ['mine', 'mine'],
  ['my concerns', 'mine'],
  ['concerns mine', 'mine'],
  ["nobody's", 'untaken'],
  ['nobodys', 'untaken'],
  ["nobody's concerns", 'untaken'],
  ["concerns nobody's", 'untaken'],
  ['nobody has it', 'untaken'],
  ['late', 'late'],
  ['late concerns', 'late'],
  ['concerns late', 'late'],
]);

/** "concerns", "late", "my concerns 2", "concerns page 2". */
function listCommand(plain: string): LeadCommand | undefined {
  const [, words = '', page] = /^(.*?)(?: (?:page )?([1-9]\d{0,2}))?$/.exec(plain.replaceAll('’', "'")) ?? [];
  const filter = lists.get(words);
  if (filter === undefined) return undefined;
  return {
    command: 'concerns',
    ...(filter === 'all' ? {} : { filter }),
    ...(page === undefined ? {} : { page: Number(page) - 1 }),
  };
}
