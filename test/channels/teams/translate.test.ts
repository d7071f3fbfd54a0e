/** Activities in the shapes that Microsoft documents for Teams, and what becomes of each. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressOf, placeOf } from '../../../src/channels/teams/places.ts';
import { translate } from '../../../src/channels/teams/translate.ts';

const bot = { id: '28:bot', name: 'CANARY-BOT' };
const serviceUrl = 'https://smba.trafficmanager.net/uk/';
const common = {
  id: '1485983408511',
  channelId: 'msteams',
  serviceUrl,
  from: { id: '29:one', name: 'CANARY-NAME', aadObjectId: 'aad-one' },
  recipient: bot,
  conversation: { id: 'a:chat', conversationType: 'personal', tenantId: 'T1' },
  channelData: { tenant: { id: 'T1' } },
};
const inChannel = {
  conversation: { id: '19:team@thread.tacv2;messageid=1', conversationType: 'channel', isGroup: true },
};
const inGroup = { conversation: { id: '19:group@thread.v2', conversationType: 'groupChat', isGroup: true } };
const message = (more: object = {}) => ({ ...common, type: 'message', text: 'hi', ...more });
const press = (data: object, more: object = {}) => ({
  ...common,
  type: 'invoke',
  name: 'adaptiveCard/action',
  value: { action: { type: 'Action.Execute', verb: 'press', data }, trigger: 'manual' },
  ...more,
});
const mention = { type: 'mention', text: '<at>Signpost</at>', mentioned: { id: '28:bot', name: 'Signpost' } };
const at = (activity: object) => {
  const arrival = translate(activity, 'T1');
  if (typeof arrival === 'string') throw new Error(arrival);
  return arrival;
};
const inputOf = (activity: object) => {
  const { wants } = at(activity);
  return wants.do === 'converse' ? wants.input : undefined;
};

describe('who and where', () => {
  it("is the directory's own id, and the personal chat", () => {
    expect(at(message({ locale: 'en-GB' }))).toEqual({
      kind: 'message',
      tenant: 'T1',
      from: { channel: 'teams', tenant: 'T1', person: 'aad-one' },
      wants: {
        do: 'converse',
        delivery: '1485983408511',
        input: { kind: 'text', text: 'hi' },
        to: {
          at: 'personal',
          tenant: 'T1',
          bot: '28:bot',
          serviceUrl,
          user: '29:one',
          conversation: 'a:chat',
          locale: 'en-GB',
        },
      },
    });
  });

  it('is the id that Teams gave them, where the directory gave none', () => {
    expect(at(message({ from: { id: '29:one' } })).from.person).toBe('29:one');
  });

  it('is a place that can be read again when it is needed', () => {
    for (const more of [{}, inChannel, inGroup, { from: { id: '29:one' } }]) {
      const { wants } = at(message({ ...more, text: 'number for childline' }));
      if (wants.do !== 'converse') throw new Error('no talk');
      expect(placeOf(addressOf(wants.to))).toEqual(wants.to);
      if (wants.point) expect(placeOf(addressOf(wants.point))).toEqual(wants.point);
    }
  });
});

describe('what they typed', () => {
  it('is read without the name of the bot, and as it was typed', () => {
    const text = '<at>Signpost</at>&nbsp;a &amp; b &lt;c&gt;\n';
    expect(inputOf(message({ text, entities: [mention] }))).toEqual({ kind: 'text', text: 'a & b <c>' });
  });

  it('is text, though Teams sends a formatted copy, a quote or a card beside it', () => {
    for (const contentType of ['text/html', 'messageReference', 'application/vnd.microsoft.card.adaptive']) {
      expect(inputOf(message({ attachments: [{ contentType, content: 'CANARY' }] }))).toMatchObject({ kind: 'text' });
    }
  });

  it.each(['image/png', 'image/*', 'application/vnd.microsoft.teams.file.download.info', 'video/mp4', ''])(
    'is a file (%s), and nothing of it; what was written with it is no answer',
    (contentType) => {
      const file = { contentType, name: 'CANARY.png', contentUrl: 'https://x.example/CANARY' };
      const arrival = at(message({ text: 'her', attachments: [{ contentType: 'text/html' }, file] }));
      expect(arrival.wants).toMatchObject({ input: { kind: 'file', beside: 'her' } });
      expect(JSON.stringify(arrival)).not.toContain('CANARY');
    },
  );
});

describe.each([
  ['a team', inChannel],
  ['a group chat', inGroup],
])('in %s', (_, where) => {
  it('nothing is read here; the answer comes in their own chat', () => {
    const arrival = at(message({ ...where, text: '<at>Signpost</at> CANARY was sent pictures', entities: [mention] }));
    expect(arrival.wants).toMatchObject({
      input: { kind: 'aloud', words: 'CANARY was sent pictures' },
      to: { at: 'person', user: '29:one', aad: 'aad-one' },
      point: { at: 'channel', conversation: where.conversation.id },
    });
  });

  it('a file is not even noticed', () => {
    expect(inputOf(message({ ...where, attachments: [{ contentType: 'image/png' }] }))).toMatchObject({
      kind: 'aloud',
    });
  });

  it('coming, going and installing are nothing', () => {
    const update = { ...common, ...where, type: 'installationUpdate' };
    for (const action of ['add', 'remove']) expect(translate({ ...update, action }, 'T1')).toBe('nothing');
    expect(translate({ ...update, type: 'conversationUpdate', membersAdded: [bot] }, 'T1')).toBe('nothing');
  });
});

describe('a press', () => {
  it.each([
    ['Action.Execute', press({ token: 'abc' })],
    ['Action.Submit', message({ text: undefined, value: { token: 'abc', verb: 'press' } })],
  ])('by %s', (_, activity) => {
    expect(inputOf(activity)).toEqual({ kind: 'press', token: 'abc' });
  });

  it('brings its ticks; none is a list too', () => {
    expect(inputOf(press({ token: 'abc', ticks: 'a,b' }))).toMatchObject({ ticked: ['a', 'b'] });
    expect(inputOf(press({ token: 'abc', ticks: '' }))).toMatchObject({ ticked: [] });
    expect(inputOf(press({ token: 'abc' }))).not.toHaveProperty('ticked');
  });

  it('is for nobody else to read: where it is public, the answer comes in the personal chat', () => {
    expect(at(press({ token: 'abc' }, inGroup)).wants).toMatchObject({ to: { at: 'person' } });
  });
});

describe('what cannot be read is answered, and nothing of it is taken in:', () => {
  const forwarded = { contentType: 'forwardedMessageReference', content: '{"originalSentDateTime":"CANARY"}' };
  const html = (content: string) => ({ contentType: 'text/html', content });
  it.each([
    ['a forward', message({ text: '', attachments: [forwarded, html('<attachment id="1"></attachment>')] })],
    ['a quote alone', message({ text: '<quoted messageId="1"/>', attachments: [{ contentType: 'messageReference' }] })],
    ['a card', message({ text: '', attachments: [{ contentType: 'application/vnd.microsoft.card.hero' }] })],
  ])('%s is taken for a file', (_, activity) => {
    expect(inputOf(activity)).toEqual({ kind: 'file' });
    expect(JSON.stringify(at(activity))).not.toContain('CANARY');
  });

  const quote = (more: object) => ({
    contentType: 'messageReference',
    content: { messagePreview: 'of others', ...more },
  });
  it.each([
    ['a forward', { attachments: [{ ...forwarded, content: '{"originalMessageContent":"<p>of others</p>"}' }] }],
    ['a quote', { attachments: [quote({ messageSender: { user: { id: '1', displayName: 'CANARY' } } })] }],
    [
      'a card',
      { attachments: [{ contentType: 'application/vnd.microsoft.card.hero', content: { title: 'of others' } }] },
    ],
    ['a quote in the text', { text: '<blockquote>of others</blockquote>' }],
  ])('the words of %s are no answer', (_, more) => {
    expect(inputOf(message({ text: '', ...more }))).toEqual({ kind: 'file', beside: 'of others' });
    const beside = inputOf(message({ ...more, text: `yes ${'text' in more ? more.text : ''}` }));
    expect(beside).toEqual({ kind: 'text', text: 'yes', beside: 'of others' });
  });

  it.each([
    ['as a program sent it', { attachments: [quote({ messageSender: { application: { id: '28:bot' } } })] }],
    ['as older clients do', { text: '<blockquote itemtype="http://schema.skype.com/Reply">ring 999</blockquote>yes' }],
  ])('our own message, quoted in a reply %s, is not read', (_, more) => {
    expect(inputOf(message({ text: 'yes', ...more }))).toEqual({ kind: 'text', text: 'yes' });
  });

  it.each([
    ['no value', message({ text: undefined, value: null, replyToId: '1' })],
    ['an empty value', message({ text: '', value: {} })],
    ['the value of another version', message({ text: '', value: { action: 'go' } })],
    ['words for a value', message({ text: undefined, value: 'CANARY' })],
    ['no data', press({})],
    ['the data of another version', press({ step: 'CANARY' })],
    ['no action', press({}, { value: {} })],
    ['nothing at all', press({}, { value: undefined })],
    ['words for an action', press({}, { value: { action: 'CANARY' } })],
  ])('a press with %s', (_, activity) => {
    expect(inputOf(activity)).toEqual({ kind: 'illegible', what: 'press' });
    expect(JSON.stringify(at(activity))).not.toContain('CANARY');
  });

  it.each([
    ['as text', message({ text: undefined, value: '{"verb":"press","token":"abc"}' })],
    ['as text, executed', press({}, { value: { action: { verb: 'press', data: '{"token":"abc"}' } } })],
    ['with another verb', press({}, { value: { action: { verb: 'open', data: { token: 'abc' } } } })],
  ])('a press that comes %s is one', (_, activity) => {
    expect(inputOf(activity)).toEqual({ kind: 'press', token: 'abc' });
  });

  it.each([
    ['a picture of a face', message({ text: '', attachments: [html('<p><img alt="x"></p>')] })],
    ['our name alone', message({ text: '<at>Signpost</at>', entities: [mention] })],
  ])('%s shows where they are', (_, activity) => {
    expect(inputOf(activity)).toEqual({ kind: 'hello' });
  });

  it('an edit, once for each message', () => {
    const edit = { ...message({ text: 'CANARY' }), type: 'messageUpdate', channelData: { eventType: 'editMessage' } };
    expect(at(edit).wants).toMatchObject({
      input: { kind: 'illegible', what: 'edit', beside: 'CANARY' },
      delivery: `edit ${common.id}`,
    });
    expect(translate({ ...edit, channelData: { eventType: 'undeleteMessage' } }, 'T1')).toBe('nothing');
  });
});

describe('mark-up', () => {
  it.each([
    '<quoted messageId="1782848598379"/> no',
    '<quoted messageId="1">CANARY</quoted>no',
    '<at id="0">CANARY</at> no',
    '<attachment id="1786399119244"></attachment>\r\nno',
    '<blockquote itemtype="http://schema.skype.com/Reply"><p>CANARY</p></blockquote>\n<p>no</p>',
    '<p>no</p>',
    '<div><span style="x">no</span>&nbsp;</div>',
  ])('is taken off: %s', (text) => {
    expect(inputOf(message({ text }))).toEqual({ kind: 'text', text: 'no' });
    const copy = { contentType: 'text/html', content: text };
    expect(inputOf(message({ text: '', attachments: [copy] }))).toEqual({ kind: 'text', text: 'no' });
  });

  it('is not what people type themselves', () => {
    expect(inputOf(message({ text: 'a &lt;b&gt; &amp;lt; <3 5 < 6' }))).toEqual({
      kind: 'text',
      text: 'a <b> &lt; <3 5 < 6',
    });
  });

  // Read again from each piece, as many as these would take hours.
  it.each(['<at>', '<quoted ', '<blockquote>', '<at></at>', '<p '])('however many of %s, is read once', (piece) => {
    expect(() => inputOf(message({ text: piece.repeat(12_000_000 / piece.length) }))).not.toThrow();
  });
});

describe('the message extension', () => {
  const query = (parameters: object[]) => ({
    ...common,
    ...inGroup,
    type: 'invoke',
    name: 'composeExtension/query',
    value: { commandId: 'find', parameters, queryOptions: { skip: 0, count: 25 } },
  });

  it('asks for what is typed, and once before anything is', () => {
    expect(at(query([{ name: 'query', value: 'childline' }])).wants).toEqual({ do: 'search', query: 'childline' });
    expect(at(query([{ value: 'iwf' }])).wants).toEqual({ do: 'search', query: 'iwf' });
    expect(at(query([{ name: 'initialRun', value: 'true' }])).wants).toEqual({ do: 'search', query: '' });
  });
});

describe('installing', () => {
  const update = (more: object) => ({ ...common, id: 'f:1', ...more });
  const added = update({ type: 'conversationUpdate', membersAdded: [bot, { id: '29:one' }] });

  it('is one welcome, though Teams tells of it twice', () => {
    const one = at(added);
    const other = at(update({ id: 'f:2', type: 'installationUpdate', action: 'add' }));
    expect(one.wants).toMatchObject({ do: 'converse', input: { kind: 'hello' }, delivery: 'installed' });
    expect(other).toEqual(one);
  });

  it('is over when the app is removed', () => {
    expect(at(update({ type: 'installationUpdate', action: 'remove' })).wants).toEqual({ do: 'leave' });
  });
});

describe('nothing', () => {
  it.each([
    ['an upgrade', { ...common, type: 'installationUpdate', action: 'add-upgrade' }],
    ['the other half of an upgrade', { ...common, type: 'installationUpdate', action: 'remove-upgrade' }],
    ['an installation that does not say what', { ...common, type: 'installationUpdate' }],
    ['somebody else coming', { ...common, type: 'conversationUpdate', membersAdded: [{ id: '29:two' }] }],
    ['a chat with a new name', { ...common, type: 'conversationUpdate', topicName: 'CANARY' }],
    ['a reaction', { ...common, type: 'messageReaction', reactionsAdded: [{ type: 'like' }] }],
    ['an edit', { ...message(), type: 'messageUpdate' }],
    ['a deletion', { ...message(), type: 'messageDelete' }],
    ['typing', { ...common, type: 'typing' }],
    ['what is not known yet', { ...common, type: 'hologram' }],
    ['an invoke of another kind', { ...common, type: 'invoke', name: 'task/fetch', value: {} }],
    ['nothing typed', message({ text: ' ' })],
    ['no text at all', message({ text: undefined, attachments: [{ contentType: 'text/html' }] })],
    ['an edit in a team', { ...message(inChannel), type: 'messageUpdate', channelData: { eventType: 'editMessage' } }],
    ['ourselves', message({ from: bot })],
    ['another bot', message({ from: { id: '28:other', role: 'bot' } })],
  ])('%s', (_, activity) => {
    expect(translate(activity, 'T1')).toBe('nothing');
  });
});

describe('refused', () => {
  it.each([
    ['nobody', message({ from: undefined })],
    ['somebody with a line break for an id', message({ from: { id: '29:\n' } })],
    ['no chat', message({ conversation: {} })],
    ['no id', message({ id: undefined })],
  ])('%s', (_, activity) => {
    expect(translate(activity, 'T1')).toBe('shape');
  });

  it('whatever comes, it never throws', () => {
    const kinds = fc.constantFrom('message', 'invoke', 'conversationUpdate', 'installationUpdate', 'other');
    const names = fc.constantFrom('adaptiveCard/action', 'composeExtension/query', 'other');
    fc.assert(
      fc.property(fc.object(), kinds, names, (junk, type, name) => {
        expect(() => translate({ ...junk, type, name }, 'T1')).not.toThrow();
        expect(() => translate({ ...common, ...junk, type, name, value: junk }, 'T1')).not.toThrow();
      }),
    );
  });
});
