/**
 * What the card does not show until it is opened. Every line of the decision stands in exactly one part, with its
 * citation and its mark; test/dialogs/parts.test.ts holds that.
 */
import { type ContactLine, contactsFor } from '../../rules/contacts.ts';
import type { DoId, DontId, ReadingId } from '../../rules/ids.ts';
import { dayOf } from '../../rules/london.ts';
import {
  type Advice,
  type Duty,
  type LocalAdvice,
  type PeopleRoute,
  peopleRoutes,
  type ServiceRoute,
} from '../../rules/outcome.ts';
import { type Service, serviceById, serviceFor, suits } from '../../rules/services.ts';
import { standingOf } from '../../rules/standing.ts';
import { type ListLine, type PartName, partNames, type Rich, type Still } from '../message.ts';
import { reviewSaid } from '../ours.ts';
import { richText } from '../plain.ts';
import { sayDate, sayTime } from '../said.ts';
import type { Context, Outcome } from '../steps.ts';
import { partTitles } from '../words/acts.ts';
import { answerWords, record as recordWords } from '../words/answer.ts';
import {
  dontWords,
  doWords,
  notRequiredWords,
  parentsActor,
  parentsWords,
  reassuranceWords,
  routeNames,
  saidBy,
} from '../words/decision.ts';
import { leadMeans, parentsSaid, policeAlready, saidOf } from './bodies.ts';
import { momentOf } from './calls.ts';
import { citesInferred, inferredNote } from './citation.ts';
import { fitsCase, saidInCase } from './fitting.ts';
import { adviceLine, becauseLines, contactLine, dutyLine, nextLine, serviceLine } from './lines.ts';
import { mattersOf } from './matters.ts';
import { versionLines } from './version.ts';

const partIds = partNames.filter((name) => name !== 'all');
export type PartId = Exclude<PartName, 'all'>;

/** `of`: the id of the decision's line that it carries. */
export interface PartLine extends ListLine {
  readonly of?: string;
}

export interface AnswerPart {
  readonly id: PartId;
  readonly title: string;
  readonly lines: readonly PartLine[];
}

/** In the order of reading, each only where it has something. @param told what others know, in full */
export function partsOf(outcome: Outcome, context: Context, told: readonly string[] = []): readonly AnswerPart[] {
  const lines: Readonly<Record<PartId, readonly PartLine[]>> = {
    do: withLeadMeant(doLines(outcome), outcome),
    lead: withLeadMeant(leadLines(outcome, context), outcome),
    next: withLeadMeant(nextLines(outcome, context, told), outcome),
    report: withLeadMeant(reportLines(outcome, context), outcome),
    ring: ringLines(outcome, context),
    why: whyLines(outcome, context),
    record: recordLines(context),
  };
  return partIds.filter((id) => lines[id].length > 0).map((id) => ({ id, title: partTitles[id], lines: lines[id] }));
}

/** First of all whom "your lead" means, where a line says it and not every lead may know. */
function withLeadMeant(lines: readonly PartLine[], outcome: Outcome): readonly PartLine[] {
  const means = lines.some(({ text, note = [] }) => /\byour lead\b/i.test(richText([...text, ' ', ...note])))
    ? leadMeans(outcome)
    : undefined;
  return [...(means ? plain(means) : []), ...lines];
}

export const partBlocks = ({ lines }: AnswerPart): readonly Still[] => [{ kind: 'list', lines }];

const plain = (...sentences: readonly string[]): readonly PartLine[] => sentences.map((each) => ({ text: [each] }));

const isService = (duty: Duty): duty is Duty & { route: ServiceRoute } => duty.route.startsWith('service:');
const isYours = ({ actor }: { readonly actor: string }) => actor === 'you';

function duties(outcome: Outcome, context: Context, yours: boolean): readonly PartLine[] {
  return outcome.decision.duties
    .filter((duty) => !isService(duty) && isYours(duty) === yours)
    .map((duty) => ({ of: duty.route, ...dutyLine(duty, outcome, context) }));
}

/** How to choose whom to tell. Once that is chosen, it could only contradict the choice. */
const whomToTell = ['own-staff-tell-the-head', 'pass-over-anyone-involved'];

/** Whether advice is left out because another line says as much, or because it was settled already. */
export function isNeeded({ id }: { readonly id: string }, { facts, decision, told }: Outcome): boolean {
  if (!fitsCase(id, facts)) return false;
  const said = new Set([...decision.dos, ...decision.donts, decision.parents].map((each) => each.id));
  return !(told && whomToTell.includes(id)) && !saidBy[id]?.some((other) => said.has(other));
}

