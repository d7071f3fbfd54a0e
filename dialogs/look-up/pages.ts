/** Look-ups that list what there is: the menu, the law, the checklists, the procedures, platforms, hard words. */
import { platforms } from '../../rules/platforms.ts';
import type { Button, Message } from '../message.ts';
import { checklists } from './checklists.ts';
import { ask, framedEntry } from './frame.ts';
import { glossary } from './glossary.ts';
import { lawNotes } from './law.ts';
import { procedureEntries } from './procedures.ts';
import { foldLetters } from './words.ts';

export const menuButtons: readonly Button[] = [
  ask("Children's social care", "children's social care"),
  ask('Get a nude picture taken down', 'report-remove'),
  ask('Report child abuse pictures', 'iwf-report'),
  ask('Report grooming', 'ceop-safety-centre'),
  ask('Report on an app or game', 'platforms'),
  ask('Report terrorist material', 'report-terrorist-content'),
  ask('Worried about extremism: Prevent', 'act-early-support-line'),
  ask('Suicide and self-harm helplines', 'suicide helpline'),
  ask('A helpline for a child', 'childline'),
  ask('Advice line for staff', 'posh'),
  ask('Support for you', 'ask:support-for-staff'),
  ask('The law', 'law'),
  ask('Procedures', 'procedures'),
  ask('Checklists for meetings', 'checklists'),
  ask('What a word means', 'glossary'),
];

/** "Law: upskirting" becomes "Upskirting". */
function withoutKind(title: string): string {
  const name = title.replace(/^[A-Z][a-z]+: /, '');
  return name.charAt(0).toUpperCase() + name.slice(1);
}

const listed = (things: readonly { readonly id: string; readonly title: string }[]) =>
  things.map(({ id, title }) => ask(withoutKind(title), id));

function page(summary: string, title: string, buttons: readonly Button[]): Message {
  return framedEntry(summary, [{ kind: 'heading', text: title }], buttons);
}

const menu = () => page('Look something up', 'What do you want to look up?', menuButtons);
const law = () => page('Look-up: the law', 'The law: which part?', listed(lawNotes));
const checklistPage = () => page('Look-up: checklists', 'Which checklist?', listed(checklists));

function procedures(): Message {
  const buttons = procedureEntries().map(({ id, name }) => ask(withoutKind(name), id));
  return page('Look-up: procedures', 'Which procedure?', buttons);
}

function platformPage(): Message {
  const buttons = platforms.flatMap(({ id, name, reportUrl }) => (reportUrl ? [ask(name, `platform:${id}`)] : []));
  return page('Look-up: report on an app or game', 'Which one?', [...buttons, ask('Another', 'platform')]);
}

/** A set of buttons holds 25, its way on and the ways back included. */
const wordsOnPage = 20;
const sortedWords = glossary.toSorted((a, b) => a.word.localeCompare(b.word));
const wordPages = Math.ceil(sortedWords.length / wordsOnPage);
const wordPage = (number: number) => (number === 1 ? 'glossary' : `glossary ${number}`);

function words(number: number): Message {
  const shown = sortedWords.slice((number - 1) * wordsOnPage, number * wordsOnPage);
  const next = ask('More words', wordPage((number % wordPages) + 1));
  return page('Look-up: what hard words mean', 'Which word?', [...shown.map(({ id, word }) => ask(word, id)), next]);
}

const pages: Readonly<Record<string, () => Message>> = {
  '': menu,
  menu,
  'look up': menu,
  lookup: menu,
  helpline: menu,
  helplines: menu,
  numbers: menu,
  law,
  laws: law,
  'the law': law,
  checklist: checklistPage,
  checklists: checklistPage,
  procedure: procedures,
  procedures,
  platforms: platformPage,
  apps: platformPage,
  words: () => words(1),
  'hard words': () => words(1),
  ...Object.fromEntries(
    Array.from({ length: wordPages }, (_, i): [string, () => Message] => [wordPage(i + 1), () => words(i + 1)]),
  ),
};

/** The page a question asks for by name, if it does. */
export function pageFor(query: string): Message | undefined {
  const name = foldLetters(query);
  return Object.hasOwn(pages, name) ? pages[name]?.() : undefined;
}
