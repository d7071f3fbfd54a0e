/**
 * Text messages by GOV.UK Notify, through its own client. The words stand in the template at Notify: this program can
 * fill in three gaps of it and say nothing else. What the client throws holds the number and the token, so that none of
 * it leaves this file.
 */
import { NotifyClient } from 'notifications-node-client';
import { z } from 'zod';
import type { NotifyConfig } from '../config/notify.ts';
import type { Pager, PagerAway, PagerStatus, TextSays } from './pager.ts';

/** What the template must say, to the letter. */
export const templateText =
  'Signpost, ((site)): a concern needs a safeguarding lead NOW. Open ((platform)). Ref ((reference))';

const waitMs = 8_000;
/** What a list of one text needs, many times over. */
const mostBytes = 1_000_000;

const failureSchema = z.object({
  code: z.string().optional(),
  response: z
    .object({
      status: z.int(),
      data: z
        .object({ errors: z.array(z.object({ error: z.string() })) })
        .optional()
        .catch(undefined),
    })
    .optional(),
});

const listSchema = z.object({
  data: z.object({
    notifications: z.array(
      z.object({ reference: z.string().nullish(), status: z.string(), completed_at: z.string().nullish() }),
    ),
  }),
});

const templateSchema = z.object({ data: z.object({ type: z.string(), body: z.string() }) });

/** @param timeout how long one answer is waited for, in milliseconds. */
export function createNotifyPager(config: NotifyConfig, timeout = waitMs): Pager {
  const client = clientOf(config, timeout);
  return {
    async send({ reference, number, says }) {
      try {
        await client.sendSms(config.templateId, number, { personalisation: gapsOf(says), reference });
        return { status: 'accepted' };
      } catch (error) {
        const { status, kind } = failureOf(error);
        if (status === 400) return { status: 'refused', reason: kind === 'ValidationError' ? 'number' : 'not-allowed' };
        if (kind === 'TooManyRequestsError') return { status: 'refused', reason: 'limit' };
        return awayOf(error);
      }
    },
    async statusOf(reference) {
      try {
        const found = listSchema.parse(await client.getNotifications('sms', undefined, reference));
        return standing(found.data.notifications.filter((each) => each.reference === reference));
      } catch (error) {
        return awayOf(error);
      }
    },
  };
}

/** Whether the template can be read with this key, and says what it must. Sends nothing. */
export async function lookAtTemplate(
  config: NotifyConfig,
): Promise<'fine' | 'other-words' | 'no-template' | PagerAway['reason']> {
  try {
    const { data } = templateSchema.parse(await clientOf(config, waitMs).getTemplateById(config.templateId));
    return data.type === 'sms' && data.body.trim() === templateText ? 'fine' : 'other-words';
  } catch (error) {
    const { status } = failureOf(error);
    return status === 404 || status === 400 ? 'no-template' : awayOf(error).reason;
  }
}

function clientOf({ apiUrl, apiKey }: NotifyConfig, timeout: number): NotifyClient {
  const client = new NotifyClient(apiUrl, apiKey);
  // By itself it waits for ever, and follows wherever it is sent with the token in hand.
  client.setClient(client.apiClient.restClient.create({ timeout, maxRedirects: 0, maxContentLength: mostBytes }));
  return client;
}

const gapsOf = ({ site, platform, concern }: TextSays) => ({ site, platform, reference: concern });

/** Of several under one reference, which only a crash at the wrong moment makes, the one that fared best. */
function standing(found: readonly z.infer<typeof listSchema>['data']['notifications'][number][]): PagerStatus {
  const delivered = found.find(({ status }) => status === 'delivered');
  if (delivered) {
    const at = Date.parse(delivered.completed_at ?? '');
    return { status: 'delivered', ...(Number.isNaN(at) ? {} : { at }) };
  }
  const [any] = found;
  if (!any) return { status: 'none' };
  return { status: found.every(({ status }) => failed.has(status)) ? 'failed' : 'sending' };
}

const failed: ReadonlySet<string> = new Set([
  'permanent-failure',
  'temporary-failure',
  'technical-failure',
  'validation-failed',
  'cancelled',
]);

/** Notify asks that its words are not read: they change, and the code and the kind of error do not. */
function failureOf(error: unknown): { readonly status?: number; readonly kind?: string; readonly code?: string } {
  const { data } = failureSchema.safeParse(error);
  const kind = data?.response?.data?.errors[0]?.error;
  return {
    ...(data?.response && { status: data.response.status }),
    ...(kind !== undefined && { kind }),
    ...(data?.code !== undefined && { code: data.code }),
  };
}

function awayOf(error: unknown): PagerAway {
  const { status, code } = failureOf(error);
  if (status === 403 || status === 401) return { status: 'away', reason: 'key' };
  if (status === 429) return { status: 'away', reason: 'busy' };
  return { status: 'away', reason: code === 'ECONNABORTED' || code === 'ETIMEDOUT' ? 'timeout' : 'unreachable' };
}
