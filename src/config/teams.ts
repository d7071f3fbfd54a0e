/** The Teams settings. No app id means that Teams is off, never that its checks are. */
import type { SettingName, SettingsReading } from './environment.ts';
import { isLoopback } from './loopback.ts';

export type TeamsConfig =
  | {
      readonly kind: 'verified';
      readonly appId: string;
      /** The one directory the bot is registered in; absent for a bot of many tenants. */
      readonly tenantId?: string;
      readonly credential:
        | { readonly kind: 'password'; readonly password: string }
        /** Paths of PEM files. */
        | { readonly kind: 'certificate'; readonly certificateFile: string; readonly keyFile: string }
        | { readonly kind: 'managedIdentity' };
      readonly openIdMetadataUrl: string;
      /** Absent: Microsoft's own for the tenant. */
      readonly tokenUrl?: string;
      /** Where the connector may be: host names, with a port if not 443. */
      readonly serviceHosts: readonly string[];
    }
  /** Nobody is checked. Only for an emulator on this machine; `readConfig` refuses everything else. */
  | { readonly kind: 'localEmulator' };

export const microsoftSettings = [
  'MICROSOFT_APP_ID',
  'MICROSOFT_APP_TYPE',
  'MICROSOFT_APP_TENANT_ID',
  'MICROSOFT_APP_PASSWORD',
  'MICROSOFT_APP_CERTIFICATE_FILE',
  'MICROSOFT_APP_CERTIFICATE_KEY_FILE',
  'TEAMS_OPENID_METADATA_URL',
  'TEAMS_TOKEN_URL',
  'TEAMS_SERVICE_HOSTS',
] as const satisfies readonly SettingName[];

const publicOpenIdMetadata = 'https://login.botframework.com/v1/.well-known/openidconfiguration';
const publicServiceHosts = ['smba.trafficmanager.net'];

type Credential = Extract<TeamsConfig, { kind: 'verified' }>['credential'];

/** Undefined when Teams is off, or when what is wrong has been reported. */
export function teamsOf(reading: SettingsReading, credentialsGiven: boolean): TeamsConfig | undefined {
  const { values, has, report } = reading;
  if (has('TEAMS_UNAUTHENTICATED')) return emulatorOf(reading, credentialsGiven);
  if (!microsoftSettings.some(has)) return undefined;

  if (!has('MICROSOFT_APP_ID')) {
    report(
      'MICROSOFT_APP_ID',
      'It is missing. Copy "Microsoft App ID" from the Configuration page of the bot in Azure.',
    );
  }
  const manyTenants = values.MICROSOFT_APP_TYPE === 'MultiTenant';
  if (!manyTenants && !has('MICROSOFT_APP_TENANT_ID')) {
    report(
      'MICROSOFT_APP_TENANT_ID',
      'It is missing. Copy "App Tenant ID" from the Configuration page of the bot in Azure.',
    );
  }
  if (manyTenants && has('MICROSOFT_APP_TENANT_ID')) {
    report(
      'MICROSOFT_APP_TENANT_ID',
      'A MultiTenant bot has no tenant of its own. Remove this, or set MICROSOFT_APP_TYPE to SingleTenant.',
    );
  }
  const credential = credentialOf(reading);
  const { MICROSOFT_APP_ID, MICROSOFT_APP_TENANT_ID, TEAMS_TOKEN_URL } = values;
  if (MICROSOFT_APP_ID === undefined || credential === undefined) return undefined;
  return {
    kind: 'verified',
    appId: MICROSOFT_APP_ID,
    ...(MICROSOFT_APP_TENANT_ID !== undefined && { tenantId: MICROSOFT_APP_TENANT_ID }),
    credential,
    openIdMetadataUrl: values.TEAMS_OPENID_METADATA_URL ?? publicOpenIdMetadata,
    ...(TEAMS_TOKEN_URL !== undefined && { tokenUrl: TEAMS_TOKEN_URL }),
    serviceHosts: values.TEAMS_SERVICE_HOSTS ?? publicServiceHosts,
  };
}

function credentialOf({ values, has, report }: SettingsReading): Credential | undefined {
  const password = has('MICROSOFT_APP_PASSWORD');
  const certificate = has('MICROSOFT_APP_CERTIFICATE_FILE') || has('MICROSOFT_APP_CERTIFICATE_KEY_FILE');
  if (values.MICROSOFT_APP_TYPE === 'UserAssignedMSI') {
    if (password) report('MICROSOFT_APP_PASSWORD', 'A managed identity has no secret. Remove this.');
    if (certificate)
      report('MICROSOFT_APP_CERTIFICATE_FILE', 'A managed identity has no certificate. Remove this and its key.');
    return { kind: 'managedIdentity' };
  }
  if (password && certificate) {
    report('MICROSOFT_APP_PASSWORD', 'There is a certificate as well. Keep the certificate and remove this.');
  }
  const {
    MICROSOFT_APP_PASSWORD,
    MICROSOFT_APP_CERTIFICATE_FILE: certificateFile,
    MICROSOFT_APP_CERTIFICATE_KEY_FILE: keyFile,
  } = values;
  if (certificate) {
    if (certificateFile !== undefined && keyFile !== undefined)
      return { kind: 'certificate', certificateFile, keyFile };
    const missing =
      certificateFile === undefined ? 'MICROSOFT_APP_CERTIFICATE_FILE' : 'MICROSOFT_APP_CERTIFICATE_KEY_FILE';
    report(missing, 'It is missing. A certificate needs both files: the certificate and its private key.');
    return undefined;
  }
  if (!password) {
    report(
      'MICROSOFT_APP_PASSWORD',
      'It is missing. Set it, or use a certificate, or a managed identity (MICROSOFT_APP_TYPE).',
    );
  }
  return MICROSOFT_APP_PASSWORD === undefined ? undefined : { kind: 'password', password: MICROSOFT_APP_PASSWORD };
}

function emulatorOf({ values, report }: SettingsReading, credentialsGiven: boolean): TeamsConfig {
  const refuse = (why: string) => report('TEAMS_UNAUTHENTICATED', `${why} Remove this: with it, nobody is checked.`);
  if (values.NODE_ENV === 'production') refuse('It is for trying things out, never for production.');
  if (credentialsGiven) refuse('There are settings of a real Slack or Teams as well.');
  if (!isLoopback(values.HOST ?? '127.0.0.1')) refuse('It works on 127.0.0.1 only.');
  return { kind: 'localEmulator' };
}
