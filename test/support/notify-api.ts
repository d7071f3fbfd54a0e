/**
 * A stand-in for GOV.UK Notify's API, as strict as its documentation says: tokens, numbers, gaps of the template, the
 * keys that reach the team alone, limits, and the list by reference. It can be slow, over its limit or gone.
 */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { errors as joseErrors, jwtVerify } from 'jose';
import { z } from 'zod';
import { templateText } from '../../src/paging/notify.ts';
import { openPort } from './port.ts';

export interface Texted {
  readonly id: string;
  readonly reference: string | null;
  readonly number: string;
  /** As it arrives on the phone. */
  readonly body: string;
  status: 'created' | 'sending' | 'delivered' | 'permanent-failure' | 'temporary-failure' | 'technical-failure';
  completedAt?: string;
}

/** What happens to the next calls instead of being served. `lost`: it is done, and no answer comes. */
export type NotifyTrouble =
  | { readonly status: number; readonly error: string }
  | { readonly slowMs: number }
  | 'cut'
  | 'lost';

const gapsShape = z.strictObject({ site: z.string(), platform: z.string(), reference: z.string() });
const sendShape = z.strictObject({
  template_id: z.guid(),
  phone_number: z.string(),
  personalisation: z.record(z.string(), z.string()).optional(),
  reference: z.string().optional(),
});

const clockMs = 30_000;

class Refused extends Error {
  readonly status: number;
  readonly kind: string;
  constructor(status: number, kind: string, says: string) {
    super(says);
    this.status = status;
    this.kind = kind;
  }
}

export async function openNotifyApi() {
  const service = randomUUID();
  const secret = randomUUID();
  const api = {
    url: '',
    key: `live-${service}-${secret}`,
    templateId: randomUUID() as string,
    /** The template as somebody wrote it. */
    template: { type: 'sms', body: templateText },
    /** These alone, while the service is in trial mode or its key is for the team. */
    team: undefined as readonly string[] | undefined,
    texts: [] as Texted[],
    trouble: [] as NotifyTrouble[],
    /** How often each was asked. */
    calls: [] as string[],
    close: async () => {},
  };

  async function checkToken(header = ''): Promise<void> {
    const token = /^Bearer (.+)$/.exec(header)?.[1];
    if (token === undefined) throw new Refused(401, 'AuthError', 'Unauthorized: authentication token must be provided');
    try {
      const { payload } = await jwtVerify(token, new TextEncoder().encode(secret), { algorithms: ['HS256'] });
      if (payload.iss !== service) throw new Refused(403, 'AuthError', 'Invalid token: service not found');
      if (Math.abs(Date.now() - (payload.iat ?? 0) * 1_000) > clockMs)
        throw new Refused(403, 'AuthError', 'Error: Your system clock must be accurate to within 30 seconds');
    } catch (error) {
      if (error instanceof joseErrors.JOSEError)
        throw new Refused(403, 'AuthError', 'Invalid token: API key not found');
      throw error;
    }
  }

  function checkNumber(number: string): string {
    const wrong = (says: string) => new Refused(400, 'ValidationError', `phone_number ${says}`);
    const digits = number.replaceAll(/[\s()-]/g, '').replace(/^(\+|00)?44/, '0');
    if (/[^\d]/.test(digits)) throw wrong('Must not contain letters or symbols');
    if (!digits.startsWith('07')) throw wrong('Not a UK mobile number');
    if (digits.length > 11) throw wrong('Too many digits');
    if (digits.length < 11) throw wrong('Not enough digits');
    if (api.team && !api.team.includes(digits))
      throw new Refused(400, 'BadRequestError', 'Can’t send to this recipient using a team-only API key');
    return digits;
  }

  function send(given: unknown) {
    const parsed = sendShape.safeParse(given);
    if (!parsed.success) throw new Refused(400, 'ValidationError', parsed.error.issues[0]?.message ?? 'invalid');
    const { template_id, phone_number, personalisation, reference = null } = parsed.data;
    if (template_id !== api.templateId) throw new Refused(400, 'BadRequestError', 'Template not found');
    const number = checkNumber(phone_number);
    const gaps = gapsShape.safeParse(personalisation);
    if (!gaps.success) throw new Refused(400, 'BadRequestError', 'Missing personalisation: site, platform, reference');
    const body = api.template.body.replaceAll(
      /\(\((site|platform|reference)\)\)/g,
      (_, gap: keyof typeof gaps.data) => gaps.data[gap],
    );
    const text: Texted = { id: randomUUID(), reference, number, body, status: 'created' };
    api.texts.push(text);
    return {
      id: text.id,
      reference,
      content: { body, from_number: 'GOVUK' },
      uri: `${api.url}/v2/notifications/${text.id}`,
    };
  }

  const list = (query: URLSearchParams) => ({
    notifications: api.texts
      .filter(({ reference }) => !query.has('reference') || reference === query.get('reference'))
      .map(({ id, reference, number, body, status, completedAt }) => ({
        id,
        reference,
        type: 'sms',
        phone_number: number,
        body,
        status,
        completed_at: completedAt ?? null,
      })),
    links: { current: `${api.url}/v2/notifications` },
  });

  async function serve(
    request: IncomingMessage,
    body: string,
  ): Promise<{ readonly status: number; readonly json: unknown }> {
    await checkToken(request.headers.authorization);
    const { pathname, searchParams } = new URL(request.url ?? '/', api.url);
    const call = `${request.method} ${pathname}`;
    if (call === 'POST /v2/notifications/sms') return { status: 201, json: send(JSON.parse(body)) };
    if (call === 'GET /v2/notifications') return { status: 200, json: list(searchParams) };
    if (call === `GET /v2/template/${api.templateId}`)
      return { status: 200, json: { id: api.templateId, ...api.template } };
    throw new Refused(404, 'NoResultFound', 'No result found');
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = '';
    for await (const chunk of request) body += chunk;
    api.calls.push(`${request.method} ${request.url?.split('?')[0]}`);
    const trouble = api.trouble.shift();
    if (trouble === 'cut') return void response.destroy();
    if (typeof trouble === 'object' && 'slowMs' in trouble) await sleep(trouble.slowMs);
    const answer = (status: number, json: unknown) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(json));
    try {
      if (typeof trouble === 'object' && 'status' in trouble) throw new Refused(trouble.status, trouble.error, 'No');
      const { status, json } = await serve(request, body);
      if (trouble === 'lost') return void response.destroy();
      answer(status, json);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      answer(error.status, { status_code: error.status, errors: [{ error: error.kind, message: error.message }] });
    }
  }

  const opened = await openPort(handle);
  api.url = `http://${opened.host}`;
  api.close = opened.close;
  return api;
}

export type NotifyApi = Awaited<ReturnType<typeof openNotifyApi>>;
