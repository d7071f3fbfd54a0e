/** The lines of the answer: one duty, one piece of advice, one contact, one service. */

import { localTexts } from '../../rules/apply-local.ts';
import type { ContactLine, ContactNow } from '../../rules/contacts.ts';
import { soonestDue } from '../../rules/deadlines.ts';
import { manualLink, nationsFor } from '../../rules/local.ts';
import type {
  Advice,
  Because,
  Decision,
  Duty,
  LocalAdvice,
  NextStep,
  ProcedureRoute,
  ServiceRoute,
} from '../../rules/outcome.ts';
import type { Service } from '../../rules/services.ts';
import { standingOf } from '../../rules/standing.ts';
import type { ListLine, Rich, Span } from '../message.ts';
import { richText } from '../plain.ts';
import { sayDue, sayOpening, saySum, sayWhen } from '../said.ts';
import type { Context, Outcome } from '../steps.ts';
import { actorWords, answerWords, verbWords } from '../words/answer.ts';
import { becauseWords, nextWords, routeWords } from '../words/decision.ts';
import { saidOf } from './bodies.ts';
import { citation, cite } from './citation.ts';
import { orderOf } from './order.ts';

/** Who must do it, by when, what it is; below it where that comes from. */
export function dutyLine(duty: Duty, outcome: Outcome, context: Context): ListLine {
  return {
    text: [
      ...dutySentence(duty, outcome, context),
      ...procedureLink(duty, context),
      [shortSources(duty), ...localNotes(duty.rules, context)].join(' '),
    ],
  };
}

function dutySentence(duty: Duty, outcome: Outcome, context: Context): Rich {
  const when = byWhen(duty, outcome, context);
  const lead = `${actorWords[duty.actor]} ${verb(duty)}${when ? `, ${when}` : ''}:`;
  return [{ bold: lead }, ` ${order(duty, outcome)}.`];
}

/** For the record: no links, the source in the same sentence. */
export function dutyRecord(duty: Duty, outcome: Outcome, context: Context): string {
  return `${richText(dutySentence(duty, outcome, context))} (${sourcesOf(duty)})`;
}

/** Short, because it stands on every line; the time left is said once, by the card. Empty where there is no limit. */
function byWhen(duty: Duty, outcome: Outcome, context: Context): string {
  const { deadline } = duty;
  switch (deadline.kind) {
    case 'now':
      return 'now';
    case 'today':
      return deadline.urgent ? 'as soon as you can today' : 'today';
    case 'workingDays':
      return sayDue(dueOf(duty, outcome, context));
    case 'notStated':
      return deadline.precaution === 'none' ? '' : `${deadline.precaution} (our limit)`;
  }
}

const verb = ({ strength }: Duty): string => verbWords[strength];

/** What to do, in the words of the place: a social worker refers by going to the duty manager. */
function order(duty: Duty, { facts, told }: Outcome): string {
  if (told && duty.route === 'safeguarding-lead')
    return told === 'picked' ? answerWords.pickedOrder : answerWords.nobodyOrder;
  if (facts.setting === 'socialCare' && duty.route === 'childrens-social-care') return answerWords.socialCareSite;
  if (facts.setting === 'socialCare' && duty.route === 'social-care-advice') return answerWords.socialCareSiteAdvice;
  return orderOf(duty);
}

function procedureLink({ route }: Duty, { organisation }: Context): Rich {
  if (!route.startsWith('procedure:')) return [];
  const link = manualLink(organisation, route as ProcedureRoute);
  if (!link) return [' Look for it in your local procedures.'];
  return [' ', { link: link.url, label: link.exact ? 'Read it here' : 'Find it in your procedures' }, '.'];
}

/** Where the duty and its time limit come from; both where they differ. */
function sourcesOf({ strengthFrom, deadlineFrom, deadline }: Duty): string {
  const what = citation(strengthFrom);
  const when = citation(deadlineFrom);
  return what === when || deadline.kind === 'notStated' ? what : `${what} Time limit: ${when}`;
}

function shortSources({ strengthFrom, deadlineFrom, deadline }: Duty): string {
  const what = cite(strengthFrom);
  const when = cite(deadlineFrom);
  return what === when || deadline.kind === 'notStated' ? what : `${what} Time:${when}`;
}

function localNotes(rules: readonly string[], { organisation }: Context): readonly string[] {
  return localTexts(organisation, rules).map(({ text, source }) => `Local rule: ${text} Source: ${source}.`);
}

