/** The full answer, in the order people need it: what and by when, danger, contacts, don'ts, do's, why, the rest. */
import { edition, rulesVersion } from '../../rules/chapter.ts';
import type { DoId, DontId, ReadingId } from '../../rules/ids.ts';
import { dayOf } from '../../rules/london.ts';
import type { Advice, Duty, LocalAdvice, Route, ServiceRoute } from '../../rules/outcome.ts';
import { type Matter, type Service, serviceById, serviceFor, suits } from '../../rules/services.ts';
import { standing } from '../../rules/standing.ts';
import { wordsOf } from '../ask.ts';
import type { Block, Button, ListLine, Message } from '../message.ts';
import { sayDate, sayTime, sayTimeLeft } from '../said.ts';
import { alert, framed, heading, list, move, quiet, text } from '../screens/frame.ts';
import type { State } from '../state.ts';
import type { Context, Outcome } from '../steps.ts';
import { answer, sections } from '../words/answer.ts';
import {
  dontWords,
  doWords,
  notRequiredWords,
  parentsActor,
  parentsWords,
  reassuranceWords,
  saidBy,
} from '../words/decision.ts';
import { buttons } from '../words/screens.ts';
import { citation, citesInferred, inferredNote } from './citation.ts';
import { adviceLine, becauseLines, dueOf, dutyLine, grouped, nextLine, serviceLine } from './lines.ts';
import { whoToRing } from './who-to-ring.ts';

/** @param canReport somebody was told, so the person can let them know that the referral is made. */
export function answerFull(
  outcome: Outcome,
  state: State,
  context: Context,
  notice: readonly Block[] = [],
  canReport = false,
): Message {
  return framed(state, {
    summary: answer.fullSummary,
    notice,
    body: [
      ...whatToDo(outcome, context),
      ...whoToRing(outcome, context),
      ...advice(outcome),
      ...section(sections.why, becauseLines(outcome.decision)),
      ...services(outcome, context),
      ...afterwards(outcome, context),
      ...foot(outcome, context),
    ],
    moves: moves(outcome, canReport && referralIsDue(outcome)),
  });
}

function section(title: string, lines: readonly ListLine[]): readonly Block[] {
  return lines.length === 0 ? [] : [heading(title), { kind: 'list', lines }];
}

const isService = (duty: Duty): duty is Duty & { route: ServiceRoute } => duty.route.startsWith('service:');
const isProcedure = ({ route }: Duty) => route.startsWith('procedure:');

/** Whom to tell, then the procedures to open; each worst first. */
function whatToDo(outcome: Outcome, context: Context): readonly Block[] {
  const { duties } = outcome.decision;
  const due = (...routes: readonly Route[]) => duties.some(({ route }) => routes.includes(route));
  const ordered = [
    ...duties.filter((duty) => !isService(duty) && !isProcedure(duty)),
    ...duties.filter((duty) => isProcedure(duty)),
  ];
  const oneOf = duties.some((duty) => duty.strength === 'oneOf');
  return [
    ...section(
      sections.title,
      ordered.map((duty) => dutyLine(duty, outcome, context)),
    ),
    quiet(limitsSaid(ordered, outcome, context)),
    ...(outcome.told ? [quiet(answer.leadMeans[outcome.told])] : []),
    ...(oneOf ? [text(`${answer.oneOf} ${answer.harmWhatever}`)] : []),
    ...(due('childrens-social-care', 'lado') ? [text(answer.policeAlready)] : []),
    alert(`${sections.danger}: ring `, { phone: '999' }, '. (Our advice.)'),
  ];
}

/** What "today" and "our limit" mean, once for all the lines above. */
function limitsSaid(duties: readonly Duty[], outcome: Outcome, context: Context): string {
  const today = dueOf({ kind: 'today', urgent: false }, outcome, context);
  const ours = duties.some(({ deadline }) => deadline.kind === 'notStated' && deadline.precaution !== 'none');
  const left = today.kind === 'today' ? ` (${sayTimeLeft(today.minutesLeft)})` : '';
  return [`${answer.todayMeans}${left}.`, ...(ours ? [answer.oursToday] : [])].join(' ');
}

/** How to choose whom to tell. Once that is chosen, it could only contradict the choice. */
const whomToTell = ['own-staff-tell-the-head', 'pass-over-anyone-involved'];

/** In the order of the words file, so that what does most harm if it is missed comes first. */
function advice(outcome: Outcome): readonly Block[] {
  const { parents } = outcome.decision;
  const said = new Set([...outcome.decision.dos, ...outcome.decision.donts, parents].map(({ id }) => id));
  const settled: readonly string[] = outcome.told ? whomToTell : [];
  const needed = ({ id }: Advice) => !settled.includes(id) && !saidBy[id]?.some((other) => said.has(other));
  const lines = <Id extends DoId | DontId>(
    all: readonly (Advice<Id> | LocalAdvice)[],
    words: Readonly<Record<Id, string>>,
  ) => inOrder(all.filter(needed), Object.keys(words)).map((each) => adviceLine(each, words));
  const about = adviceLine({ ...parents, actor: parentsActor[parents.id] ?? 'you' }, parentsWords);
  const involve = parents.status === 'involve';
  const seen = said.has('look')
    ? [
        {
          text: [outcome.told ? answer.alreadySeenGuarded : answer.alreadySeen],
          note: [citation({ basis: 'ours', cites: [] })],
        },
      ]
    : [];
  const dos = lines(outcome.decision.dos, doWords);
  const donts = lines(outcome.decision.donts, dontWords);
  return [
    ...section(sections.donts, grouped(involve ? donts : [about, ...donts])),
    ...section(sections.dos, grouped([...dos, ...seen, ...(involve ? [about] : [])])),
  ];
}

