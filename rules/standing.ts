/** Whether a service answers at this moment, said in one plain sentence or two, and never better than it is known. */
import type { WorkingCalendar } from './calendar.ts';
import { isOpen } from './hours.ts';
import { hoursSchema } from './hours-file.ts';
import type { Service, ServiceHours } from './services.ts';

export interface Standing {
  readonly state: 'open' | 'closed' | 'online' | 'not known';
  readonly sentence: string;
  /** May it be offered as an answer now, alone? Whether it fits the matter at all is `suits`. */
  readonly answersNow: boolean;
}

/** All the helplines are run from England, so its bank holidays are theirs. */
const nation = 'england-and-wales';

type Opening = Awaited<ReturnType<typeof isOpen>>;

export function standing(service: Service, moment: Date, calendar: WorkingCalendar): Standing {
  const { state, sentence } = answering(service, moment, calendar);
  const doubts = [
    ...(service.stillOpen ? ['We could not confirm that it is still open.'] : []),
    ...(service.first
      ? ['Report to the site or app first. It helps only if they refuse, or are silent for a week.']
      : []),
  ];
  if (doubts.length > 0)
    return { state: 'not known', sentence: [...doubts, sentence].join(' ').trim(), answersNow: false };
  const takesPeople = service.kind === 'report' || service.kind === 'helpline';
  return { state, sentence, answersNow: takesPeople && (state === 'open' || state === 'online') };
}

function answering(service: Service, moment: Date, calendar: WorkingCalendar): Omit<Standing, 'answersNow'> {
  const { hours, usualHours, onlineAnyTime, kind, url, phone } = service;
  if (hours) return byHours(hours, opening(hours, moment, calendar), onlineAnyTime === true);
  if (usualHours) return byUsualHours(usualHours.text, opening(usualHours, moment, calendar));
  if (onlineAnyTime) return { state: 'online', sentence: 'Online at any time.' };
  if (phone) return { state: 'not known', sentence: 'Its hours are not confirmed.' };
  if (kind === 'report' || kind === 'helpline') return { state: 'not known', sentence: '' };
  if (url) return { state: 'online', sentence: 'On the web, to read.' };
  return { state: 'not known', sentence: 'We have no confirmed link to it.' };
}

function byHours(hours: ServiceHours, open: Opening, online: boolean): Omit<Standing, 'answersNow'> {
  if (open === true) return { state: 'open', sentence: `${hours.text}. Open now.` };
  if (open === false && hours.outside) return { state: 'open', sentence: `${hours.text}. They answer now.` };
  if (online) return { state: 'online', sentence: `${hours.text}.` };
  if (open === false) return { state: 'closed', sentence: `${hours.text}. Closed now.` };
  return { state: 'not known', sentence: `${hours.text}. We do not know if it is open today.` };
}

function byUsualHours(text: string, open: Opening): Omit<Standing, 'answersNow'> {
  const guess = open === 'not known' ? '' : ` Probably ${open ? 'open' : 'closed'} now.`;
  return { state: 'not known', sentence: `Usually ${text}. Not confirmed.${guess}` };
}

/** Where it is not known what happens on bank holidays, both are tried, and only an answer both give counts. */
function opening(hours: ServiceHours, moment: Date, calendar: WorkingCalendar): Opening {
  const holidays = hours.bankHolidays ? [hours.bankHolidays] : ['closed', 'as usual'];
  const written =
    typeof hours.open === 'string'
      ? [hours.open]
      : holidays.map((bankHolidays) => ({ ...Object(hours.open), bankHolidays }));
  const answers = new Set(written.map((one) => isOpen(hoursSchema.parse(one), moment, nation, calendar)));
  const [only] = answers;
  return answers.size === 1 && only !== undefined ? only : 'not known';
}
