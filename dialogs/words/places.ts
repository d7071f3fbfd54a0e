/** How the place is asked: where you work, where the child lives, where the adult works. */
import type { ParagraphId } from '../../rules/outcome.ts';
import type { PlaceId } from '../state.ts';

interface PlaceWords {
  readonly ask: string;
  readonly help: string;
  readonly why: string;
  readonly cites: readonly ParagraphId[];
  readonly elsewhere?: { readonly value: 'elsewhere'; readonly label: string };
  readonly notSure?: { readonly value: 'notSure'; readonly label: string };
}

export const placeWords: Readonly<Record<PlaceId, PlaceWords>> = {
  site: {
    ask: 'Where do you work?',
    help: 'So that we can name your safeguarding lead.',
    why: 'Each place has its own leads. No lead sees the concerns of another place.',
    cites: [],
  },
  council: {
    ask: 'Where does the child live?',
    help: 'Choose the council area of their home. Do not ask the child to find out.',
    why: 'Each council has its own social care team and its own numbers.',
    cites: ['p121'],
    elsewhere: { value: 'elsewhere', label: 'Somewhere else' },
    notSure: { value: 'notSure', label: 'Not sure' },
  },
  ladoCouncil: {
    ask: 'Where does the person who works with children work, volunteer or foster?',
    help: 'Choose the council area of that work, not of their home.',
    why: 'The LADO of that area must know. The LADO is the council officer for worries about people who work with children.',
    cites: ['p149', 'p157'],
    elsewhere: { value: 'elsewhere', label: 'Somewhere else' },
    notSure: { value: 'notSure', label: 'Not sure' },
  },
};
