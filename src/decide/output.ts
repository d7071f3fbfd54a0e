/** A decision written out in full for a program or a reviewer: every line with its words, its time and its source. */

import { orderOf } from '../../dialogs/answer/order.ts';
import { todayBy } from '../../dialogs/answer/today.ts';
import { needed } from '../../dialogs/flow.ts';
import { sayDue, sayTime } from '../../dialogs/said.ts';
import {
  dontWords,
  doWords,
  nextWords,
  notRequiredWords,
  parentsWords,
  reassuranceWords,
} from '../../dialogs/words/decision.ts';
import { applyLocal, localTexts } from '../../rules/apply-local.ts';
import type { WorkingCalendar } from '../../rules/calendar.ts';
import { edition, paragraph, rulesVersion } from '../../rules/chapter.ts';
import { contactsFor } from '../../rules/contacts.ts';
import { type Due, soonestDue } from '../../rules/deadlines.ts';
import { decide } from '../../rules/decide.ts';
import { facts as everyFact, type Fact, type Facts, settled } from '../../rules/facts.ts';
import { withHandedOver } from '../../rules/hand-over.ts';
import { manualLink, nationsFor, type Organisation, type Place, siteOf } from '../../rules/local.ts';
import type { LocalDuty } from '../../rules/local-duties.ts';
import {
  type Advice,
  type Deadline,
  type Decision,
  type Duty,
  type LocalAdvice,
  type PeopleRoute,
  type ProcedureRoute,
  peopleRoutes,
  procedureRoutes,
  type ServiceRoute,
  type Source,
} from '../../rules/outcome.ts';
import { serviceById, serviceFor } from '../../rules/services.ts';
import { standingOf } from '../../rules/standing.ts';

export interface DecisionAsked {
  readonly facts: Facts;
  readonly place: Place;
  /** The moment of report. */
  readonly moment: Date;
  readonly calendar: WorkingCalendar;
  /** Without it no contact and no local duty is known. */
  readonly organisation?: Organisation;
}

export function answerInFull(asked: DecisionAsked): object {
  const { place, moment, organisation } = asked;
  const site = organisation && siteOf(organisation, place.site);
  const given: Facts = { ...(site ? { setting: site.kind } : {}), ...asked.facts };
  const readAsNotSure = needed(given).filter((fact) => given[fact] === undefined);
  const understood: Facts = { ...given, ...Object.fromEntries(readAsNotSure.map((fact) => [fact, 'unsure'])) };
  /** With the topics that answers hand over to, as the conversation would ask them. */
  const facts = settled(withHandedOver(understood));
  const chapters = decide(facts);
  const decision = organisation ? applyLocal(chapters, organisation, place, facts) : chapters;
  return {
    at: moment.toISOString(),
    ...(organisation ? { organisation: organisation.name, place } : {}),
    facts: understood,
    readAsNotSure,
    withoutEffect: withoutEffect(given, decision),
    ...written(decision, asked),
    alsoGoThrough: facts.topics.filter((topic) => !given.topics.includes(topic)),
    edition,
    rulesVersion,
  };
}

/** Facts that were given and change nothing: no question of these topics asks for them, and no line rests on them. */
function withoutEffect(given: Facts, { duties, dos, donts, parents }: Decision): readonly Fact[] {
  const asked = needed(given);
  const reasons = new Set(
    [...duties, ...dos, ...donts, parents].flatMap(({ because }) => because.map(({ fact }) => fact)),
  );
  return everyFact.filter((fact) => given[fact] !== undefined && !asked.includes(fact) && !reasons.has(fact));
}

function written(decision: Decision, asked: DecisionAsked): object {
  const advice = <Id extends string>(
    list: readonly (Advice<Id> | LocalAdvice)[],
    words: Readonly<Record<Id, string>>,
  ) => list.map((one) => adviceInFull(one, words));
  return {
    duties: decision.duties.map((duty) => dutyInFull(duty, decision, asked)),
    dos: advice(decision.dos, doWords),
    donts: advice(decision.donts, dontWords),
    parents: { status: decision.parents.status, ...adviceInFull(decision.parents, parentsWords) },
    next: decision.next.map((step) => ({
      ...adviceInFull(step, nextWords),
      deadline: timeInFull(step.deadline, step.id, asked),
    })),
    notRequired: advice(decision.notRequired, notRequiredWords),
    reassurance: advice(decision.reassurance, reassuranceWords),
    seeAlso: decision.seeAlso.map(({ id, from }) => ({ id, name: serviceById(id).name, ...sourceInFull(from) })),
  };
}

