/**
 * The review pack is for administrators. Their link opens a page with one button, so that a preview of the link uses up
 * nothing; pressing it gives their browser a sealed pass for an hour. Who may read is checked again at every page.
 */
import { closedHtml } from '../../../dialogs/leads/record/closed-page.ts';
import type { Organisation } from '../../../rules/local.ts';
import type { Account } from '../../contract.ts';
import type { HttpRequest, HttpRoute } from '../../http/route.ts';
import { packMinutes, packPath } from '../concern/links.ts';
import type { DeskPorts } from '../concern/ports.ts';
import { isAdministrator } from '../concern/roles.ts';
import { guardedHeaders, htmlPage, openedByPress } from './opening.ts';

type PackPorts = Pick<DeskPorts, 'links' | 'organisationOf'>;

const cookie = 'signpost-review';

export function packRoutes({ links, organisationOf }: PackPorts): readonly HttpRoute[] {
  return openedByPress('pack', packPath, (key) => {
    const who = links.openPack(key)?.who;
    if (!who || !organisationFor(who, organisationOf)) return htmlPage(410, closedHtml('closed'));
    return { status: 303, headers: { ...guardedHeaders, location: '/review/index.html', 'set-cookie': passFor(who) } };
  });

  function passFor(who: Account): string {
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

function organisationFor(who: Account, organisationOf: PackPorts['organisationOf']): Organisation | undefined {
  const organisation = organisationOf(who);
  return organisation && isAdministrator(organisation, who) ? organisation : undefined;
}
