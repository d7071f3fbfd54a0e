/** The answer as one message: the acts, what not to do, and everything else folded. */
import type { Route } from '../../rules/outcome.ts';
import type { Block, Button, Message, PartName } from '../message.ts';
import { richText } from '../plain.ts';
import { framed, heading, move, quiet } from '../screens/frame.ts';
import type { State } from '../state.ts';
import type { Context, Outcome } from '../steps.ts';
import { joined } from '../whole.ts';
import { partTitles, toldShort, acts as words } from '../words/acts.ts';
import { answerWords } from '../words/answer.ts';
import { buttonWords } from '../words/screens.ts';
import { actBlocks, standingNumber } from './acts.ts';
import { type AnswerPart, partBlocks, partsOf } from './parts.ts';
import { type Plan, planOf } from './plan.ts';

export interface LeadsStanding {
  readonly told: keyof typeof toldShort;
  /** What others know, in full: for the part that says what happens next. */
  readonly inFull: readonly string[];
  readonly canReport: boolean;
  readonly reference?: string;
}

export function answerCard(
  outcome: Outcome,
  state: State,
  context: Context,
  notice: readonly Block[],
  standing: LeadsStanding,
): Message {
  const plan = planOf(outcome, context, state.tried);
  const { told, inFull, reference } = standing;
  const foot = [...(state.practice ? [] : [toldLine(told, plan)]), ...marksOn(plan), ...refOf(reference)];
  return framed(state, {
    summary: answerWords.summary,
    notice,
    body: [
      ...actBlocks(plan, outcome, context),
      { kind: 'buttons', ...pressable(plan, outcome, standing) },
      ...partsOf(outcome, context, inFull).map(folded),
      ...(foot.length > 0 ? [quiet(joined(foot, ' '))] : []),
    ],
    ...(plan.danger === 'no' ? {} : { danger: true }),
  });
}

/** What fits in an unfolded part; the rest comes by a button. */
const mostWords = 145;

function folded(part: AnswerPart): Block {
  const opens = { do: 'part', part: part.id } as const;
  const lines = readable(part);
  return {
    kind: 'fold',
    title: part.title,
    blocks: [{ kind: 'list', lines }],
    ...(lines.length < part.lines.length ? { rest: { label: words.rest, action: opens } } : {}),
    opens,
  };
}

function readable({ lines }: AnswerPart): AnswerPart['lines'] {
  let room = mostWords;
  return lines.filter((line) => {
    room -= richText([...line.text, ' ', ...(line.note ?? [])]).split(/\s+/).length;
    return room >= 0;
  });
}

/** One part, or all of them, as a message of its own. */
export function partMessage(
  name: PartName,
  outcome: Outcome,
  state: State,
  context: Context,
  inFull: readonly string[],
): Message {
  const wanted = partsOf(outcome, context, inFull).filter(({ id }) => name === 'all' || id === name);
  return framed(state, {
    summary: name === 'all' ? words.everything : partTitles[name],
    body: wanted.flatMap((part) => [heading(part.title), ...partBlocks(part)]),
  });
}

/** To ring all the same is said only where there is one to ring. */
function toldLine(told: LeadsStanding['told'], { acts }: Plan): string {
  const lead = acts.some(({ kind, done }) => kind === 'lead' && done === undefined);
  return lead ? toldShort[told] : toldShort[told].replace(joined([words.stillRing], ''), '');
}

const refOf = (reference: string | undefined) => (reference ? [`${words.reference}${reference}.`] : []);

/** A sign is explained where it stands. */
function marksOn({ acts }: Plan): readonly string[] {
  const stands = (basis: string) => acts.some((act) => act.basis === basis && act.done === undefined);
  return [...(stands('ours') ? [words.marks] : []), ...(stands('local') ? [words.marksLocal] : [])];
}

function pressable(
  plan: Plan,
  outcome: Outcome,
  standing: LeadsStanding,
): { buttons: readonly Button[]; rare: readonly Button[] } {
  const stands = standingNumber(plan);
  const calls: readonly Button[] = stands ? callButtons(stands.act.whom, stands.act.kind, stands.number, plan) : [];
  return { buttons: calls, rare: rare(outcome, standing) };
}

function callButtons(whom: string, kind: string, number: number, { time }: Plan): readonly Button[] {
  const verb = kind === 'lead' && time.kind === 'today' ? words.told : words.rung;
  const label = kind === 'emergency' ? `${words.rung}999` : `${verb}${number}`;
  return [
    { label, action: { do: 'called', result: 'rung', whom }, look: 'primary' },
    ...(kind === 'emergency'
      ? []
      : [{ label: words.noAnswer, action: { do: 'called', result: 'no-answer', whom } } as const]),
  ];
}

const referrals: readonly Route[] = ['childrens-social-care', 'police', 'lado'];

/** Whether somebody here is to refer: you, or your lead. */
function referralIsDue({ decision: { duties } }: Outcome): boolean {
  return duties.some(
    ({ route, actor, strength }) =>
      referrals.includes(route) && (actor === 'you' || actor === 'lead') && strength !== 'may',
  );
}

function rare(outcome: Outcome, { canReport }: LeadsStanding): readonly Button[] {
  return [
    move.change,
    { label: buttonWords.record, action: { do: 'record' } },
    ...(canReport && referralIsDue(outcome)
      ? [{ label: buttonWords.referred, action: { do: 'referred' } } as const]
      : []),
    move.restart,
    { label: buttonWords.stop, action: { do: 'stop' } },
  ];
}
