/** What axe-core finds wrong with the try page, contrast included: nothing, in any look, width or moment. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startChromium } from '../../support/chromium.ts';
import { serveTryPage, type TryPage } from '../../support/try-page.ts';

declare const axe: { run: (options: object) => Promise<AxeResults> };

let browser: Browser;
let site: TryPage;
let axeSource: string;

beforeAll(async () => {
  axeSource = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  [browser, site] = await Promise.all([startChromium(), serveTryPage()]);
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

async function faults(page: Page): Promise<readonly string[]> {
  // Through the debugger, because the page's own policy lets no foreign script in.
  await page.evaluate(axeSource);
  const { violations } = await page.evaluate((values) => axe.run({ runOnly: { type: 'tag', values } }), tags);
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.flat().join(' >> ')).join(', ')}`,
  );
}

const looks = (['light', 'dark'] as const).flatMap((colorScheme) =>
  [1400, 900, 390].map((width) => ({ colorScheme, width })),
);

describe.each(looks)('$colorScheme at $width pixels', ({ colorScheme, width }) => {
  it('has no fault at the start, at a tick list, at an answer, on the leads’ side, or with everything unfolded', async () => {
    const context = await browser.newContext({
      colorScheme,
      viewport: { width, height: 900 },
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    const press = (name: string) => page.getByRole('button', { name, exact: true }).first().click();
    await page.goto(site.origin);
    await page.getByRole('button', { name: 'Start', exact: true }).first().waitFor();
    expect(await faults(page)).toEqual([]);

    await press('Start');
    await press('No');
    await page.getByRole('checkbox').first().check();
    expect(await faults(page)).toEqual([]);

    await page.getByLabel('Type as the worried person').fill('what now?');
    await page.keyboard.press('Enter');
    await page
      .getByRole('heading', { name: /I did not understand/ })
      .first()
      .waitFor();
    await press('These fit');
    await page.getByRole('link', { name: 'Report Remove' }).first().waitFor();
    const leadsTab = page.getByRole('tab', { name: /^(The leads|Leads)/ });
    if (width < 1200) await leadsTab.first().click();
    await press('I have this');
    await page.getByRole('heading', { name: 'What it is about' }).waitFor();
    expect(await faults(page)).toEqual([]);
    await page.getByRole('tab', { name: 'Leads’ channel' }).click();
    await page.getByText('a lead has it').waitFor();
    expect(await faults(page)).toEqual([]);

    for (const folded of await page.locator('summary').all()) await folded.click();
    await page.getByRole('radio', { name: 'Another time' }).check();
    expect(await faults(page)).toEqual([]);
    await context.close();
  });
});
