/** Setting up, what is kept, and what administrators are told when something is wrong. */
import {
  exportReady,
  findingsNote,
  keptList,
  packReady,
  peopleChangedNote,
  textsNote,
} from '../../../dialogs/leads/admin/administrator.ts';
import { eraseDone, erasedNote } from '../../../dialogs/leads/admin/erasing.ts';
import { awayNotice, removalNote } from '../../../dialogs/leads/admin/removal.ts';
import {
  ownId,
  setupDone,
  setupList,
  setupSent,
  setupTest,
  setupTrouble,
  textsTried,
  weeksList,
} from '../../../dialogs/leads/admin/set-up.ts';
import { weekCard } from '../../../dialogs/leads/admin/week.ts';
import type { Context } from '../../../dialogs/steps.ts';
import { findingWords } from '../../../dialogs/words/administrator.ts';
import { textCame } from '../../../dialogs/words/lead-set-up.ts';
import type { BoardScreen } from './screen.ts';

const reference = 'AB12-CD34';

export function administratorScreens({ organisation, now }: Context): readonly BoardScreen[] {
  const later = new Date(now.getTime() + 14 * 3_600_000);
  const week = {
    told: [
      { from: now, to: later, names: [] },
      { from: later, to: new Date(now.getTime() + 7 * 24 * 3_600_000), names: ['Sam Okafor'] },
    ],
    withoutAccount: ['Priya Nair'],
  };
  const sites = organisation.sites.map(({ id, name }) => ({ id, name, channel: true, people: 1, texts: true, week }));
  const [first] = sites;
  const name = first?.name ?? '';
  const seen = { at: now, who: 'Sam Okafor' };
  return [
    { name: 'Set-up', message: setupList(sites, organisation.review) },
    ...(first ? [{ name: 'The test notice', message: setupTest(first) }] : []),
    ...(first ? [{ name: 'The test notice, seen', message: setupTest({ ...first, seen }) }] : []),
    ...(first ? [{ name: 'Who is told when, for a lead', message: weeksList([{ ...first, week }]) }] : []),
    { name: 'Who is told when, of one place', message: weekCard(name, week) },
    { name: 'Somebody’s own id', message: ownId('slack: U0123456789', false) },
    { name: 'The test was sent', message: setupSent(name) },
    { name: 'The test was seen', message: setupDone(name) },
    { name: 'The test did not arrive', message: setupTrouble(name, 'not_in_channel') },
    {
      name: 'Test texts',
      message: textsTried(
        name,
        (Object.keys(textCame) as (keyof typeof textCame)[]).map((came, i) => ({
          who: `Lead ${i + 1}`,
          came,
          at: now,
        })),
      ),
    },
    { name: 'Which concerns are kept', message: keptList([reference]) },
    { name: 'None is kept', message: keptList([]) },
    { name: 'The audit', message: exportReady('https://signpost.example/audit#key') },
    { name: 'The audit, without an address', message: exportReady(undefined) },
    { name: 'The review pack', message: packReady('https://signpost.example/pack#key') },
    { name: 'Erasing was asked for', message: eraseDone(reference, 'asked') },
    { name: 'Erased', message: eraseDone(reference, 'erased') },
    { name: 'Erased, for whoever had it', message: erasedNote(reference) },
    { name: 'People in the file changed', message: peopleChangedNote({ changed: [name], left: ['a-site'] }) },
    { name: 'As many texts as the file says', message: textsNote(20) },
    {
      name: 'What keeps leads from hearing',
      message: findingsNote(
        (Object.keys(findingWords) as (keyof typeof findingWords)[]).map((finding) => ({
          finding,
          channel: 'slack',
          site: { id: first?.id ?? '', name },
        })),
      ),
    },
    { name: 'The app was removed', message: removalNote('slack') },
    { name: 'A concern that cannot be opened there', message: awayNotice(reference, 'slack') },
  ];
}