function dutyInFull(duty: Duty, decision: Decision, asked: DecisionAsked): object {
  const { route, actor, strength, strengthFrom, deadlineFrom, oneOf, because, rules } = duty;
  return {
    route,
    say: orderOf(duty),
    actor,
    strength,
    /** Everything but "may". Of routes that share a `oneOf`, at least one is required; in doubt do all. */
    required: strength !== 'may',
    ...(oneOf ? { oneOf } : {}),
    ...sourceInFull(strengthFrom),
    deadline: { ...saidWithTime(duty, decision, asked), ...sourceInFull(deadlineFrom) },
    because,
    rules,
    ...localSays(rules, asked),
    ...whereTo(route, asked),
  };
}

function adviceInFull<Id extends string>(
  advice: Advice<Id> | LocalAdvice,
  words: Readonly<Record<Id, string>>,
): object {
  const { id, actor, strength, from, because, rules } = advice;
  const say = 'text' in advice ? localSaid(advice) : words[advice.id];
  return { id, say, actor, strength, ...sourceInFull(from), because, rules };
}

const localSaid = ({ text, source }: Pick<LocalDuty, 'text' | 'source'>) => `${text} (${source})`;

function localSays(rules: readonly string[], { organisation }: DecisionAsked): { readonly local?: readonly string[] } {
  const texts = organisation ? localTexts(organisation, rules) : [];
  return texts.length > 0 ? { local: texts.map(localSaid) } : {};
}

/** Who to ring, what to read or where to report. */
function whereTo(route: Duty['route'], asked: DecisionAsked): object {
  const { organisation, place, moment, calendar } = asked;
  const isOneOf = (list: readonly string[]) => list.includes(route);
  if (isOneOf(peopleRoutes)) {
    if (!organisation) return {};
    return { contacts: contactsFor(route as PeopleRoute, { ...place, organisation, moment, calendar }) };
  }
  if (isOneOf(procedureRoutes)) {
    const link = organisation && manualLink(organisation, route as ProcedureRoute);
    return link ? { read: link } : {};
  }
  const service = serviceFor(route as ServiceRoute);
  const { name, phone, url } = service;
  const { sentence, answersNow } = standingOf(service, moment, calendar);
  return { service: { name, ...(phone ? { phone } : {}), ...(url ? { url } : {}), hours: sentence, answersNow } };
}

/** `chapter`, `follows`, `ours` or `local`, and each place in the chapter it rests on. */
function sourceInFull({ basis, cites }: Source): object {
  const citation = cites.map((id) => {
    const { section, paragraph: number, heading } = paragraph(id);
    return { id, section, heading: heading.title, headingInferred: heading.known === 'inferred', paragraph: number };
  });
  return { basis, citation };
}

/** The deadline as a rule gives it, and what that is on the clock in London at the moment of report. */
function timeInFull(
  deadline: Deadline,
  whose: string,
  { organisation, place, moment, calendar }: DecisionAsked,
): object {
  const candidates = organisation ? nationsFor(organisation, place, whose) : (['england-and-wales'] as const);
  const due = soonestDue(deadline, moment, candidates, calendar);
  return { ...deadline, say: sayDue(due), ...onTheClock(due) };
}

/** "today, by 4.30pm", where a file says when people can be reached. */
function saidWithTime({ route, deadline }: Duty, decision: Decision, asked: DecisionAsked): object {
  const { organisation, place, moment: now, calendar } = asked;
  const inFull = timeInFull(deadline, route, asked);
  const isToday = deadline.kind === 'today' || (deadline.kind === 'notStated' && deadline.precaution === 'today');
  const by = organisation && isToday ? todayBy({ decision, place }, { organisation, calendar, now }) : undefined;
  return by
    ? { ...inFull, say: `${(inFull as { say: string }).say}, by ${sayTime(by)}`, sayBy: by.toISOString() }
    : inFull;
}

function onTheClock(due: Due): object {
  switch (due.kind) {
    case 'today':
      return { byLondon: `${due.day} 24:00`, byInstant: due.end.toISOString(), minutesLeft: due.minutesLeft };
    case 'workingDays':
      return {
        byLondon: `${due.counted.at(-1)} 24:00`,
        byInstant: due.end.toISOString(),
        counted: due.counted,
        bankHolidays: due.skipped,
      };
    case 'notStated':
      return due.precaution === 'none' ? {} : { precautionIsOurs: true, ...onTheClock(due.precaution) };
    case 'notKnown':
      return { notKnown: due.because };
    case 'now':
      return {};
  }
}
