/** Look-ups ask nothing, keep nothing, and work when the store does not. Strangers get nothing else. */
import type { LookUpEntry } from '../../dialogs/look-up/entry.ts';
import { lookUp } from '../../dialogs/look-up.ts';
import type { Action, Message } from '../../dialogs/message.ts';
import { notSetUpNotice } from '../../dialogs/screens/not-set-up.ts';
import { plainCard } from '../../dialogs/screens/plain-card.ts';
import { fileNotice } from '../../dialogs/screens/plain-screens.ts';
import { newState } from '../../dialogs/state.ts';
import { readTyped } from '../../dialogs/typed/read.ts';
import { dangerNow, emergencyCard } from '../../dialogs/view.ts';
import type { Organisation } from '../../rules/local.ts';
import type { ComposePorts } from './compose.ts';
import { orPlainer } from './faults.ts';
import type { Incoming, Person } from './ports.ts';
import { sayOnce } from './say-once.ts';

export interface LookUpPorts extends Pick<ComposePorts, 'tokens' | 'index' | 'calendar' | 'channelOf' | 'onFault'> {
  /** The organisation's own contacts, to be found by look-ups. The same list each time. */
  readonly localEntries: (organisation: Organisation) => readonly LookUpEntry[];
  /** A look-up that could not be delivered; a reason, never words. */
  readonly onLost?: (reason: string) => void;
}

export interface LookUps {
  isOne(incoming: Incoming): boolean;
  /** Sent meanwhile, and once. @param organisation none: a stranger, who is told so unless it is a look-up. */
  answer(incoming: Incoming, organisation: Organisation | undefined): void;
}

export function createLookUps(ports: LookUpPorts): LookUps {
  const { tokens, index, calendar, channelOf, localEntries, onFault, onLost = () => {} } = ports;

  function queryOf({ from, input }: Incoming): string | undefined {
    if (input.kind === 'text') {
      const typed = readTyped(input.text, undefined);
      if (typed.kind === 'look-up') return typed.query;
      return typed.kind === 'do' && typed.action.do === 'look-up' ? '' : undefined;
    }
    if (input.kind === 'look-up') return input.query;
    if (input.kind !== 'press') return undefined;
    const press = tokens.read(input.token, index.conversation(from));
    return press !== 'invalid' && press.action.do === 'look-up' ? (press.action.query ?? '') : undefined;
  }

  function messageFor(incoming: Incoming, organisation: Organisation | undefined): Message {
    const { input, at } = incoming;
    const query = queryOf(incoming);
    const local = organisation ? { localEntries: localEntries(organisation) } : {};
    const message = lookUp(query ?? '', { moment: at, calendar, ...local });
    const words = input.kind === 'text' ? input.text : input.kind === 'look-up' ? input.query : '';
    const inDanger = readTyped(words, undefined).danger;
    const emergency = organisation ? emergencyCard(newState, { organisation, calendar, now: at }) : [dangerNow];
    return {
      ...message,
      blocks: [
        ...(inDanger ? emergency : []),
        ...(input.kind === 'file' ? fileNotice() : []),
        ...(query === undefined ? notSetUpNotice() : []),
        ...message.blocks,
      ],
    };
  }

  function tokenFor(from: Person) {
    const conversation = index.conversation(from);
    return (action: Action) => tokens.sign({ conversation, revision: 0, action });
  }

  return {
    isOne: (incoming) => queryOf(incoming) !== undefined,
    answer(incoming, organisation) {
      const { from, address: to } = incoming;
      const plain = plainCard(organisation ? { organisation } : {});
      const message = orPlainer(
        () => messageFor(incoming, organisation),
        () => plain,
        'look-up',
        onFault,
      );
      sayOnce(channelOf(from.channel), { to, post: [message], token: tokenFor(from) }, { onLost, onFault, plain });
    },
  };
}
