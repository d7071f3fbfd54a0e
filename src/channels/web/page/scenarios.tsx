/** Stories to begin with: one press empties the page, sets the clock, and says for the worried person what happened. */
import type { ClockChoice } from '../clock.ts';
import type { UnboundAct } from './session.ts';

export interface Scenario {
  readonly name: string;
  /** What the worried person types. */
  readonly says: string;
  readonly clock: ClockChoice;
  /** Who one is, and what to look out for. */
  readonly story: string;
}

const scenarios: readonly Scenario[] = [
  {
    name: 'A nude is going round Year 9',
    says: 'a nude is going round year 9',
    clock: 'now',
    story: 'You teach Year 9. Answer as you know it, and watch what your leads are told.',
  },
  {
    name: 'A colleague has pictures',
    says: 'a colleague has sexual pictures of children',
    clock: 'friday-evening',
    story: 'It is Friday, 18:30. Pick who is safe to tell, and watch the leads’ channel stay empty.',
  },
  {
    name: 'She meets someone tomorrow',
    says: 'she is meeting a man from the internet tomorrow',
    clock: 'friday-evening',
    story: 'It is Friday, 18:30. Say that harm may come tonight, and see who can still be rung.',
  },
  {
    name: 'I only want a number',
    says: 'number for childline',
    clock: 'now',
    story: 'No questions: one line in, one answer out. Nobody is told.',
  },
];

interface Props {
  readonly told: Scenario | undefined;
  readonly onTell: (scenario: Scenario) => void;
  readonly onAfresh: () => void;
}

export function Scenarios({ told, onTell, onAfresh }: Props) {
  return (
    <section className="scenarios" aria-label="Stories to begin with">
      <div className="stories">
        {scenarios.map((each) => (
          <button
            key={each.name}
            type="button"
            className="story"
            aria-pressed={each === told}
            onClick={() => onTell(each)}
          >
            {each.name}
          </button>
        ))}
        <button type="button" className="quiet-button" onClick={onAfresh}>
          Start afresh
        </button>
      </div>
      {told && (
        <p className="story-told" role="status">
          {told.story}
        </p>
      )}
    </section>
  );
}

/** The steps of a story, in order. */
export const stepsOf = ({ says, clock }: Scenario): readonly UnboundAct[] => [
  { act: 'reset' },
  { act: 'clock', to: clock },
  { act: 'text', text: says },
];
