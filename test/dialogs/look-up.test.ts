import { describe, expect, it } from 'vitest';
import { localEntries } from '../../dialogs/look-up/local.ts';
import { mostResults, search } from '../../dialogs/look-up/search.ts';
import { readAddresses } from '../../dialogs/look-up/web-address.ts';
import { everyEntry, lookUp } from '../../dialogs/look-up.ts';
import type { Message } from '../../dialogs/message.ts';
import { plainText } from '../../dialogs/plain.ts';
import { committedCalendar as calendar } from '../../rules/calendar.ts';
import { organisationSchema } from '../../rules/local.ts';
import { platforms } from '../../rules/platforms.ts';
import { services } from '../../rules/services.ts';

const mondayEvening = { moment: new Date('2026-11-23T20:00:00Z'), calendar };
const christmasNoon = { moment: new Date('2026-12-25T12:00:00Z'), calendar };
const found = (query: string) => search(query, everyEntry()).map(({ id }) => id);
const said = (query: string, context = mondayEvening) => plainText(lookUp(query, context));

/** What people type, and what must come first. */
const phrasings: readonly (readonly [string, string])[] = [
  ['number for childine', 'childline'],
  ['Childline', 'childline'],
  ['child line number', 'childline'],
  ['chidline', 'childline'],
  ['helpline for a child to talk to', 'childline'],
  ['who can a pupil talk to', 'childline'],
  ['report terrorist video', 'report-terrorist-content'],
  ['report terrorist content', 'report-terrorist-content'],
  ['extremist content', 'report-terrorist-content'],
  ['anti terrorist hotline', 'anti-terrorist-hotline'],
  ['lado number', 'word:lado'],
  ['who is the LADO?', 'word:lado'],
  ['prevent', 'act-early-support-line'],
  ['prevent referral', 'ask:prevent-referral'],
  ['prevnt number', 'act-early-support-line'],
  ['dfe extremism number', 'dfe-counter-extremism'],
  ['suicide helpline', 'papyrus-hopeline247'],
  ['suicidal pupil who do I ring', 'papyrus-hopeline247'],
  ['hopelineuk', 'papyrus-hopeline247'],
  ['hope line', 'papyrus-hopeline247'],
  ['papirus', 'papyrus-hopeline247'],
  ['self harm helpline', 'papyrus-hopeline247'],
  ['samaritins', 'samaritans'],
  ['Samaritans phone number please', 'samaritans'],
  ['text line for crisis', 'shout'],
  ['eating disorder helpline', 'beat'],
  ['anorexia', 'beat'],
  ['nspcc', 'nspcc-helpline'],
  ['NSPPC helpline', 'nspcc-helpline'],
  ['bullying helpline', 'nspcc-helpline'],
  ['iwf', 'iwf-report'],
  ['Internet Watch Foundation', 'iwf-report'],
  ['report child abuse images', 'iwf-report'],
  ['how do I report a website with child porn', 'iwf-report'],
  ['ceop', 'ceop-safety-centre'],
  ['click CEOP', 'ceop-safety-centre'],
  ['report grooming', 'ceop-safety-centre'],
  ['someone is grooming a pupil who do i contact', 'ceop-safety-centre'],
  ['take down nude', 'report-remove'],
  ['nude got leaked how do i get it taken down', 'report-remove'],
  ['report remove', 'report-remove'],
  ["pupil's nude shared by ex", 'report-remove'],
  ['Take It Down', 'take-it-down'],
  ['stop ncii', 'stopncii'],
  ['revenge porn helpline', 'revenge-porn-helpline'],
  ['posh', 'posh'],
  ['professionals online safety helpline', 'posh'],
  ['helpline for teachers', 'education-support'],
  ['advice line on online safety for staff', 'posh'],
  ['think you know', 'ceop-education'],
  ['thinkuknow', 'ceop-education'],
  ['lucy faithful', 'lucy-faithfull-foundation'],
  ['stop it now', 'stop-it-now'],
  ['worried about my husband looking at indecent images', 'stop-it-now'],
  ['action fraud', 'report-fraud'],
  ['child scammed online', 'report-fraud'],
  ['crimestopers', 'crimestoppers'],
  ['police number', 'police-non-emergency'],
  ['101', 'police-non-emergency'],
  ['999', 'police-emergency'],
  ['social services number', 'childrens-social-care'],
  ["children's social care", 'childrens-social-care'],
  ['mash number', 'childrens-social-care'],
  ['report a fake instagram account', 'platform:instagram'],
  ['report a post on tiktok', 'platform:tiktok'],
  ['ofsted', 'ofsted'],
  ['dbs', 'dbs'],
  ['whistle blowing line', 'nspcc-whistleblowing'],
  ['kcsie', 'kcsie'],
  ['screen time', 'rcpch-screen-time'],
  ['self harm guidance', 'self-harm-guidance'],
  ['upskirting law', 'law:upskirting'],
  ['up skirting', 'word:upskirting'],
  ['is sexting illegal', 'law:indecent-images'],
  ['cyberflashing', 'law:intimate-pictures'],
  ['malicious communications', 'law:bullying'],
  ['crime and policing act', 'law:new-acts'],
  ['strategy meeting checklist', 'checklist:strategy-meeting'],
  ['lado meeting checklist', 'checklist:lado'],
  ['risk factors', 'checklist:risk-factors'],
  ['information to collate', 'checklist:information'],
  ['what is county lines', 'word:county-lines'],
  ['what does DSL mean', 'word:safeguarding-lead'],
  ['dark web', 'word:dark-web'],
  ['which version of the chapter', 'edition'],
];

