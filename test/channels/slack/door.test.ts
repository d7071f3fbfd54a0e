import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readSlackBody } from '../../../src/channels/slack/body.ts';
import { refusedAtDoor, sign } from '../../../src/channels/slack/door.ts';

const secret = '8f742231b10e8888abcd99yyyzzz85a5';
const now = 1_531_420_618_000;
const raw = Buffer.from('token=xyzz&team_id=T1&command=%2Fsignpost');
const signed = (more: Record<string, string> = {}, at = now, bytes: Uint8Array = raw) => {
  const time = String(at / 1000);
  return { 'x-slack-request-timestamp': time, 'x-slack-signature': sign(time, bytes, secret), ...more };
};
const refused = (headers: Record<string, string>, bytes: Uint8Array = raw, at = now) =>
  refusedAtDoor(headers, bytes, secret, at);

describe('the signature', () => {
  it("is Slack's, as its documentation works it out", () => {
    const body =
      'token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c';
    const documented = '8f742231b10e8888abcd99yyyzzz85a5';
    expect(sign('1531420618', Buffer.from(body), documented)).toBe(
      'v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503',
    );
  });

  it('lets in what is signed, over bytes that are no text too', () => {
    expect(refused(signed())).toBeUndefined();
    const bytes = randomBytes(300);
    expect(refused(signed({}, now, bytes), bytes)).toBeUndefined();
  });

  it.each([
    ['one byte changed', signed(), Buffer.from('token=xyzz&team_id=T2&command=%2Fsignpost')],
    ['another secret', { ...signed(), 'x-slack-signature': sign(String(now / 1000), raw, 'other') }, raw],
    ['a shorter signature', signed({ 'x-slack-signature': 'v0=a' }), raw],
    ['another version', signed({ 'x-slack-signature': signed()['x-slack-signature'].replace('v0', 'v1') }), raw],
    ['a time that was not signed', { ...signed(), 'x-slack-request-timestamp': String(now / 1000 + 1) }, raw],
  ])('refuses %s', (_, headers, bytes) => {
    expect(refused(headers, bytes)).toBe('signature');
  });

  it.each([
    ['no signature', { 'x-slack-request-timestamp': '1531420618' }],
    ['no time', { 'x-slack-signature': 'v0=a' }],
    ['a time that is no number', signed({ 'x-slack-request-timestamp': '1531420618abc' })],
    ['an empty time', signed({ 'x-slack-request-timestamp': '' })],
  ])('refuses %s', (_, headers) => {
    expect(refused(headers)).toBe('no-signature');
  });

  it('holds both sides of five minutes', () => {
    const minutes = (count: number) => now + count * 60_000;
    expect(refused(signed(), raw, minutes(5))).toBeUndefined();
    expect(refused(signed(), raw, minutes(5) + 1_000)).toBe('old');
    expect(refused(signed(), raw, minutes(-5))).toBeUndefined();
    expect(refused(signed(), raw, minutes(-5) - 1_000)).toBe('future');
  });
});

describe('the body', () => {
  const form = 'application/x-www-form-urlencoded';
  const read = (text: string, type: string | undefined = form) => readSlackBody(type, Buffer.from(text));

  it('is JSON for events, a form for commands, JSON in a form for presses', () => {
    expect(read('{"type":"a"}', 'application/json; charset=utf-8')).toEqual({
      kind: 'payload',
      payload: { type: 'a' },
    });
    expect(read('command=%2Fsignpost&text=a+b')).toEqual({
      kind: 'payload',
      payload: { command: '/signpost', text: 'a b' },
    });
    expect(read('payload=%7B%22type%22%3A%22b%22%7D')).toEqual({ kind: 'payload', payload: { type: 'b' } });
  });

  it("is Slack's test of the certificate only when it is nothing else", () => {
    expect(read('ssl_check=1&token=x')).toEqual({ kind: 'ssl-check' });
    for (const more of ['payload=%7B%7D', 'command=%2Fsignpost', 'type=event_callback', 'event=x']) {
      expect(read(`ssl_check=1&${more}`)).toEqual({ kind: 'refused', reason: 'ssl-check' });
    }
  });

  it.each([
    ['a name given twice', 'command=%2Fsignpost&command=%2Fother', form],
    ['JSON that is none', '{', 'application/json'],
    ['a payload that is none', 'payload=x', form],
    ['another type', '<a/>', 'text/xml'],
    ['no type', '{}', ''],
  ])('%s is refused', (_, text, type) => {
    expect(read(text, type)).toEqual({ kind: 'refused', reason: 'shape' });
  });
});
