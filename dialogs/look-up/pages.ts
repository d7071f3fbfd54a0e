/** Look-ups that list what there is: the menu, the law, the checklists, every hard word. */
import type { Button, Message } from '../message.ts';
import { checklists } from './checklists.ts';
import { framed } from './frame.ts';
import { drawGlossary } from './glossary.ts';
import { lawNotes } from './law.ts';
import { fold } from './words.ts';

const ask = (label: string, query: string): Button => ({ label, action: { do: 'look-up', query } });

export const menuButtons: readonly Button[] = [
  ask("Children's social care", "children's social care"),
  ask('Get a nude picture taken down', 'report-remove'),
  ask('Report child abuse pictures', 'iwf-report'),
  ask('Report grooming', 'ceop-safety-centre'),
  ask('Report terrorist material', 'report-terrorist-content'),
  ask('Worried about extremism: Prevent', 'act-early-support-line'),
  ask('Suicide and self-harm helplines', 'suicide helpline'),
  ask('A helpline for a child', 'childline'),
  ask('A helpline for staff', 'posh'),
  ask('The law', 'law'),
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

function menu(): Message {
  return framed('Look something up', [{ kind: 'heading', text: 'What do you want to look up?' }], menuButtons);
}

function law(): Message {
  return framed('Look-up: the law', [{ kind: 'heading', text: 'The law: which part?' }], listed(lawNotes));
}

function checklistPage(): Message {
  return framed('Look-up: checklists', [{ kind: 'heading', text: 'Which checklist?' }], listed(checklists));
}

function words(): Message {
  return framed('Look-up: what hard words mean', drawGlossary());
}

/** The page a question asks for by name, if it does. */
export function pageFor(query: string): Message | undefined {
  switch (fold(query)) {
    case '':
    case 'menu':
    case 'look up':
    case 'lookup':
    case 'helpline':
    case 'helplines':
    case 'numbers':
      return menu();
    case 'law':
    case 'laws':
    case 'the law':
      return law();
    case 'checklist':
    case 'checklists':
      return checklistPage();
    case 'glossary':
    case 'words':
    case 'hard words':
      return words();
  }
}
