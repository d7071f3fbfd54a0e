/** Whether a service answers at this moment, said in one plain sentence or two, and never better than it is known. */
import type { WorkingCalendar } from './calendar.ts';
import { type Hours, isOpen, nextOpening } from './hours.ts';
import { hoursSchema } from './hours-file.ts';
import type { Service, ServiceHours } from './services.ts';

export interface Standing {
  readonly state: 'open' | 'closed' | 'online' | 'not known';
  readonly sentence: string;
  /** May it be offered as an answer now, alone? Whether it fits the matter at all is `suits`. */
  readonly answersNow: boolean;
  /** Open day and night, every day. */
  readonly always?: true;
  /** Closed now: when it next opens, where that is known. */
  readonly opens?: Date;
  /** By hours that are not confirmed. */
  readonly probably?: 'open' | 'closed';
}

type Answering = Omit<Standing, 'answersNow'>;

/** All the helplines are run from England, so its bank holidays are theirs. */
const nation = 'england-and-wales';

type Opening = ReturnType<typeof isOpen>;

export function standingOf(service: Service, moment: Date, calendar: WorkingCalendar): Standing {
  const answers = answering(service, moment, calendar);
  const doubts = [
    ...(service.stillOpen ? ['We could not confirm that it is still open.'] : []),
    ...(service.first
      ? ['Report to the site or app first. It helps only if they refuse, or are silent for a week.']
      : []),
  ];
  if (doubts.length > 0)
    return { state: 'not known', sentence: [...doubts, answers.sentence].join(' ').trim(), answersNow: false };
  const takesPeople = service.kind === 'report' || service.kind === 'helpline';
  return { ...answers, answersNow: takesPeople && (answers.state === 'open' || answers.state === 'online') };
}

function answering(service: Service, moment: Date, calendar: WorkingCalendar): Answering {
  const { hours, usualHours, onlineAnyTime, kind, url, phone } = service;
  if (hours) return byHours(hours, moment, calendar, onlineAnyTime === true);
  if (usualHours) return byUsualHours(usualHours.text, opening(usualHours, moment, calendar));
  if (onlineAnyTime) return { state: 'online', sentence: 'Online at any time.' };
  if (phone) return { state: 'not known', sentence: 'Its hours are not confirmed.' };
  if (kind === 'report' || kind === 'helpline') return { state: 'not known', sentence: '' };
  if (url) return { state: 'online', sentence: 'On the web, to read.' };
  return { state: 'not known', sentence: 'We have no confirmed link to it.' };
}

function byHours(hours: ServiceHours, moment: Date, calendar: WorkingCalendar, online: boolean): Answering {
  const { text, open: written, outside } = hours;
  const open = opening(hours, moment, calendar);
  if (open === true)
    return { state: 'open', sentence: `${text}. Open now.`, ...(written === 'always' ? { always: true } : {}) };
  if (open === false && outside) return { state: 'open', sentence: `${text}. They answer now.` };
  const next = open === false ? opensNext(hours, moment, calendar) : undefined;
  const opens = next ? { opens: next } : {};
  if (online) return { state: 'online', sentence: `${text}.`, ...opens };
  if (open === false) return { state: 'closed', sentence: `${text}. Closed now.`, ...opens };
  return { state: 'not known', sentence: `${text}. We do not know if it is open today.` };
}

function byUsualHours(text: string, open: Opening): Answering {
  const guess = open === 'not known' ? undefined : open ? 'open' : 'closed';
  const probably = guess ? ` Probably ${guess} now.` : '';
  const sentence = `Usually ${text}. Not confirmed.${probably}`;
  return { state: 'not known', sentence, ...(guess ? { probably: guess } : {}) };
}

function opening(hours: ServiceHours, moment: Date, calendar: WorkingCalendar): Opening {
  const answers = new Set(possible(hours).map((one) => isOpen(one, moment, nation, calendar)));
  const [only] = answers;
  return answers.size === 1 && only !== undefined ? only : 'not known';
}

function opensNext(hours: ServiceHours, moment: Date, calendar: WorkingCalendar): Date | undefined {
  const [first, ...others] = possible(hours).map((one) => nextOpening(one, moment, nation, calendar));
  if (!(first instanceof Date)) return undefined;
  return others.every((other) => other instanceof Date && other.getTime() === first.getTime()) ? first : undefined;
}

/** Where it is not known what happens on bank holidays, both are tried, and only an answer both give counts. */
function possible(hours: ServiceHours): readonly Hours[] {
  const { open, bankHolidays } = hours;
  if (typeof open === 'string') return [hoursSchema.parse(open)];
  const holidays = bankHolidays ? [bankHolidays] : ['closed', 'as usual'];
  return holidays.map((each) => hoursSchema.parse({ ...open, bankHolidays: each }));
}
