/** The settings of GOV.UK Notify: text messages to leads who do not see their chat. */
import type { SettingName, SettingsReading } from './environment.ts';

export interface NotifyConfig {
  /** Without a slash at the end. */
  readonly apiUrl: string;
  readonly apiKey: string;
  readonly templateId: string;
}

const notifySettings = [
  'NOTIFY_API_KEY',
  'NOTIFY_TEMPLATE_ID',
  'NOTIFY_API_URL',
] as const satisfies readonly SettingName[];

/** Undefined when nobody is to be texted, or when what is wrong has been reported. */
export function notifyOf(
  { values, has, report }: SettingsReading,
  mode: 'trial' | 'service',
): NotifyConfig | undefined {
  const [first] = notifySettings.filter(has);
  if (first === undefined) return undefined;
  if (mode === 'trial') report(first, 'A trial tells nobody. Leave this out, or add the settings of Slack or Teams.');
  if (!has('NOTIFY_API_KEY')) report('NOTIFY_API_KEY', 'It is missing. Make one under "API integration" at Notify.');
  if (!has('NOTIFY_TEMPLATE_ID')) {
    report('NOTIFY_TEMPLATE_ID', 'It is missing. Copy it from the template at Notify (docs/leads.md says its words).');
  }
  const { NOTIFY_API_KEY: apiKey, NOTIFY_TEMPLATE_ID: templateId, NOTIFY_API_URL } = values;
  if (apiKey === undefined || templateId === undefined) return undefined;
  return { apiUrl: NOTIFY_API_URL ?? 'https://api.notifications.service.gov.uk', apiKey, templateId };
}
