/** The pages that links open, over a real listener and on both stores: the record, and the audit. */
import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Action } from '../../dialogs/message.ts';
import { plainText } from '../../dialogs/plain.ts';
import { createListener, type Listener } from '../../src/http/listener.ts';
import { createLog } from '../../src/log.ts';
import { StoreUnavailable } from '../../src/store/store.ts';
import { type Desk, openDesk, type Post } from '../support/bot.ts';
import { createStaff, keyOf, linkIn, pressedOpen, referenceIn, staffedOrganisation } from '../support/staffed.ts';
import { onBothStores } from '../support/stores.ts';
import { type Answers, buttonsOn, createTalker, type Talker } from '../support/talker.ts';

const minute = 60_000;
const bullying: Answers = { danger: 'no', site: 'school', topics: ['bullying'], aboutBullying: ['none'] };
const colleague: Answers = { danger: 'no', site: 'school', topics: ['adult'], adultKnown: 'yes' };

onBothStores((fresh) => {
  let desk: Desk;
  let staff: ReturnType<typeof createStaff>;
  let reporter: Talker;
  let listener: Listener;
  const logged: string[] = [];
  const seen: string[] = [];

  beforeEach(async () => {
    [logged.length, seen.length] = [0, 0];
    desk = await openDesk(fresh, staffedOrganisation());
    staff = createStaff(desk);
    reporter = createTalker(desk);
    const log = createLog('debug', { write: (line) => logged.push(line) });
    listener = createListener({
      host: '127.0.0.1',
      port: 0,
      routes: desk.bot.routes,
      log,
      observe: (route) => void seen.push(route),
    });
    desk.publicUrl = `http://127.0.0.1:${(await listener.listen()).port}`;
  });
  afterEach(async () => {
    await listener.close(0);
    await desk.data.close();
  });

  const raise = async (answers: Answers, more: Answers = {}) => {
    await reporter.start();
    await reporter.go({ ...answers, ...more });
    await desk.idle();
  };
  const card = () => staff.channel()[0] as Post;
  /** Closed by the lead, asked for by an administrator, agreed to by the lead. */
  const erased = async () => {
    const details = await staff.presses('lead', 'open', card());
    await staff.presses('lead', 'not-us', details);
    const sure = staff.privately('lead').at(-1) as Post;
    const [reason] = buttonsOn(sure.message);
    const token = (detail: string) => sure.token({ ...(reason?.action as Extract<Action, { do: 'lead' }>), detail });
    await staff.pressesToken('lead', token('test!'));
    await staff.types('administrator', `erase ${referenceIn(card())}`);
    await staff.types('lead', `erase ${referenceIn(card())}`);
  };
  const open = async (link: string) => {
    const answer = await pressedOpen(link);
    return { status: answer.status, headers: answer.headers, body: await answer.text() };
  };
  const reporterLink = async () => {
    await reporter.type('record');
    return linkIn(reporter.last().message);
  };

  describe('the record', () => {
    it('opens for the lead who asked for it, with the reference and the answers', async () => {
      await raise(bullying);
      const link = linkIn((await staff.presses('lead', 'record', card())).message);
      const { status, body } = await open(link);
      expect(status).toBe(200);
      expect(body).toContain(referenceIn(card()));
      expect(body).toContain('Answers, as chosen');
    });

    it('opens for the person who raised it', async () => {
      await raise(bullying);
      const { status, body } = await open(await reporterLink());
      expect([status, body.includes(referenceIn(card()))]).toEqual([200, true]);
    });

    it('may be kept, indexed, framed or passed on by nobody, and loads nothing', async () => {
      await raise(bullying);
      const { headers, body } = await open(await reporterLink());
      expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('x-robots-tag')).toBe('noindex');
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toMatch(
        /^default-src 'none'; style-src 'sha256-[A-Za-z0-9+/]+=*'; base-uri 'none'; form-action 'none'/,
      );
      expect(policy).toContain("frame-ancestors 'none'");
      const style = /<style>(.*)<\/style>/s.exec(body)?.[1] ?? '';
      expect(policy).toContain(createHash('sha256').update(style).digest('base64'));
      expect(body).not.toMatch(/<script|<link|<img|src=|href=|url\(/);
    });

    it('says nothing in its link that can be read', async () => {
      await raise(bullying);
      const token = keyOf(await reporterLink());
      const bytes = Buffer.from(token.slice(token.indexOf('.') + 1), 'base64url').toString('latin1');
      expect(bytes).not.toMatch(/slack|T1|concern|until|record/);
    });

    it('closes after 15 minutes, and says what to do', async () => {
      await raise(bullying);
      const link = await reporterLink();
      desk.now += 15 * minute - 1;
      expect((await open(link)).status).toBe(200);
      desk.now += 1;
      const { status, body, headers } = await open(link);
      expect(status).toBe(410);
      expect(body).toContain('Press "The record"');
      expect(headers.get('cache-control')).toBe('no-store');
    });

    it('closes for those who may no longer know, and stays open for who raised it and who was picked', async () => {
      await raise(bullying);
      const lead = linkIn((await staff.presses('lead', 'record', card())).message);
      const head = linkIn((await staff.presses('head', 'record', card())).message);
      await reporter.press({ do: 'change' });
      await reporter.press({ do: 'change', question: 'topics' });
      await reporter.press({ do: 'ticks', question: 'topics' }, { ticked: ['adult'] });
      await reporter.go({ ...colleague, safeToTell: ['head'] });
      await desk.idle();
      const closed = await open(lead);
      expect(closed.status).toBe(410);
      expect((await open(head)).status).toBe(200);
      expect((await open(await reporterLink())).status).toBe(200);
      expect(closed.body).toBe((await open(`${desk.publicUrl}/record#k1.nonsense`)).body);
    });

    it('closes with the concern when that is erased', async () => {
      await raise(bullying);
      const link = await reporterLink();
      await erased();
      expect((await open(link)).status).toBe(410);
    });

    it('is not opened by a link that was altered, cut, left out, or made for another page', async () => {
      await raise(bullying);
      const link = await reporterLink();
      const audit = linkIn((await staff.types('administrator', 'export')).message);
      const wrong = [
        `${link}x`,
        link.slice(0, -3),
        `${desk.publicUrl}/record`,
        audit.replace('/audit', '/record'),
        link.replace('/record', '/audit'),
      ];
      for (const each of wrong) expect((await open(each)).status).toBe(410);
    });

    it('asks to wait where the store is down', async () => {
      await raise(bullying);
      const link = await reporterLink();
      desk.before = () => {
        throw new StoreUnavailable('no', 'down');
      };
      const { status, body } = await open(link);
      desk.before = () => {};
      expect(status).toBe(503);
      expect(body).toContain('load this page again');
    });

    it('shows nothing before its button is pressed: whoever only follows the link sees one page for all, and uses nothing up', async () => {
      await raise(bullying);
      const link = await reporterLink();
      const pages = await Promise.all([link, `${desk.publicUrl}/record`, `${link}x`].map((each) => fetch(each)));
      const [first, ...others] = await Promise.all(pages.map((each) => each.text()));
      for (const other of others) expect(other).toBe(first);
      expect(first).not.toContain(referenceIn(card()));
      expect(new URL(link).search).toBe('');
      const policy = pages[0]?.headers.get('content-security-policy') ?? '';
      const script = /<script>(.*)<\/script>/s.exec(first ?? '')?.[1] ?? '';
      expect(policy).toContain(`script-src 'sha256-${createHash('sha256').update(script).digest('base64')}'`);
      expect(policy).toContain("form-action 'self'");
      expect((await fetch(link, { method: 'HEAD' })).status).toBe(200);
      // In the address, where a proxy's log would have it, the key opens nothing.
      expect(await (await fetch(`${desk.publicUrl}/record?key=${keyOf(link)}`)).text()).toBe(first);
      expect((await open(link)).status).toBe(200);
    });

    it('leaves nothing of the link in the log or the metrics', async () => {
      await raise(bullying);
      const link = await reporterLink();
      await open(link);
      await open(`${link}x`);
      const token = keyOf(link);
      expect([...logged, ...seen].join('\n')).not.toContain(token.slice(-20));
      expect(seen).toEqual(['/record', '/record']);
    });

    it('has no link where the program has no address, and says so', async () => {
      desk.publicUrl = undefined;
      await raise(bullying);
      await reporter.type('record');
      expect(() => linkIn(reporter.last().message)).toThrow();
      expect(reporter.reads()).toContain('There is no page to print here');
      const said = await staff.presses('lead', 'record', card());
      expect(() => linkIn(said.message)).toThrow();
      expect(plainText(said.message)).toContain('There is no page to print here');
    });

    it('has none in a practice run', async () => {
      await reporter.start(true);
      await reporter.go(bullying);
      await reporter.type('record');
      expect(() => linkIn(reporter.last().message)).toThrow();
    });
  });

  describe('the audit', () => {
    const audit = async () => {
      const { status, headers, body } = await open(linkIn((await staff.types('administrator', 'export')).message));
      const lines = body
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as Record<string, unknown>);
      return { status, headers, body, lines };
    };

    it('says who did what, when, to which reference, in order', async () => {
      await raise(bullying);
      await staff.presses('lead', 'take', card());
      desk.now += minute;
      await staff.types('administrator', 'list');
      const { headers, lines } = await audit();
      expect(headers.get('content-type')).toBe('application/x-ndjson; charset=utf-8');
      expect(headers.get('cache-control')).toBe('no-store');
      const reference = referenceIn(card());
      const at = (ms: number) => new Date(ms).toISOString();
      expect(lines).toEqual([
        {
          at: at(desk.now - minute),
          who: 'reporter',
          what: 'raised',
          reference,
          with: ['@channel', 'lead', 'deputy', 'head'],
        },
        { at: at(desk.now - minute), who: 'lead', what: 'take', reference },
        { at: at(desk.now), who: 'administrator-2', what: 'listed' },
        { at: at(desk.now), who: 'administrator-2', what: 'exported' },
      ]);
    });

    it('names nobody by name or account, and tells nothing of what a concern is about', async () => {
      await raise(bullying);
      await staff.presses('lead', 'take', card());
      const { body } = await audit();
      expect(body).not.toMatch(/U-[a-z]|Lead|Administrator|bullying|"T1"/);
      expect(body).not.toContain(reporter.from.person);
    });

    it('is byte for byte the same whether or not there are restricted concerns', async () => {
      await raise(bullying);
      const before = (await audit()).body;
      const other = createTalker(desk);
      await other.start();
      await other.go({ ...colleague, safeToTell: ['head'] });
      await desk.idle();
      const notice = staff.privately('head').at(-1) as Post;
      await staff.presses('head', 'take', notice);
      const after = (await audit()).lines;
      expect(
        after
          .slice(0, -1)
          .map((line) => `${JSON.stringify(line)}\n`)
          .join(''),
      ).toBe(before);
    });

    it('drops a concern wholly once it is restricted', async () => {
      await raise(bullying);
      const reference = referenceIn(card());
      await reporter.press({ do: 'change' });
      await reporter.press({ do: 'change', question: 'topics' });
      await reporter.press({ do: 'ticks', question: 'topics' }, { ticked: ['adult'] });
      await reporter.go({ ...colleague, safeToTell: ['head'] });
      await desk.idle();
      expect((await audit()).body).not.toContain(reference);
      expect(plainText((await staff.types('administrator', 'list')).message)).not.toContain(reference);
    });

    it('keeps what administrators did, an erasure and a test among it, and each delivery once', async () => {
      await raise(bullying);
      const reference = referenceIn(card());
      await erased();
      const { lines } = await audit();
      expect(lines).toMatchObject([
        { who: 'lead', what: 'erased', reference, with: 'administrator-2' },
        { who: 'administrator-2', what: 'exported' },
      ]);
    });

    it('ends with the organisation’s period', async () => {
      await staff.types('administrator', 'list');
      desk.now += 32 * 24 * 60 * minute;
      expect((await audit()).lines.map(({ what }) => what)).toEqual(['exported']);
    });

    it('is an administrator’s alone: the link closes when they are one no longer', async () => {
      const link = linkIn((await staff.types('administrator', 'export')).message);
      desk.organisation = desk.organisation && { ...desk.organisation, administrators: [] };
      expect((await open(link)).status).toBe(410);
    });
  });

  describe('"list", for an administrator', () => {
    it('gives references and how many, and nothing else of a concern', async () => {
      await raise(bullying);
      const said = plainText((await staff.types('administrator', 'list')).message);
      expect(said).toContain('Concerns kept: 1');
      expect(said).toContain(referenceIn(card()));
      expect(said).not.toMatch(/bullying|A school|Lead/i);
    });

    it('is a word like any other to everybody else', async () => {
      await raise(bullying);
      await reporter.type('list');
      expect(reporter.reads()).not.toContain('Concerns kept');
    });

    it('does not know restricted ones, and cannot erase them', async () => {
      await raise(colleague, { safeToTell: ['head'] });
      const reference = referenceIn(staff.privately('head').at(-1) as Post);
      expect(plainText((await staff.types('administrator', 'list')).message)).toContain('Concerns kept: 0');
      const said = plainText((await staff.types('administrator', `erase ${reference}`)).message);
      expect(said).toBe(plainText((await staff.types('administrator', 'erase AAAA-AAAA')).message));
      expect((await open(await reporterLink())).status).toBe(200);
    });
  });
});
