import { type FormEvent, useEffect, useReducer, useState } from 'react';
import type { Settings as Values } from '../view.ts';
import type { Look } from './device.ts';
import { inFull } from './london.ts';
import type { UnboundAct } from './session.ts';

interface Props {
  readonly values: Values;
  readonly look: Look;
  readonly onLook: (look: Look) => void;
  readonly ask: (ask: UnboundAct) => Promise<void>;
}

const clocks = [
  { to: 'now', name: 'Now' },
  { to: 'friday-evening', name: 'Friday 18:30' },
  { to: 'christmas-eve', name: 'Christmas Eve 18:30' },
  { to: 'custom', name: 'Another time' },
] as const;
type ClockName = (typeof clocks)[number]['to'];

const passing = [
  { wait: 'ten-minutes', name: '10 minutes' },
  { wait: 'hour', name: '1 hour' },
  { wait: 'morning', name: 'Until 9:00 tomorrow' },
] as const;

const looks = [
  { look: 'system', name: 'As my device' },
  { look: 'light', name: 'Light' },
  { look: 'dark', name: 'Dark' },
] as const;

/** Whose procedure it is, when it happens, and how the page looks. Shut at first: the conversation comes first. */
export function Settings(props: Props) {
  return (
    <details className="folded">
      <summary>Organisation, clock and colours</summary>
      <Fields {...props} />
    </details>
  );
}

function Fields({ values, look, onLook, ask }: Props) {
  return (
    <section className="settings" aria-label="Settings of the trial">
      <label className="setting">
        <span className="setting-name">Organisation</span>
        <select
          value={values.organisation}
          onChange={(event) => void ask({ act: 'organisation', organisation: event.target.value })}
        >
          {values.organisations.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <ClockSetting key={values.session} ahead={values.ahead} ask={ask} />
      <label className="setting">
        <span className="setting-name">Colours</span>
        <select value={look} onChange={(event) => onLook(event.target.value as Look)}>
          {looks.map((each) => (
            <option key={each.look} value={each.look}>
              {each.name}
            </option>
          ))}
        </select>
      </label>
    </section>
  );
}

function ClockSetting({ ahead, ask }: { readonly ahead: number; readonly ask: Props['ask'] }) {
  const [chosen, setChosen] = useState<ClockName | undefined>(ahead === 0 ? 'now' : undefined);
  const [isPassing, setPassing] = useState(false);
  const moment = useMoment(ahead);

  function choose(to: ClockName): void {
    setChosen(to);
    if (to !== 'custom') void ask({ act: 'clock', to });
  }

  async function pass(wait: (typeof passing)[number]['wait']): Promise<void> {
    setPassing(true);
    await ask({ act: 'pass', wait });
    setChosen(undefined);
    setPassing(false);
  }

  return (
    <fieldset className="setting clock">
      <legend className="setting-name">Clock</legend>
      <div className="segments">
        {clocks.map(({ to, name }) => (
          <label key={to}>
            <input type="radio" name="clock" checked={chosen === to} onChange={() => choose(to)} />
            <span>{name}</span>
          </label>
        ))}
      </div>
      <p className="clock-reads" role="status">
        The clock reads <strong>{inFull(moment)}</strong>
      </p>
      {chosen === 'custom' && <CustomClock ask={ask} />}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset in this one would be read out twice */}
      <div className="waits" role="group" aria-labelledby="waits-name">
        <span id="waits-name" className="setting-name">
          Let time pass
        </span>
        {passing.map(({ wait, name }) => (
          <button
            key={wait}
            type="button"
            className="quiet-button"
            aria-disabled={isPassing}
            onClick={() => void (isPassing || pass(wait))}
          >
            {name}
          </button>
        ))}
      </div>
    </fieldset>
  );
}

function CustomClock({ ask }: { readonly ask: Props['ask'] }) {
  function set(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const [day = '', time = ''] = String(new FormData(event.currentTarget).get('moment')).split('T');
    const [hour = 0, minute = 0] = time.split(':').map(Number);
    void ask({ act: 'clock', to: { day, minute: hour * 60 + minute } });
  }
  return (
    <form className="custom-clock" onSubmit={set}>
      <label>
        Day and time, in the UK <input type="datetime-local" name="moment" required />
      </label>
      <button type="submit" className="quiet-button">
        Set the clock
      </button>
    </form>
  );
}

/** The trial's clock, to the minute. */
function useMoment(ahead: number): Date {
  const [, tick] = useReducer((ticks: number) => ticks + 1, 0);
  useEffect(() => {
    const ticking = setInterval(tick, 5_000);
    return () => clearInterval(ticking);
  }, []);
  return new Date(Date.now() + ahead);
}
