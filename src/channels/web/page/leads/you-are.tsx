import type { NamedPerson } from '../../view.ts';

interface Props {
  readonly people: readonly NamedPerson[];
  readonly person: NamedPerson;
  /** How many private messages wait for somebody. */
  readonly waiting: (person: NamedPerson) => number;
  readonly onPick: (id: string) => void;
  /** Picked for the private messages that wait for them. */
  readonly onRead: (id: string) => void;
}

/** As whom the leads' side is looked at, and pressed. */
export function YouAre({ people, person, waiting, onPick, onRead }: Props) {
  const sites = [...new Map(people.flatMap(({ site }) => (site ? [[site.id, site.name]] : []))).entries()];
  const options = (of: readonly NamedPerson[]) =>
    of.map((each) => (
      <option key={each.id} value={each.id}>
        {waiting(each) > 0 ? `${each.name}: ${waiting(each)} new` : each.name}
      </option>
    ));
  const others = people.filter((each) => each !== person && waiting(each) > 0);
  return (
    <>
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
      {others.length > 0 && (
        <p className="others">
          New for{' '}
          {others.map((each) => (
            <button key={each.id} type="button" onClick={() => onRead(each.id)}>
              {each.name}
            </button>
          ))}
        </p>
      )}
    </>
  );
}
