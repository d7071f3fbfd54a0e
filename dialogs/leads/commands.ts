/** Words that leads and administrators type; "my id" is anybody's, who may not be named yet. Pure. */
export type LeadCommand =
  | { readonly command: 'concerns' }
  | { readonly command: 'setup' }
  /** The own account, as the organisation file needs it. */
  | { readonly command: 'id' }
  /** Which concerns are kept. */
  | { readonly command: 'list' }
  /** The audit. */
  | { readonly command: 'export' }
  | { readonly command: 'erase' | 'open'; readonly reference: string };

const spoken: Readonly<Record<string, Exclude<LeadCommand['command'], 'erase' | 'open'>>> = {
  concerns: 'concerns',
  'open concerns': 'concerns',
  'our concerns': 'concerns',
  'my concerns': 'concerns',
  setup: 'setup',
  'set up': 'setup',
  'my id': 'id',
  list: 'list',
  'list concerns': 'list',
  export: 'export',
  'export audit': 'export',
  audit: 'export',
};

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
  const command = spoken[plain];
  return command && { command };
}
