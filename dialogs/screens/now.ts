/** "What must I do now?" before the end: what is certain so far, then "if ..., then ...", never an order too early. */
import { contactsFor } from '../../rules/contacts.ts';
import { type Duty, type PeopleRoute, peopleRoutes, type Route } from '../../rules/outcome.ts';
import { certainDuties } from '../answer/certain.ts';
import { ringSentence } from '../answer/first-screen.ts';
import { contactLine, dutyLine } from '../answer/lines.ts';
import { amongPicked } from '../answer/picked.ts';
import type { Block, Message } from '../message.ts';
import type { State } from '../state.ts';
import { type Context, outcomeOf, stepOf } from '../steps.ts';
import { answer } from '../words/answer.ts';
import { nowScreen as words } from '../words/screens.ts';
import { alert, framed, heading, list, move, text } from './frame.ts';
import { leadOffer } from './get-lead.ts';

/** Ordered by a sentence of their own. */
const saidApart: readonly Route[] = ['safeguarding-lead', 'emergency'];

export function nowScreen(state: State, everywhere: Context): Message {
  const { outcome, context } = amongPicked(state, outcomeOf(state, everywhere), everywhere);
  const duties = certainDuties(state, everywhere).filter(({ strength }) => strength !== 'may');
  const certain = duties.filter(({ route }) => !saidApart.includes(route) && !route.startsWith('service:'));
  const open = words.ifs.filter(({ routes }) => !routes.every((route) => duties.some((duty) => duty.route === route)));
  return framed(state, {
    summary: words.summary,
    body: [
      heading(words.title),
      duties.some(({ route }) => route === 'emergency')
        ? alert('Ring ', { phone: '999' }, ` ${words.emergency}`)
        : alert('In danger: ring ', { phone: '999' }, '.'),
      { kind: 'text', text: ringSentence(true, outcome, context, 'below') },
      list([...words.always, ...(outcome.facts.topics.includes('blackmail') ? [answer.blackmail] : [])]),
      ...(certain.length > 0
        ? [text(words.soFar), { kind: 'list', lines: certain.map((duty) => dutyLine(duty, outcome, context)) } as const]
        : [text(words.nothingYet)]),
      ...(open.length > 0 ? [text(words.notSettled), list(open.map(({ said }) => said))] : []),
      ...calls(certain, outcome, context),
      ...(stepOf(state, everywhere).kind === 'ask' ? leadOffer(state) : []),
    ],
    moves: [move.show],
  });
}

/** Numbers for the calls: social care always, because it is rung when no lead answers; and whoever is certain. */
function calls(certain: readonly Duty[], { place }: ReturnType<typeof outcomeOf>, context: Context): readonly Block[] {
  const at = { organisation: context.organisation, calendar: context.calendar, moment: context.now, ...place };
  const isCertain = (route: Route) => certain.some((duty) => duty.route === route);
  const routes = peopleRoutes.filter(
    (route) => !saidApart.includes(route) && (route === 'childrens-social-care' || isCertain(route)),
  );
  const lines = new Map(
    routes.flatMap((route: PeopleRoute) => contactsFor(route, at).map((line) => [line.who, line] as const)),
  );
  const shown = [...lines.values()].filter((line) => line.kind === 'missing' || line.phone !== '999');
  return [heading(words.calls), { kind: 'list', lines: shown.map((line) => contactLine(line, context.now)) }];
}