function advice<Id extends DoId | DontId>(
  all: readonly (Advice<Id> | LocalAdvice)[],
  words: Readonly<Record<Id, string>>,
  outcome: Outcome,
): readonly PartLine[] {
  const ids: readonly string[] = Object.keys(words);
  const place = ({ id }: Advice) => (ids.includes(id) ? ids.indexOf(id) : 500);
  return all
    .filter((each) => isNeeded(each, outcome))
    .toSorted((a, b) => place(a) - place(b))
    .map((each) => ({
      of: each.id,
      ...adviceLine(each, { ...words, [each.id]: saidHere(each.id as Id, words, outcome) }),
    }));
}

const saidHere = <Id extends DoId | DontId>(id: Id, words: Readonly<Record<Id, string>>, outcome: Outcome): string =>
  saidInCase(id, saidOf(id, words[id], outcome), outcome.facts);

function parentsLine(outcome: Outcome): PartLine {
  const { parents } = outcome.decision;
  const actor = parentsActor[parents.id] ?? 'you';
  return {
    of: parents.id,
    ...adviceLine({ ...parents, actor }, { ...parentsWords, [parents.id]: parentsSaid(outcome) }),
  };
}

function doLines(outcome: Outcome): readonly PartLine[] {
  const { dos, donts, parents, duties: due } = outcome.decision;
  const isSeen = donts.some(({ id }) => id === 'look');
  const already = policeAlready(outcome);
  const oneOf = due.some(({ strength }) => strength === 'oneOf');
  return [
    ...advice(donts.filter(isYours), dontWords, outcome),
    ...(parentsActor[parents.id] ? [] : [parentsLine(outcome)]),
    ...advice(
      dos.filter((each) => isYours(each) && !ofReport(each)),
      doWords,
      outcome,
    ),
    ...(isSeen ? plain(`${outcome.told ? answerWords.alreadySeenGuarded : answerWords.alreadySeen}°`) : []),
    ...(already ? plain(`${already}°`) : []),
    ...(oneOf ? plain(`${answerWords.oneOf} ${answerWords.harmWhatever}°`) : []),
  ];
}

function leadLines(outcome: Outcome, context: Context): readonly PartLine[] {
  const { dos, donts, parents } = outcome.decision;
  const notYours = (each: Advice) => !isYours(each);
  return [
    ...duties(outcome, context, false),
    ...(parentsActor[parents.id] ? [parentsLine(outcome)] : []),
    ...advice(dos.filter(notYours), doWords, outcome),
    ...advice(donts.filter(notYours), dontWords, outcome),
  ];
}

function nextLines(outcome: Outcome, context: Context, told: readonly string[]): readonly PartLine[] {
  const { next, reassurance, notRequired } = outcome.decision;
  return [
    ...plain(...told),
    ...next.map((step) => ({ of: step.id, ...nextLine(step, outcome, context) })),
    ...reassurance.map((each) => ({
      of: each.id,
      ...adviceLine({ ...each, actor: 'you' }, reassuranceWords),
    })),
    ...notRequired.map((each) => ({ of: each.id, ...adviceLine(each, notRequiredWords) })),
  ];
}

/** Only services that fit the matter; one that cannot answer now says so and never stands first. */
function reportLines(outcome: Outcome, context: Context): readonly PartLine[] {
  const matters = mattersOf(outcome);
  const lines = outcome.decision.duties
    .filter(isService)
    .map((duty) => ({ duty, service: serviceFor(duty.route) }))
    .filter(({ service }) => matters.every((matter) => suits(service, matter)))
    .toSorted((a, b) => Number(answersNow(b.service, context)) - Number(answersNow(a.service, context)))
    .map(({ duty, service }): PartLine => ({ of: duty.route, ...serviceLine(duty, service, outcome, context) }));
  return [
    ...lines,
    ...(lines.length > 0 ? plain(answerWords.contentIsNotReferral) : []),
    ...advice(outcome.decision.dos.filter(ofReport), doWords, outcome).map(withAdultServices),
    ...outcome.decision.seeAlso.map(({ id }): PartLine => ({ of: id, ...readingLine(id) })),
  ];
}

/** Where to turn stands with the services. */
const ofReport = ({ id }: Advice | LocalAdvice) => id === 'eighteen-or-over';

function withAdultServices(line: PartLine): PartLine {
  const ways = ['revenge-porn-helpline', 'stopncii']
    .map(serviceById)
    .flatMap(
      ({ name, phone, url }): Rich => [
        ' ',
        ...(phone ? [`${name}: `, { phone }] : url ? [{ link: url, label: name }] : [name]),
        '.',
      ],
    );
  return { ...line, text: [...line.text, ...ways] };
}

