/** An organisation whose people all have accounts in Slack, and what they press and type there. */
import { randomUUID } from 'node:crypto';
import type { LeadAct } from '../../dialogs/leads/concern/concern-view.ts';
import type { Message, Span } from '../../dialogs/message.ts';
import { plainText } from '../../dialogs/plain.ts';
import type { Organisation } from '../../rules/local.ts';
import type { Input } from '../../src/contract.ts';
import type { Desk, Post } from './bot.ts';
import { organisationWith, writtenOrganisation } from './organisation.ts';
import { buttonsOn } from './talker.ts';

/** Accounts are `U-` and the id. The school has a channel; so has every other site. */
export function staffedOrganisation(): Organisation {
  const account = <T extends { id: string }>(person: T) => ({ ...person, slack: `U-${person.id}` });
  return organisationWith({
    administrators: [
      { name: 'Somebody else', slack: 'U-other' },
      { name: 'Administrator', slack: 'U-administrator' },
    ],
    sites: writtenOrganisation.sites.map(({ leads, deputies, head, chair, ...site }) => ({
      ...site,
      channel: { slack: `C-${site.id}` },
      leads: leads.map(account),
      deputies: deputies?.map(account),
      head: head && account(head),
      chair: chair && account(chair),
    })),
  });
}

export function createStaff(desk: Desk) {
  const privately = (person: string) =>
    desk.posts.filter(({ to }) => to.place === 'private' && to.to === `U-${person}`);

  /** @returns the newest thing that was said to this person alone. */
  async function send(person: string, input: Input): Promise<Post> {
    const from = { channel: 'slack', tenant: 'T1', person: `U-${person}` } as const;
    await desk.bot.take({
      from,
      delivery: randomUUID(),
      address: { place: 'private', to: from.person },
      at: new Date(desk.now),
      input,
    });
    await desk.idle();
    const said = privately(person).at(-1);
    if (!said) throw new Error(`Nothing was said to ${person}`);
    return said;
  }

  return {
    privately,
    types: (person: string, text: string) => send(person, { kind: 'text', text }),
    pressesToken: (person: string, token: string) => send(person, { kind: 'press', token }),
    /** Presses this act on a card that a notice came as. */
    async presses(person: string, act: LeadAct, on: Post) {
      const button = buttonsOn(on.message).find(({ action }) => action.do === 'lead' && action.act === act);
      const concern = buttonsOn(on.message).flatMap(({ action }) => (action.do === 'lead' ? [action.concern] : []))[0];
      const action = button?.action ?? ({ do: 'lead', act, concern: concern ?? '' } as const);
      return send(person, { kind: 'press', token: on.token(action) });
    },
    channel: (id = 'C-school') => desk.posts.filter(({ to }) => to.channel === id),
  };
}

/** The first link of a message. */
export function linkIn({ blocks }: Message): string {
  const spans = blocks.flatMap((block): readonly Span[] => (block.kind === 'text' ? block.text : []));
  const link = spans.flatMap((span) => (typeof span === 'object' && 'link' in span ? [span.link] : []))[0];
  if (link === undefined) throw new Error('There is no link in the message');
  return link;
}

/** What a browser sends once the button on the page of a link was pressed. */
export function pressedOpen(link: string): Promise<Response> {
  const { origin, pathname, hash } = new URL(link);
  const body = new URLSearchParams({ key: keyOf(hash) });
  return fetch(`${origin}${pathname}`, { method: 'POST', body, redirect: 'manual' });
}

export const keyOf = (link: string): string => decodeURIComponent(link.slice(link.indexOf('#') + 1));

export const referenceIn = (post: Post): string =>
  /[A-Z0-9]{4}-[A-Z0-9]{4}/.exec(plainText(post.message))?.[0] ?? 'no reference';
