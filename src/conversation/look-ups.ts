/** Look-ups ask nothing, keep nothing, and work when the store does not. Strangers get nothing else. */
import { LRUCache } from 'lru-cache';
import type { LookUpEntry } from '../../dialogs/look-up/entry.ts';
import { lookUp } from '../../dialogs/look-up.ts';
import type { Action, Message } from '../../dialogs/message.ts';
import { dangerNow } from '../../dialogs/screens/frame.ts';
import { concernInstead } from '../../dialogs/screens/heard.ts';
import { notSetUpNotice } from '../../dialogs/screens/not-set-up.ts';
import { plainCard } from '../../dialogs/screens/plain-card.ts';
import { fileNotice } from '../../dialogs/screens/plain-screens.ts';
import { newState } from '../../dialogs/state.ts';
import { type ReadingContext, readTyped, soughtBy, surelyLookUp } from '../../dialogs/typed/read.ts';
import { emergencyCard } from '../../dialogs/view.ts';
import { type Organisation, peopleOf } from '../../rules/local.ts';
import type { Taken } from '../contract.ts';
import type { ComposePorts } from './compose.ts';
import { speaksOfDanger } from './danger.ts';
import { orPlainer } from './faults.ts';
import type { Heard } from './heard.ts';

export interface LookUpPorts extends Pick<ComposePorts, 'tokens' | 'calendar' | 'onFault'> {
  /** The organisation's own contacts, to be found by look-ups. The same list each time. */
  readonly localEntries: (organisation: Organisation) => readonly LookUpEntry[];
}

export interface LookUps {
  /** What is looked up, where it surely is a look-up: what may answer a question that stands is not. Without the store. */
  queryOf(heard: Heard, organisation: Organisation | undefined): string | undefined;
  /**
   * @param organisation none: a stranger, who is told so unless it is a look-up.
   * @param query nothing: a stranger wanted something else
   */
  answer(heard: Heard, organisation: Organisation | undefined, query: string | undefined): Taken;
  /** With what typed words are read: what can be looked up here, and whether the person has just asked to. */
  listening(heard: Pick<Heard, 'key' | 'at'>, organisation: Organisation | undefined): ReadingContext;
}

function namesIn({ sites, councils }: Organisation): readonly string[] {
  return [...sites, ...councils, ...sites.flatMap(peopleOf)].map(({ name }) => name);
}

/** After "Look something up" words are a look-up first. */
const askingMs = 10 * 60_000;
const mostAsking = 5_000;

export function createLookUps(ports: LookUpPorts): LookUps {
  const { tokens, calendar, localEntries, onFault } = ports;

  /** Who has just asked to look something up, and when: forgotten with the process, which costs one press. */
  const asking = new LRUCache<string, number>({ max: mostAsking });

  function listening({ key, at }: Pick<Heard, 'key' | 'at'>, organisation: Organisation | undefined): ReadingContext {
    const since = asking.get(key);
    return {
      ...(organisation ? { localEntries: localEntries(organisation), names: namesIn(organisation) } : {}),
      lookingUp: since !== undefined && at.getTime() - since < askingMs,
    };
  }

  function queryOf(heard: Heard, organisation: Organisation | undefined): string | undefined {
    const { input, press, key } = heard;
    if (input.kind === 'text') return surelyLookUp(input.text, listening(heard, organisation));
    if (input.kind === 'look-up') return soughtBy(input.query, organisation && localEntries(organisation));
    if (press?.action.do === 'look-up') return press.action.query ?? '';
    // Whoever goes on with something else looks nothing up any more.
    if (input.kind === 'press') asking.delete(key);
    return undefined;
  }

  function messageFor(heard: Heard, organisation: Organisation | undefined, query: string | undefined): Message {
    const { input, at } = heard;
    const local = organisation ? { localEntries: localEntries(organisation) } : {};
    const message = lookUp(query ?? '', { moment: at, calendar, ...local });
    const words = input.kind === 'text' ? input.text : input.kind === 'look-up' ? input.query : '';
    const typed = readTyped(words, undefined, listening(heard, organisation));
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

  return {
    listening,
    queryOf,
    answer(heard, organisation, query) {
      const { key, at } = heard;
      const plain = plainCard(organisation ? { organisation } : {});
      const message = orPlainer(
        () => messageFor(heard, organisation, query),
        () => plain,
        'look-up',
        onFault,
      );
      if (query === '') asking.set(key, at.getTime());
      const token = (action: Action) => tokens.sign({ conversation: key, revision: 0, action });
      return {
        status: 'said',
        what: query === undefined ? 'other' : 'look-up',
        saying: { post: [message], token, plain },
      };
    },
  };
}
