/** What leads and administrators do. Checked on every press, by the platform's own identity. */

import { packReady } from '../../../dialogs/leads/admin/administrator.ts';
import { concernList, listFilters } from '../../../dialogs/leads/card/lists.ts';
import { plainAnswer } from '../../../dialogs/leads/card/plain-notice.ts';
import { leadCommand } from '../../../dialogs/leads/commands.ts';
import { refusalLine } from '../../../dialogs/leads/concern/refusals.ts';
import type { Action, Message } from '../../../dialogs/message.ts';
import type { Organisation } from '../../../rules/local.ts';
import type { Incoming, Saying, Taken } from '../../contract.ts';
import { isFault } from '../../conversation/faults.ts';
import type { OwnPage } from '../../conversation/glance.ts';
import type { Heard } from '../../conversation/heard.ts';
import { SealBroken } from '../../seal/seal.ts';
import { StoreRefused } from '../../store/store.ts';
import { countsFor } from '../admin/counts.ts';
import { exportAudit, listKept } from '../admin/kept-and-export.ts';
import { idOf, setUp } from '../admin/set-up.ts';
import { buttonsFor } from '../concern/buttons.ts';
import { keyOf } from '../concern/by-reference.ts';
import { openPage } from '../concern/open-list.ts';
import type { DeskPorts } from '../concern/ports.ts';
import { isAdministrator, leadsOf } from '../concern/roles.ts';
import { eraseKey, eraseTyped } from './erase.ts';
import { pickAgain } from './pick-again.ts';
import { type DeskAnswer, press } from './press.ts';

export interface LeadsDesk {
  /**
   * What is to be done for a press on a card of the leads, or for a word that only they and administrators use. Done once
   * the entry is durable; what is shown for it is said once: a press brings it again. Nothing: it is none of theirs.
   */
  wants(heard: Heard, organisation: Organisation): (() => Promise<Taken>) | undefined;
  /**
   * The open concerns of somebody named as a lead, checked at each look: the first of them, or what they pressed for on
   * the page. Nothing for everybody else.
   */
  home(heard: Heard, organisation: Organisation): Promise<OwnPage | undefined>;
  /** A press on the bot's own page that only draws it anew. */
  turnsPage(heard: Heard, organisation: Organisation): boolean;
}

/** `drawnFor`: how many entries the concern had that the pressed card was drawn for; 0: it is not known. */
type OnConcern = Extract<Action, { do: 'lead' }> & { readonly drawnFor: number };

type Wanted =
  | Exclude<Action, { do: 'lead' }>
  | OnConcern
  | { readonly do: 'list' | 'export' | 'id' | 'review' }
  | { readonly do: 'erase' | 'open'; readonly reference: string };

