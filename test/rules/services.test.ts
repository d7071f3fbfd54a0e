import { describe, expect, it } from 'vitest';
import { committedCalendar as calendar } from '../../rules/calendar.ts';
import { sayClock } from '../../rules/hours-said.ts';
import { serviceRoutes } from '../../rules/outcome.ts';
import { serviceById, serviceFor, services, servicesFileSchema, suits } from '../../rules/services.ts';
import { standingOf } from '../../rules/standing.ts';

const mondayNoon = new Date('2026-11-23T12:00:00Z');
const mondayEvening = new Date('2026-11-23T20:00:00Z');
const christmasNoon = new Date('2026-12-25T12:00:00Z');
const at = (id: string, moment: Date) => standingOf(serviceById(id), moment, calendar);

describe('the data', () => {
  it('has the shape it should, each id once', () => {
    servicesFileSchema.parse({ services });
    expect(new Set(services.map(({ id }) => id)).size).toBe(services.length);
  });

  it('leaves out what was not confirmed', () => {
    expect(services.map(({ id }) => id)).not.toContain('shore');
    expect(serviceById('report-abuse-in-education').phone).toBeUndefined();
    expect(serviceById('crimestoppers').hours).toBeUndefined();
    expect(serviceById('mens-advice-line').hours).toBeUndefined();
    expect(serviceById('missing-people').hours).toBeUndefined();
    expect(serviceById('education-support').hours).toBeUndefined();
    expect(serviceById('searching-screening-confiscation').url).toBeUndefined();
    expect(serviceById('samaritans').email).toBeUndefined();
    expect(serviceById('dfe-counter-extremism').email).toBeUndefined();
    expect(serviceById('posh').email).toBeUndefined();
    expect(serviceById('posh').hours).toBeUndefined();
    expect(serviceById('ofsted').url).toBeUndefined();
  });

  it.each(
    services.flatMap((one) => [one.hours, one.usualHours].flatMap((hours) => (hours ? [{ id: one.id, hours }] : []))),
  )('says the hours of $id in words as in numbers', ({ hours }) => {
    if (hours.open === 'always') return expect(hours.text).toContain('24 hours a day, every day');
    const clocks = Object.values(hours.open).flatMap((range) =>
      range.split('-').map((clock) => Number(clock.slice(0, 2)) * 60),
    );
    for (const clock of clocks) expect(hours.text).toContain(sayClock(clock));
  });

  it.each(serviceRoutes)('has a service for %s', (route) => {
    expect(serviceFor(route).purpose).not.toBe('');
  });

  it('fails loudly on a name it does not have', () => {
    expect(() => serviceById('no-such-service')).toThrow('no-such-service');
  });
});

