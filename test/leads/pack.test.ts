/** The review pack over a real listener: an administrator's link, their browser's pass, and everybody else. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createListener, type Listener } from '../../src/http/listener.ts';
import { createLog } from '../../src/log.ts';
import { createMaking } from '../../src/review/making.ts';
import { reviewRoutes } from '../../src/review/serve.ts';
import { type Desk, openDesk } from '../support/bot.ts';
import { createStaff, keyOf, linkIn, pressedOpen, staffedOrganisation } from '../support/staffed.ts';
import { onBothStores } from '../support/stores.ts';

const minute = 60_000;
const organisation = staffedOrganisation();

onBothStores((fresh) => {
  let desk: Desk;
  let staff: ReturnType<typeof createStaff>;
  let listener: Listener;
  const logged: string[] = [];

  beforeEach(async () => {
    desk = await openDesk(fresh, organisation);
    staff = createStaff(desk);
    logged.length = 0;
    const making = createMaking(async ({ organisation }) => new Map([['index.html', `pack of ${organisation.name}`]]));
    const pack = reviewRoutes({ organisationFor: desk.bot.mayReadPack, now: () => new Date(desk.now), making });
    const log = createLog('debug', { write: (line) => logged.push(line) });
    listener = createListener({ host: '127.0.0.1', port: 0, routes: [...desk.bot.routes, ...pack], log });
    desk.publicUrl = `http://127.0.0.1:${(await listener.listen()).port}`;
  });
  afterEach(async () => {
    await listener.close(0);
    await desk.data.close();
  });

  const linkFor = async (who: string) => linkIn((await staff.types(who, 'review')).message);
  const read = async (cookie?: string) => {
    const headers = cookie === undefined ? {} : { cookie };
    const answer = await fetch(`${desk.publicUrl}/review/index.html`, { headers });
    return { status: answer.status, body: await answer.text() };
  };
  const passFrom = (answer: Response) => answer.headers.get('set-cookie')?.split(';')[0] ?? '';

  it('opens by a button on the page of the link, for an hour', async () => {
    const link = await linkFor('administrator');
    const shown = await fetch(link);
    expect(shown.status).toBe(200);
    // A preview presses nothing, and gets nothing.
    expect(shown.headers.get('set-cookie')).toBeNull();
    const opened = await pressedOpen(link);
    expect([opened.status, opened.headers.get('location')]).toEqual([303, '/review/index.html']);
    expect(opened.headers.get('set-cookie')).toMatch(/Path=\/review; HttpOnly; SameSite=Strict; Max-Age=3600/);
    const pass = passFrom(opened);
    expect(await read(pass)).toEqual({ status: 200, body: `pack of ${organisation.name}` });
    desk.now += 61 * minute;
    expect((await read(pass)).status).toBe(410);
  });

  it('opens for nobody without a pass, with a strange one, with a link as a pass, or once the link is old', async () => {
    const link = await linkFor('administrator');
    const key = keyOf(link);
    for (const cookie of [undefined, 'signpost-review=x', `signpost-review=${key}`]) {
      const { status, body } = await read(cookie);
      expect(status).toBe(410);
      expect(body).not.toContain(organisation.name);
    }
    desk.now += 16 * minute;
    expect((await pressedOpen(link)).status).toBe(410);
  });

  it('closes at once for whoever is administrator no more', async () => {
    const pass = passFrom(await pressedOpen(await linkFor('administrator')));
    desk.organisation = { ...organisation, administrators: [] };
    expect((await read(pass)).status).toBe(410);
  });

  it('leaves neither link nor pass in the log', async () => {
    const link = await linkFor('administrator');
    const pass = passFrom(await pressedOpen(link));
    await read(pass);
    const all = logged.join('\n');
    expect(all).not.toContain(keyOf(link));
    expect(all).not.toContain(pass.split('=')[1]);
  });

  it('a lead who types the word is given no link', async () => {
    const before = staff.privately('lead').length;
    await staff.types('lead', 'review').catch(() => undefined);
    const said = JSON.stringify(
      staff
        .privately('lead')
        .slice(before)
        .map(({ message }) => message),
    );
    expect(said).not.toContain('/pack#');
  });
});
