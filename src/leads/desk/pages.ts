/** The pages that links open: a concern's record, the terms as counts, and the audit. Whoever may not see one is told the same as anybody. */
import { termHtml, termStyle } from '../../../dialogs/leads/admin/term-report.ts';
import { closedHtml } from '../../../dialogs/leads/record/closed-page.ts';
import { recordHtml } from '../../../dialogs/leads/record/record-page.ts';
import { recordSheets } from '../../../dialogs/leads/record/record-style.ts';
import type { Organisation } from '../../../rules/local.ts';
import { dayOf } from '../../../rules/london.ts';
import type { Account } from '../../contract.ts';
import type { HttpResponse, HttpRoute } from '../../http/route.ts';
import { SealBroken } from '../../seal/seal.ts';
import { StoreCorrupt, StoreUnavailable } from '../../store/store.ts';
import { auditLines } from '../admin/audit.ts';
import { countedSites, termReport } from '../admin/counts.ts';
import type { Concern } from '../concern/concern.ts';
import { auditPath, recordPath, termPath } from '../concern/links.ts';
import type { DeskPorts } from '../concern/ports.ts';
import { readConcern } from '../concern/reading.ts';
import { isAdministrator, leadOf } from '../concern/roles.ts';
import { viewOf } from '../concern/view.ts';
import { guardedHeaders, htmlPage, openedByPress } from './opening.ts';

export function leadsRoutes(ports: DeskPorts): readonly HttpRoute[] {
  const page =
    (answer: (key: string) => Promise<HttpResponse | undefined>) =>
    async (key: string): Promise<HttpResponse> => {
      try {
        return (await answer(key)) ?? htmlPage(410, closedHtml('closed'));
      } catch (error) {
        if ([SealBroken, StoreUnavailable, StoreCorrupt].some((kind) => error instanceof kind)) {
          return htmlPage(503, closedHtml('unavailable'));
        }
        throw error;
      }
    };
  const record = page(async (key) => {
    const found = await recordFor(key, ports);
    return found && htmlPage(200, found.body, { style: found.style });
  });
  const term = page(async (key) => {
    const body = await termFor(key, ports);
    return body === undefined ? undefined : htmlPage(200, body, { style: termStyle });
  });
  const audit = page(async (key) => {
    const body = await auditFor(key, ports);
    return body === undefined ? undefined : { status: 200, headers: auditHeaders, body };
  });
  return [
    ...openedByPress('record', recordPath, record),
    ...openedByPress('term', termPath, term),
    ...openedByPress('audit', auditPath, audit),
  ];
}

const auditHeaders = {
  ...guardedHeaders,
  'content-type': 'application/x-ndjson; charset=utf-8',
  'content-disposition': 'attachment; filename="signpost-audit.jsonl"',
} as const;

async function recordFor(
  token: string,
  ports: DeskPorts,
): Promise<{ readonly body: string; readonly style: string } | undefined> {
  const opened = ports.links.openRecord(token);
  const organisation = opened && ports.organisationOf(opened.who);
  if (!opened || !organisation) return undefined;
  const { concern } = await readConcern(opened.concern, ports);
  if (!concern || !mayRead(concern, organisation, opened.who)) return undefined;
  const view = viewOf(concern, { id: ports.names.idOf(opened.concern), organisation, calendar: ports.calendar });
  return { body: recordHtml(view, new Date(ports.clock())), style: recordSheets(view.reference) };
}

/** Whoever raised it, whatever became of it since; of the leads those who may see it now. */
function mayRead(concern: Concern, organisation: Organisation, who: Account): boolean {
  const { channel, tenant, reporter } = concern.report;
  if (channel !== who.channel || tenant !== who.tenant) return false;
  return reporter === who.person || leadOf(concern, organisation, who) !== undefined;
}

/** Those who may see the counts now. */
async function termFor(token: string, ports: DeskPorts): Promise<string | undefined> {
  const opened = ports.links.openTerm(token);
  const organisation = opened && ports.organisationOf(opened.who);
  const site = organisation && countedSites(organisation, opened.who).find(({ id }) => id === opened.site);
  return site && termHtml(await termReport(opened.who, site, ports), dayOf(new Date(ports.clock())));
}

async function auditFor(token: string, ports: DeskPorts): Promise<string | undefined> {
  const who = ports.links.openAudit(token)?.who;
  const organisation = who && ports.organisationOf(who);
  if (!who || !organisation || !isAdministrator(organisation, who)) return undefined;
  return auditLines(who, organisation, ports);
}
