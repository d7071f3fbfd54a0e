/**
 * Who somebody is to us. The installation says whose token answers; the tenant says whose conversation it is. They
 * differ where a stranger meets the app in a channel shared by Slack Connect.
 */
import type { Account } from '../../contract.ts';
import type { SlackEvent, SlackPress } from './payloads.ts';

/** Where the app is installed: the workspace, or the organisation where it is installed for the whole of it. */
export function workspaceOfEvent({ authorizations, team_id }: SlackEvent): string | undefined {
  const [authorization] = authorizations ?? [];
  const whole = authorization?.is_enterprise_install === true;
  return (whole ? authorization.enterprise_id : (authorization?.team_id ?? team_id)) ?? undefined;
}

/**
 * The person's own workspace: in a channel shared by Slack Connect it is not the one the app is in. An id of the whole
 * organisation, which Grid sometimes gives for its people, is not a workspace.
 */
export function tenantOfEvent({ event, enterprise_id, is_ext_shared_channel }: SlackEvent, workspace: string): string {
  const own = event.user_team ?? event.team;
  if (!own || own === enterprise_id) return workspace;
  return workspace === enterprise_id && !is_ext_shared_channel ? workspace : own;
}

type Presser = Pick<SlackPress, 'team' | 'enterprise' | 'is_enterprise_install' | 'user'>;

export const workspaceOf = ({ is_enterprise_install: whole, enterprise, team }: Presser): string | undefined =>
  whole === true ? enterprise?.id : team?.id;

export function tenantOfPerson({ user, enterprise, is_enterprise_install: whole }: Presser, workspace: string): string {
  const own = user.team_id;
  return whole || !own || own === enterprise?.id ? workspace : own;
}

export const person = (tenant: string, id: string): Account => ({ channel: 'slack', tenant, person: id });
