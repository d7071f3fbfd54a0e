/** What stands in for what could not be saved or drawn: whom to ring all the same. */
import {
  plainAnswer,
  plainLine,
  plainNews,
  plainNotice,
  plainScreen,
} from '../../../dialogs/leads/card/plain-notice.ts';
import { plainCard, unreadCard } from '../../../dialogs/screens/plain-card.ts';
import { notOpenScreen, storeDownScreen } from '../../../dialogs/screens/store-down.ts';
import type { Context } from '../../../dialogs/steps.ts';
import { told } from '../../../dialogs/words/told.ts';
import { peopleOf } from '../../../rules/local.ts';
import type { BoardScreen } from './screen.ts';

export function troubleScreens(context: Context): readonly BoardScreen[] {
  const { organisation } = context;
  const [site] = organisation.sites;
  const people = site ? peopleOf(site).map(({ id }) => id) : [];
  const concern = { id: 'x'.repeat(24), reference: 'AB12-CD34', limit: 'now' } as const;
  const card = (guard: 'open' | readonly string[]) => plainCard({ organisation, site, guard, told: told.sent });
  return [
    { name: 'Nothing can be saved', message: storeDownScreen(context) },
    { name: 'Nothing can be saved, and danger was typed', message: storeDownScreen(context, true) },
    { name: 'It cannot be put where it belongs', message: notOpenScreen(context) },
    { name: 'The answer cannot be drawn', message: card('open') },
    { name: 'The same, where only those picked may know', message: card(people.slice(0, 1)) },
    { name: 'The same, where nobody was picked', message: card([]) },
    { name: 'Nothing is known of it', message: plainCard() },
    { name: 'What was saved cannot be read', message: unreadCard(organisation) },
    { name: 'For leads: the notice cannot be drawn', message: plainNotice(concern) },
    { name: 'For leads: a line cannot be drawn', message: plainLine(concern) },
    { name: 'For leads: a screen cannot be drawn', message: plainScreen(concern) },
    { name: 'For leads: an answer cannot be drawn', message: plainAnswer },
    { name: 'For whoever raised it: news cannot be drawn', message: plainNews },
  ];
}
