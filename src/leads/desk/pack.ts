/**
 * The review pack is for administrators. Their link opens a page with one button, so that a preview of the link uses up
 * nothing; pressing it gives their browser a sealed pass for an hour. Who may read is checked again at every page.
 */
import { createHash } from 'node:crypto';
import { packLinkHtml } from '../../../dialogs/leads/admin/pack-link.ts';
import { closedHtml } from '../../../dialogs/leads/record/closed-page.ts';
import { recordStyle } from '../../../dialogs/leads/record/record-style.ts';
import type { Organisation } from '../../../rules/local.ts';
import type { Person } from '../../contract.ts';
import type { HttpRequest, HttpResponse, Route } from '../../http/route.ts';
import { packMinutes, packPath } from '../concern/links.ts';
import type { DeskPorts } from '../concern/ports.ts';
import { isAdministrator } from '../concern/roles.ts';

type PackPorts = Pick<DeskPorts, 'links' | 'organisationOf'>;

const cookie = 'signpost-review';
const hash = createHash('sha256').update(recordStyle).digest('base64');
const guarded = { 'cache-control': 'no-store', 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex' } as const;

export function packRoutes({ links, organisationOf }: PackPorts): readonly Route[] {
  const page = (status: number, body: string): HttpResponse => ({
    status,
    headers: {
      ...guarded,
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'self'`,
    },
    body,
  });
  const mayRead = (token: string) => {
    const who = links.openPack(token)?.who;
    return who && organisationFor(who, organisationOf) ? who : undefined;
  };
  return [
    {
      method: 'GET',
      path: packPath,
      handle: ({ query }) => {
        const token = query.get('key') ?? '';
        return mayRead(token) ? page(200, packLinkHtml(packPath, token)) : page(410, closedHtml('closed'));
      },
    },
    {
      method: 'POST',
      path: packPath,
      handle: ({ raw }) => {
        const who = mayRead(new URLSearchParams(raw.toString('utf8')).get('key') ?? '');
        if (!who) return page(410, closedHtml('closed'));
        return { status: 303, headers: { ...guarded, location: '/review/index.html', 'set-cookie': passFor(who) } };
      },
    },
  ];

  function passFor(who: Person): string {
    const { pass, secure } = links.packPass(who);
    const parts = [`${cookie}=${pass}`, 'Path=/review', 'HttpOnly', 'SameSite=Strict', `Max-Age=${packMinutes * 60}`];
    return [...parts, ...(secure ? ['Secure'] : [])].join('; ');
  }
}

/** Whose pack somebody with this request may read; nothing: none. */
export function packReader({ links, organisationOf }: PackPorts) {
  return ({ headers }: Pick<HttpRequest, 'headers'>): Organisation | undefined => {
    const pass = new RegExp(`(?:^|; )${cookie}=([^;]+)`).exec(headers.cookie ?? '')?.[1];
    const who = pass === undefined ? undefined : links.openPass(pass)?.who;
    return who && organisationFor(who, organisationOf);
  };
}

function organisationFor(who: Person, organisationOf: PackPorts['organisationOf']): Organisation | undefined {
  const organisation = organisationOf(who);
  return organisation && isAdministrator(organisation, who) ? organisation : undefined;
}
