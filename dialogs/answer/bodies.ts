/** Which bodies stand on the card, and the words that are said where one does not: no sentence speaks of what is not there. */
import { serviceFor, suits } from '../../rules/services.ts';
import type { Outcome } from '../steps.ts';
import { answerWords } from '../words/answer.ts';
import { type OutsideBody, parentsWords, unlessThere } from '../words/decision.ts';
import { outsideRoutes } from './calls.ts';
import { andList } from './citation.ts';
import { mattersOf } from './matters.ts';

/** @returns whether the card gives their number, or the way to them. */
function isThere(body: OutsideBody, outcome: Outcome): boolean {
  const due = new Set(outcome.decision.duties.map(({ route }) => route));
  switch (body) {
    case 'police':
      return due.has('police') || due.has('police-advice');
    case 'lado':
      return due.has('lado');
    case 'social care':
      return due.has('childrens-social-care') || due.has('social-care-advice') || isLastCall(outcome);
    case 'Report Remove':
      return due.has('service:report-remove') && isOffered(outcome);
  }
}

/** Where nobody outside has to be told, social care is the one who can be rung all the same. */
function isLastCall({ decision: { duties } }: Outcome): boolean {
  const outside: readonly string[] = outsideRoutes;
  return !duties.some(({ route, strength }) => strength !== 'may' && outside.includes(route));
}

const isOffered = (outcome: Outcome): boolean =>
  mattersOf(outcome).every((matter) => suits(serviceFor('service:report-remove'), matter));

/** These words; or others, where they would speak of somebody who is not on the card. */
export function saidOf(id: string, words: string, outcome: Outcome): string {
  const other = unlessThere[id]?.find(({ without }) => without.every((body) => !isThere(body, outcome)));
  return other?.said ?? words;
}

/** What is decided about the parents. */
export const parentsSaid = (outcome: Outcome): string =>
  saidOf(outcome.decision.parents.id, parentsWords[outcome.decision.parents.id], outcome);

/** That others must be told although the police know. Nothing where none of them has to be. */
export function policeAlready(outcome: Outcome): string | undefined {
  const { asked, ring, number, told } = answerWords.policeAlready;
  const due = new Set(outcome.decision.duties.map(({ route }) => route));
  const others = [
    ...(due.has('childrens-social-care') ? ['social care'] : []),
    ...(due.has('lado') ? ['the LADO'] : []),
  ];
  if (others.length === 0) return undefined;
  return [asked, `${ring}${andList(others)}.`, ...(isThere('police', outcome) ? [number] : []), told].join(' ');
}

/** Whom "your lead" means, where not every lead may know. */
export function leadMeans(outcome: Outcome): string | undefined {
  if (!outcome.told) return undefined;
  if (outcome.told === 'picked') return answerWords.leadMeans.picked;
  return isThere('lado', outcome) ? answerWords.leadMeans.nobody : answerWords.leadMeans.noLado;
}
