/** How it is asked where you work, where the child lives, where the adult works, and who it is safe to tell. */

import type { Role } from '../../rules/on-cover.ts';
import type { ParagraphId } from '../../rules/outcome.ts';
import type { PlaceId } from '../state.ts';

interface PlaceWords {
  readonly ask: string;
  readonly help?: string;
  readonly why: string;
  readonly cites: readonly ParagraphId[];
  readonly elsewhere?: { readonly value: 'elsewhere'; readonly label: string };
  readonly notSure?: { readonly value: 'notSure'; readonly label: string };
}

export const placeWords: Readonly<Record<PlaceId, PlaceWords>> = {
  site: {
    ask: 'Where do you work?',
    why: 'So that we can name your safeguarding lead. Each place has its own leads. No lead sees the concerns of another place.',
    cites: [],
  },
  council: {
    ask: 'Where does the child live?',
    why: 'Each council has its own social care team and its own numbers.',
    cites: ['p121'],
    elsewhere: { value: 'elsewhere', label: 'Somewhere else' },
    notSure: { value: 'notSure', label: 'Not sure' },
  },
  ladoCouncil: {
    ask: 'Where is that work or fostering?',
    why: 'The LADO of that area must know. The LADO is the council officer for worries about people who work with children.',
    cites: ['p149', 'p157'],
    elsewhere: { value: 'elsewhere', label: 'Somewhere else' },
    notSure: { value: 'notSure', label: 'Not sure' },
  },
};

export const safeToTell = {
  ask: 'Who is it safe to tell?',
  help: 'Only people who cannot be involved, or close to anyone involved.',
  ofStaff: 'About staff: the head. About the head: the chair or owner.',
  why: 'A wrong word could warn the adult. Then evidence is lost and children are less safe. So only the people you tick are told, each in a private message.',
  cites: ['p153'],
  nobody: 'Nobody, or I do not know',
} as const satisfies PlaceWords & Record<string, unknown>;

/** What a person's part is called on the list, and the words it can be typed by. */
export const roleWords: Readonly<Record<Role, { readonly name: string; readonly typed: readonly string[] }>> = {
  lead: { name: 'Safeguarding lead', typed: ['lead', 'the lead', 'my lead', 'safeguarding lead'] },
  deputy: { name: 'Deputy lead', typed: ['deputy', 'the deputy', 'deputy lead'] },
  head: { name: 'Head', typed: ['head', 'the head', 'head teacher', 'headteacher', 'manager'] },
  chair: { name: 'Chair or owner', typed: ['chair', 'the chair', 'chair or owner', 'owner', 'proprietor'] },
};

/** Ways to type that nobody is picked, besides those that mean "none" everywhere. */
export const nobodyTyped = ['nobody', 'no one', 'noone', 'not sure', 'i am not sure', 'i do not know', 'i dont know'];
