/**
 * A test text to everybody of a site who has a mobile number, once a day and number: pressed again, it says what became
 * of it. Nothing of it is stored; the service is asked by our own reference.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { type TextTried, textsTried } from '../../../dialogs/leads/admin/set-up.ts';
import type { Message } from '../../../dialogs/message.ts';
import { type Organisation, type Person, peopleOf, type Site } from '../../../rules/local.ts';
import { dayOf } from '../../../rules/london.ts';
import type { Pager, PagerStatus, PagerTook } from '../../paging/pager.ts';
import type { Tenant } from '../../seal/index-key.ts';
import type { LeadsPorts } from '../concern/ports.ts';
import { platformNames } from '../notify/texts.ts';
import { countText, textsToday } from '../notify/texts-counted.ts';

/** Whoever pressed is answered by then, whatever the service does. */
const answerMs = 2_000;

export async function testTexts(
  tenant: Tenant,
  site: Site,
  organisation: Organisation,
  ports: LeadsPorts,
): Promise<Message> {
  const { pager } = ports;
  const full = (await textsToday(tenant, ports)) >= organisation.texts.aDay;
  const people = peopleOf(site);
  const tried = await Promise.all(
    people.map(async ({ name, mobile, ...person }): Promise<TextTried> => {
      if (!pager || mobile === undefined) return { who: name, came: 'no-number' };
      const one = testOne({ name, mobile, ...person }, mobile, full, pager);
      return { who: name, ...(await Promise.race([one, sleep(answerMs, { came: 'away' } as const, { ref: false })])) };
    }),
  );
  return textsTried(site.name, tried);

  async function testOne({ id }: Person, number: string, isFull: boolean, by: Pager): Promise<Omit<TextTried, 'who'>> {
    const key = ports.names.texts(tenant, dayOf(new Date(ports.clock())), 'test', site.id, id, number);
    const reference = ports.names.idOf(key);
    const before = await by.statusOf(reference);
    if (before.status !== 'none') return standing(before);
    if (isFull) return { came: 'full' };
    const says = { site: `TEST ONLY, ${site.name}`, platform: platformNames[tenant.channel], concern: 'TEST-ONLY' };
    const took = await by.send({ reference, number, says });
    if (took.status === 'accepted') await countText(tenant, key, organisation, ports);
    return taken(took);
  }
}

function standing(found: PagerStatus): Omit<TextTried, 'who'> {
  if (found.status === 'away') return { came: found.reason === 'key' ? 'key' : 'away' };
  if (found.status === 'delivered') return { came: 'delivered', ...(found.at && { at: new Date(found.at) }) };
  return { came: found.status === 'failed' ? 'failed' : 'sent' };
}

function taken(took: PagerTook): Omit<TextTried, 'who'> {
  if (took.status === 'accepted') return { came: 'sent' };
  if (took.status === 'refused') return { came: took.reason };
  return { came: took.reason === 'key' ? 'key' : 'away' };
}
