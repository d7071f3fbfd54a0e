/** Every page of the look-ups, and every answer that can be looked up. */

import { localEntries } from '../../../dialogs/look-up/local.ts';
import { pageFor } from '../../../dialogs/look-up/pages.ts';
import { everyEntry, lookUp } from '../../../dialogs/look-up.ts';
import type { Context } from '../../../dialogs/steps.ts';
import type { BoardScreen } from './screen.ts';

const pages = ['menu', 'law', 'checklists', 'procedures', 'platforms', 'words'];

export function lookUpScreens({ organisation, calendar, now }: Context): readonly BoardScreen[] {
  const local = localEntries(organisation);
  const at = { moment: now, calendar, localEntries: local };
  return [
    ...pages.flatMap((page) => {
      const message = pageFor(page);
      return message ? [{ name: `Page: ${page}`, message }] : [];
    }),
    { name: 'Nothing was found', message: lookUp('qqqqq', at) },
    ...everyEntry(local).map(({ id, name }) => ({ name, message: lookUp(id, at) })),
  ];
}
