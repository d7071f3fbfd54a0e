/** The pack at `/review`: in a trial for whoever sits there, otherwise for an administrator who came by a signed link. */
import { createHash } from 'node:crypto';
import type { Organisation } from '../../rules/local.ts';
import type { HttpRequest, HttpResponse, HttpRoute } from '../http/route.ts';
import { html, raw } from './html.ts';
import { createMaking, type Making, type ReviewSite } from './making.ts';

export interface ServedPack {
  /** Whose pack this request may read; nothing: none. */
  readonly organisationFor: (request: HttpRequest) => Organisation | undefined;
  readonly now: () => Date;
  readonly making?: Making;
}

/** By their names in site.ts. */
const files = [
  ...[
    'index',
    'procedure',
    'rules',
    'ours',
    'flows',
    'decisions',
    'ask',
    'contacts',
    'corrections',
    'week',
    'storyboard',
    'sign',
  ].map((name) => `${name}.html`),
  'review.css',
  'review.js',
];
const types: Readonly<Record<string, string>> = { html: 'text/html', css: 'text/css', js: 'text/javascript' };
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'";
/** It names people and their numbers. */
const guarded = { 'cache-control': 'no-store', 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex' } as const;

/** A page that is not there by then says so, and asks again by itself. In milliseconds. */
const patienceMs = 400;

export function reviewRoutes({ organisationFor, now, making = createMaking() }: ServedPack): readonly HttpRoute[] {
  const serve =
    (file: string): HttpRoute['handle'] =>
    async (request) => {
      const organisation = organisationFor(request);
      if (!organisation) return page(410, closed);
      const site = making.site({ organisation, moment: now() });
      const made = file.endsWith('.html') ? await soon(site) : await site;
      return made ? answer(file, made.get(file)) : page(200, waiting);
    };
  return [
    { method: 'GET', path: '/review', handle: () => ({ status: 302, headers: { location: '/review/index.html' } }) },
    ...files.map((file): HttpRoute => ({ method: 'GET', path: `/review/${file}`, handle: serve(file) })),
  ];
}

async function soon(site: Promise<ReviewSite>): Promise<ReviewSite | undefined> {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  const timer = setTimeout(resolve, patienceMs, undefined);
  try {
    return await Promise.race([site, promise]);
  } finally {
    clearTimeout(timer);
  }
}

function answer(file: string, body: string | undefined): HttpResponse {
  if (body === undefined) return { status: 404, headers: guarded };
  const type = types[file.split('.').at(-1) ?? ''];
  return {
    status: 200,
    headers: { ...guarded, 'content-type': `${type}; charset=utf-8`, 'content-security-policy': policy },
    body,
  };
}

const style =
  'body{font:1.1rem/1.5 system-ui,Arial,sans-serif;margin:2rem;max-width:34rem}:root{color-scheme:light dark}';

interface Short {
  readonly title: string;
  readonly says: string;
  /** It asks again after so many seconds. */
  readonly again?: number;
}

const waiting: Short = {
  title: 'The review pack is being made',
  says: 'It takes some seconds. This page opens by itself.',
  again: 1,
};
const closed: Short = {
  title: 'This page is closed',
  says: 'It is for administrators, and opens for an hour. Type “review” to the bot for a new link.',
};

function page(status: number, { title, says, again }: Short): HttpResponse {
  const made = html`<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">${again !== undefined && html`<meta http-equiv="refresh" content="${again}">`}<title>${title}</title><style>${raw(style)}</style></head>
<body><main><h1>${title}</h1><p>${says}</p></main></body></html>
`;
  const hash = createHash('sha256').update(style).digest('base64');
  return {
    status,
    headers: {
      ...guarded,
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`,
    },
    body: made.html,
  };
}
