import type { DrawnProgram } from '../message.tsx';

interface Props {
  readonly drawn: DrawnProgram;
  readonly onDrawn: (drawn: DrawnProgram) => void;
}

const choices = [
  { drawn: 'slack', name: 'Slack' },
  { drawn: 'teams', name: 'Teams' },
] as const;

/** As which program the leads' side is drawn. */
export function DrawnAs({ drawn, onDrawn }: Props) {
  return (
    <fieldset className="segments small">
      <legend className="unseen-word">Show the leads’ side as</legend>
      {choices.map((choice) => (
        <label key={choice.drawn}>
          <input type="radio" name="leads-as" checked={choice.drawn === drawn} onChange={() => onDrawn(choice.drawn)} />
          <span>{choice.name}</span>
        </label>
      ))}
    </fieldset>
  );
}