const answersNow = (service: Service, { now, calendar }: Context) => standingOf(service, now, calendar).answersNow;

function readingLine(id: ReadingId): ListLine {
  if (id === 'self-harm-guidance') return { text: [answerWords.selfHarmGuidance] };
  const { name, url } = serviceById(id);
  return {
    text: url ? ['To read: ', { link: url, label: name }] : [`To read: ${name}. We have no confirmed link to it.`],
  };
}

type Named = Exclude<PeopleRoute, 'emergency'>;

/** Contacts of everybody that is due, open or not, in the order of the duties; each number once. */
function ringLines(outcome: Outcome, context: Context): readonly PartLine[] {
  const at = momentOf(outcome, context);
  const shown = new Set<string>();
  const due = outcome.decision.duties.map(({ route }) => route).filter(isNamed);
  // Rung when nobody else can be reached, so it stands here always.
  const routes = [...new Set<Named>([...due, 'childrens-social-care'])];
  const bodies = routes
    .filter((route) => !(route === 'safeguarding-lead' && outcome.told === 'nobody'))
    .map((route) => ({ route, lines: contactsFor(route, at).filter((line) => !isEmergency(line)) }));
  const lines = bodies.flatMap(({ route, lines: own }) => {
    const fresh = own.map((line) => asShown(line, route, outcome)).filter((line) => isNew(line, shown));
    const title = route === 'safeguarding-lead' && outcome.told ? answerWords.peoplePicked : capital(routeNames[route]);
    return fresh.map((line, i): PartLine => {
      const drawn = contactLine(line, context.now);
      return i === 0 ? { ...drawn, text: [`${title}: `, ...drawn.text] } : drawn;
    });
  });
  return [...lines, ...checkedOn(bodies.flatMap(({ lines: own }) => own))];
}

/** Without their part: those picked all stand in as leads here. Of leads who were not picked nothing is said. */
function asShown(line: ContactLine, route: Named, { told }: Outcome): ContactLine {
  if (route !== 'safeguarding-lead' || !told) return line;
  if (line.kind === 'missing') return { ...line, who: answerWords.peoplePicked, said: answerWords.nobodyPickedOnCover };
  const { note: _, ...rest } = line;
  return rest;
}

function isNew(line: ContactLine, shown: Set<string>): boolean {
  const key = line.kind === 'contact' ? `${line.who} ${line.phone ?? line.url}` : `${line.who} ${line.said}`;
  const fresh = !shown.has(key);
  shown.add(key);
  return fresh;
}

/** Whoever keeps the file may have read some pages earlier: the oldest day is what people can count on. */
function checkedOn(lines: readonly ContactLine[]): readonly PartLine[] {
  const [oldest] = lines.flatMap((line) => (line.kind === 'contact' ? (line.lastChecked ?? []) : [])).toSorted();
  return oldest ? plain(`${answerWords.numbersChecked} ${sayDate(oldest)}.`) : [];
}

function whyLines(outcome: Outcome, context: Context): readonly PartLine[] {
  const { decision } = outcome;
  const { edition: yours } = context.organisation;
  const sources = [
    ...decision.duties.flatMap(({ strengthFrom, deadlineFrom }) => [strengthFrom, deadlineFrom]),
    ...[...decision.dos, ...decision.donts, decision.parents, ...decision.next].map(({ from }) => from),
    ...[...decision.notRequired, ...decision.reassurance].map(({ from }) => from),
  ];
  const ours = decision.duties.some(({ deadline }) => deadline.kind === 'notStated' && deadline.precaution !== 'none');
  return [
    ...becauseLines(decision),
    ...duties(outcome, context, true),
    ...plain(
      ...(ours ? [answerWords.oursToday] : []),
      `${answerWords.howToRead}${citesInferred(sources.flatMap(({ cites }) => cites)) ? ` ${inferredNote}` : ''}`,
      ...versionLines(outcome.begun),
      ...(yours ? [`${answerWords.yourEdition}${yours.publisher}, ${yours.version}.`] : []),
      ...reviewSaid(decision.rules, context.organisation.review),
    ),
  ];
}

function recordLines({ now }: Context): readonly PartLine[] {
  return plain(recordWords.keep, recordWords.copy, `${sayDate(dayOf(now))}, ${sayTime(now)}. ${answerWords.judgement}`);
}

const isNamed = (route: string): route is Named =>
  route !== 'emergency' && (peopleRoutes as readonly string[]).includes(route);
const isEmergency = (line: ContactLine) => line.kind === 'contact' && line.phone === '999';
const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
