/**
 * One turn: what came in, one step in the store, what is owed. It reads top to bottom: who answers (`heardIn`), what is
 * meant (planning.ts), the step (stepping.ts), and what stands in where the store or the program fails.
 *
 * Nothing is decided twice: the messages are computed from what is stored, by whoever sends them.
 */
import type { Action } from '../../dialogs/message.ts';
import { plainCard } from '../../dialogs/screens/plain-card.ts';
import type { Organisation } from '../../rules/local.ts';
import type { Incoming, Taken } from '../contract.ts';
import type { Outbox } from '../outbox/outbox.ts';
import { type Store, StoreCorrupt, StoreRefused } from '../store/store.ts';
import type { ComposePorts } from './compose.ts';
import { isFault } from './faults.ts';
import { createGlance, type GlancePorts } from './glance.ts';
import { type Heard, hear, movesOn } from './heard.ts';
import { createLookUps, type LookUpPorts } from './look-ups.ts';
import { createPlanning } from './planning.ts';
import { createStepping } from './stepping.ts';
import { laterMs, orElse, sayWithoutStore } from './store-away.ts';
import { createWorkplaces } from './workplace.ts';

export interface TurnPorts extends ComposePorts, LookUpPorts {
  readonly store: Store;
  readonly outbox: Pick<Outbox, 'sendNow'>;
  /** The store's. */
  readonly clock: () => number;
  readonly leads: GlancePorts['leads'] & {
    /** What leads and administrators want is theirs to do. Nothing: it is none of theirs. */
    wants(heard: Heard, organisation: Organisation): (() => Promise<Taken>) | undefined;
    /** A press on the bot's own page that only draws it anew. */
    turnsPage(heard: Heard, organisation: Organisation): boolean;
  };
}

export interface Conversation {
  /** @returns once the step is durable, or known not to be. What is owed is sent meanwhile; what is said is returned. */
  take(incoming: Incoming): Promise<Taken>;
}

export function createConversation(ports: TurnPorts): Conversation {
  const { store, index, tokens, organisationOf, leads, onFault } = ports;
  const lookUps = createLookUps(ports);
  const glance = createGlance(ports);
  const workplaces = createWorkplaces(ports);
  const planning = createPlanning({ ...ports, lookUps, workplaces });
  const stepping = createStepping({ ...ports, workplaces });

  /** Whatever fails for a fault of ours, whoever spoke is told whom to ring. */
  async function take(incoming: Incoming): Promise<Taken> {
    const organisation = organisationOf(incoming.from);
    try {
      return await taken(hear(incoming, ports), organisation);
    } catch (error) {
      if (!isFault(error)) throw error;
      const conversation = index.conversation(incoming.from);
      onFault(incoming.input.kind === 'glance' ? 'page' : 'turn', error, conversation);
      const plain = plainCard(organisation ? { organisation } : {});
      const token = (action: Action) => tokens.sign({ conversation, revision: 0, action });
      return { status: 'said', what: 'other', saying: { post: [plain], token, plain } };
    }
  }

  async function taken(heard: Heard, organisation: Organisation | undefined): Promise<Taken> {
    // A name that was called twice says no more than once.
    if (heard.input.kind === 'hello' && heard.input.again) return { status: 'repeated' };
    const query = lookUps.queryOf(heard, organisation);
    if (!organisation) return lookUps.answer(heard, organisation, query);
    // What only leads may ask for comes before what anybody may look up by the same word.
    const wanted = leads.wants(heard, organisation);
    if (query !== undefined && !wanted) return lookUps.answer(heard, organisation, query);
    if (heard.input.kind === 'glance') return page(heard, organisation);
    if (leads.turnsPage(heard, organisation)) return pageLater(heard, organisation);
    const without = () => sayWithoutStore(heard, organisation, ports);
    const work = wanted ? wanted() : stepFor(heard, organisation);
    const taken = await orElse<Taken>(work, () => ({ status: 'unknown', say: without() }));
    const later = taken.status === 'said' && taken.saying.later;
    return later
      ? { ...taken, saying: { ...taken.saying, later: () => orElse(later(), () => ({ post: [without()] }), laterMs) } }
      : taken;
  }

  /** Pressed on the page: it shows that next, and whoever pressed does not wait for it to be drawn. */
  function pageLater(heard: Heard, organisation: Organisation): Taken {
    const plain = plainCard({ organisation });
    const token = (action: Action) =>
      tokens.sign({ conversation: index.conversation(heard.from), revision: 0, action });
    const later = () =>
      orElse(glance.draw(heard, organisation), () => glance.drawWithoutStore(heard, organisation), laterMs);
    return { status: 'said', what: 'page', saying: { post: [], token, plain, later } };
  }

  /** Opening the page again draws it again. */
  async function page(heard: Heard, organisation: Organisation): Promise<Taken> {
    const drawn = await orElse(glance.draw(heard, organisation), () => glance.drawWithoutStore(heard, organisation));
    return { status: 'said', what: 'page', saying: { ...drawn, plain: plainCard({ organisation }) } };
  }

  async function stepFor(heard: Heard, organisation: Organisation): Promise<Taken> {
    try {
      const planned = await planning.planFor(heard, organisation);
      if (planned.twice) return { status: 'stale' };
      if (planned.lookUp !== undefined) return lookUps.answer(heard, organisation, planned.lookUp);
      if (planned.plan.forget && planned.stored) await store.forget(heard.key);
      if (planned.plan.forget) await workplaces.forget(heard.from);
      if (planned.aside) await store.setAside(heard.key);
      const done = await stepping.step(heard, planned, organisation);
      return movesOn(heard) ? { ...done, movedOn: true } : done;
    } catch (error) {
      const notice = await noticeInstead(error, heard.key);
      return stepping.step(heard, { plan: { view: { show: 'step', notice } }, expected: null }, organisation);
    }
  }

  /** A talk grown too long stays as it is. One whose record is damaged is put aside, and begun again. */
  async function noticeInstead(error: unknown, key: string): Promise<'refused' | 'broken'> {
    if (error instanceof StoreRefused) return 'refused';
    if (!(error instanceof StoreCorrupt)) throw error;
    await store.setAside(key);
    return 'broken';
  }

  return { take };
}
