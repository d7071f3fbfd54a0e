/** The least that every feature needs; manifest/slack/manifest.yaml asks for the same, and a test holds them equal. */
export const scopes = ['app_mentions:read', 'chat:write', 'commands', 'im:history'] as const;
