/** The pack of a trial at `/review`, made when it is first asked for: nothing of it is loaded before. */
import type { WorkingCalendar } from '../../rules/calendar.ts';
import type { Organisation } from '../../rules/local.ts';
import type { HttpResponse, Route } from '../http/route.ts';

export interface ServedPack {
  readonly organisation: Organisation;
  readonly calendar: WorkingCalendar;
  readonly now: () => Date;
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

export function reviewRoutes(served: ServedPack): readonly Route[] {
  let made: Promise<ReadonlyMap<string, string>> | undefined;
  const site = () => {
    made ??= make(served).catch((cause) => {
      made = undefined;
      throw cause;
    });
    return made;
  };
  return [
    { method: 'GET', path: '/review', handle: () => ({ status: 302, headers: { location: '/review/index.html' } }) },
    ...files.map(
      (file): Route => ({
        method: 'GET',
        path: `/review/${file}`,
        handle: async () => answer(file, (await site()).get(file)),
      }),
    ),
  ];
}

async function make({ organisation, calendar, now }: ServedPack): Promise<ReadonlyMap<string, string>> {
  const [{ packOf }, { packScript }, { siteOf }] = await Promise.all([
    import('./pack.ts'),
    import('./script.ts'),
    import('./site.ts'),
  ]);
  return siteOf(packOf({ organisation, calendar, moment: now() }), await packScript());
}

function answer(file: string, body: string | undefined): HttpResponse {
  if (body === undefined) return { status: 404 };
  const type = types[file.split('.').at(-1) ?? ''];
  return {
    status: 200,
    headers: { 'content-type': `${type}; charset=utf-8`, 'content-security-policy': policy },
    body,
  };
}
