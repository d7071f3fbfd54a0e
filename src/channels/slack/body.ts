/** Reads the body of a request that Slack signed: JSON for events, a form for everything that people press or type. */

export type SlackBody =
  | { readonly kind: 'payload'; readonly payload: unknown }
  /** Slack tests the address's certificate now and then. There is nothing to do, and nothing else may hide in it. */
  | { readonly kind: 'ssl-check' }
  | { readonly kind: 'refused'; readonly reason: 'shape' | 'ssl-check' };

const dispatched = ['payload', 'command', 'event', 'type'];

export function readSlackBody(contentType: string | undefined, raw: Buffer): SlackBody {
  const type = contentType?.split(';')[0]?.trim().toLowerCase();
  const text = raw.toString('utf8');
  if (type === 'application/json') return payload(parseJson(text));
  if (type !== 'application/x-www-form-urlencoded') return shape;
  const form = new URLSearchParams(text);
  const names = [...form.keys()];
  // A name given twice could be read one way here and another way elsewhere.
  if (new Set(names).size !== names.length) return shape;
  if (form.has('ssl_check')) {
    return dispatched.some((name) => form.has(name)) ? { kind: 'refused', reason: 'ssl-check' } : { kind: 'ssl-check' };
  }
  const pressed = form.get('payload');
  return payload(pressed === null ? Object.fromEntries(form) : parseJson(pressed));
}

const shape = { kind: 'refused', reason: 'shape' } as const;
const payload = (value: unknown): SlackBody => (value === undefined ? shape : { kind: 'payload', payload: value });

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
