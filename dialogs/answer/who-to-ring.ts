/** The contacts of the full answer. */
import { type ContactLine, contactsFor } from '../../rules/contacts.ts';
import { type PeopleRoute, peopleRoutes } from '../../rules/outcome.ts';
import type { Block } from '../message.ts';
import { sayDate } from '../said.ts';
import { heading, quiet } from '../screens/frame.ts';
import type { Context, Outcome } from '../steps.ts';
import { answer, sections } from '../words/answer.ts';
import { routeNames } from '../words/decision.ts';
import { contactLine } from './lines.ts';

type Named = Exclude<PeopleRoute, 'emergency'>;

/** Contacts for every person or body that is due, in the order of the duties. 999 has a line of its own. */
export function whoToRing(outcome: Outcome, context: Context): readonly Block[] {
  const { decision, place } = outcome;
  const { organisation, calendar, now } = context;
  const at = { organisation, calendar, moment: now, ...place };
  const bodies = decision.duties
    .map(({ route }) => route)
    .filter((route): route is Named => isOneOf(peopleRoutes, route) && route !== 'emergency')
    .filter((route) => !(route === 'safeguarding-lead' && outcome.told === 'nobody'))
    .map((route) => {
      const lines = contactsFor(route, at).filter((line) => !isEmergency(line));
      if (route === 'safeguarding-lead' && outcome.told)
        return { title: answer.peoplePicked, lines: lines.map(asPicked) };
      return { title: capital(routeNames[route]), lines };
    });
  const shown = new Set<string>();
  return [
    heading(sections.contacts),
    ...bodies.flatMap(({ title, lines }): readonly Block[] => [
      { kind: 'text', text: [{ bold: title }] },
      { kind: 'list', lines: lines.map((line) => contactLine(line, now, isKnown(line, shown))) },
    ]),
    ...checkedOn(bodies.flatMap(({ lines }) => lines)),
  ];
}

/** Without their part: they all stand in as leads here. Of leads who were not picked nothing is said. */
function asPicked(line: ContactLine): ContactLine {
  if (line.kind === 'missing') return { ...line, who: answer.peoplePicked, said: answer.nobodyPickedOnCover };
  const { note: _, ...rest } = line;
  return rest;
}

const isOneOf = <T extends string>(all: readonly T[], value: string): value is T =>
  (all as readonly string[]).includes(value);
const isEmergency = (line: ContactLine) => line.kind === 'contact' && line.phone === '999';

/** Whether this contact was shown before; from now on it was. */
function isKnown(line: ContactLine, shown: Set<string>): boolean {
  const key = line.kind === 'contact' ? `${line.who} ${line.phone}` : line.who;
  const known = shown.has(key);
  shown.add(key);
  return known;
}

/** Whoever keeps the file may have read some pages earlier: the oldest day is what people can count on. */
function checkedOn(lines: readonly ContactLine[]): readonly Block[] {
  const [oldest] = lines.flatMap((line) => (line.kind === 'contact' ? (line.lastChecked ?? []) : [])).toSorted();
  return oldest ? [quiet(`${answer.numbersChecked} ${sayDate(oldest)}.`)] : [];
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
