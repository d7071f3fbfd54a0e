/** The message extension: finds helplines and other contacts as cards to insert. Pure; nothing of a query is kept. */
import type { LookUpEntry } from '../../../dialogs/look-up/entry.ts';
import { framedEntries } from '../../../dialogs/look-up/frame.ts';
import { menuButtons } from '../../../dialogs/look-up/pages.ts';
import { search } from '../../../dialogs/look-up/search.ts';
import { everyEntry } from '../../../dialogs/look-up.ts';
import { soughtBy } from '../../../dialogs/typed/read.ts';
import type { WorkingCalendar } from '../../../rules/calendar.ts';
import { cardOf } from './invoke.ts';
import { nothingFoundText } from './words.ts';

export interface SearchContext {
  readonly moment: Date;
  readonly calendar: WorkingCalendar;
  /** The organisation's own contacts. Hand over the same list every time. */
  readonly localEntries?: readonly LookUpEntry[];
}

const longestQuery = 200;

/** @returns the answer to `composeExtension/query`: up to three cards, or before anything is typed those of the menu. */
export function searchAnswer(query: string, { moment, calendar, localEntries }: SearchContext): object {
  const entries = everyEntry(localEntries);
  const typed = query.trim().slice(0, longestQuery);
  const asked = entries.some(({ id }) => id === typed) ? typed : soughtBy(typed, localEntries);
  const found = asked === '' ? usual(entries) : findIn(asked, entries);
  const attachments = found.flatMap((entry) => {
    const content = cardOf(framedEntries([entry], { moment, calendar }));
    return content
      ? [{ contentType: 'application/vnd.microsoft.card.adaptive', content, preview: preview(entry) }]
      : [];
  });
  return {
    composeExtension:
      attachments.length > 0
        ? { type: 'result', attachmentLayout: 'list', attachments }
        : { type: 'message', text: nothingFoundText },
  };
}

function findIn(asked: string, entries: readonly LookUpEntry[]): readonly LookUpEntry[] {
  const named = entries.find(({ id }) => id === asked);
  return named ? [named] : search(asked, entries);
}

/** Whom the menu of look-ups leads to. */
function usual(entries: readonly LookUpEntry[]): readonly LookUpEntry[] {
  const found = menuButtons.flatMap(({ action }) =>
    action.do === 'look-up' ? findIn(action.query ?? '', entries).slice(0, 1) : [],
  );
  return [...new Set(found)].filter(({ answersNow }) => answersNow !== undefined);
}

/** The list has room for a sentence. */
const preview = ({ name, about }: LookUpEntry) => ({
  contentType: 'application/vnd.microsoft.card.thumbnail',
  content: { title: name, text: about.split(/(?<=\.)\s/, 1)[0] },
});
