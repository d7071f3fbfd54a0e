/**
 * How much one talk can hold. Going back can be repeated without end, so it stops first: an answer, above all one that
 * says who may know, still fits when no more steps back do.
 */
import type { Entry } from '../../dialogs/state.ts';
import { mostEntries } from '../store/store.ts';

/** A concern has room for as many reports: src/leads/concern/capacity.ts. */
export const mostOfTalk = 1_000;

export const roomForEntry = ({ type }: Entry): number => (type === 'back' ? mostEntries : mostOfTalk);
