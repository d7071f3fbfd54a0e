/** The whole life of a concern on the try page: the real program in a trial, a real browser, on both stores. */
import { rm } from 'node:fs/promises';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { dutyWords } from '../../dialogs/words/lead-duties.ts';
import { leadTaskWords, outcomeLabels } from '../../dialogs/words/lead-tasks.ts';
import { leadActWords, stands } from '../../dialogs/words/leads.ts';

import { buttonWords, first } from '../../dialogs/words/screens.ts';
import { startChromium } from '../support/chromium.ts';
import { dataFolder } from '../support/data-folder.ts';
import { type Program, startProgram } from '../support/program.ts';
import { type RedisServer, startRedis } from '../support/redis.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await startChromium();
});
afterAll(() => browser.close());

const dutyWordsTicked = Object.values({ ...dutyWords, ...leadTaskWords }).map(({ ticked }) => ticked);

describe.each(['the embedded store', 'Redis'])('on %s', (store) => {
  let folder: string;
  let redis: RedisServer | undefined;
  let program: Program;
  let page: Page;
  beforeEach(async () => {
    folder = dataFolder('try');
    redis = store === 'Redis' ? await startRedis() : undefined;
    program = await startProgram({ DATA_DIR: folder, ...(redis && { REDIS_URL: redis.url }) });
    page = await browser.newPage({ viewport: { width: 1400, height: 900 }, reducedMotion: 'reduce' });
    page.setDefaultTimeout(10_000);
    await page.goto(program.base);
  });
  afterEach(async () => {
    await page.close();
    await program.stop();
    await redis?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const pane = (title: string) => page.getByRole('region', { name: title, exact: true });
  const staff = () => pane('As Slack shows it');
  const leads = () => pane('Safeguarding leads');
  const press = (where: Locator, name: string) => where.getByRole('button', { name, exact: true }).last().click();
  const inPrivate = () => leads().getByRole('tabpanel', { name: 'Private messages' });
  const inChannel = () => leads().getByRole('tabpanel', { name: 'Leads’ channel' });
  const say = async (text: string) => {
    await page.getByLabel('Type as the worried person').fill(text);
    await page.keyboard.press('Enter');
  };

  const see = (where: Locator, text: string | RegExp) => where.getByText(text).last().waitFor();
  const newest = () => staff().getByRole('article').last();

  async function raise(): Promise<void> {
    await press(staff(), first.start);
    await see(staff(), 'Could anyone come to harm now or tonight?');
    await press(staff(), 'No');
    await press(staff(), 'Riverside School, Derby');
    await see(staff(), 'What is it about?');
    await say('5');
    for (let asked = 0; asked < 8; asked++) {
      await page.waitForTimeout(500);
      if ((await staff().getByText(buttonWords.record).count()) > 0) return;
      await say((await newest().innerText()).includes('tick') ? 'none of these' : 'no');
    }
    throw new Error(`No answer was reached: ${await newest().innerText()}`);
  }

  it('is told, taken, ticked to the end, and the one who raised it hears each time', async () => {
    await raise();
    await see(inChannel(), 'A concern needs a safeguarding lead');
    await press(leads(), leadActWords.take);
    await see(inPrivate(), 'You have it');
    await see(staff(), 'Sam Okafor has seen it');
    const cards = () => inPrivate().getByRole('article');
    const more = () => cards().last().getByRole('button', { name: saidLast });
    const saidLast = new RegExp(
      `^(${[...dutyWordsTicked, ...Object.values(outcomeLabels), leadActWords.close].join('|')})$`,
      'i',
    );
    for (let shown = await cards().count(); (await more().count()) > 0; shown++) {
      await more().first().click();
      await expect.poll(() => cards().count(), { timeout: 6_000 }).toBeGreaterThan(shown);
    }
    await see(staff(), 'has dealt with it and closed it');
    await leads().getByRole('tab', { name: 'Leads’ channel' }).click();
    await see(inChannel(), stands.ended);
  });

  it('is told to others where nobody takes it, once time has passed', async () => {
    await raise();
    await see(inChannel(), 'A concern needs a safeguarding lead');
    await page.getByText('Organisation, clock and colours').click();
    await page.getByRole('button', { name: '1 hour' }).click();
    await see(staff(), 'Nobody has taken it yet');
    await expect.poll(() => page.getByLabel('You are').innerText()).toMatch(/: \d+ new/);
  });
});