describe('what people type finds what they mean', () => {
  it.each(phrasings)('%s → %s', (query, id) => {
    expect(found(query)[0]).toBe(id);
  });

  it('answers "who do I ring about nudes" with the lead, then somebody who answers at night, and nothing for adults', () => {
    expect(found('who do I ring about nudes')[0]).toBe('ask:nudes');
    const answer = said('who do I ring about nudes');
    expect(answer.indexOf('Your safeguarding lead')).toBeLessThan(answer.indexOf('101'));
    expect(answer).not.toContain('Revenge Porn');
  });

  it.each([
    'pizza shop',
    'who won the football',
    'weather tomorrow',
    'asdfgh',
    'school lunch menu',
    'bus timetable',
    'the of and',
    'constructor',
    '__defineGetter__',
  ])('finds nothing for %s', (query) => {
    expect(found(query)).toEqual([]);
    expect(said(query)).toContain('Sorry, I did not find that');
  });

  it('never gives more than three answers', () => {
    for (const [query] of phrasings) expect(found(query).length).toBeLessThanOrEqual(mostResults);
  });

  it('shows what there is when a question holds no words', () => {
    for (const query of ['', '   ', '💬', '?!']) expect(said(query)).toContain('What do you want to look up?');
  });

  it('bears 10,000 characters and other scripts', () => {
    expect(said('nude '.repeat(2_000))).toContain('Report Remove');
    expect(said('儿童 网络 安全')).toContain('Sorry, I did not find that');
  });
});

describe('services for adults only', () => {
  it.each([
    'nude',
    'take down nude of a 15 year old',
    'leaked nudes of a pupil',
    'threat to share intimate picture of a girl',
    'deepfake of a student',
    'adult shared a nude of a child',
  ])('are not offered for %s', (query) => {
    expect(found(query)).not.toContain('stopncii');
    expect(found(query)).not.toContain('revenge-porn-helpline');
  });

  it('are offered when the question is about an adult, and say first whom they are for', () => {
    expect(found('intimate picture of an adult colleague shared')).toContain('revenge-porn-helpline');
    expect(said('revenge porn helpline')).toContain('Never for a picture of anyone under 18');
    expect(said('stopncii')).toContain('Never for a picture of anyone who was under 18');
  });
});

