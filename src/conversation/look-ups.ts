/** Look-ups ask nothing, keep nothing, and work when the store does not. Strangers get nothing else. */
import type { LookUpEntry } from '../../dialogs/look-up/entry.ts';
import { lookUp } from '../../dialogs/look-up.ts';
import type { Action, Message } from '../../dialogs/message.ts';
import { dangerNow } from '../../dialogs/screens/frame.ts';
import { concernInstead } from '../../dialogs/screens/heard.ts';
import { notSetUpNotice } from '../../dialogs/screens/not-set-up.ts';
import { plainCard } from '../../dialogs/screens/plain-card.ts';
import { fileNotice } from '../../dialogs/screens/plain-screens.ts';
import { newState } from '../../dialogs/state.ts';
import { type Listening, readTyped, soughtBy, surelyLookUp } from '../../dialogs/typed/read.ts';
import { emergencyCard } from '../../dialogs/view.ts';
import { type Organisation, peopleOf } from '../../rules/local.ts';
import type { Incoming, Person } from '../contract.ts';
import type { ComposePorts } from './compose.ts';
import { speaksOfDanger } from './danger.ts';
import { orPlainer } from './faults.ts';
import { sayOnce } from './say-once.ts';

export interface LookUpPorts extends Pick<ComposePorts, 'tokens' | 'index' | 'calendar' | 'channelOf' | 'onFault'> {
  /** The organisation's own contacts, to be found by look-ups. The same list each time. */
  readonly localEntries: (organisation: Organisation) => readonly LookUpEntry[];
  /** A look-up that could not be delivered; a reason, never words. */
  readonly onLost?: (reason: string) => void;
}

export interface LookUps {
  /** Known without the store: what may answer a question that stands is not. */
  isOne(incoming: Incoming, organisation: Organisation | undefined): boolean;
  /**
   * Sent meanwhile, and once.
   *
   * @param organisation none: a stranger, who is told so unless it is a look-up.
   * @param query where it was read beside the question that stands.
   */
  answer(incoming: Incoming, organisation: Organisation | undefined, query?: string): void;
  /** With what typed words are read: what can be looked up here, and whether the person has just asked to. */
  listening(from: Person, at: Date, organisation: Organisation | undefined): Listening;
}

function namesIn({ sites, councils }: Organisation): readonly string[] {
  return [...sites, ...councils, ...sites.flatMap(peopleOf)].map(({ name }) => name);
}

/** After "Look something up" words are a look-up first. */
const askingMs = 10 * 60_000;
const mostAsking = 5_000;

export function createLookUps(ports: LookUpPorts): LookUps {
  const { tokens, index, calendar, channelOf, localEntries, onFault, onLost = () => {} } = ports;

  /** Who has just asked to look something up, and when: forgotten with the process, which costs one press. */
  const asking = new Map<string, number>();

  function listening(from: Person, at: Date, organisation: Organisation | undefined): Listening {
    const since = asking.get(index.conversation(from));
    return {
      ...(organisation ? { localEntries: localEntries(organisation), names: namesIn(organisation) } : {}),
      lookingUp: since !== undefined && at.getTime() - since < askingMs,
    };
  }

  function noteAsking(from: Person, at: Date): void {
    const key = index.conversation(from);
    asking.delete(key);
    asking.set(key, at.getTime());
    const [oldest] = asking.keys();
    if (asking.size > mostAsking && oldest !== undefined) asking.delete(oldest);
  }

  function queryOf({ from, input, at }: Incoming, organisation: Organisation | undefined): string | undefined {
    if (input.kind === 'text') return surelyLookUp(input.text, listening(from, at, organisation));
    if (input.kind === 'look-up') return soughtBy(input.query, organisation && localEntries(organisation));
    if (input.kind !== 'press') return undefined;
    const press = tokens.read(input.token, index.conversation(from));
    return press !== 'invalid' && press.action.do === 'look-up' ? (press.action.query ?? '') : undefined;
  }

  function messageFor(incoming: Incoming, organisation: Organisation | undefined, asked?: string): Message {
    const { from, input, at } = incoming;
    const query = asked ?? queryOf(incoming, organisation);
    const local = organisation ? { localEntries: localEntries(organisation) } : {};
    const message = lookUp(query ?? '', { moment: at, calendar, ...local });
    const words = input.kind === 'text' ? input.text : input.kind === 'look-up' ? input.query : '';
    const typed = readTyped(words, undefined, listening(from, at, organisation));
    const topics = organisation && 'topics' in typed ? (typed.topics ?? []) : [];
    const emergency = organisation ? emergencyCard(newState, { organisation, calendar, now: at }) : [dangerNow];
    return {
      ...message,
      blocks: [
        ...(speaksOfDanger(input) ? emergency : []),
        ...(input.kind === 'file' ? fileNotice() : []),
        ...(query === undefined ? notSetUpNotice() : []),
        ...message.blocks,
        ...(topics.length > 0 ? [concernInstead(topics)] : []),
      ],
    };
  }

  function tokenFor(from: Person) {
    const conversation = index.conversation(from);
    return (action: Action) => tokens.sign({ conversation, revision: 0, action });
  }

  return {
    listening,
    isOne(incoming, organisation) {
      const isOne = queryOf(incoming, organisation) !== undefined;
      // Whoever goes on with something else looks nothing up any more.
      if (!isOne && incoming.input.kind === 'press') asking.delete(index.conversation(incoming.from));
      return isOne;
    },
    answer(incoming, organisation, query) {
      const { from, address: to, at } = incoming;
      const plain = plainCard(organisation ? { organisation } : {});
      const message = orPlainer(
        () => messageFor(incoming, organisation, query),
        () => plain,
        'look-up',
        onFault,
      );
      if ((query ?? queryOf(incoming, organisation)) === '') noteAsking(from, at);
      sayOnce(channelOf(from.channel), { to, post: [message], token: tokenFor(from) }, { onLost, onFault, plain });
    },
  };
}
