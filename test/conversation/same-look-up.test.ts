/** The same words find the same, first and in the same order: in a message, after the command, in the search of Teams. */
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { localEntries } from '../../dialogs/look-up/local.ts';
import { menuButtons } from '../../dialogs/look-up/pages.ts';
import { everyEntry } from '../../dialogs/look-up.ts';
import type { Message } from '../../dialogs/message.ts';
import { surelyLookUp } from '../../dialogs/typed/read.ts';
import { committedCalendar } from '../../rules/calendar.ts';
import { searchAnswer } from '../../src/channels/teams/extension.ts';
import type { Input } from '../../src/contract.ts';
import { type Desk, openDesk } from '../support/bot.ts';
import { organisationWith } from '../support/organisation.ts';
import { onBothStores } from '../support/stores.ts';
import { createTalker } from '../support/talker.ts';

const sets: Record<'reported' | 'ours', readonly { readonly typed: string }[]> = JSON.parse(
  readFileSync(new URL('../hear/look-ups.json', import.meta.url), 'utf8'),
);
const local = localEntries(organisationWith());
const entries = everyEntry(local);
const typed = [...sets.reported, ...sets.ours].map(({ typed: words }) => words);
const lookedUp = typed.filter((words) => surelyLookUp(words, { localEntries: local }) !== undefined);

interface SearchAnswer {
  readonly composeExtension: { readonly attachments?: readonly { readonly content: object }[] };
}

it('is asked of enough', () => expect(lookedUp.length).toBeGreaterThan(80));

onBothStores((fresh) => {
  let desk: Desk;
  beforeEach(async () => {
    desk = await openDesk(fresh);
  });
  afterEach(() => desk.data.close());

  const at = () => ({ moment: new Date(desk.now), calendar: committedCalendar, localEntries: local });

  /** What was found, in order, by its headings. */
  const found = ({ blocks }: Message) => blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []));

  async function inChat(input: Input): Promise<readonly string[]> {
    const somebody = createTalker(desk);
    await desk.send(somebody.from, input);
    await desk.idle();
    return found(somebody.last().message);
  }

  it('by message, by the command, in the search of Teams', async () => {
    for (const words of lookedUp) {
      const byMessage = await inChat({ kind: 'text', text: words });
      expect(await inChat({ kind: 'look-up', query: words }), words).toEqual(byMessage);
      const { attachments = [] } = (searchAnswer(words, at()) as SearchAnswer).composeExtension;
      // Pages and "not found" have no card to insert.
      if (!byMessage.some((heading) => headings(at()).has(heading))) continue;
      expect(attachments, words).toHaveLength(byMessage.length);
      for (const [i, { content }] of attachments.entries())
        expect(JSON.stringify(content), words).toContain(JSON.stringify(byMessage[i]));
    }
  });

  it('a button of the menu, which the Home tab has too, finds first what its query finds after the command', async () => {
    const somebody = createTalker(desk);
    for (const { label, action } of menuButtons) {
      const query = action.do === 'look-up' ? (action.query ?? '') : '';
      await somebody.type('look up');
      await somebody.press(action);
      const [first] = await inChat({ kind: 'look-up', query });
      expect(found(somebody.last().message)[0], label).toBe(first);
    }
  });
});

const headings = (at: Parameters<(typeof entries)[number]['facts']>[0]): ReadonlySet<string> =>
  new Set(entries.map(({ facts }) => facts(at).heading));
