/**
 * Look-ups: one question, one message. They ask nothing, keep nothing and repeat nothing of what was typed, and they
 * work when everything else is down.
 */
import { checklistEntry, itemsOf } from './look-up/checklist.ts';
import { checklists } from './look-up/checklists.ts';
import { editionEncodes, editionEntry } from './look-up/edition.ts';
import type { At, LookUpEntry } from './look-up/entry.ts';
import { framedEntries, framedWhole, nothingFound } from './look-up/frame.ts';
import { glossary, glossaryEntries } from './look-up/glossary.ts';
import { lawEntries, lawNotes } from './look-up/law.ts';
import { numbersEntry, usualNumbers } from './look-up/numbers.ts';
import { menuButtons, pageFor } from './look-up/pages.ts';
import { platformEntries } from './look-up/platform.ts';
import { procedureEntries } from './look-up/procedures.ts';
import { questionEntries } from './look-up/questions.ts';
import { search } from './look-up/search.ts';
import { serviceEntries, serviceStatements } from './look-up/service.ts';
import { foldLetters, meaningful } from './look-up/words.ts';
import type { Message } from './message.ts';

export interface LookUpContext extends At {
  /** The organisation's own contacts. Hand over the same list every time: its search index is kept with it. */
  readonly localEntries?: readonly LookUpEntry[];
}

/** The best answer first, three at most. An empty question shows what can be looked up. */
export function lookUp(query: string, { moment, calendar, localEntries }: LookUpContext): Message {
  const page = pageFor(query);
  if (page) return page;
  const entries = everyEntry(localEntries);
  const whole = framedWhole(query, entries, { moment, calendar });
  if (whole) return whole;
  const named = entries.find(({ id }) => id === query);
  const usual = asksForSomebody(query) ? entries.filter(({ id }) => id === usualNumbers) : [];
  const found = named ? [named] : [...search(query, entries), ...usual];
  return found.length > 0 ? framedEntries(found, { moment, calendar }) : nothingFound(menuButtons);
}

/** "Who do I report to" holds nothing to search for, and asks for somebody to ring all the same. */
function asksForSomebody(query: string): boolean {
  const somebody = /\b(numbers?|phone|ring|call|contacts?|reports?|help|helplines?|whom?|website|email)\b/;
  return meaningful(query).length === 0 && somebody.test(foldLetters(query));
}

const noLocal: readonly LookUpEntry[] = [];
const lists = new WeakMap<readonly LookUpEntry[], readonly LookUpEntry[]>();

/** Everything that can be found, as one list that stays the same for the same local entries. */
export function everyEntry(local: readonly LookUpEntry[] = noLocal): readonly LookUpEntry[] {
  const known = lists.get(local);
  if (known) return known;
  const own = new Set(local.map(({ id }) => id));
  const general = [
    ...serviceEntries(),
    ...platformEntries(),
    ...questionEntries(),
    ...procedureEntries(),
    ...lawEntries(),
    ...checklists.map(checklistEntry),
    ...glossaryEntries(),
    numbersEntry(),
    editionEntry(),
  ];
  const list = [...local, ...general.filter(({ id }) => !own.has(id))];
  lists.set(local, list);
  return list;
}

/** Statements of the chapter (rules/data/statements.json) that look-ups carry. */
export function lookUpEncodes(): readonly string[] {
  const ids = [
    ...Object.values(serviceStatements).flat(),
    ...lawNotes.flatMap(({ encodes }) => encodes),
    ...checklists.flatMap((checklist) => itemsOf(checklist).flatMap(({ encodes }) => encodes)),
    ...glossary.flatMap(({ encodes }) => encodes),
    ...editionEncodes,
  ];
  return [...new Set(ids)].sort((a, b) => Number(a.slice(1)) - Number(b.slice(1)));
}
