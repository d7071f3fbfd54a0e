/** The full answer, in the order people need it: what and by when, danger, contacts, don'ts, do's, why, the rest. */
import { edition, rulesVersion } from '../../rules/chapter.ts';
import { contactsFor } from '../../rules/contacts.ts';
import { dayOf } from '../../rules/london.ts';
import { type Duty, type PeopleRoute, peopleRoutes, type ServiceRoute } from '../../rules/outcome.ts';
import { type Matter, serviceById, serviceFor, suits } from '../../rules/services.ts';
import { wordsOf } from '../ask.ts';
import type { Block, Button, ListLine, Message } from '../message.ts';
import { sayDate, sayTime } from '../said.ts';
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
  routeWords,
} from '../words/decision.ts';
import { buttons } from '../words/screens.ts';
import { adviceLine, becauseLines, contactLine, dutyLine, nextLine, serviceLine } from './lines.ts';

export function answerFull(outcome: Outcome, state: State, context: Context, notice: readonly Block[] = []): Message {
  return framed(state, {
    summary: answer.fullSummary,
    notice,
    body: [
      ...whatToDo(outcome, context),
      ...whoToRing(outcome, context),
      ...advice(outcome, context),
      ...section(sections.why, becauseLines(outcome.decision.duties)),
      ...services(outcome, context),
      ...afterwards(outcome, context),
      ...foot(context),
    ],
    moves: moves(outcome),
  });
}

function section(title: string, lines: readonly ListLine[]): readonly Block[] {
  return lines.length === 0 ? [] : [heading(title), { kind: 'list', lines }];
}

const isService = (duty: Duty): duty is Duty & { route: ServiceRoute } => duty.route.startsWith('service:');

function whatToDo(outcome: Outcome, context: Context): readonly Block[] {
  const duties = outcome.decision.duties.filter((duty) => !isService(duty));
  const oneOf = duties.some((duty) => duty.strength === 'oneOf');
  return [
    ...section(
      sections.title,
      duties.map((duty) => dutyLine(duty, outcome, context)),
    ),
    ...(oneOf ? [text(`${answer.oneOf} ${answer.harmWhatever}`)] : []),
    text(answer.policeAlready),
    alert(`${sections.danger}: ring `, { phone: '999' }, '. (Our advice.)'),
  ];
}

/** Contacts for every person or body that is due, in the order of the duties. */
function whoToRing(outcome: Outcome, { organisation, calendar, now, ...rest }: Context): readonly Block[] {
  const context = { organisation, calendar, now, ...rest };
  const routes = outcome.decision.duties
    .map((duty) => duty.route)
    .filter(
      (route): route is PeopleRoute => (peopleRoutes as readonly string[]).includes(route) && route !== 'emergency',
    );
  const at = { organisation, calendar, moment: now, ...outcome.place };
  return [
    heading(sections.contacts),
    ...routes.flatMap((route): readonly Block[] => [
      { kind: 'text', text: [{ bold: capital(routeWords[route].name) }] },
      { kind: 'list', lines: contactsFor(route, at).map((line) => contactLine(line, context.now)) },
    ]),
    quiet(answer.numbersChecked),
  ];
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

function advice(outcome: Outcome, context: Context): readonly Block[] {
  const { dos, donts, parents } = outcome.decision;
  const about = adviceLine({ ...parents, actor: parentsActor[parents.id] ?? 'you' }, parentsWords, context);
  const dontLines = donts.map((each) => adviceLine(each, dontWords, context));
  const doLines = dos.map((each) => adviceLine(each, doWords, context));
  const seen = donts.some(({ id }) => id === 'look') ? [{ text: [answer.alreadySeen] }] : [];
  return parents.status === 'involve'
    ? [...section(sections.donts, dontLines), ...section(sections.dos, [about, ...doLines, ...seen])]
    : [...section(sections.donts, [about, ...dontLines]), ...section(sections.dos, [...doLines, ...seen])];
}

/** Only services that fit the matter; one that cannot answer now says so and never stands first. */
function services(outcome: Outcome, context: Context): readonly Block[] {
  const matters = mattersOf(outcome);
  const lines = outcome.decision.duties
    .filter(isService)
    .map((duty) => ({ duty, service: serviceFor(duty.route) }))
    .filter(({ service }) => matters.every((matter) => suits(service, matter)))
    .map(({ duty, service }) => serviceLine(duty, service, context));
  return lines.length === 0 ? [] : [...section(sections.content, lines), text(answer.contentIsNotReferral)];
}

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
      reassurance.map((each) => adviceLine({ ...each, actor: 'you' }, reassuranceWords, context)),
    ),
    ...section(
      sections.notRequired,
      notRequired.map((each) => adviceLine(each, notRequiredWords, context)),
    ),
    ...(alsoGoThrough.length > 0 ? [heading(sections.alsoGoThrough), list(alsoGoThrough.map(topicLabel))] : []),
    ...section(
      sections.read,
      seeAlso.flatMap(({ id }) => readingLine(id)),
    ),
  ];
}

function readingLine(id: string): readonly ListLine[] {
  if (id === 'self-harm-guidance') {
    return [{ text: ['Self Harm Practice Guidance, in the documents library of your local procedures.'] }];
  }
  const { name, url } = serviceById(id);
  return [{ text: url ? [{ link: url, label: name }] : [`${name}. We have no confirmed link to it.`] }];
}

function foot({ now }: Context): readonly Block[] {
  return [
    { kind: 'divider' },
    quiet(
      `Chapter "${edition.title}", ${edition.version}, last updated ${sayDate(edition.lastUpdated)}, ${edition.status}. ${answer.marks} `,
      `Rules version ${rulesVersion}. ${sayDate(dayOf(now))}, ${sayTime(now)}. ${answer.judgement}`,
    ),
  ];
}

function moves({ decision }: Outcome): readonly Button[] {
  const through = decision.alsoGoThrough.map((topic): Button => {
    const label = `Go through: ${wordsOf('topics').options[topic]?.label ?? topic}`;
    return { label: label.length > 75 ? `${label.slice(0, 74)}…` : label, action: { do: 'go-through', topic } };
  });
  return [
    ...through,
    { label: buttons.record, action: { do: 'record' } },
    move.change,
    move.restart,
    move.lookUp,
    { label: buttons.stop, action: { do: 'stop' } },
  ];
}
