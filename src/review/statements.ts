/** The chapter's statements in our paraphrase, each with what carries it: rules, look-ups, or a reason why no rule does. */
import { itemsOf } from '../../dialogs/look-up/checklist.ts';
import { checklists } from '../../dialogs/look-up/checklists.ts';
import { editionEncodes } from '../../dialogs/look-up/edition.ts';
import { glossary } from '../../dialogs/look-up/glossary.ts';
import { lawNotes } from '../../dialogs/look-up/law.ts';
import { serviceStatements } from '../../dialogs/look-up/service.ts';
import statements from '../../rules/data/statements.json' with { type: 'json' };
import { type DifferenceRow, differences } from '../../rules/differences.ts';
import type { Rule } from '../../rules/rule.ts';
import { rules } from '../../rules/rules.ts';
import { serviceById } from '../../rules/services.ts';

export interface Statement {
  readonly id: string;
  readonly section: string;
  /** First and last line of the chapter. */
  readonly lines: readonly number[];
  /** The chapter's own verb. */
  readonly modal: string;
  readonly kind: string;
  /** `specialist`: for a meeting, social care, the police or the LADO. */
  readonly for: readonly string[];
  readonly actors: readonly string[];
  readonly paraphrase: string;
}

export interface Carried {
  readonly statement: Statement;
  readonly rules: readonly Rule[];
  /** Look-ups by name, and in which part. */
  readonly lookUps: readonly string[];
  readonly differences: readonly DifferenceRow[];
  /** Why no rule carries it; nothing where one does. */
  readonly noRule?: string;
}

export function everyStatement(): readonly Carried[] {
  return (statements as readonly Statement[]).map((statement) => {
    const { id } = statement;
    const by = rules.filter(({ encodes }) => encodes.includes(id));
    return {
      statement,
      rules: by,
      lookUps: lookUpsOf(id),
      differences: differences.filter((row) => row.statements.includes(id)),
      ...(by.length > 0 ? {} : { noRule: reasonFor(statement) }),
    };
  });
}

function lookUpsOf(id: string): readonly string[] {
  const carries = ({ encodes }: { readonly encodes: readonly string[] }) => encodes.includes(id);
  return [
    ...checklists.flatMap((list) =>
      itemsOf(list)
        .filter(carries)
        .map(({ text }) => `Checklist “${list.title}”: ${text}`),
    ),
    ...lawNotes.filter(carries).map(({ title }) => title),
    ...glossary.filter(carries).map((term) => `Word “${term.word}”`),
    ...Object.entries(serviceStatements).flatMap(([service, encodes]) =>
      encodes.includes(id) ? [`Service “${serviceById(service).name}”`] : [],
    ),
    ...((editionEncodes as readonly string[]).includes(id) ? ['“The procedure behind Signpost”'] : []),
  ];
}

const kinds: Readonly<Record<string, string>> = {
  information: 'It tells, and asks nothing of anybody who reports.',
  'legal definition': 'It says what a word or a crime is. No answer turns on it.',
};

/** It would change no answer of a person who reports. */
function reasonFor({ kind, for: whom, actors }: Statement): string {
  const told = kinds[kind];
  if (told) return told;
  return whom.includes('frontline')
    ? 'It asks nothing that the answers of a reporter decide.'
    : `It is for ${actors.map((actor) => who[actor] ?? actor).join(', ')}, after the referral, and not for whoever reports.`;
}
const who: Readonly<Record<string, string>> = {
  strategyMeeting: 'the strategy meeting',
  socialWorker: 'social workers',
  socialCare: 'social care',
  police: 'the police',
  lado: 'the LADO',
  employer: 'the employer',
};

export const sayLines = ({ lines }: Pick<Statement, 'lines'>): string => {
  const [first, last] = lines;
  return first === last ? `line ${first}` : `lines ${first} to ${last}`;
};
