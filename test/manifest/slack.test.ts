/** The manifest, held to Slack's own rules for one and to what the program does. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { scopes } from '../../src/channels/slack/scopes.ts';
import { translate } from '../../src/channels/slack/translate.ts';

const text = readFileSync(join(import.meta.dirname, '../../manifest/slack/manifest.yaml'), 'utf8');
const address = z.url({ protocol: /^https$/ });

/** From Slack's reference for app manifests; strict, so that a misspelt field is found. */
const schema = z.strictObject({
  display_information: z.strictObject({
    name: z.string().min(1).max(35),
    description: z.string().max(140),
    long_description: z.string().min(174).max(4_000),
    background_color: z.string().regex(/^#[0-9a-f]{6}$/),
  }),
  features: z.strictObject({
    app_home: z.strictObject({
      home_tab_enabled: z.boolean(),
      messages_tab_enabled: z.boolean(),
      messages_tab_read_only_enabled: z.boolean(),
    }),
    bot_user: z.strictObject({ display_name: z.string().regex(/^[\w .-]{1,80}$/), always_online: z.boolean() }),
    shortcuts: z
      .array(
        z.strictObject({
          name: z.string().max(24),
          type: z.enum(['global', 'message']),
          callback_id: z.string().max(255),
          description: z.string().max(150),
        }),
      )
      .max(10),
    slash_commands: z
      .array(
        z.strictObject({
          command: z.string().regex(/^\/[a-z]{1,31}$/),
          url: address,
          description: z.string().max(2_000),
          usage_hint: z.string().max(1_000),
          should_escape: z.boolean(),
        }),
      )
      .max(50),
  }),
  oauth_config: z.strictObject({
    redirect_urls: z.array(address).max(1_000),
    scopes: z.strictObject({ bot: z.array(z.string()).max(255) }),
  }),
  settings: z.strictObject({
    event_subscriptions: z.strictObject({ request_url: address, bot_events: z.array(z.string()).max(100) }),
    interactivity: z.strictObject({ is_enabled: z.boolean(), request_url: address }),
    org_deploy_enabled: z.boolean(),
    socket_mode_enabled: z.boolean(),
    token_rotation_enabled: z.boolean(),
  }),
});

const manifest = schema.parse(parse(text));
const { features, oauth_config, settings } = manifest;

/** The scope that Slack wants for each event; the others need none. */
const scopeOf: Readonly<Record<string, string | undefined>> = {
  app_mention: 'app_mentions:read',
  'message.im': 'im:history',
  app_home_opened: undefined,
  app_uninstalled: undefined,
  tokens_revoked: undefined,
};

describe('the manifest', () => {
  it('asks for the scopes that the program asks for, each of them needed', () => {
    expect(oauth_config.scopes.bot).toEqual([...scopes]);
    const needed = [
      'chat:write',
      'commands',
      ...settings.event_subscriptions.bot_events.map((event) => scopeOf[event]),
    ];
    expect(oauth_config.scopes.bot.filter((scope) => !needed.includes(scope))).toEqual([]);
    expect(needed.filter((scope) => scope !== undefined && !oauth_config.scopes.bot.includes(scope))).toEqual([]);
  });

  it('subscribes to the events that the program knows, and to no other', () => {
    expect(settings.event_subscriptions.bot_events.toSorted()).toEqual(Object.keys(scopeOf).toSorted());
  });

  it('sends everything to the one address, and people back to where they are awaited', () => {
    const [command] = features.slash_commands;
    const events = settings.event_subscriptions.request_url;
    expect(
      [events, settings.interactivity.request_url, command?.url].map((url) => new URL(url ?? '').pathname),
    ).toEqual(Array(3).fill('/slack/events'));
    expect(oauth_config.redirect_urls.map((url) => new URL(url).pathname)).toEqual(['/slack/oauth_redirect']);
  });

  it('turns on every place where people meet the bot', () => {
    expect(features.app_home).toEqual({
      home_tab_enabled: true,
      messages_tab_enabled: true,
      messages_tab_read_only_enabled: false,
    });
    expect(settings).toMatchObject({ interactivity: { is_enabled: true }, org_deploy_enabled: true });
    expect(features.slash_commands.map(({ command }) => command)).toEqual(['/signpost']);
  });

  it('has a shortcut that the program takes', () => {
    const [shortcut] = features.shortcuts;
    const pressed = {
      type: 'shortcut',
      callback_id: shortcut?.callback_id,
      team: { id: 'T1' },
      user: { id: 'U1' },
      trigger_id: '1',
    };
    expect(translate(pressed, 0)).toMatchObject({ kind: 'shortcut', wants: { do: 'converse' } });
    expect(translate({ ...pressed, callback_id: 'other' }, 0)).toBe('nothing');
  });
});
