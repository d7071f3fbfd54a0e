/** What is drawn for Slack is measured in bytes by Node's Buffer, which a browser has not. */
const measure = { byteLength: (text: string) => new TextEncoder().encode(text).length };
const here = globalThis as unknown as { Buffer?: unknown };
here.Buffer ??= measure;

export {};
