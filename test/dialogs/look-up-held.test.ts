import { describe, expect, it } from 'vitest';
import { asksOf } from '../../dialogs/look-up/asks.ts';
import { localEntries } from '../../dialogs/look-up/local.ts';
import { search } from '../../dialogs/look-up/search.ts';
import { meaningful } from '../../dialogs/look-up/words.ts';
import { everyEntry, lookUp } from '../../dialogs/look-up.ts';
import { plainText } from '../../dialogs/plain.ts';
import { committedCalendar as calendar } from '../../rules/calendar.ts';
import { manualChapters } from '../../rules/local.ts';
import { platforms, platformsFileSchema } from '../../rules/platforms.ts';
import { platformTools, services } from '../../rules/services.ts';
import { readOrganisation } from '../../src/organisation/file.ts';

const organisation = await readOrganisation('organisation.example.yaml');
const moment = new Date('2026-11-27T18:30:00Z');
const look = (query: string, own = organisation) =>
  lookUp(query, { moment, calendar, localEntries: localEntries(own) });
const said = (query: string, own = organisation) => plainText(look(query, own));
const name = (query: string) => look(query).summary.replace('Look-up: ', '');

describe('what can be looked up', () => {
  it('has one entry for each id, with a name of its own', () => {
    const entries = everyEntry(localEntries(organisation));
    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
    expect(new Set(entries.map((entry) => entry.name)).size).toBe(entries.length);
  });

  it('carries the words people use for each service, and for none that is not there', () => {
    const held = [...services, platformTools].filter(({ kind }) => kind !== 'law').map(({ id }) => id);
    expect(Object.keys(asksOf).toSorted()).toEqual(held.toSorted());
  });

  it('is found by the last of its words as by the first', () => {
    for (const { id, asks } of everyEntry(localEntries(organisation))) {
      const last = asks.split(' ').findLast((word) => /^\p{L}{6,}$/u.test(word) && meaningful(word).length > 0);
      if (last)
        expect(search(last, everyEntry(localEntries(organisation))).length, `${id}: ${last}`).toBeGreaterThan(0);
    }
  });

  it('says of every service when it was checked and where, or that nobody could confirm it', () => {
    for (const { id, kind, source, lastChecked } of services) {
      if (kind === 'law') continue;
      const whole = said(`more:${id}`);
      expect(whole, id).toContain(source ? 'We read it on' : 'Not confirmed: we have seen no page about it.');
      expect(new Date(lastChecked).getTime(), id).toBeLessThanOrEqual(Date.now());
    }
  });
});

describe('the services, procedures and documents that the chapter names', () => {
  it.each([
    ['Internet Watch Foundation', 'Internet Watch Foundation (IWF)'],
    ['Child Exploitation and Online Protection Agency', 'CEOP Safety Centre (National Crime Agency)'],
    ['Child Exploitation and Online Protection Centre', 'CEOP Safety Centre (National Crime Agency)'],
    ['Report Harmful Content', 'Report Harmful Content'],
    ['Action Counters Terrorism', 'Report terrorist content (ACT)'],
    ['Think You Know', 'CEOP Education'],
    ['Stop it Now', 'Stop It Now'],
    ['Lucy Faithful Foundation', 'The Lucy Faithfull Foundation'],
    ['UK Safer Internet Centre', 'UK Safer Internet Centre'],
    ['Professionals Online Safety Helpline', 'Professionals Online Safety Helpline (POSH)'],
    ['NSPCC', 'NSPCC Helpline'],
    ['Childline', 'Childline'],
    ['Childnet', 'Childnet'],
    ['Get Safe Online', 'Get Safe Online'],
    ['Internet Matters', 'Internet Matters'],
    [
      'The Health Impacts of Screen Time: A Guide for Clinicians and Parents',
      'The health impacts of screen time (RCPCH)',
    ],
    ['Self Harm Practice Guidance', 'Self Harm Practice Guidance'],
    [
      'Cyber Bullying Advice for Head Teachers and School Staff',
      'Cyberbullying: advice for headteachers and school staff',
    ],
    [
      'Sharing nudes and semi-nudes: advice for education settings working with children and young people',
      'Sharing nudes and semi-nudes: advice for education settings',
    ],
    [
      'Childnet Cyberbullying: understand, prevent and respond guidance for schools',
      'Cyberbullying: Understand, Prevent and Respond (Childnet)',
    ],
    ['Advice for Parents and Carers on cyberbullying', 'Advice for parents and carers on cyberbullying'],
    ['Making a Referral to Social Care', 'Procedure: Making a Referral to Social Care'],
    ['Children at Risk of Exploitation (CRE)', 'Procedure: Children at Risk of Exploitation (CRE)'],
    ['Allegations Against Staff, Carers and Volunteers', 'Procedure: Allegations Against Staff, Carers and Volunteers'],
    ['Children who Present a Risk of Harm to Others', 'Procedure: Children who Present a Risk of Harm to Others'],
    [
      'Managing Individuals who Pose a Risk of Harm to Children',
      'Procedure: Managing Individuals who Pose a Risk of Harm to Children',
    ],
    [
      'Safeguarding Children and Young People against Radicalisation and Violent Extremism',
      'Procedure: Safeguarding Children and Young People against Radicalisation and Violent Extremism',
    ],
    ['Domestic Abuse procedure', 'Procedure: Domestic Abuse'],
    [
      'Child Protection Section 47 Enquiries, Strategy Discussions / Meetings',
      'Procedure: Child Protection Section 47 Enquiries, Strategy Discussions / Meetings',
    ],
  ])('%s', (asked, held) => expect(name(asked)).toBe(held));

  it('a procedure has the local link, the manual where the page is not known, or neither and says so', () => {
    const exact = manualChapters.filter((id) => organisation.manual?.chapters[id]);
    expect(exact.length).toBeGreaterThan(1);
    for (const id of manualChapters) {
      const text = said(id);
      if (exact.includes(id)) expect(text, id).toContain(organisation.manual?.chapters[id]);
      else expect(text, id).toContain('We have no confirmed link to the page.');
    }
    for (const id of manualChapters)
      expect(plainText(lookUp(id, { moment, calendar })), id).toContain('We have no confirmed link.');
  });
});

