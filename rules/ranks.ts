/** What stands before what: the sooner limit, the stronger verb, the source closer to the chapter. */
import {
  type Basis,
  type Deadline,
  peopleRoutes,
  procedureRoutes,
  type Route,
  type Source,
  type Strength,
  serviceRoutes,
  strengths,
} from './outcome.ts';

/** Smaller is sooner. "Not stated" counts as its precaution, after a limit that the chapter does state. */
export function soonness(deadline: Deadline): number {
  switch (deadline.kind) {
    case 'now':
      return 0;
    case 'today':
      return deadline.urgent ? 10 : 11;
    case 'notStated':
      return precautionRanks[deadline.precaution];
    case 'workingDays':
      return 20 + deadline.days;
  }
}
const precautionRanks = { now: 1, today: 12, none: 1000 };

/** Smaller is sooner; a limit of the chapter's stands before the same day of ours, so that its own source is named. */
export function dueRank(deadline: Deadline, { basis }: Source): number {
  const ours = basis === 'ours' || basis === 'local';
  return deadline.kind === 'today' && ours ? 11.5 : soonness(deadline);
}

/** Smaller is stronger. */
export const strengthRank = (strength: Strength): number => strengths.indexOf(strength);

const bases: readonly Basis[] = ['chapter', 'follows', 'local', 'ours'];
/** Smaller is closer to the chapter. */
export const basisRank = ({ basis }: Source): number => bases.indexOf(basis);

const routes: readonly Route[] = [...peopleRoutes, ...procedureRoutes, ...serviceRoutes];
/** People first, then procedures, then services. */
export const routeRank = (route: Route): number => routes.indexOf(route);
