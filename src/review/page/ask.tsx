/** Answer the questions, and see which rules hold, why, and what another answer would change. */
import { useState } from 'react';
import { decidedOn } from '../../../dialogs/decided.ts';
import { type Answers, type Asked, answer, isQuestion, walk } from '../../../dialogs/flow.ts';
import { valuesOf } from '../../../dialogs/questions.ts';
import { type Facts, factValues, settled, topics } from '../../../rules/facts.ts';
import { rules } from '../../../rules/rules.ts';
import { because } from '../../../rules/when.ts';
import { changesBetween } from '../changes.ts';
import { sayAnswer, sayFact, sayQuestion, sayTopic } from '../conditions.ts';
import { decisionLines } from '../lines.ts';
import { type Other, otherAnswer } from '../other-answer.ts';
import { type DrawnFrom, headline } from '../pages/decisions.ts';
import { Card } from './card.tsx';

export function Ask({ from }: { readonly from: DrawnFrom }) {
  const [answers, setAnswers] = useState<Answers>(new Map());
  const { answered, before, facts, next } = walk(answers);
  const give = (id: string, values: readonly string[]) => setAnswers(answer(answers, id, values));
  return (
    <div className="ask">
      <section aria-labelledby="asked">
        <h2 id="asked">The questions</h2>
        {answered.map((asked) => (
          <Answered
            key={asked.id}
            asked={asked}
            facts={before.get(asked.id) ?? facts}
            answers={answers}
            onAnswer={(values) => give(asked.id, values)}
          />
        ))}
        {next ? (
          <Put key={next.id} asked={next} facts={facts} chosen={[]} onAnswer={(values) => give(next.id, values)} />
        ) : (
          <p>
            <b>That was the last question.</b>
          </p>
        )}
        <p>
          <button type="button" onClick={() => setAnswers(new Map())}>
            Begin again
          </button>
        </p>
      </section>
      <section aria-labelledby="now">
        <h2 id="now">{next ? 'What holds so far' : 'What it says'}</h2>
        {facts.topics.length > 0 ? <Holding facts={facts} /> : <p>Choose what it is about first.</p>}
        {!next && <Card key={JSON.stringify([...answers])} answers={answers} from={from} />}
      </section>
    </div>
  );
}

interface PutProps {
  readonly asked: Asked;
  readonly facts: Facts;
  readonly chosen: readonly string[];
  readonly onAnswer: (values: readonly string[]) => void;
}

const valuesFor = (asked: Asked, facts: Facts): readonly string[] =>
  isQuestion(asked) ? valuesOf(asked, facts) : asked.id === 'danger' ? factValues.danger : topics;
const takesOne = (asked: Asked) => (isQuestion(asked) ? asked.kind === 'one' : asked.id === 'danger');

function Put({ asked, facts, chosen, onAnswer }: PutProps) {
  const [ticked, setTicked] = useState(chosen);
  const one = takesOne(asked);
  const choose = (value: string, on: boolean) => {
    if (one) onAnswer([value]);
    else if (value === 'none') setTicked(on ? ['none'] : []);
    else setTicked([...ticked.filter((other) => other !== value && other !== 'none'), ...(on ? [value] : [])]);
  };
  return (
    <fieldset>
      <legend>{sayQuestion(asked.id)}</legend>
      {valuesFor(asked, facts).map((value) => (
        <label className="choice" key={value}>
          <input
            type={one ? 'radio' : 'checkbox'}
            name={asked.id}
            checked={ticked.includes(value)}
            onChange={({ target }) => choose(value, target.checked)}
          />{' '}
          {sayAnswer(asked.id, [value])}
        </label>
      ))}
      {!one && (
        <button type="button" disabled={ticked.length === 0} onClick={() => onAnswer(ticked)}>
          These fit
        </button>
      )}
    </fieldset>
  );
}

/** An answer that was given, to be changed, with what each other answer would do. */
function Answered({ asked, facts, answers, onAnswer }: Omit<PutProps, 'chosen'> & { readonly answers: Answers }) {
  const given = answers.get(asked.id) ?? [];
  return (
    <div className="box">
      <p>
        {sayQuestion(asked.id)} <b>{sayAnswer(asked.id, given)}</b>
      </p>
      <details>
        <summary>Change it, or see what another answer does: {sayQuestion(asked.id)}</summary>
        <Put asked={asked} facts={facts} chosen={given} onAnswer={onAnswer} />
        <ul>
          {valuesFor(asked, facts).flatMap((value) => {
            const other = otherAnswer(given, value, takesOne(asked));
            return other ? [<WithOther key={value} asked={asked} value={value} other={other} answers={answers} />] : [];
          })}
        </ul>
      </details>
    </div>
  );
}

const how: Readonly<Record<Other['how'], string>> = { instead: '', 'as well': 'As well: ', without: 'Without: ' };

/** Other answers so far stay as they are; what they open that was not asked yet counts as its mildest. */
function WithOther({
  asked,
  value,
  other,
  answers,
}: {
  readonly asked: Asked;
  readonly value: string;
  readonly other: Other;
  readonly answers: Answers;
}) {
  const now = decisionLines(decidedOn(walk(answers).facts));
  const changed = walk(answer(answers, asked.id, other.values));
  if (changed.facts.topics.length === 0) return null;
  const changes = changesBetween(now, decisionLines(decidedOn(changed.facts)));
  return (
    <li>
      <b>
        {how[other.how]}
        {sayAnswer(asked.id, [value])}:
      </b>{' '}
      {changes.length === 0 ? 'changes nothing by itself.' : 'it would'}
      <ul>
        {changes.map(({ says }) => (
          <li key={says}>{says}</li>
        ))}
      </ul>
      {changed.next ? `Then it asks: ${sayQuestion(changed.next.id)}` : ''}
    </li>
  );
}

/** The rules that hold, each with the answers that made it. */
function Holding({ facts }: { readonly facts: Facts }) {
  const decision = decidedOn(facts);
  const known = settled(facts);
  const lines = decisionLines(decision);
  return (
    <>
      <p role="status">
        <b>{headline(lines)}</b>
      </p>
      <p>
        {decision.rules.length} of {rules.length} rules hold. What was not asked counts as its mildest answer.
      </p>
      <ul>
        {rules
          .filter(({ id }) => decision.rules.includes(id))
          .map((rule) => (
            <li key={rule.id}>
              <a href={`rules.html#rule-${rule.id}`}>{rule.id.replaceAll('-', ' ')}</a>
              {because(rule.when, known).map(({ fact, value, precaution }) => (
                <span className="small" key={`${fact} ${value}`}>
                  {' '}
                  – {fact === 'topics' ? `about: ${sayTopic(value)}` : sayFact(fact, [value])}
                  {precaution ? ' (as a precaution)' : ''}
                </span>
              ))}
            </li>
          ))}
      </ul>
    </>
  );
}