describe('standing', () => {
  it('knows a line that is always open, on Christmas Day at night as well', () => {
    expect(at('childline', new Date('2026-12-25T23:30:00Z'))).toEqual({
      state: 'open',
      sentence: 'Phone: 24 hours a day, every day. Open now.',
      answersNow: true,
      always: true,
    });
  });

  it('knows when a line with confirmed hours is open and closed', () => {
    expect(at('dfe-counter-extremism', mondayNoon).state).toBe('open');
    expect(at('dfe-counter-extremism', mondayEvening)).toMatchObject({ state: 'closed', answersNow: false });
    expect(at('beat', mondayNoon).state).toBe('closed');
    expect(at('beat', new Date('2026-11-23T15:00:00Z')).state).toBe('open');
    expect(at('beat', new Date('2026-11-28T16:00:00Z')).state).toBe('closed');
  });

  it('reads hours in London, in summer too', () => {
    expect(at('beat', new Date('2026-07-06T14:30:00Z')).state).toBe('open');
    expect(at('beat', new Date('2026-07-06T19:30:00Z')).state).toBe('closed');
  });

  it('knows bank holidays only where the service says so', () => {
    expect(at('dfe-counter-extremism', christmasNoon).state).toBe('closed');
    const afternoon = new Date('2026-12-25T16:00:00Z');
    expect(at('beat', afternoon)).toMatchObject({ state: 'not known', answersNow: false });
    expect(at('beat', new Date('2026-12-25T22:00:00Z')).state).toBe('closed');
  });

  it('does not guess past the last year of its calendar, nor on a clock that was never set', () => {
    expect(at('dfe-counter-extremism', new Date('2035-06-05T11:00:00Z')).state).toBe('not known');
    expect(at('beat', new Date(0))).toMatchObject({ state: 'not known', answersNow: false });
  });

  it('never takes usual hours for known ones', () => {
    expect(at('posh', mondayEvening)).toEqual({
      state: 'not known',
      sentence: 'Usually Monday to Friday, 10am to 4pm. Not confirmed. Probably closed now.',
      answersNow: false,
      probably: 'closed',
    });
    expect(at('posh', mondayNoon)).toMatchObject({ state: 'not known', answersNow: false });
    expect(at('posh', mondayNoon).sentence).toContain('Probably open now.');
    expect(at('posh', christmasNoon).sentence).toBe('Usually Monday to Friday, 10am to 4pm. Not confirmed.');
  });

  it('knows that 101 answers day and night', () => {
    for (const moment of [mondayNoon, mondayEvening, christmasNoon, new Date('2035-06-05T03:00:00Z')])
      expect(at('police-non-emergency', moment)).toMatchObject({ state: 'open', always: true, answersNow: true });
  });

  it('says when a closed line opens, only where a bank holiday would change nothing', () => {
    expect(at('beat', mondayEvening).opens).toEqual(new Date('2026-11-24T15:00:00Z'));
    expect(at('beat', new Date('2026-12-24T21:00:00Z'))).toMatchObject({ state: 'closed' });
    expect(at('beat', new Date('2026-12-24T21:00:00Z')).opens).toBeUndefined();
    expect(at('dfe-counter-extremism', new Date('2026-12-24T21:00:00Z')).opens).toEqual(
      new Date('2026-12-29T11:00:00Z'),
    );
  });

  it('says plainly that hours are not known', () => {
    expect(at('anti-terrorist-hotline', mondayNoon)).toEqual({
      state: 'not known',
      sentence: 'Its hours are not confirmed.',
      answersNow: false,
    });
  });

  it('offers what takes reports online at any hour', () => {
    for (const id of ['iwf-report', 'ceop-safety-centre', 'report-remove', 'platform', 'report-fraud'])
      expect(at(id, christmasNoon), id).toMatchObject({ state: 'online', answersNow: true });
  });

  it('counts a line whose calls are passed on as open', () => {
    expect(at('act-early-support-line', mondayEvening)).toMatchObject({ state: 'open', answersNow: true });
  });

  it('never offers the form that needs a refusal first, nor what may have closed', () => {
    for (const moment of [mondayNoon, mondayEvening, christmasNoon]) {
      expect(at('report-harmful-content', moment)).toMatchObject({ state: 'not known', answersNow: false });
      expect(at('report-abuse-in-education', moment).answersNow).toBe(false);
    }
    expect(at('report-harmful-content', mondayNoon).sentence).toContain('Report to the site or app first.');
  });

  it('never offers a page to read as somebody to turn to', () => {
    for (const one of services.filter(({ kind }) => kind !== 'report' && kind !== 'helpline'))
      expect(standingOf(one, mondayNoon, calendar).answersNow, one.id).toBe(false);
  });
});

describe('suits', () => {
  const suiting = (matter: Parameters<typeof suits>[1]) =>
    services.filter((one) => suits(one, matter)).map(({ id }) => id);

  it('leaves an emergency to the police', () => {
    expect(suiting('emergency')).toEqual(['police-emergency']);
  });

  it('keeps services for adults away from pictures of under-18s', () => {
    expect(suiting('image-of-under-18')).not.toContain('stopncii');
    expect(suiting('image-of-under-18')).not.toContain('revenge-porn-helpline');
    expect(suiting('image-of-under-18')).not.toContain('report-harmful-content');
    expect(suiting('image-of-under-18')).toContain('report-remove');
  });

  it('keeps what is illegal away from Report Harmful Content', () => {
    expect(suiting('illegal-content')).not.toContain('report-harmful-content');
    expect(suiting('terrorism')).not.toContain('report-harmful-content');
    expect(suiting('terrorism')).toContain('report-terrorist-content');
  });

  it('keeps bullying away from CEOP, and a blackmailed child away from fraud and from take-down buttons', () => {
    expect(suiting('bullying')).not.toContain('ceop-safety-centre');
    expect(suiting('child-blackmailed')).not.toContain('report-fraud');
    expect(suits(serviceFor('service:platform'), 'child-blackmailed')).toBe(false);
  });
});
