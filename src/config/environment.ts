/**
 * The environment variables: each by itself, with its shape and what to say when it has another. How they go
 * together is for the files that use them. `.env.example` explains every one, and a test holds the two equal.
 */
import { z } from 'zod';
import { logLevels } from '../log.ts';
import { isLoopback } from './loopback.ts';
import type { Problem } from './problem.ts';
import { indexSecretShape, secretKeysShape } from './secrets.ts';

const text = z.string();
const guid = z.guid();
const list = text.transform((value) => value.split(',').map((item) => item.trim()));
const wholeNumber = (min: number, max: number) =>
  text
    .regex(/^\d{1,6}$/)
    .transform(Number)
    .pipe(z.number().min(min).max(max));
const port = (min: number) => wholeNumber(min, 65_535);

/** An address that is asked for secrets or trusted with them: encrypted, or on this machine. */
const safeUrl = z.url({ protocol: /^https?$/ }).refine((value) => {
  const { protocol, hostname } = new URL(value);
  return protocol === 'https:' || isLoopback(hostname);
});
const origin = safeUrl
  .refine((value) => new URL(value).origin === value.replace(/\/$/, ''))
  .transform((value) => new URL(value).origin);

const httpsOnly = 'This is not a safe address. Use one that starts with https://.';
const makeSecret = '32 random bytes. This makes them: openssl rand -base64 32';
const copyFrom = (page: string) => `This does not look right. Copy it again from "${page}" on api.slack.com/apps.`;
const guidFrom = (page: string) =>
  `This is not an id of the form 00000000-0000-0000-0000-000000000000. Copy it from "${page}" of the bot in Azure.`;

