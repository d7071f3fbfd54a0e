import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { detailsCard } from '../../../dialogs/leads/card/details.ts';
import { recordText } from '../../../dialogs/leads/record/record.ts';
import { recordHtml } from '../../../dialogs/leads/record/record-page.ts';
import { plainText } from '../../../dialogs/plain.ts';
import { fold, startEntry } from '../../../dialogs/state.ts';
import { show } from '../../../dialogs/view.ts';
import { edition, rulesVersion } from '../../../rules/chapter.ts';
import { startChromium } from '../../support/chromium.ts';
import {
  adult,
  callOf,
  happenings,
  minutesLater,
  owned,
  owner,
  picture,
  reporter,
  taken,
  viewOf,
} from '../../support/concern-views.ts';

const now = minutesLater(20);
const saidOf = new Map([['police', { how: 'done' as const, at: minutesLater(7), who: owner, tries: [] }]]);
const whole = owned({ said: saidOf, before: adult, history: [...owned().history, ...happenings] });
const text = plainText(recordText(whole, now));
const html = recordHtml(whole, now);

/** What a person reads of a page. */
const read = (page: string) =>
  page
    .replace(/<style>.*?<\/style>/s, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#39;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ');

describe.each([
  ['as text', text.replace(/\s+/g, ' ')],
  ['on paper', read(html)],
])('the record %s', (_, record) => {
  test('has reference, place, and times by their whole date', () => {
    for (const part of ['AB12-CD34', 'Riverside School, Derby', 'Friday 27 November 2026, 6.30pm', '6.50pm', owner])
      expect(record).toContain(part);
    expect(record).toMatch(/Last changed:? Friday 27 November 2026, 6.32pm/);
    expect(record).not.toMatch(/\btoday\b/);
  });

  test('has the answers as chosen', () => {
    expect(record).toContain('Could anyone come to harm now or tonight? Yes');
    expect(record).toContain('May an adult have asked for, made, got or shared the picture, or threatened to? Yes');
    expect(record).toContain('Where does the child live? Derby City Council');
  });

  test('has each duty with whose it is, its limit, its reasons and where it says so', () => {
    expect(record).toMatch(/Because an adult may be involved\./);
    expect(record).toMatch(
      /The person who raised it must: Report it to the police\. .*By 7pm, Friday 27 November 2026.*Reasons [\d, ]+ and \d\. .*Section 2\.2, paragraph 2/,
    );
    expect(record).toContain('Sam Okafor said: done, Friday 27 November 2026, 6.37pm.');
    expect(record).toContain('Nothing was said of it.');
    expect(record).not.toContain('CEOP');
  });

  test('has who was told and when, and all that happened, with the duty', () => {
    for (const part of [
      'Told: the leads’ channel.',
      'We could not reach the leads’ channel.',
      'Sam Okafor handed it to Priya Nair.',
      'Sam Okafor ticked one thing as done. Which: police told.',
      'Sam Okafor closed it as not for us. It belongs to another school or service.',
    ])
      expect(record).toContain(part);
  });

  test('has blanks for names, the edition and the rules version', () => {
    expect(record).toContain("Child's name and date of birth");
    expect(record).toContain('Signed');
    expect(record).toContain(`${edition.title}", ${edition.version}`);
    expect(record).toContain(`Rules version ${rulesVersion}.`);
  });

  test('names no account', () => {
    expect(record).not.toContain(reporter);
  });
});

describe('where the rules changed since', () => {
  const older = { edition: 'v20', rules: rulesVersion - 1 };
  const { concern } = whole;
  if (!concern) throw new Error('It has no answers');
  const start = fold([{ ...startEntry(false), ...older }]);
  const begunBefore = { ...concern, state: { ...concern.state, outdated: start.outdated, begun: older } };

  test.each([
    ['began', { ...whole, concern: begunBefore }],
    ['Raised, or last changed,', { ...whole, raisedUnder: older }],
  ])('it says under which it %s, and that it is worked out by those that hold now', (what, view) => {
    expect(start.outdated).toBe(true);
    for (const record of [plainText(recordText(view, now)), read(recordHtml(view, now))]) {
      expect(record).toContain(`${what} under edition v20, rules version ${rulesVersion - 1}.`);
      expect(record).toContain('worked out afresh');
      expect(record).toContain(`Rules version ${rulesVersion}.`);
    }
  });

  test('whoever looks at what was advised is told so', () => {
    const line = `under edition v20, rules version ${rulesVersion - 1}.`;
    expect(plainText(detailsCard({ ...whole, raisedUnder: older }, now))).toContain(line);
  });

  test('so is whoever raised it, in their own record and at the end of "Why"', () => {
    const at = { ...begunBefore.state, stage: 'open' } as const;
    for (const view of [{ show: 'record' }, { show: 'part', part: 'why' }] as const) {
      const said = show(view, at, concern.context, 'sent').messages.map(plainText).join('\n');
      expect(said).toContain(`began under edition v20, rules version ${rulesVersion - 1}.`);
      expect(said).toContain(`Rules version ${rulesVersion}.`);
    }
  });

  test('where they did not, nothing is said of it', () => {
    const same = { ...whole, raisedUnder: { edition: edition.version, rules: rulesVersion } };
    expect(plainText(recordText(same, now))).not.toMatch(/under edition|afresh/);
    expect(plainText(detailsCard(same, now))).not.toMatch(/under edition|afresh/);
  });
});

test('the text leads to the page to print, where there is one', () => {
  const link = 'https://signpost.example.org/record/abc';
  expect(plainText(recordText(whole, now, link))).toContain(`Open the page to print: ${link}`);
  expect(text).not.toContain('Open the page');
});

test('of a call there is a reference, a time and what was done about it', () => {
  const call = callOf({ stage: 'owned', owner, history: [...viewOf().history, taken] });
  const page = read(recordHtml(call, now));
  expect(page).toContain('AB12-CD34');
  expect(page).toContain('Sam Okafor has it.');
  expect(page).not.toMatch(/Answers, as chosen|What was due|Reasons/);
});

describe('the page', () => {
  test('is in English, with headings and a table that says what its columns are', () => {
    expect(html).toMatch(/^<!doctype html>\n<html lang="en-GB">/);
    expect(html.match(/<h1>/g)).toHaveLength(1);
    expect(html.match(/<h2>/g)).toHaveLength(5);
    expect(html.match(/<th scope="col">/g)).toHaveLength(6);
    expect(html.match(/<th scope="row">/g)?.length).toBeGreaterThan(8);
  });

  test('has no script, no link, and asks for nothing from anywhere', () => {
    expect(html).not.toMatch(/<script|<a |<img|<link|<form|<iframe|javascript:|\son\w+=|https?:|url\(/i);
    expect(html).toContain('<meta name="referrer" content="no-referrer">');
  });

  test('its title, which browsers keep, says only the reference', () => {
    expect(html).toContain('<title>Record AB12-CD34</title>');
  });

  test('every printed sheet says which record it is of, and which of how many', () => {
    expect(html).toContain('@bottom-left');
    expect(html).toContain('content: "Record AB12-CD34"');
    expect(html).toContain('content: "Page " counter(page) " of " counter(pages)');
    const odd = recordHtml(viewOf({ reference: 'A"}</style><b>' }), now);
    expect(odd).toContain('content: "Record Astyleb"');
    expect(odd).not.toContain('<b>"');
  });

  test('escapes whatever a file or a name may hold', () => {
    const bad = `<script>alert("1")</script>&'`;
    const context = { ...picture.context, organisation: nameEverything(picture.context.organisation, bad) };
    const page = recordHtml(
      viewOf({
        site: bad,
        owner: bad,
        concern: { ...picture, context },
        history: [{ ...taken, who: bad } as typeof taken],
      }),
      now,
    );
    expect(page).not.toContain('<script');
    expect(page).not.toContain(`"1"`);
    expect(page.split('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;&#39;').length).toBeGreaterThan(4);
  });

  function nameEverything(organisation: typeof picture.context.organisation, name: string) {
    const named = <T extends { readonly name: string }>(all: readonly T[]) => all.map((each) => ({ ...each, name }));
    return { ...organisation, sites: named(organisation.sites), councils: named(organisation.councils) };
  }
});

describe('the page in a browser', () => {
  let browser: Awaited<ReturnType<typeof startChromium>>;
  beforeAll(async () => {
    browser = await startChromium();
  });
  afterAll(() => browser?.close());

  test('needs no scrolling sideways, narrow or wide', async () => {
    const page = await browser.newPage();
    for (const width of [320, 700, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      await page.setContent(html);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    }
  });

  test('prints to A4, on few pages', async () => {
    const page = await browser.newPage();
    await page.setContent(html);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pdf).toMatch(/\/MediaBox ?\[0 0 59[45](\.\d+)? 84[12](\.\d+)?\]/);
    expect(Number(/\/Count (\d+)/.exec(pdf)?.[1])).toBeLessThanOrEqual(4);
  });
});
