import type { NamedPerson } from '../../view.ts';

interface Props {
  readonly people: readonly NamedPerson[];
  readonly person: NamedPerson;
  /** How many private messages wait for somebody. */
  readonly waiting: (person: NamedPerson) => number;
  readonly onPick: (id: string) => void;
}

/** As whom the leads' side is looked at, and pressed. */
export function YouAre({ people, person, waiting, onPick }: Props) {
  const sites = [...new Map(people.flatMap(({ site }) => (site ? [[site.id, site.name]] : []))).entries()];
  const options = (of: readonly NamedPerson[]) =>
    of.map((each) => (
      <option key={each.id} value={each.id}>
        {waiting(each) > 0 ? `${each.name}: ${waiting(each)} new` : each.name}
      </option>
    ));
  return (
    <label className="you-are">
      <span className="setting-name">You are</span>
      <select value={person.id} onChange={(event) => onPick(event.target.value)}>
        {sites.map(([id, name]) => (
          <optgroup key={id} label={name}>
            {options(people.filter(({ site }) => site?.id === id))}
          </optgroup>
        ))}
        {options(people.filter(({ site }) => site === undefined))}
      </select>
    </label>
  );
}
