/** Where a conversation stands: what to ask next, or the answer. */

import { applyLocal } from '../rules/apply-local.ts';
import type { WorkingCalendar } from '../rules/calendar.ts';
import { type Facts, settled } from '../rules/facts.ts';
import { type CouncilChoice, type Organisation, type Place, siteOf } from '../rules/local.ts';
import type { Decision } from '../rules/outcome.ts';
import { decidedOn } from './decided.ts';
import { type Asked, walk } from './flow.ts';
import { guardIsOpen, guardOf } from './guard.ts';
import { onceFor } from './once.ts';
import { guardQuestion, type PlaceId, type State } from './state.ts';
import type { Under } from './under.ts';

/** What the words depend on besides the answers. */
export interface Context {
  readonly organisation: Organisation;
  readonly calendar: WorkingCalendar;
  /** The moment of report. */
  readonly now: Date;
}

/** Asked besides the concern itself: a place, or who it is safe to tell. */
export interface Besides {
  readonly id: PlaceId | typeof guardQuestion;
}

export type Step =
  | { readonly kind: 'first' | 'stopped' }
  | { readonly kind: 'ask'; readonly asked: Asked | Besides; readonly facts: Facts }
  | { readonly kind: 'answer'; readonly outcome: Outcome };

/** A finished concern: the facts, what is due, and the place it belongs to. */
export interface Outcome {
  readonly facts: Facts;
  readonly decision: Decision;
  readonly place: Place;
  /** Only some people may be told, or nobody: as answer/picked.ts shows it. */
  readonly told?: 'picked' | 'nobody';
  /** By which edition and rules the questions began. */
  readonly begun?: Under;
}

export function stepOf(state: State, context: Context): Step {
  if (state.stage === 'new') return { kind: 'first' };
  if (state.stage === 'stopped') return { kind: 'stopped' };
  const path = walk(state.answers);
  const reopened = reopenedQuestion(state, path.answered, context);
  if (reopened) return { kind: 'ask', asked: reopened, facts: path.facts };

  // Danger first; then the place of work, so that every later screen can name the lead. A lead asked for waits for it.
  const calling = state.early && siteIsOpen(state, context.organisation);
  if (path.next?.id === 'danger' && !calling) return { kind: 'ask', asked: path.next, facts: path.facts };
  if (siteIsOpen(state, context.organisation)) return { kind: 'ask', asked: { id: 'site' }, facts: path.facts };
  if (path.next) return { kind: 'ask', asked: path.next, facts: path.facts };

  const outcome = outcomeOf(state, context);
  const open =
    openPlace(outcome, state, context.organisation) ??
    (guardIsOpen(state, outcome, context.organisation) ? guardQuestion : undefined);
  return open ? { kind: 'ask', asked: { id: open }, facts: outcome.facts } : { kind: 'answer', outcome };
}

function reopenedQuestion(state: State, answered: readonly Asked[], context: Context): Asked | Besides | undefined {
  if (state.reopened === 'site' || state.reopened === 'council' || state.reopened === 'ladoCouncil')
    return { id: state.reopened };
  // Once the answers have changed so that it no longer matters, it cannot be asked again.
  if (state.reopened === guardQuestion)
    return guardOf(state, outcomeOf(state, context), context.organisation) === 'open'
      ? undefined
      : { id: guardQuestion };
  return answered.find(({ id }) => id === state.reopened);
}

/** What is due on the answers so far. What was never asked takes its mildest value: it was shown not to matter. */
export function outcomeOf(state: State, { organisation }: Pick<Context, 'organisation'>): Outcome {
  return outcomesOf(state)(organisation);
}

const outcomesOf = onceFor((state: State) => onceFor((organisation: Organisation) => worksOut(state, organisation)));

function worksOut(state: State, organisation: Organisation): Outcome {
  const { facts: told } = walk(state.answers);
  const place = placeIn(state, organisation);
  const site = siteOf(organisation, place.site);
  const facts = settled({ ...told, ...(site ? { setting: site.kind } : {}) });
  const { begun } = state;
  return {
    facts,
    decision: applyLocal(decidedOn(facts), organisation, place, facts),
    place,
    ...(begun ? { begun } : {}),
  };
}

/** The places named. One that has left the organisation's file since then counts as not named. */
export function placeIn({ places }: State, organisation: Organisation): Place {
  const named = [...places].filter(([place, choice]) =>
    place === 'site' ? knownSite(choice, organisation) : knownCouncil(choice, organisation),
  );
  return Object.fromEntries(named);
}

export function siteIsOpen({ places }: State, organisation: Organisation): boolean {
  return organisation.sites.length > 1 && !knownSite(places.get('site'), organisation);
}

const knownSite = (choice: string | undefined, { sites }: Organisation) => sites.some(({ id }) => id === choice);

/** Where the child lives matters once social care is due; which LADO, once the LADO is due. Only where there is a choice. */
function openPlace({ decision }: Outcome, state: State, organisation: Organisation): PlaceId | undefined {
  const due = (...routes: readonly string[]) => decision.duties.some((duty) => routes.includes(duty.route));
  const choice = organisation.councils.length > 1;
  if (choice && !knownCouncil(state.places.get('council'), organisation)) {
    if (due('childrens-social-care', 'social-care-advice')) return 'council';
  }
  if (choice && due('lado') && !knownCouncil(state.places.get('ladoCouncil'), organisation)) return 'ladoCouncil';
  return undefined;
}

function knownCouncil(choice: CouncilChoice | undefined, { councils }: Organisation): boolean {
  return choice === 'elsewhere' || choice === 'notSure' || councils.some(({ id }) => id === choice);
}