/** What you do, then what your lead does; local duties after ours. */
function inOrder<Each extends Advice>(all: readonly Each[], ids: readonly string[]): readonly Each[] {
  const place = ({ id, actor }: Advice) => (actor === 'you' ? 0 : 1000) + (ids.includes(id) ? ids.indexOf(id) : 500);
  return all.toSorted((a, b) => place(a) - place(b));
}

/** Only services that fit the matter; one that cannot answer now says so and never stands first. */
function services(outcome: Outcome, context: Context): readonly Block[] {
  const matters = mattersOf(outcome);
  const lines = outcome.decision.duties
    .filter(isService)
    .map((duty) => ({ duty, service: serviceFor(duty.route) }))
    .filter(({ service }) => matters.every((matter) => suits(service, matter)))
    .toSorted((a, b) => Number(answersNow(b.service, context)) - Number(answersNow(a.service, context)))
    .map(({ duty, service }) => serviceLine(duty, service, context));
  return lines.length === 0 ? [] : [...section(sections.content, lines), text(answer.contentIsNotReferral)];
}

const answersNow = (service: Service, { now, calendar }: Context) => standing(service, now, calendar).answersNow;

function mattersOf({ facts: { topics } }: Outcome): readonly Matter[] {
  return [
    ...(topics.includes('blackmail') ? (['child-blackmailed'] as const) : []),
    ...(topics.includes('imagery') ? (['image-of-under-18'] as const) : []),
  ];
}

function afterwards(outcome: Outcome, context: Context): readonly Block[] {
  const { next, reassurance, notRequired, alsoGoThrough, seeAlso } = outcome.decision;
  const topicLabel = (topic: string) => wordsOf('topics').options[topic]?.label ?? topic;
  return [
    ...section(
      sections.next,
      next.map((step) => nextLine(step, outcome, context)),
    ),
    ...section(
      sections.reassurance,
      grouped(reassurance.map((each) => adviceLine({ ...each, actor: 'you' }, reassuranceWords))),
    ),
    ...section(sections.notRequired, grouped(notRequired.map((each) => adviceLine(each, notRequiredWords)))),
    ...(alsoGoThrough.length > 0 ? [heading(sections.alsoGoThrough), list(alsoGoThrough.map(topicLabel))] : []),
    ...section(
      sections.read,
      seeAlso.flatMap(({ id }) => readingLine(id)),
    ),
  ];
}

function readingLine(id: ReadingId): readonly ListLine[] {
  if (id === 'self-harm-guidance') {
    return [{ text: ['Self Harm Practice Guidance, in the documents library of your local procedures.'] }];
  }
  const { name, url } = serviceById(id);
  return [{ text: url ? [{ link: url, label: name }] : [`${name}. We have no confirmed link to it.`] }];
}

function foot({ decision }: Outcome, { now }: Context): readonly Block[] {
  const sources = [
    ...decision.duties.flatMap(({ strengthFrom, deadlineFrom }) => [strengthFrom, deadlineFrom]),
    ...[...decision.dos, ...decision.donts, decision.parents, ...decision.next, ...decision.notRequired].map(
      ({ from }) => from,
    ),
    ...decision.reassurance.map(({ from }) => from),
  ];
  const inferred = citesInferred(sources.flatMap(({ cites }) => cites));
  return [
    { kind: 'divider' },
    ...(inferred ? [quiet(inferredNote)] : []),
    quiet(
      `Chapter "${edition.title}", ${edition.version}, last updated ${sayDate(edition.lastUpdated)}, ${edition.status}. ${answer.marks} `,
      `Rules version ${rulesVersion}. ${sayDate(dayOf(now))}, ${sayTime(now)}. ${answer.judgement}`,
    ),
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

function moves({ decision }: Outcome, canReport: boolean): readonly Button[] {
  const through = decision.alsoGoThrough.map((topic): Button => {
    const label = `Go through: ${wordsOf('topics').options[topic]?.label ?? topic}`;
    return { label: label.length > 75 ? `${label.slice(0, 74)}…` : label, action: { do: 'go-through', topic } };
  });
  return [
    ...through,
    ...(canReport ? [{ label: buttons.referred, action: { do: 'referred' } } as const] : []),
    { label: buttons.record, action: { do: 'record' } },
    move.change,
    move.restart,
    move.lookUp,
    { label: buttons.stop, action: { do: 'stop' } },
  ];
}
