/** How a link opens its page, in two steps: a page with one button, then what the link is for, asked for by pressing it. */
import { createHash } from 'node:crypto';
import { openHtml, openScript } from '../../../dialogs/leads/record/open-page.ts';
import { recordStyle } from '../../../dialogs/leads/record/record-style.ts';
import type { openPages } from '../../../dialogs/words/pages.ts';
import type { HttpResponse, HttpRoute } from '../../http/route.ts';

/** Said here as well as by the listener: these pages must not depend on its defaults. */
export const guardedHeaders = {
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex',
} as const;

interface Page {
  readonly style?: string;
  readonly script?: string;
  /** Where its form may be sent. */
  readonly form?: 'self' | 'none';
}

/** A page of ours: nothing is loaded, kept, framed or passed on. */
export function htmlPage(
  status: number,
  body: string,
  { style = recordStyle, script, form = 'none' }: Page = {},
): HttpResponse {
  const policy = [
    "default-src 'none'",
    `style-src 'sha256-${hashOf(style)}'`,
    ...(script === undefined ? [] : [`script-src 'sha256-${hashOf(script)}'`]),
    "base-uri 'none'",
    `form-action '${form}'`,
  ];
  // The listener adds frame-ancestors.
  const headers = {
    ...guardedHeaders,
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policy.join('; '),
  };
  return { status, headers, body };
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64');

/** @param opened what the key opens */
export function openedByPress(
  what: keyof typeof openPages.titles,
  path: string,
  opened: (key: string) => HttpResponse | Promise<HttpResponse>,
): readonly HttpRoute[] {
  const asks = htmlPage(200, openHtml(what, path), { script: openScript, form: 'self' });
  return [
    { method: 'GET', path, handle: () => asks },
    { method: 'POST', path, handle: ({ raw }) => opened(new URLSearchParams(raw.toString('utf8')).get('key') ?? '') },
  ];
}
