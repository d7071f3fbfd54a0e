/** HTML put together from parts: whatever is not a part already is nothing but text. */
import { escaped } from '../../dialogs/leads/record/record-page.ts';

export interface Html {
  readonly html: string;
}
export type Content = Html | string | number | false | undefined | readonly Content[];

/** A template whose values are escaped, unless they are HTML made the same way. */
export function html(parts: TemplateStringsArray, ...values: readonly Content[]): Html {
  return { html: parts.map((part, i) => part + (i < values.length ? written(values[i]) : '')).join('') };
}

/** What is trusted as it is: a picture, a style sheet, a script of this program. */
export const raw = (trusted: string): Html => ({ html: trusted });

function written(value: Content): string {
  if (value === undefined || value === false) return '';
  if (typeof value === 'string') return escaped(value);
  if (typeof value === 'number') return String(value);
  return 'html' in value ? value.html : value.map(written).join('');
}
