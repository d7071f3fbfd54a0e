/** Teams as it answers these settings: the bot's own token, the keys that Microsoft signs with, and whose directory it is. */
import type { Organisation } from '../../rules/local.ts';
import { createTokens } from '../channels/teams/credentials.ts';
import { faultOf, TokenRefused } from '../channels/teams/faults.ts';
import { createKeys, KeysAway } from '../channels/teams/keys.ts';
import type { TeamsConfig } from '../config/teams.ts';
import { type DoctorFinding, fine, unwise, wrong } from './finding.ts';

const waitMs = 8_000;

export async function examineTeams(
  config: TeamsConfig,
  organisation: Organisation,
  clock: () => number,
): Promise<readonly DoctorFinding[]> {
  if (config.kind === 'localEmulator') {
    return [wrong('teams', 'Nobody is checked.', 'Anybody could speak as anybody.', 'remove TEAMS_UNAUTHENTICATED.')];
  }
  return [
    await tokenOf(config, clock),
    await keysOf(config.openIdMetadataUrl, clock),
    ...directoryOf(config.tenantId, organisation),
  ];
}

async function tokenOf(
  config: Extract<TeamsConfig, { kind: 'verified' }>,
  clock: () => number,
): Promise<DoctorFinding> {
  const why = 'Nothing can be sent.';
  try {
    await createTokens(config, clock).get(AbortSignal.timeout(waitMs));
    return fine('teams', 'Microsoft gives the bot a token.');
  } catch (error) {
    const reason = faultOf(error);
    if (error instanceof TokenRefused) {
      const fix = 'check MICROSOFT_APP_ID, its tenant and its secret in Azure; a secret may have ended.';
      return wrong('teams', `Microsoft gives the bot no token (${reason}).`, why, fix);
    }
    const fix = 'let this machine open https:// connections to login.microsoftonline.com.';
    return wrong('teams', `Microsoft's token endpoint cannot be reached (${reason}).`, why, fix);
  }
}

/** A key that nobody has is looked for: not finding it means that the list was read. */
async function keysOf(metadataUrl: string, clock: () => number): Promise<DoctorFinding> {
  try {
    await createKeys({ metadataUrl, clock, waitMs }).find('none');
    return fine('teams', "The keys of Microsoft's signatures can be read.");
  } catch (error) {
    if (!(error instanceof KeysAway)) throw error;
    return wrong(
      'teams',
      "The keys of Microsoft's signatures cannot be read.",
      'Every message from Teams is refused.',
      'let this machine open https:// connections to login.botframework.com, or mend TEAMS_OPENID_METADATA_URL.',
    );
  }
}

function directoryOf(tenantId: string | undefined, { workspaces }: Organisation): readonly DoctorFinding[] {
  if (tenantId === undefined) return [];
  if (workspaces.teams.some((each) => each.toLowerCase() === tenantId.toLowerCase())) return [];
  return [
    unwise(
      'teams',
      "The organisation file does not name the bot's own directory.",
      'Everybody there is turned away.',
      `add it to the organisation file: workspaces: { teams: [${tenantId}] }`,
    ),
  ];
}