describe('the report pages of platforms', () => {
  it('have the shape they should, each id once', () => {
    platformsFileSchema.parse({ platforms });
    expect(new Set(platforms.map(({ id }) => id)).size).toBe(platforms.length);
  });

  it.each(platforms.map((platform) => [platform.name, platform] as const))('%s', (_, platform) => {
    for (const asked of [
      `${platform.name} report`,
      `report ${platform.name.toLowerCase()} account`,
      ...(platform.aliases ?? []),
    ]) {
      if (platform.closed) continue;
      expect(name(asked), asked).toBe(`Report on ${platform.name}`);
    }
    const text = said(`platform:${platform.id}`);
    expect(text).toContain(platform.reportUrl ?? (platform.closed ? 'It closed' : 'We have no confirmed link'));
    if (platform.reportUrl) expect(platform.source, 'a link needs the page it was checked on').toBeDefined();
  });
});

describe('a word that people and bodies go by as well', () => {
  it.each([
    ['what is a lado', 'LADO'],
    ['what does MASH stand for', 'MASH'],
    ['what is prevent', 'Prevent'],
    ['what is grooming', 'Grooming'],
    ['what is CEOP', 'CEOP'],
  ])('%s: the word', (asked, word) => expect(name(asked)).toBe(word));

  it.each([
    ['what is the LADO number', /LADO$/],
    ['what is the number for CEOP', /^CEOP Safety Centre/],
    ['lado', /LADO$/],
  ])('%s: somebody to ring', (asked, who) => {
    expect(name(asked)).toMatch(who);
    expect(name(asked)).not.toBe('LADO');
  });
});

describe('questions people have while it happens', () => {
  it.each([
    ['do I need consent', 'Do I need consent to refer?'],
    ['dad refuses to let us refer', 'Do I need consent to refer?'],
    ['searching a phone', 'A phone in your hand'],
    ['what do I do with his phone', 'A phone in your hand'],
    ['child in care', 'The child is in care'],
    ['the child lives abroad', 'The child lives elsewhere, or abroad'],
    ['student is 18', 'The person is 18 or over'],
    ['com network', 'Made to hurt themselves online'],
    ['missing people', 'Missing People and Runaway Helpline'],
    ['child missing', 'A child is missing'],
    ['low level concern', 'A low-level concern about staff'],
    ['age of consent', 'Law: the age of consent'],
    ['cyber choices', 'Cyber Choices (National Crime Agency)'],
    ['support for staff', 'Support for you'],
    ['report child abuse', "Derby City Council: children's social care"],
    ['who do I report to', 'Numbers to ring'],
    ['numbers please', 'Numbers to ring'],
    ['online safety act', 'Law: newer than the chapter'],
  ])('%s', (asked, held) => expect(name(asked)).toBe(held));

  it.each([
    'pomoc dziecko',
    'cymorth plentyn',
    'ayuda niños',
    'ajutor copil',
    'допомога дитина',
    'مساعدة طفل',
    'بچوں کی مدد',
  ])('in other words, %s: 999, Childline, the lead', (asked) => {
    const text = said(asked);
    expect(text).toContain('0800 1111');
    expect(text.indexOf('999')).toBeLessThan(text.indexOf('0800 1111'));
    expect(text).toContain('safeguarding lead');
  });
});

describe('what does not fit is not shown as found', () => {
  it.each(['drugs', 'forced marriage', 'camhs', 'mermaids', 'data breach', 'ehcp', 'kooth', 'sarc'])(
    '%s: who knows instead',
    (asked) => {
      expect(said(asked)).toContain('Not in this chapter, so we hold nothing on it.');
      expect(said(asked)).toContain('Who knows: ');
    },
  );
});

describe('on cover now is said only when it is known', () => {
  const leads = 'local:riverside-school:leads';
  const at = (when: Date) =>
    ['', 'more:'].map((all) =>
      plainText(lookUp(`${all}${leads}`, { moment: when, calendar, localEntries: localEntries(organisation) })),
    );

  it('on a clock that was never set, only of the head, who always has cover', () => {
    const [, whole = ''] = at(new Date(0));
    expect(whole.match(/On cover now/g)).toHaveLength(1);
    expect(whole).toMatch(/Sam Okafor.*\n.*We do not know if they are on cover now\./);
  });

  it('on a school morning', () => {
    for (const text of at(new Date('2026-11-25T10:00:00Z'))) expect(text).toContain('On cover now.');
  });
});

describe('a worry is not taken for its neighbour', () => {
  it.each([
    ['who do i ring about a teacher', 'The worry is about somebody who works here'],
    ['helpline for teachers', 'Education Support'],
    ['help for staff', 'Support for you'],
    ['helpline for young people', 'Childline'],
    ['what does kys mean', 'Words for suicide'],
    ['alcoholics anonymous', 'Drugs and alcohol'],
    ['gamblers anonymous', 'Gambling'],
    ['young carers helpline', 'A helpline that we do not hold'],
    ['policy on phones', 'Your organisation’s own policies and forms'],
    ['online safety policy', 'Your organisation’s own policies and forms'],
  ])('%s', (query, first) => expect(name(query)).toBe(first));
});
