/** The try page in a real browser, with the scripted bot behind it. */
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Message } from '../../../dialogs/message.ts';
import type { Site } from '../../../rules/local.ts';
import { startChromium } from '../../support/chromium.ts';
import { serveTryPage, type TryPage } from '../../support/try-page.ts';

let browser: Browser;
let site: TryPage;
let asked: string[];
let complaints: string[];

beforeAll(async () => {
  browser = await startChromium();
});
afterAll(() => browser.close());
beforeEach(async () => {
  site = await serveTryPage();
  asked = [];
  complaints = [];
});
afterEach(async () => {
  await Promise.all(browser.contexts().map((context) => context.close()));
  await site.close();
});

async function open(options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1400, height: 900 },
    reducedMotion: 'reduce',
    ...options,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  page.on('request', (request) => asked.push(request.url()));
  page.on('console', (line) => line.type() === 'error' && complaints.push(line.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(site.origin);
  await page.getByRole('heading', { name: 'Worried about something online?' }).first().waitFor();
  return page;
}

const pane = (page: Page, title: string): Locator => page.getByRole('region', { name: title, exact: true });
const inSlack = (page: Page) => pane(page, 'As Slack shows it');
const inTeams = (page: Page) => pane(page, 'As Teams shows it');
const leads = (page: Page) => pane(page, 'Safeguarding leads');
const button = (where: Locator, name: string) => where.getByRole('button', { name, exact: true });
const reachAnswer = async (where: Locator) => {
  for (const name of ['Start', 'No', 'These fit']) await button(where, name).click();
};
const openSettings = (page: Page) => page.getByText('Organisation, clock and colours').click();
const focused = (page: Page) => page.evaluate<string>('document.activeElement?.textContent');

describe('one conversation, drawn twice', () => {
  it('goes on in both when a button is pressed as in Slack', async () => {
    const page = await open();
    await button(inSlack(page), 'Start').click();
    await inSlack(page).getByText('Could anyone come to harm now or tonight?').waitFor();
    await inTeams(page).getByText('Could anyone come to harm now or tonight?').waitFor();
  });

  it('goes on in both when a button is pressed as in Teams', async () => {
    const page = await open();
    await button(inTeams(page), 'Start').click();
    await inSlack(page).getByText('Could anyone come to harm now or tonight?').waitFor();
    await inTeams(page).getByText('Could anyone come to harm now or tonight?').waitFor();
  });

  it('shrinks the answered card in both, and says on this page what was pressed', async () => {
    const page = await open();
    await button(inTeams(page), 'Start').click();
    await inSlack(page).getByText('Answered: done', { exact: true }).waitFor();
    await inTeams(page).getByText('Answered: done', { exact: true }).waitFor();
    await inSlack(page).getByText('You pressed Start').waitFor();
    expect(await button(page.locator('main'), 'Start').count()).toBe(0);
  });

  it.each([
    ['Slack', inSlack],
    ['Teams', inTeams],
  ] as const)('sends the ticks of a list with its button, as in %s', async (_, where) => {
    const page = await open();
    await button(where(page), 'Start').click();
    await button(where(page), 'No').click();
    await where(page)
      .getByRole('checkbox', { name: /Threats over pictures/ })
      .check();
    await where(page)
      .getByRole('checkbox', { name: /Something else/ })
      .check();
    await button(where(page), 'These fit').click();
    await where(page).getByText('Ring your safeguarding lead now').first().waitFor();
    expect(site.bot.taken.at(-1)?.input).toMatchObject({ kind: 'press', ticked: ['blackmail', 'other'] });
  });

  it('draws phone numbers and pages as links that leave the conversation open', async () => {
    const page = await open();
    await button(inSlack(page), 'Start').click();
    await button(inSlack(page), 'No').click();
    await button(inSlack(page), 'These fit').click();
    for (const where of [inSlack(page), inTeams(page)]) {
      const phone = where.getByRole('link', { name: '01332 641172' });
      expect(await phone.getAttribute('href')).toBe('tel:01332641172');
      const link = where.getByRole('link', { name: 'Report Remove' });
      expect(await link.getAttribute('href')).toBe('https://www.example.org/remove');
      expect(await link.getAttribute('target')).toBe('_blank');
    }
    expect(
      await inSlack(page)
        .getByText('Sam Example', { exact: true })
        .evaluate((it) => it.tagName),
    ).not.toBe('PRE');
    expect(await page.locator('main').textContent()).not.toContain('*');
    for (const where of [inSlack(page), inTeams(page)]) await where.getByText('Open 09:00-17:00.').waitFor();
  });
});

describe('the leads’ side', () => {
  it('names the person to speak with, in Slack and as a mention in Teams', async () => {
    const page = await open();
    const [opened] = site.bot.taken;
    const span = { account: opened?.from.person ?? '', label: 'the person who raised it' };
    const message: Message = { summary: 'A concern', blocks: [{ kind: 'text', text: ['Speak with ', span, '.'] }] };
    const to = site.channel.leadsAddress({ id: 'school' } as Site, opened?.address ?? {}) ?? {};
    await site.channel.deliver({ to, post: [message], token: () => '' }, AbortSignal.timeout(5_000));
    await leads(page).getByText('Speak with the person who raised it.').waitFor();
    await leads(page).getByRole('radio', { name: 'Teams' }).check();
    await leads(page).locator('.mention', { hasText: 'the person who raised it' }).waitFor();
    expect(await leads(page).getByText('<at>').count()).toBe(0);
  });

  it('shows the notice in the channel, drawn either way, to press', async () => {
    const page = await open();
    await reachAnswer(inSlack(page));
    await leads(page).getByText('A concern needs a safeguarding lead').first().waitFor();
    await leads(page).getByRole('radio', { name: 'Teams' }).check();
    await button(leads(page), 'I have this').click();
    await leads(page).getByText('What it is about').waitFor();
    expect(site.bot.taken.at(-1)?.from.person).toMatch(/^lead:.+:lead$/);
  });

  it('answers a press in private, brings that to the front, and keeps what happened under its card', async () => {
    const page = await open();
    await reachAnswer(inSlack(page));
    await button(leads(page), 'I have this').click();
    const inFront = leads(page).getByRole('tabpanel', { name: 'Private messages' });
    await inFront.getByText('What it is about').waitFor();
    await inFront.getByText('You pressed I have this').waitFor();
    await expect.poll(() => focused(page)).toContain('A concern, for you alone');

    await leads(page).getByRole('tab', { name: 'Leads’ channel' }).click();
    const channel = leads(page).getByRole('tabpanel', { name: 'Leads’ channel' });
    await channel.getByText('A lead has this').waitFor();
    await channel
      .getByRole('article', { name: /in the thread: Taken/ })
      .getByText('16:02: a lead has it.')
      .waitFor();
    expect(await channel.getByText('What it is about').count()).toBe(0);
    expect(await button(channel, 'I have this').count()).toBe(0);
  });

  it('shows nobody the private messages of another, and says for whom there are new ones', async () => {
    const page = await open();
    await reachAnswer(inSlack(page));
    await button(leads(page), 'I have this').click();
    await leads(page).getByText('What it is about').waitFor();
    expect(await page.getByText(/for the deputy alone/i).count()).toBe(0);

    await page.getByLabel('You are').selectOption({ label: 'Priya Nair (deputy): 1 new' });
    await leads(page).getByText('For the deputy alone', { exact: true }).waitFor();
    expect(await page.getByText('What it is about').count()).toBe(0);
    await page.getByLabel('You are').selectOption('Sam Okafor (lead)');
    await leads(page).getByText('What it is about').waitFor();
  });

  it('goes straight to whoever has something new, and the focus goes with it', async () => {
    const page = await open();
    await reachAnswer(inSlack(page));
    await button(leads(page), 'I have this').click();
    await button(leads(page), 'Priya Nair (deputy)').click();
    await leads(page).getByText('For the deputy alone', { exact: true }).waitFor();
    expect(await focused(page)).toBe('Private messages');
    expect(await button(leads(page), 'Priya Nair (deputy)').count()).toBe(0);
  });

  it('counts the private messages of the chosen person that came while the channel was in front', async () => {
    const page = await open();
    await page.getByLabel('You are').selectOption('Priya Nair (deputy)');
    await reachAnswer(inSlack(page));
    await page.getByLabel('You are').selectOption('Sam Okafor (lead)');
    await button(leads(page), 'I have this').click();
    await leads(page).getByText('What it is about').waitFor();
    await leads(page).getByRole('tab', { name: 'Leads’ channel' }).click();
    await page.getByLabel('You are').selectOption({ label: 'Priya Nair (deputy): 1 new' });
    await leads(page)
      .getByRole('tab', { name: /Private messages.*1 new/ })
      .click();
    await leads(page).getByRole('tab', { name: 'Private messages', exact: true }).waitFor();
  });

  it('takes typed words as the chosen person’s', async () => {
    const page = await open();
    await page.getByLabel('Type as Sam Okafor (lead)').fill('concerns');
    await page.keyboard.press('Enter');
    await leads(page).getByRole('article', { name: 'You wrote' }).getByText('concerns').waitFor();
    await leads(page).getByText('Open concerns: 1').first().waitFor();
    expect(site.bot.taken.at(-1)?.from.person).toMatch(/:lead$/);
    await page.getByLabel('You are').selectOption('Administrator');
    await page.getByLabel('Type as Administrator').fill('setup');
    await page.keyboard.press('Enter');
    await leads(page).getByText('Open concerns: 1').first().waitFor();
    expect(site.bot.taken.at(-1)?.from.person).toMatch(/:administrator$/);
  });

  it('shows the channel to its readers alone', async () => {
    const page = await open();
    await reachAnswer(inSlack(page));
    await leads(page).getByText('A concern needs a safeguarding lead').first().waitFor();
    await page.getByLabel('You are').selectOption('Chair of governors (chair)');
    await leads(page).getByText('does not read a leads’ channel').waitFor();
    expect(await page.getByText('A concern needs a safeguarding lead').count()).toBe(0);
  });

  it('tells a screen reader of a private message, and of one to somebody else only that there is one', async () => {
    const page = await open();
    const [opened] = site.bot.taken;
    const tell = async (person: string, summary: string) => {
      const to = site.channel.personAddress(person, opened?.address ?? {}) ?? {};
      const post = [{ summary, blocks: [{ kind: 'text', text: [summary] } as const] }];
      await site.channel.deliver({ to, post, token: () => '' }, AbortSignal.timeout(5_000));
    };
    const log = page.getByRole('log');
    await tell('lead', 'Something is still due');
    await log.getByText('New private message: Something is still due').waitFor({ state: 'attached' });
    await tell('deputy', 'A concern needs you');
    await log.getByText('New private message for Priya Nair (deputy)').waitFor({ state: 'attached' });
    expect(await page.getByText('A concern needs you').count()).toBe(0);
  });
});

describe('typing', () => {
  it('sends on Enter, and shows the words on this page alone', async () => {
    const page = await open();
    await page.getByLabel('Type as the worried person').fill('yes');
    await page.keyboard.press('Enter');
    await inSlack(page).getByRole('article', { name: 'You wrote' }).getByText('yes').waitFor();
    await inTeams(page).getByText('What is it about?', { exact: true }).waitFor();
    await page.reload();
    await inSlack(page).getByRole('heading', { name: 'What is it about?', exact: true }).waitFor();
    expect(await page.getByRole('article', { name: 'You wrote' }).count()).toBe(0);
  });

  it('brings what comes later into view, where an answer is longer than its pane', async () => {
    const page = await open({ viewport: { width: 1400, height: 620 } });
    await reachAnswer(inSlack(page));
    await inSlack(page).getByText('Ring your safeguarding lead now').first().waitFor();
    await openSettings(page);
    await button(page.getByRole('group', { name: 'Let time pass' }), '10 minutes').click();
    await page.getByRole('radio', { name: 'Now' }).and(page.locator(':not(:checked)')).waitFor();
    const to = site.bot.taken[0]?.address ?? {};
    const news: Message = { summary: 'A lead has it', blocks: [{ kind: 'text', text: ['Sam Okafor has it.'] }] };
    await site.channel.deliver({ to, post: [news], token: () => '' }, AbortSignal.timeout(5_000));
    const line = inSlack(page).getByText('Sam Okafor has it.');
    await line.waitFor();
    const bottom = async (of: Locator) => {
      const box = await of.boundingBox();
      return box ? box.y + box.height : Number.NaN;
    };
    const window = inSlack(page).getByRole('group');
    await expect.poll(async () => (await bottom(line)) <= (await bottom(window))).toBe(true);
  });

  it('says that a picture was attached, and sends none', async () => {
    const page = await open();
    await page.getByRole('button', { name: 'Attach a picture' }).click();
    await inSlack(page).getByText('Do not send it. Do not view or copy it.').waitFor();
    expect(site.bot.taken.at(-1)?.input).toEqual({ kind: 'file' });
  });
});

describe('the settings', () => {
  it('set the clock, and the next message is of that time', async () => {
    const page = await open();
    await openSettings(page);
    await page.getByRole('radio', { name: 'Christmas Eve 18:30' }).check();
    await page.getByText(/24 December \d{4}, 18:30$/).waitFor();
    await button(inSlack(page), 'Start').click();
    await inSlack(page)
      .getByText(/24 December$/)
      .waitFor();
    expect(site.bot.taken.at(-1)?.at.toISOString()).toMatch(/-12-24T18:30/);
  });

  it('let time pass, and show the clock', async () => {
    const page = await open();
    await openSettings(page);
    await page.getByRole('radio', { name: 'Friday 18:30' }).check();
    await page.getByText(/, 18:30$/).waitFor();
    await button(page.getByRole('group', { name: 'Let time pass' }), '1 hour').click();
    await page.getByText(/^Friday .*, 19:30$/).waitFor();
    expect(await page.getByRole('radio', { name: 'Friday 18:30' }).isChecked()).toBe(false);
    await button(page.getByRole('group', { name: 'Let time pass' }), 'Until 9:00 tomorrow').click();
    await page.getByText(/^Saturday .*, 09:00$/).waitFor();
  });

  it('take any other day and time', async () => {
    const page = await open();
    await openSettings(page);
    await page.getByRole('radio', { name: 'Another time' }).check();
    await page.getByLabel('Day and time, in the UK').fill('2027-07-01T09:15');
    await page.getByRole('button', { name: 'Set the clock' }).click();
    await page.getByText('Thursday 1 July 2027, 09:15').waitFor();
  });

  it('change the organisation and begin again there', async () => {
    const page = await open();
    await openSettings(page);
    await button(inSlack(page), 'Start').click();
    await inSlack(page).getByText('Could anyone').waitFor();
    await page.getByLabel('Organisation').selectOption('Meadow Trust (example)');
    await button(inSlack(page), 'Start').waitFor();
    expect(await inSlack(page).getByText('Could anyone').count()).toBe(0);
    expect(site.bot.taken.at(-1)?.from.tenant).toBe('meadow');
  });

  it('stand folded, and "Start afresh" empties every pane without them', async () => {
    const page = await open();
    expect(await page.getByLabel('Organisation').isVisible()).toBe(false);
    await reachAnswer(inSlack(page));
    await button(leads(page), 'I have this').click();
    await leads(page).getByText('What it is about').waitFor();
    await button(page.locator('body'), 'Start afresh').click();
    await leads(page).getByRole('tabpanel', { name: 'Leads’ channel' }).getByText('Nothing yet').waitFor();
    for (const left of ['What it is about', 'A concern needs a safeguarding lead', 'Ring your safeguarding lead now'])
      expect(await page.locator('main').getByText(left).count(), left).toBe(0);
  });

  it('empty the page to start afresh', async () => {
    const page = await open();
    await page.getByLabel('Type as the worried person').fill('hello there');
    await page.keyboard.press('Enter');
    await inSlack(page).getByText('Please press a button').waitFor();
    await page.getByRole('button', { name: 'Start afresh' }).click();
    await inSlack(page).getByText('Please press a button').waitFor({ state: 'detached' });
    expect(await page.getByText('hello there').count()).toBe(0);
  });
});

describe('a story', () => {
  it('begins with one press: the clock is set, and the words are said for the worried person', async () => {
    const page = await open();
    const before = site.bot.taken[0]?.from.person;
    await button(page.locator('body'), 'A colleague has pictures').click();
    await page.getByText('watch the leads’ channel stay empty').waitFor();
    await inSlack(page).getByRole('article', { name: 'You wrote' }).getByText('a colleague has sexual').waitFor();
    const said = site.bot.taken.at(-1);
    expect(said?.input).toMatchObject({ kind: 'text' });
    expect(said?.from.person).not.toBe(before);
    expect(said?.at.toISOString()).toMatch(/T1[78]:30/);
  });

  it.each([
    [1280, 720],
    [390, 844],
  ])(
    'and Start are seen at %i by %i without scrolling, and the page has one scroll bar at most',
    async (width, height) => {
      const page = await open({ viewport: { width, height } });
      const start = await page.getByRole('button', { name: 'Start', exact: true }).first().boundingBox();
      expect((start?.y ?? height) + (start?.height ?? 0)).toBeLessThanOrEqual(height);
      for (const story of ['A nude is going round Year 9', 'I only want a number'])
        expect((await button(page.locator('body'), story).boundingBox())?.y ?? height).toBeLessThan(height);
      const rolls = await page.evaluate<
        readonly boolean[]
      >(`[document.documentElement, ...document.querySelectorAll('.messages')].map(
      (each) => each.scrollHeight > each.clientHeight && getComputedStyle(each).overflowY !== 'visible' || each === document.documentElement && each.scrollHeight > innerHeight)`);
      const [whole, ...panes] = rolls;
      expect(whole && panes.some(Boolean)).toBe(false);
    },
  );

  it('each pane says whose screen it is', async () => {
    const page = await open();
    await inSlack(page).getByText('The worried person’s screen').waitFor();
    await inTeams(page).getByText('The same talk, the same person').waitFor();
    await leads(page).getByText('Sam Okafor (lead): their screen').waitFor();
  });
});

describe('without a mouse', () => {
  it('reaches an answer by keyboard alone, the focus on each new message in turn', async () => {
    const page = await open();
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Skip to the conversation');
    await page.keyboard.press('Enter');
    await pressByKeyboard(page, 'Start');
    await expect.poll(() => focused(page)).toContain('is anyone in danger now?');
    await pressByKeyboard(page, 'Not sure');
    await expect.poll(() => focused(page)).toContain('what is it about?');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await pressByKeyboard(page, 'These fit');
    await expect.poll(() => focused(page)).toContain('ring your safeguarding lead now');
    const presses = site.bot.taken.filter(({ input }) => input.kind === 'press').map(({ input }) => input);
    expect(presses.at(-1)).toMatchObject({ ticked: ['blackmail'] });
  });

  it('reads out what comes when the focus stays in the text box', async () => {
    const page = await open();
    await page.getByLabel('Type as the worried person').fill('yes');
    await page.keyboard.press('Enter');
    await page.getByRole('log').getByText('Question 2 of about 4: what is it about?').waitFor({ state: 'attached' });
    expect(await page.evaluate<string>('document.activeElement?.id')).toBe('typed');
  });

  it('shows the words that a screen reader hears', async () => {
    const page = await open();
    await page.getByText('What a screen reader hears').click();
    const words = await page.locator('.words').textContent();
    expect(words).toContain('Do not type names or what happened');
    expect(words).toContain('Buttons: Start, Practice (nobody is told), Look something up');
  });
});

/** Shadow roots hide what has the focus in them. */
const inTheDrawing = '(document.activeElement.shadowRoot?.activeElement ?? document.activeElement).textContent';

/** Tabs on until the button has the focus, inside a drawing or not, then presses Enter. */
async function pressByKeyboard(page: Page, name: string): Promise<void> {
  for (let tabs = 0; tabs < 30; tabs += 1) {
    await page.keyboard.press('Tab');
    const here = await page.evaluate<string>(inTheDrawing);
    if (here === name) return page.keyboard.press('Enter');
  }
  throw new Error(`"${name}" was not reached by the Tab key`);
}

describe('on a phone', () => {
  it('shows one column at a time, as tabs that arrow keys move between', async () => {
    const page = await open({ viewport: { width: 390, height: 844 } });
    expect(await page.getByRole('tab').allTextContents()).toEqual(['Slack', 'Teams', 'Leads']);
    await page.getByRole('tab', { name: 'Slack' }).focus();
    await page.keyboard.press('ArrowRight');
    const panel = page.getByRole('tabpanel', { name: 'As Teams shows it' });
    await button(panel, 'Start').click();
    await panel.getByText('Could anyone come to harm').waitFor();
    expect(await page.getByRole('tabpanel').count()).toBe(1);
  });

  it('counts what the leads got while they were out of sight', async () => {
    const page = await open({ viewport: { width: 390, height: 844 } });
    const panel = page.getByRole('tabpanel');
    await button(panel, 'Start').click();
    await button(panel, 'No').click();
    await button(panel, 'These fit').click();
    await page.getByRole('tab', { name: /Leads.*1 new/ }).click();
    await panel.getByText('A concern needs a safeguarding lead').first().waitFor();
    expect(await page.getByRole('tab', { name: 'Leads', exact: true }).count()).toBe(1);
  });

  it.each([320, 390, 700, 900, 1280])('never scrolls sideways at %i pixels', async (width) => {
    const page = await open({ viewport: { width, height: 844 } });
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
  });
});

describe('a trial', () => {
  it('says so, and that nobody is told', async () => {
    const page = await open();
    await page.getByText('This is a trial.').waitFor();
    await page.getByText('Nothing leaves this machine, and nobody is told.').waitFor();
  });

  it('asks nothing of anywhere else, and nothing is refused by its own policy', async () => {
    const page = await open();
    await button(inTeams(page), 'Start').click();
    await button(inTeams(page), 'No').click();
    await button(inTeams(page), 'These fit').click();
    await leads(page).getByText('A concern needs a safeguarding lead').first().waitFor();
    await page.getByText('For engineers').click();
    expect(asked.filter((url) => !url.startsWith(`${site.origin}/`))).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('begins a new conversation, and says why, when the program was started again', async () => {
    const page = await open();
    await button(inSlack(page), 'Start').click();
    await inSlack(page).getByText('Could anyone').waitFor();
    await site.close();
    await page.getByText('The connection to the program is lost.').waitFor();
    site = await serveTryPage({ port: site.port });
    await page.getByText('The program was started again, so this is a new conversation.').waitFor();
    await button(inSlack(page), 'Start').waitFor();
  });
});

describe('for engineers', () => {
  it('shows the data of a message as each platform gets it, and the last request', async () => {
    const page = await open();
    await button(inSlack(page), 'Start').click();
    await inSlack(page).getByText('Could anyone').waitFor();
    await page.getByText('For engineers').click();
    const listing = (name: string) => page.getByRole('region', { name }).locator('pre');
    expect(await listing('Slack: Block Kit').textContent()).toContain('"type": "actions"');
    expect(await listing('Teams: Adaptive Card 1.4').textContent()).toContain('"version": "1.4"');
    expect(await listing('last request').textContent()).toContain('"act": "press"');
    await page.getByRole('combobox', { name: /^Message/ }).selectOption({ index: 1 });
    expect(await listing('Slack: Block Kit').textContent()).toContain('Answered: done');
  });
});
