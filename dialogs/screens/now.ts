/** "What must I do now?" before the end: what is certain so far, then "if ..., then ...", never an order too early. */
import type { ContactNow } from '../../rules/contacts.ts';
import { capital } from '../../rules/hours-said.ts';
import type { Route } from '../../rules/outcome.ts';
import { actBlocks } from '../answer/acts.ts';
import { callTo, outsideRoutes } from '../answer/calls.ts';
import { certainDuties } from '../answer/certain.ts';
import { andList } from '../answer/citation.ts';
import type { DontShort } from '../answer/donts.ts';
import { amongPicked, type ShownOutcome } from '../answer/picked.ts';
import { type Plan, planOf } from '../answer/plan.ts';
import type { Block, ListLine, Message } from '../message.ts';
import type { State } from '../state.ts';
import { type Context, type Outcome, outcomeOf, stepOf } from '../steps.ts';
import { bodyWords } from '../words/acts.ts';
import { nowWords as words } from '../words/screens.ts';
import { framed, heading, list, move, text } from './frame.ts';
import { leadOffer } from './get-lead.ts';

export function nowScreen(state: State, everywhere: Context): Message {
  const { outcome, context } = amongPicked(state, outcomeOf(state, everywhere), everywhere);
  const certain = certainSoFar(state, outcome, everywhere);
  const due = (route: Route) => certain.decision.duties.some((duty) => duty.route === route);
  const open = words.ifs.filter(({ routes }) => !routes.every(due));
  const made = planOf(certain, context);
  const numbers = numbersFor(new Set(open.flatMap(({ routes }) => routes)), made, { outcome, context });
  const plan = { ...made, donts: careful(made.donts) };
  return framed(state, {
    summary: words.summary,
    body: [
      heading(words.title),
      ...actBlocks(plan, certain, context),
      ...(open.length > 0 ? [text(words.notSettled), list(open.map(({ said }) => said)), ...numbers] : []),
      ...(stepOf(state, everywhere).kind === 'ask' ? leadOffer(state) : []),
    ],
    moves: [move.show],
    ...(plan.danger === 'yes' ? { danger: true } : {}),
  });
}

/** Of those who may yet have to be told, the number or the way to it, each once; not what an act gives already. */
function numbersFor(routes: ReadonlySet<Route>, { acts }: Plan, { outcome, context }: ShownOutcome): readonly Block[] {
  // An act for the LADO says of its number nothing but that.
  const given = new Set(acts.filter(({ route }) => route !== 'lado').map(({ contact }) => wayTo(contact)));
  const bodies = new Map<string, { readonly contact: ContactNow; readonly names: string[] }>();
  for (const route of outsideRoutes.filter((each) => routes.has(each))) {
    const { contact } = callTo(route, outcome, context);
    const way = wayTo(contact);
    // Whose number it is too is said of the LADO alone: an act names the others.
    if (given.has(way) && route !== 'lado') continue;
    const body = bodies.get(way) ?? { contact, names: [] };
    body.names.push(bodyWords[route]);
    bodies.set(way, body);
  }
  const lines = [...bodies.values()].map(({ contact, names }) => numberLine(capital(andList(names)), contact));
  return lines.length > 0 ? [text(words.calls), { kind: 'list', lines }] : [];
}

const wayTo = ({ phone, url }: ContactNow): string => phone ?? url ?? '';

function numberLine(bodies: string, { phone, url = '' }: ContactNow): ListLine {
  return { text: [{ bold: bodies }, ': ', phone ? { phone } : { link: url, label: url }] };
}

/** What it is about may not be known yet, so what is never right is always said. */
function careful(donts: readonly DontShort[]): readonly DontShort[] {
  const always: readonly DontShort[] = donts.includes('picture') ? ['secrecy'] : ['secrecy', 'look'];
  return [...new Set([...donts, ...always])];
}

/** The concern as far as it is certain: a later answer can only add to it. Somebody is rung now, not later today. */
function certainSoFar(state: State, outcome: Outcome, context: Context): Outcome {
  const duties = certainDuties(state, context)
    .filter(({ strength }) => strength !== 'may')
    .map((duty) => (duty.route === 'safeguarding-lead' ? { ...duty, deadline: { kind: 'now' } as const } : duty));
  return { ...outcome, decision: { ...outcome.decision, duties } };
}