/** By the bank holidays of whoever is told, or whose step it is. */
export function dueOf(what: Duty | NextStep, { place }: Outcome, { organisation, now, calendar }: Context) {
  const whose = 'route' in what ? what.route : what.id;
  return soonestDue(what.deadline, now, nationsFor(organisation, place, whose), calendar);
}

/** A do or a don't. "Your lead" stands before it where the lead acts; local ones carry their own text. */
export function adviceLine<Id extends string>(
  advice: Advice<Id> | LocalAdvice,
  words: Readonly<Record<Id, string>>,
): ListLine {
  const who: Rich = advice.actor === 'you' ? [] : [{ bold: `${actorWords[advice.actor]}: ` }];
  return 'text' in advice
    ? { text: [...who, `${advice.text} † ${advice.source}`] }
    : { text: [...who, `${words[advice.id]}${cite(advice.from)}`] };
}

/** @param counted how the days of others are counted is for the record: it is nothing to the reader of the card. */
export function nextLine(step: NextStep, outcome: Outcome, context: Context, counted = false): ListLine {
  const due = dueOf(step, outcome, context);
  const limit = step.deadline.kind === 'workingDays' ? [`Their limit: ${sayDue(due)}.`] : [];
  const sum = counted && due.kind === 'workingDays' ? [saySum(due), answerWords.countedFrom] : [];
  return { text: [`${[nextWords[step.id], ...limit, ...sum].join(' ')}${cite(step.from)}`] };
}

/** @param known its number stands above already, so only what to ask for is said again. */
export function contactLine(line: ContactLine, now: Date, known = false): ListLine {
  if (line.kind === 'missing') return { text: [{ bold: line.who }, `: ${line.said}`] };
  const { who, phone, email, url, note } = line;
  const reach: Span[] = [
    ...(phone ? [{ phone }] : []),
    ...(email ? [email] : []),
    ...(url ? [{ link: url, label: url }] : []),
  ].flatMap((span, i) => (i === 0 ? [span] : [', ', span]));
  const small = [note && sentence(note), known ? undefined : sayReach(line, now)].filter(Boolean);
  return { text: [{ bold: who }, ': ', ...reach], ...(small.length > 0 ? { note: [small.join(' ')] } : {}) };
}

/** A place is open or closed; a person is on cover or not; a page is there at any time. */
function sayReach(line: ContactNow, now: Date): string {
  if (!line.phone && !line.email) return '';
  if (line.person === undefined) return sayOpening(line, now);
  if (line.openNow === 'not known') return 'We do not know if they are on cover now.';
  if (line.openNow) return 'On cover now.';
  return line.opens ? `Not on cover now. Back ${sayWhen(line.opens, now)}.` : 'Not on cover now.';
}

export function serviceLine(
  duty: Duty & { route: ServiceRoute },
  service: Service,
  outcome: Outcome,
  context: Context,
): ListLine {
  const what = saidOf(duty.route, routeWords[duty.route].order, outcome);
  const { sentence } = standingOf(service, context.now, context.calendar);
  const link = service.reportUrl ?? service.url;
  const reach: Rich = [
    ...(service.phone ? [' ', { phone: service.phone }, '.'] : []),
    ...(link ? [' ', { link, label: service.name }, '.'] : []),
  ];
  return {
    text: [`${actorWords[duty.actor]} ${verb(duty)}: ${what}.`, ...reach, cite(duty.strengthFrom)],
    note: [[sentence, service.notes].filter(Boolean).join(' ')],
  };
}

/** The answers behind the duties and behind keeping silent. Those that count only because of "not sure" are marked. */
export function becauseLines({ duties, parents }: Decision): readonly ListLine[] {
  const due = duties.filter(({ strength }) => strength !== 'may').flatMap((duty) => duty.because);
  const silent = parents.status === 'involve' ? [] : parents.because.filter(({ value }) => value !== 'no');
  const because = new Map([...due, ...silent].map((b) => [keyOf(b), b]));
  return [...because.values()].flatMap((b) => {
    const reason = reasonOf(b);
    return reason
      ? [{ text: [`Because ${reason}.${b.precaution ? ' As a precaution: you were not sure.' : ''}`] }]
      : [];
  });
}

/** Nothing for a clear no: a local duty may ask for one, but it is no reason to give. */
function reasonOf({ fact, value }: Because): string | undefined {
  if (value === 'no' || value === 'none') return undefined;
  const words: string | Readonly<Partial<Record<string, string>>> = becauseWords[fact];
  return typeof words === 'string' ? words : words[value];
}

const keyOf = ({ fact, value }: Because) => `${fact}=${value}`;

const sentence = (words: string) => (/[.!?]$/.test(words) ? words : `${words}.`);
