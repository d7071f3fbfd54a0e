/** What a concern's record holds, before it is text or paper: nobody's words, and no name but those who were told. */
import { dayOf, daysLater } from '../../../rules/london.ts';
import type { Duty } from '../../../rules/outcome.ts';
import { andList, citation, citesInferred, inferredNote } from '../../answer/citation.ts';
import { becauseLines } from '../../answer/lines.ts';
import { todayBy } from '../../answer/today.ts';
import { versionLines } from '../../answer/version.ts';
import { chosenLabels } from '../../ask.ts';
import { richText } from '../../plain.ts';
import { sayDate, sayTime } from '../../said.ts';
import type { Under } from '../../under.ts';
import { answeredAsks } from '../../view.ts';
import { routeWords } from '../../words/decision.ts';
import { dutyWords, limitWords } from '../../words/lead-duties.ts';
import { leadRecord, recordActors } from '../../words/lead-record.ts';
import { handReasonWords, leadTaskWords, notNeededWords, outcomeLabels } from '../../words/lead-tasks.ts';
import { notForUsWords, stands } from '../../words/leads.ts';
import { saySaid } from '../card/task-screens.ts';
import type { ConcernView, Happening } from '../concern/concern-view.ts';
import { isOurs, isPeopleDuty, limitOf, shortOrderOf, tickable, type Worked } from '../concern/duties.ts';
import { guarded } from '../concern/guarded.ts';
import { happened } from '../concern/lines.ts';
import { sayDateTime } from '../concern/times.ts';

export interface DueRow {
  /** Who must, or should. */
  readonly who: string;
  readonly what: string;
  readonly by: string;
  /** The reasons it rests on, by their numbers, and the paragraphs. */
  readonly why: string;
  /** Nothing where it is not for anybody here to tick. */
  readonly done?: string;
}

export interface RecordParts {
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly answers: readonly { readonly ask: string; readonly answer: string }[];
  readonly reasons: readonly string[];
  readonly due: readonly DueRow[];
  readonly happened: readonly { readonly at: string; readonly said: string }[];
  readonly foot: readonly string[];
}

/** Of a call: only its reference, its time and what was done about it. */
export function recordParts(known: ConcernView, now: Date): RecordParts {
  const view = guarded(known);
  const { concern } = view;
  return {
    facts: facts(view, now),
    answers: concern
      ? answeredAsks(concern.state, concern.context).map(({ ask, values }) => ({
          ask: ask.ask,
          answer: chosenLabels(ask, values),
        }))
      : [],
    reasons: concern ? reasonsOf(recorded(concern), concern) : [],
    due: concern ? dueRows(view, concern) : [],
    happened: view.history.map((each) => ({ at: sayDateTime(each.at), said: inFull(each) })),
    foot: concern ? foot(concern, view.raisedUnder) : [],
  };
}

function facts(
  { reference, site, raisedAt, history, stage, owner, outcome }: ConcernView,
  now: Date,
): RecordParts['facts'] {
  const changed = history.findLast(({ what }) => what === 'changed');
  const all: readonly (readonly [string, string | undefined])[] = [
    [leadRecord.reference, reference],
    [leadRecord.site, site],
    [leadRecord.raised, sayDateTime(raisedAt)],
    [leadRecord.changed, changed && sayDateTime(changed.at)],
    [leadRecord.stands, stage === 'open' ? leadRecord.open : stands[stage]],
    [leadRecord.owner, owner ?? leadRecord.nobody],
    [leadRecord.outcome, outcome && outcomeLabels[outcome]],
    [leadRecord.made, sayDateTime(now)],
  ];
  return all.flatMap(([label, value]) => (value === undefined ? [] : [{ label, value }]));
}

/** What happened, with the duty and the reason that a thread leaves out. */
function inFull(happening: Happening): string {
  const said = happened(happening);
  if (happening.what === 'not-for-us') return `${said} ${notForUsWords[happening.reason]}.`;
  if (happening.what === 'outcome') return `${said} ${outcomeLabels[happening.outcome]}.`;
  if (happening.what === 'handed' && happening.reason) return `${said} ${handReasonWords[happening.reason]}.`;
  if (!('duty' in happening)) return said;
  const words = Object.entries({ ...dutyWords, ...leadTaskWords }).find(([task]) => task === happening.duty)?.[1];
  const why = happening.what === 'not-needed' ? ` ${notNeededWords[happening.reason]}.` : '';
  return words ? `${said} ${leadRecord.which}${words.ticked}.${why}` : said;
}

/** Services take reports of content; they stand on the answer, not in a record of who was told about a child. */
const recorded = ({ outcome }: Worked) => outcome.decision.duties.filter(({ route }) => !route.startsWith('service:'));

function dueRows({ said }: ConcernView, concern: Worked): readonly DueRow[] {
  const toTick = tickable(concern.outcome.decision.duties).map(({ route }) => route as string);
  const all = reasonsOf(recorded(concern), concern);
  return recorded(concern).map((duty) => {
    const last = said.get(duty.route);
    const ticked = last ? saySaid(last, sayDateTime) : leadRecord.notTicked;
    return {
      who: `${recordActors[duty.actor]} ${leadRecord.strengths[duty.strength]}`,
      what: `${isPeopleDuty(duty) ? shortOrderOf(duty, concern) : routeWords[duty.route].order}.`,
      by: limitSaid(duty, concern),
      why: `${numbered(reasonsOf([duty], concern), all)} ${sources(duty)}`,
      ...(toTick.includes(duty.route) ? { done: ticked } : {}),
    };
  });
}

/** A record is read long after: the day by its name, never "today". */
function limitSaid(duty: Duty, concern: Worked): string {
  const limit = limitOf(duty, concern);
  const ours = isOurs(duty) ? ` (${limitWords.ours})` : '';
  if (limit instanceof Date) return `${dayAndTime(limit, concern)}${ours}`;
  return `${leadRecord.limits[limit]}${ours}`;
}

/** What was due on the day itself was due by the time that the card gave. */
function dayAndTime(limit: Date, { outcome, context }: Worked): string {
  const day = daysLater(dayOf(limit), -1);
  const by = day === dayOf(context.now) ? todayBy(outcome, context) : undefined;
  return by ? `${leadRecord.byTime}${sayTime(by)}, ${sayDate(day)}` : `${leadRecord.byEndOf}${sayDate(day)}`;
}

/** The answers behind these duties, each once. */
function reasonsOf(duties: readonly Duty[], { outcome: { decision } }: Worked): readonly string[] {
  const alone = { ...decision, duties, parents: { ...decision.parents, status: 'involve' as const } };
  return becauseLines(alone).map(({ text }) => richText(text));
}

/** "Reasons 1, 2 and 4." */
function numbered(reasons: readonly string[], all: readonly string[]): string {
  const numbers = reasons.map((reason) => all.indexOf(reason) + 1).toSorted((a, b) => a - b);
  return `${numbers.length === 1 ? leadRecord.reason : leadRecord.reasonsTitle} ${andList(numbers)}.`;
}

function sources({ strengthFrom, deadlineFrom, deadline }: Duty): string {
  const what = citation(strengthFrom);
  const when = citation(deadlineFrom);
  return what === when || deadline.kind === 'notStated' ? what : `${what} Time limit: ${when}`;
}

function foot(concern: Worked, raised: Under | undefined): readonly string[] {
  const cites = recorded(concern).flatMap(({ strengthFrom, deadlineFrom }) => [
    ...strengthFrom.cites,
    ...deadlineFrom.cites,
  ]);
  return [...(citesInferred(cites) ? [inferredNote] : []), ...versionLines(concern.state.begun, raised)];
}
