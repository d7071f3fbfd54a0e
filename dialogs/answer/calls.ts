/** Whom the reader rings outside, in which order, and which of their contacts is the one to ring at this moment. */
import { type ContactMoment, type ContactNow, contactsFor, councilFinder } from '../../rules/contacts.ts';
import type { Duty, PeopleRoute } from '../../rules/outcome.ts';
import type { Context, Outcome } from '../steps.ts';

/** Bodies outside that are rung. The fostering service is asked for on the way: its number is nobody's to know here. */
export const outsideRoutes = [
  'police',
  'childrens-social-care',
  'lado',
  'police-advice',
  'social-care-advice',
] as const;
export type OutsideRoute = (typeof outsideRoutes)[number];

export interface Call {
  readonly route: OutsideRoute;
  readonly duty?: Duty;
  /** Nobody's number is known: how to find it. */
  readonly contact: ContactNow;
}

export function momentOf({ place }: Pick<Outcome, 'place'>, { organisation, calendar, now }: Context): ContactMoment {
  return { organisation, calendar, moment: now, ...place };
}

const canAnswer = (line: { readonly kind: string }): line is ContactNow & { readonly phone: string } =>
  line.kind === 'contact' && (line as ContactNow).phone !== undefined && (line as ContactNow).openNow !== false;

/** Who can be rung for a lead now, in order; nobody where nobody may be told. */
export function peopleToRing(
  outcome: Pick<Outcome, 'place' | 'told'>,
  context: Context,
): readonly (ContactNow & { readonly phone: string })[] {
  if (outcome.told === 'nobody') return [];
  return contactsFor('safeguarding-lead', momentOf(outcome, context)).filter(canAnswer);
}

/** The calls that are due today or sooner, in the order in which they are to be made. */
export function callsDue(outcome: Outcome, context: Context): readonly Call[] {
  const { duties } = outcome.decision;
  const due = duties.filter(({ route, strength }) => strength !== 'may' && isOutside(route));
  return inOrder(due, outcome).flatMap((duty) => callFor(duty.route as OutsideRoute, outcome, context, duty));
}

/** Whom to ring for a body that may yet have to be told. */
export function callTo(route: OutsideRoute, outcome: Outcome, context: Context): Call {
  const [call] = callFor(route, outcome, context);
  if (!call) throw new Error('Somebody outside can always be rung');
  return call;
}

/** One who is always there: for when nobody else can be reached. */
export const lastCall = (outcome: Outcome, context: Context): Call => callTo('social-care-advice', outcome, context);

/** Nobody of the site itself: who is told there is another act. */
function callFor(route: OutsideRoute, outcome: Outcome, context: Context, duty?: Duty): readonly Call[] {
  const at = momentOf(outcome, context);
  const lines = contactsFor(route as PeopleRoute, at).filter(
    (line) => line.kind !== 'contact' || line.person === undefined,
  );
  const found = lines.find((line): line is ContactNow & { phone: string } => canAnswer(line) && line.phone !== '999');
  const contact = found ?? finder;
  return [{ route, contact, ...(duty && { duty }) }];
}

const finder: ContactNow = {
  kind: 'contact',
  who: "the council's children's social care",
  url: councilFinder,
  openNow: 'not known',
};

/** The police first, unless the adult may live with the child: then social care keeps the child safe tonight. */
function inOrder(due: readonly Duty[], { decision }: Outcome): readonly Duty[] {
  const mayBeAtHome = decision.dos.some(({ id }) => id === 'ask-before-home-time');
  const order: readonly PeopleRoute[] = mayBeAtHome
    ? ['childrens-social-care', 'social-care-advice', 'police', 'lado', 'police-advice']
    : outsideRoutes;
  return due.toSorted((a, b) => order.indexOf(a.route as PeopleRoute) - order.indexOf(b.route as PeopleRoute));
}

const isOutside = (route: string): boolean => (outsideRoutes as readonly string[]).includes(route);