/** Name, shape, and what to do when a value does not have it. */
const fields = {
  HOST: [
    z.union([z.ipv4(), z.ipv6(), z.literal('localhost')]),
    'Give an IP address of this machine, like 127.0.0.1 or 0.0.0.0.',
  ],
  PORT: [port(0), 'Give a whole number from 1 to 65535, or leave it out for 3978.'],
  PUBLIC_URL: [origin, 'Give the https:// address people reach this program by, with nothing after the name.'],
  METRICS_PORT: [port(1), 'Give a whole number from 1 to 65535, or leave it out for no metrics.'],
  LOG_LEVEL: [z.enum(logLevels), `Choose one of ${logLevels.join(', ')}.`],
  NODE_ENV: [z.enum(['production', 'development', 'test']), 'Choose production, development or test.'],
  ORGANISATION_FILE: [text, 'Give the path of your organisation file.'],
  CONVERSATION_IDLE_HOURS: [wholeNumber(1, 168), 'Give a whole number of hours from 1 to 168.'],

  REDIS_URL: [
    text.regex(/^rediss?(\+(sentinel|cluster))?:\/\/./),
    'Start it with redis://, rediss://, redis+sentinel:// or redis+cluster://.',
  ],
  REDIS_CA_FILE: [text, "Give the path of your authority's certificate, a PEM file."],
  DATA_DIR: [text, 'Give the path of a folder that only this program uses.'],
  SECRET_KEYS: [
    secretKeysShape,
    'Give each key as a name in small letters, a colon and 32 random bytes, with commas between keys and no name twice. ' +
      'This makes one: echo "k1:$(openssl rand -base64 32)"',
  ],
  INDEX_SECRET: [indexSecretShape, `Give at least ${makeSecret}`],

  SLACK_APP_ID: [text.regex(/^A[A-Z0-9]{2,29}$/), `It starts with A. ${copyFrom('Basic Information')}`],
  SLACK_SIGNING_SECRET: [text.regex(/^\S{16,}$/), copyFrom('Basic Information')],
  SLACK_BOT_TOKEN: [text.regex(/^(xoxe\.)?xoxb-\S+$/), `It starts with xoxb-. ${copyFrom('OAuth & Permissions')}`],
  SLACK_APP_TOKEN: [text.regex(/^xapp-\S+$/), `It starts with xapp-. ${copyFrom('Basic Information')}`],
  SLACK_CLIENT_ID: [text.regex(/^\d+\.\d+$/), copyFrom('Basic Information')],
  SLACK_CLIENT_SECRET: [text.regex(/^\S{16,}$/), copyFrom('Basic Information')],
  SLACK_STATE_SECRET: [text.min(32), `Give at least ${makeSecret}`],
  SLACK_API_URL: [safeUrl, httpsOnly],

  MICROSOFT_APP_ID: [guid, guidFrom('Configuration')],
  MICROSOFT_APP_TYPE: [
    z.enum(['SingleTenant', 'MultiTenant', 'UserAssignedMSI']),
    'Choose SingleTenant, MultiTenant or UserAssignedMSI.',
  ],
  MICROSOFT_APP_TENANT_ID: [guid, guidFrom('Configuration')],
  MICROSOFT_APP_PASSWORD: [
    text.regex(/^\S{16,}$/),
    'This is too short for a client secret. Copy its value again, not its id.',
  ],
  MICROSOFT_APP_CERTIFICATE_FILE: [text, "Give the path of the certificate's PEM file."],
  MICROSOFT_APP_CERTIFICATE_KEY_FILE: [text, "Give the path of the private key's PEM file."],
  TEAMS_OPENID_METADATA_URL: [safeUrl, httpsOnly],
  TEAMS_TOKEN_URL: [safeUrl, httpsOnly],
  TEAMS_SERVICE_HOSTS: [
    list.pipe(z.array(text.regex(/^[a-z0-9.-]+(:\d+)?$/))),
    'Give host names with commas between them, in small letters and without https://.',
  ],
  TEAMS_UNAUTHENTICATED: [
    z.literal('local-emulator'),
    'The only value is local-emulator. To check every sender, leave it out.',
  ],

  NOTIFY_API_KEY: [
    text.regex(/^\S*-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i),
    'This is not a whole key. It ends in two ids; Notify shows it once, so make another under "API integration".',
  ],
  NOTIFY_TEMPLATE_ID: [
    guid,
    'This is not an id of the form 00000000-0000-0000-0000-000000000000. Copy it from Notify.',
  ],
  NOTIFY_API_URL: [origin, httpsOnly],
} as const satisfies Record<string, readonly [z.ZodType, string]>;

export type SettingName = keyof typeof fields;
export const settingNames = Object.keys(fields) as SettingName[];

/** The settings as read so far. A part that finds something wrong reports it and goes on, so that all is found. */
export interface SettingsReading {
  readonly values: { readonly [S in SettingName]?: z.infer<(typeof fields)[S][0]> };
  /** Set at all, even to something that cannot be used. */
  has(setting: SettingName): boolean;
  /** Only the first problem of a setting counts: the others follow from it. */
  report(setting: SettingName, says: string): void;
  readonly problems: readonly Problem[];
}

/** Reads every setting by itself. An empty value counts as not set; space around a value is dropped. */
export function readEnvironment(environment: Readonly<Record<string, string | undefined>>): SettingsReading {
  const problems = new Map<SettingName, Problem>();
  const report = (setting: SettingName, says: string) => {
    if (!problems.has(setting)) problems.set(setting, { setting, says });
  };
  const given = (setting: SettingName) => environment[setting]?.trim() || undefined;
  const values = Object.fromEntries(
    settingNames.flatMap((setting) => {
      const value = given(setting);
      if (value === undefined) return [];
      const [shape, says] = fields[setting];
      const parsed = shape.safeParse(value);
      if (parsed.success) return [[setting, parsed.data]];
      report(setting, says);
      return [];
    }),
  );
  return {
    values,
    has: (setting) => given(setting) !== undefined,
    report,
    get problems() {
      return [...problems.values()];
    },
  };
}