describe('hours', () => {
  it('says how far they are known, at eight in the evening', () => {
    expect(said('posh')).toContain('Probably closed now (hours not confirmed).');
    expect(said('more:posh')).toContain('Usually Monday to Friday, 10am to 4pm. Not confirmed. Probably closed now.');
    expect(said('childline')).toContain('Open now, day and night.');
    expect(said('police number')).toContain('101. Open now, day and night.');
    expect(said('beat')).toContain('Closed now. Opens tomorrow at 3pm.');
    expect(said('more:beat')).toContain('Monday to Friday, 3pm to 8pm. Closed now.');
  });

  it('does not guess about Christmas Day', () => {
    expect(said('posh', christmasNoon)).not.toContain('Probably');
    expect(said('childline', christmasNoon)).toContain('Open now');
    expect(said('mens advice line', christmasNoon)).toContain('Its hours are not confirmed.');
  });

  it('never has "open now" of a service whose hours nobody confirmed', () => {
    for (const { id, usualHours } of services)
      if (usualHours) expect(said(id), id).not.toMatch(/(?<!Probably )open now/i);
  });
});

describe('every message', () => {
  const context = mondayEvening;
  const entries = everyEntry();
  const messages: readonly (readonly [string, Message])[] = [
    ...entries.flatMap(({ id, facts }) =>
      [id, `more:${id}`, ...(facts(context).parts ?? []).map((_, i) => `${id}#${i}`)].map(
        (query) => [query, lookUp(query, context)] as const,
      ),
    ),
    ...phrasings.map(([query]) => [query, lookUp(query, context)] as const),
    ...[
      '',
      'law',
      'checklists',
      'procedures',
      'platforms',
      'glossary',
      'glossary 2',
      'glossary 3',
      'nothing like it',
    ].map((query) => [`"${query}"`, lookUp(query, context)] as const),
  ];

  it('finds every entry by its id', () => {
    for (const { id, name } of entries) expect(lookUp(id, context).summary).toBe(`Look-up: ${name}`);
  });

  it('begins with what was asked for, and ends with 999, the lead and a way back', () => {
    for (const [name, { blocks }] of messages) {
      expect(blocks[0], name).toMatchObject({ kind: 'heading' });
      expect(JSON.stringify(blocks.at(-2)), name).toMatch(/999.*your safeguarding lead, now/);
      expect(JSON.stringify(blocks.at(-1)), name).toContain('"do":"show"');
    }
  });

  it('has at most 45 list lines and 9,000 characters', () => {
    for (const [name, message] of messages) {
      const lines = message.blocks.flatMap((block) => (block.kind === 'list' ? block.lines : []));
      expect(lines.length, name).toBeLessThanOrEqual(45);
      expect(message.blocks.length, name).toBeLessThan(40);
      expect(plainText(message).length, name).toBeLessThan(9_000);
    }
  });

  it('has no text or line near 3,000 characters', () => {
    for (const [name, { blocks }] of messages) {
      const texts = blocks.flatMap((block): unknown[] => {
        if (block.kind === 'text') return [block.text];
        return block.kind === 'list' ? [...block.lines] : [];
      });
      for (const text of texts) expect(JSON.stringify(text).length, name).toBeLessThan(1_000);
    }
  });

  it('has buttons that fit, and few enough', () => {
    for (const [name, { blocks }] of messages) {
      const buttons = blocks.flatMap((block) => (block.kind === 'buttons' ? block.buttons : []));
      expect(buttons.length, name).toBeLessThanOrEqual(25);
      for (const { label, action } of buttons)
        expect([label.length <= 75, JSON.stringify(action).length < 90]).toEqual([true, true]);
    }
  });

  it('holds no link, number or e-mail address that is not in the data', () => {
    const known = new Set([
      '999',
      ...services.flatMap(({ url, reportUrl, phone, email, source }) => [url, reportUrl, phone, email, source]),
      ...platforms.flatMap(({ reportUrl, source }) => [reportUrl, source]),
    ]);
    for (const [name, { blocks }] of messages) {
      const text = JSON.stringify(blocks);
      for (const [, link] of text.matchAll(/"link":"([^"]+)"/g)) expect(known, name).toContain(link);
      for (const [, phone] of text.matchAll(/"phone":"([^"]+)"/g)) expect(known, name).toContain(phone);
      for (const [address] of text.matchAll(/[\w.-]+@[\w.-]+\w/g)) expect(known, name).toContain(address);
    }
  });

  it('leads somewhere from every button', () => {
    for (const [name, { blocks }] of messages)
      for (const { action } of blocks.flatMap((block) => (block.kind === 'buttons' ? block.buttons : [])))
        if (action.do === 'look-up')
          expect(lookUp(action.query ?? '', context).summary, `${name}: ${action.query}`).not.toContain(
            'nothing found',
          );
  });

  it('repeats nothing of what was typed', () => {
    expect(said('childline for Zebediah Quux')).not.toContain('Zebediah');
    expect(said('Zebediah Quux')).not.toContain('Zebediah');
  });
});

