/** A question as a message, and the same card once it is answered. */
import { type Ask, chosenLabels } from '../ask.ts';
import { isGuard } from '../guard.ts';
import type { Block, Message } from '../message.ts';
import { shortened } from '../plain.ts';
import type { State } from '../state.ts';
import { asksWhatHappened, onlyKnown, tickLabel } from '../words/questions.ts';
import { buttonWords, inDanger } from '../words/screens.ts';
import { emergency, framed, heading, move, quiet, text } from './frame.ts';
import { leadOffer } from './get-lead.ts';

/** 999 stands on top then, so it is not said again below. */
export function dangerSaid({ answers, stage }: State): boolean {
  const [value] = answers.get('danger') ?? [];
  return stage === 'open' && value !== undefined && value !== 'no';
}

/** @param place where the reader works, where it is remembered and could be another */
export function questionScreen(
  ask: Ask,
  position: number | undefined,
  state: State,
  notice: readonly Block[],
  place?: string,
): Message {
  const number = position ? `Question ${position}` : 'One more question';
  return framed(state, {
    summary: `${number}: ${ask.ask}`,
    notice,
    body: [
      heading(ask.ask),
      ...(ask.help ? [text(ask.help)] : []),
      ...(ask.meaning ? [quiet(ask.meaning)] : []),
      ...(ask.chosen.length > 0 ? [quiet(`Your answer until now: ${chosenLabels(ask, ask.chosen)}`)] : []),
      choices(ask),
      ...(ask.id === 'danger' ? [...leadOffer(state), ...(place ? [elsewhere(place)] : [])] : []),
      ...foot(ask, state),
    ],
    rare: [move.back, move.why, move.now, move.more, move.stop],
    danger: true,
  });
}

/** One press to change it. */
const elsewhere = (place: string): Block => ({
  kind: 'buttons',
  buttons: [{ label: `${buttonWords.notAt}${shortened(place, 60)}?`, action: { do: 'change', question: 'site' } }],
});

/** What to answer from, and that 999 comes before any question: in one line, but on the first. */
function foot({ id }: Ask, state: State): readonly Block[] {
  if (id === 'danger') return [quiet(onlyKnown.full), emergency];
  const known = asksWhatHappened.has(id) ? [onlyKnown.short] : [];
  const ring = dangerSaid(state) ? [] : [inDanger, { phone: '999' } as const, '.'];
  return known.length + ring.length > 0 ? [quiet(...known, ...ring)] : [];
}

function choices(ask: Ask): Block {
  if (ask.kind === 'one') {
    return {
      kind: 'buttons',
      buttons: ask.options.map(({ value, label }) => ({ label, action: { do: 'answer', question: ask.id, value } })),
    };
  }
  // Who is safe to tell is picked afresh each time: a tick left standing could tell the wrong person.
  const ticked = isGuard(ask.id) ? ask.suggested : [...ask.chosen, ...ask.suggested];
  return {
    kind: 'ticks',
    question: ask.id,
    label: tickLabel,
    options: ask.options.map(({ value, label, help, group }) => ({
      value,
      label,
      ...(group ? { group } : {}),
      ...(help ? { help } : {}),
      ...(ticked.includes(value) ? { ticked: true } : {}),
    })),
    submit: { label: buttonWords.send, action: { do: 'ticks', question: ask.id }, look: 'primary' },
  };
}

/** The answered card: the question and what was chosen, with nothing left to press. */
export function answeredScreen(ask: Ask, values: readonly string[]): Message {
  return {
    summary: `Answered: ${ask.ask}`,
    blocks: [quiet(ask.ask), { kind: 'text', text: ['You answered: ', { bold: chosenLabels(ask, values) }] }],
  };
}

/** The card of acts, once a call was noted and a newer one stands below: only that one can be pressed. */
export function movedOnScreen(): Message {
  return { summary: 'An earlier card', blocks: [quiet('This has moved on. See the newest card below.')] };
}

/** A question's card that was passed over: its buttons no longer count. */
export function setAsideScreen(): Message {
  return { summary: 'An earlier question', blocks: [quiet('An earlier question. See the newest message below.')] };
}