export function createLeadsDesk(ports: DeskPorts): LeadsDesk {
  const { store, seal, tokens, names, clock, outbox, onFault } = ports;

  function wantedBy(heard: Heard, organisation: Organisation): Wanted | undefined {
    const { from, input, press: own } = heard;
    if (input.kind === 'text') return typed(input.text, heard, organisation);
    if (input.kind === 'look-up') return typed(input.query, heard, organisation);
    if (input.kind !== 'press' || own) return undefined;
    const read = tokens.read(input.token, names.buttons(from));
    if (read === 'invalid') return undefined;
    return read.action.do === 'lead' ? { ...read.action, drawnFor: read.revision } : read.action;
  }

  function typed(text: string, { from }: Incoming, organisation: Organisation): Wanted | undefined {
    const command = leadCommand(text);
    if (command?.command === 'concerns') {
      const { command: list, ...which } = command;
      return leadsOf(organisation, from).length > 0 ? { do: list, ...which } : undefined;
    }
    if (command?.command === 'open')
      return leadsOf(organisation, from).length > 0 ? { do: 'open', reference: command.reference } : undefined;
    if (command?.command === 'id') return { do: 'id' };
    if (command?.command === 'setup' && leadsOf(organisation, from).length > 0) return { do: 'setup' };
    const isAnAdministrator = isAdministrator(organisation, from);
    if (command?.command === 'erase') {
      const may = isAnAdministrator || leadsOf(organisation, from).length > 0;
      return may ? { do: 'erase', reference: command.reference } : undefined;
    }
    return command && isAnAdministrator ? { do: command.command } : undefined;
  }

  /** Where an administrator can be told that something is wrong. */
  async function remember({ from, address }: Incoming, organisation: Organisation): Promise<void> {
    if (!isAdministrator(organisation, from)) return;
    const key = names.administrator(from, from.person);
    await store.put(key, seal.address(address, key));
  }

  async function answer(incoming: Incoming, organisation: Organisation, wanted: Wanted): Promise<DeskAnswer> {
    switch (wanted.do) {
      case 'lead':
        return pressed(incoming, organisation, wanted);
      case 'concerns':
        return { later: () => listFor(incoming, organisation, wanted, 'private') };
      case 'setup':
        return { say: await setUp(incoming, organisation, wanted, ports) };
      case 'erase':
        return eraseTyped(incoming, organisation, wanted.reference, ports);
      case 'open': {
        const key = await keyOf(wanted.reference, incoming.from, organisation, ports);
        return key === undefined
          ? { say: refusalLine('not-yours') }
          : pressed(incoming, organisation, { do: 'lead', act: 'open', concern: names.idOf(key), drawnFor: 0 });
      }
      case 'id':
        return { say: idOf(incoming.from, true) };
      case 'list':
        return { say: await listKept(incoming, organisation, ports) };
      case 'export':
        return { say: await exportAudit(incoming, organisation, ports) };
      case 'review':
        return { say: packReady(ports.links.pack(incoming.from)) };
      default:
        return { say: refusalLine('unknown') };
    }
  }

  function pressed(
    incoming: Incoming,
    organisation: Organisation,
    { act, concern, detail, drawnFor, ...wanted }: OnConcern,
  ): Promise<DeskAnswer> {
    const key = names.concernOf(incoming.from, concern);
    if (act === 'erase') return eraseKey(incoming, organisation, key, ports);
    if (act === 'pick') return pickAgain(incoming, organisation, key, detail, ports);
    return press(
      incoming,
      organisation,
      { ...wanted, concern, act, ...(detail === undefined ? {} : { detail }) },
      drawnFor,
      ports,
    );
  }

  async function listFor(
    { from }: Pick<Incoming, 'from'>,
    organisation: Organisation,
    { filter: named, page }: Extract<Action, { do: 'concerns' }>,
    where: 'private' | 'home',
  ): Promise<Message> {
    const counts = countsFor(from, organisation, named, ports);
    if (counts) return counts;
    const filter = listFilters.find((each) => each === named);
    const found = await openPage(from, organisation, { filter, page }, ports);
    return concernList(found, { ...(filter && { filter }), now: new Date(clock()), where });
  }

  async function take(incoming: Incoming, organisation: Organisation, wanted: Wanted): Promise<Taken> {
    await remember(incoming, organisation);
    const {
      say: message,
      later,
      follow = [],
      status = 'taken',
    } = await answer(incoming, organisation, wanted).catch(insteadOf);
    for (const reply of follow) void outbox().sendNow(reply);
    const isOnCard = incoming.input.kind === 'press' && incoming.input.card && (later || !message);
    const onCard = isOnCard ? { onCard: true as const } : {};
    const said = { token: buttonsFor(incoming.from, ports), plain: plainAnswer };
    if (later) return { status: 'said', what: 'other', saying: { ...said, ...drawnLater(later, incoming) }, ...onCard };
    if (!message) return { status, ...onCard };
    return { status: 'said', what: 'other', saying: { ...said, post: [message] } };
  }

  /** Nothing is stored for it: whoever asked is not kept waiting for what is read. */
  function drawnLater(draw: () => Promise<Message>, { input }: Incoming): Pick<Saying, 'post' | 'later'> {
    const card = input.kind === 'press' ? input.card : undefined;
    const later = async () => {
      const message = await draw().catch(async (error: unknown) => (await insteadOf(error)).say ?? plainAnswer);
      return { post: [message], ...(card && { on: card }) };
    };
    return { post: [], later };
  }

  async function insteadOf(error: unknown): Promise<DeskAnswer> {
    if (error instanceof StoreRefused) return { say: refusalLine('full') };
    if (error instanceof SealBroken) return { say: refusalLine('unreadable') };
    if (!isFault(error)) throw error;
    onFault('lead', error);
    return { say: plainAnswer };
  }

  const onPage = (heard: Heard, organisation: Organisation): Extract<Action, { do: 'concerns' }> | undefined => {
    if (heard.input.kind !== 'press' || !heard.input.onPage) return undefined;
    const wanted = wantedBy(heard, organisation);
    return wanted?.do === 'concerns' ? wanted : undefined;
  };

  return {
    wants(heard, organisation) {
      const wanted = wantedBy(heard, organisation);
      return wanted && (() => take(heard, organisation, wanted));
    },
    turnsPage: (heard, organisation) => onPage(heard, organisation) !== undefined,
    async home(heard, organisation) {
      if (leadsOf(organisation, heard.from).length === 0) return undefined;
      const post = [await listFor(heard, organisation, onPage(heard, organisation) ?? { do: 'concerns' }, 'home')];
      return { post, token: buttonsFor(heard.from, ports) };
    },
  };
}