describe("the organisation's own contacts", () => {
  const contact = { name: 'Initial Response', lastChecked: '2026-11-23', source: 'https://example.org/contacts' };
  const ours = organisationSchema.parse({
    name: 'Example',
    councils: [
      {
        id: 'example',
        name: 'Example City',
        nation: 'england-and-wales',
        childrensSocialCare: {
          officeHours: {
            ...contact,
            phone: '01234 567890',
            hours: { weekdays: '09:00-17:00', bankHolidays: 'closed' },
          },
          outOfHours: { ...contact, name: 'Care Line', phone: '01234 567891' },
        },
        lado: { ...contact, name: 'LADO duty', phone: '01234 567892', email: 'lado@example.org' },
      },
    ],
    sites: [
      {
        id: 'school',
        name: 'Example School',
        kind: 'school',
        ladoArea: 'example',
        leads: [{ id: 'lead', name: 'Sam Lead', phone: '01234 000000', cover: 'always' }],
      },
    ],
  });
  const local = (query: string) => plainText(lookUp(query, { ...mondayEvening, localEntries: localEntries(ours) }));

  it('come first', () => {
    expect(local('lado number')).toMatch(/^Look-up: Example City: LADO/);
    expect(local('lado number')).toContain('01234 567892');
    expect(local('social services number')).toMatch(/^Look-up: Example City: children's social care/);
    expect(local('example city out of hours')).toContain('01234 567891');
  });

  it('say whether they answer now, as far as it is known', () => {
    expect(local('more:local:example:social-care')).toContain('Closed now. Opens tomorrow at 9am.');
    expect(local('social services number')).toContain('01234 567891 Care Line. We do not know if it is open now.');
    expect(local('lado number')).toContain('01234 567892 LADO duty. We do not know if it is open now.');
  });
});

describe('a web address', () => {
  const summary = (query: string) => lookUp(query, mondayEvening).summary;
  const told = services.flatMap(({ kind, name, url }) => (kind !== 'law' && url ? [{ name, url }] : []));
  const place = (url: string) => new URL(url).hostname.replace(/^www\./, '');
  const alone = told.filter(({ url }) => told.filter((other) => place(other.url) === place(url)).length === 1);

  it.each(alone.filter(({ url }) => !place(url).startsWith('gov.uk')))('finds whose it is: $url', ({ name, url }) => {
    const host = place(url);
    for (const written of [url, host, `www.${host}`, `http://${host}/a/page?b=c`])
      expect(summary(written)).toContain(name);
  });

  it('is not a full stop that lost its space', () => {
    expect(readAddresses('he said no.she said childline')).toBe('he said no.she said childline');
  });
});
