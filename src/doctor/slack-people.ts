/** The leads' channels and the people of the organisation file, as Slack knows them. The program itself may not ask. */
import { z } from 'zod';
import { type Organisation, peopleOf } from '../../rules/local.ts';
import { codeOf } from '../channels/slack/faults.ts';
import type { WebApi } from '../channels/slack/web-api.ts';
import { type About, type DoctorFinding, fine, unwise, wrong } from './finding.ts';

const channelSchema = z.object({
  channel: z.object({
    is_member: z.boolean().optional(),
    is_archived: z.boolean().optional(),
    is_private: z.boolean().optional(),
    is_ext_shared: z.boolean().optional(),
  }),
});
const personSchema = z.object({
  user: z.object({
    deleted: z.boolean().optional(),
    is_bot: z.boolean().optional(),
    is_restricted: z.boolean().optional(),
    is_ultra_restricted: z.boolean().optional(),
    is_stranger: z.boolean().optional(),
  }),
});

/** The answer; nothing where we may not ask; or Slack's code. */
async function asked<T>(call: () => Promise<T>): Promise<T | 'may-not' | { readonly refused: string }> {
  try {
    return await call();
  } catch (error) {
    const code = codeOf(error) ?? 'no answer';
    return code === 'missing_scope' || code === 'unknown_method' ? 'may-not' : { refused: code };
  }
}

const mayNot = (about: About, what: string, scope: string): DoctorFinding =>
  unwise(
    about,
    `${what} could not be looked up: Signpost has no right to.`,
    'A wrong id shows only with the test notice.',
    `start it, and press "Send a test notice" (docs/leads.md). Or add ${scope} to the app, reinstall it, run this, and take it away again.`,
  );

export async function channelsOf(
  token: string,
  { sites }: Organisation,
  api: WebApi,
): Promise<readonly DoctorFinding[]> {
  const placed = sites.flatMap(({ id, channel, secondChannel }) =>
    [
      ['channel', channel.slack],
      ['secondChannel', secondChannel.slack],
    ].flatMap(([field, channelId]) => (channelId ? [{ at: `sites.${id}.${field}`, channelId }] : [])),
  );
  const found: DoctorFinding[] = [];
  for (const { at, channelId } of placed) {
    const answer = await asked(async () =>
      channelSchema.parse(await api.call(token, 'conversations.info', { channel: channelId })),
    );
    if (answer === 'may-not') return [mayNot('leads', "The leads' channels", 'channels:read and groups:read')];
    found.push(...channelFindings(at, channelId, answer));
  }
  return found;
}

function channelFindings(
  at: string,
  id: string,
  answer: z.infer<typeof channelSchema> | { readonly refused: string },
): readonly DoctorFinding[] {
  const lost = 'The leads of that site are not told there.';
  const invite = `in the channel ${id} write: /invite @Signpost`;
  if ('refused' in answer)
    return [wrong('leads', `${at}: Slack does not show ${id} (${answer.refused}).`, lost, invite)];
  const { is_member, is_archived, is_private, is_ext_shared } = answer.channel;
  if (is_archived) return [wrong('leads', `${at}: ${id} is archived.`, lost, 'give another channel.')];
  if (!is_member) return [wrong('leads', `${at}: Signpost is not in ${id}.`, lost, invite)];
  return [
    fine('leads', `${at}: Signpost is in ${id}.`),
    ...(is_private
      ? []
      : [wrong('leads', `${at}: ${id} is public.`, 'Everybody in the workspace can read it.', 'make it private.')]),
    ...(is_ext_shared
      ? [
          wrong(
            'leads',
            `${at}: ${id} is shared with others.`,
            'Strangers can read it.',
            'give one that is not shared.',
          ),
        ]
      : []),
  ];
}

export async function accountsOf(
  token: string,
  organisation: Organisation,
  api: WebApi,
): Promise<readonly DoctorFinding[]> {
  const people = [
    ...organisation.sites.flatMap((site) =>
      peopleOf(site).map(({ id, slack }) => ({ at: `sites.${site.id}.${id}`, account: slack })),
    ),
    ...organisation.administrators.map(({ name, slack }) => ({ at: `administrators.${name}`, account: slack })),
  ];
  const found: DoctorFinding[] = [];
  for (const { at, account } of people) {
    if (account === undefined) continue;
    const answer = await asked(async () => personSchema.parse(await api.call(token, 'users.info', { user: account })));
    if (answer === 'may-not') return [mayNot('people', 'The accounts of leads', 'users:read')];
    found.push(...personFindings(at, account, answer));
  }
  return found;
}

function personFindings(
  at: string,
  account: string,
  answer: z.infer<typeof personSchema> | { readonly refused: string },
): readonly DoctorFinding[] {
  const lost = 'They are not told.';
  const fix = `put the member id of the right person there, in the organisation file.`;
  if ('refused' in answer) return [wrong('people', `${at}: Slack knows no ${account} (${answer.refused}).`, lost, fix)];
  const { deleted, is_bot, is_restricted, is_ultra_restricted, is_stranger } = answer.user;
  if (deleted) return [wrong('people', `${at}: the account ${account} is closed.`, lost, fix)];
  if (is_bot) return [wrong('people', `${at}: ${account} is an app and no person.`, lost, fix)];
  if (is_restricted || is_ultra_restricted || is_stranger) {
    return [unwise('people', `${at}: ${account} is a guest.`, 'Guests are not served as your own people.', fix)];
  }
  return [fine('people', `${at}: ${account} is there.`)];
}
