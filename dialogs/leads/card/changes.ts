/** How what is due differs from before the latest change of the answers. */
import type { Duty } from '../../../rules/outcome.ts';
import { parentsSaid } from '../../answer/bodies.ts';
import type { ListLine } from '../../message.ts';
import { changeWords } from '../../words/lead-duties.ts';
import type { ConcernView } from '../concern/concern-view.ts';
import { isPeopleDuty, limitOf, sayLimit, shortOrderOf, type Worked } from '../concern/duties.ts';

/** Nothing where no answer was changed. */
export function changesIn({ concern, before }: ConcernView, now: Date): readonly ListLine[] | undefined {
  if (!concern || !before) return undefined;
  const due = dutiesOf(concern);
  const was = dutiesOf(before);
  const lines = [
    ...due.flatMap((duty) => {
      const old = was.find(({ route }) => route === duty.route);
      const how = old ? moved(soon(old, before), soon(duty, concern)) : changeWords.added;
      return how ? [line(how, `${shortOrderOf(duty, concern)}: ${sayLimit(duty, concern, now)}`)] : [];
    }),
    ...was
      .filter(({ route }) => !due.some((duty) => duty.route === route))
      .map((duty) => line(changeWords.gone, shortOrderOf(duty, before))),
    ...parents(concern, before),
  ];
  return lines.length > 0 ? lines : [{ text: [changeWords.same] }];
}

const dutiesOf = ({ outcome }: Worked) =>
  outcome.decision.duties.filter(isPeopleDuty).filter(({ strength }) => strength !== 'may');

/** Sooner is smaller. What could not be counted stands beside what has no limit. */
function soon(duty: Duty, worked: Worked): number {
  const limit = limitOf(duty, worked);
  if (limit instanceof Date) return limit.getTime();
  return limit === 'now' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
}

function moved(was: number, is: number): string | undefined {
  if (is === was) return undefined;
  return is < was ? changeWords.sooner : changeWords.later;
}

function parents(concern: Worked, before: Worked): readonly ListLine[] {
  const { id } = concern.outcome.decision.parents;
  if (id === before.outcome.decision.parents.id) return [];
  return [line(changeWords.parents, parentsSaid(concern.outcome))];
}

const line = (how: string, what: string): ListLine => ({ text: [{ bold: `${how}: ` }, what] });
