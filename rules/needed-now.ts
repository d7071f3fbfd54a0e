/** Whether a concern is for now or for later today: one answer, for the card, the notice and the time that is waited. */
import { type Decision, type Duty, type PeopleRoute, peopleRoutes } from './outcome.ts';

/** Somebody has to be told now. */
export function isNeededNow({ duties }: Pick<Decision, 'duties'>): boolean {
  return duties.some((duty) => isForPeople(duty) && duty.strength !== 'may' && isNow(duty));
}

const isForPeople = ({ route }: Duty) => peopleRoutes.includes(route as PeopleRoute);

const isNow = ({ deadline }: Duty) =>
  deadline.kind === 'now' || (deadline.kind === 'notStated' && deadline.precaution === 'now');
