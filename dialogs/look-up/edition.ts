/** Which procedure Signpost follows, and how fresh it is. */
import { edition, rulesVersion } from '../../rules/chapter.ts';
import type { Organisation } from '../../rules/local.ts';
import { sayDate } from '../said.ts';
import { answerWords, reviewWords } from '../words/answer.ts';
import type { LookUpEntry } from './entry.ts';

export const editionEncodes = ['R1', 'R2', 'R174'] as const;

/** @param organisation whose own edition it is, and whether a newer one is being checked */
export function editionEntry(organisation?: Organisation): LookUpEntry {
  const { title, version, lastUpdated, status } = edition;
  return {
    id: 'edition',
    kind: 'guidance',
    name: 'The procedure behind Signpost',
    aliases: ['edition', 'version', 'the chapter', 'the procedure', 'which procedure'],
    asks: 'edition version chapter procedure updated review derby derbyshire',
    about: 'Which chapter this is, and when it was last updated.',
    facts: () => {
      const lines = [
        { text: [`${title}, ${version}, last updated on ${sayDate(lastUpdated)}.`] },
        ...ofOrganisation(organisation).map((said) => ({ text: [said] })),
        { text: [`Status: ${status}. Its owner is changing it.`] },
        {
          text: [
            'It is about abuse of children by phone or internet, bullying and nudes included, and adults who looked at illegal material. It says how to refer.',
          ],
        },
        { text: [`Rules of this bot: version ${rulesVersion}.`] },
      ];
      return { heading: 'The procedure behind Signpost', lines, whole: [{ kind: 'list', lines }] };
    },
  };
}

function ofOrganisation(organisation: Organisation | undefined): readonly string[] {
  const { edition: own, review } = organisation ?? {};
  return [
    ...(own ? [`${answerWords.yourEdition}${own.publisher}, ${own.version}.`] : []),
    ...(review?.newEdition ? [reviewWords.newEdition] : []),
  ];
}
