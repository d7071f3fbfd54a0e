import { useState } from 'react';
import type { NamedPerson, PageEntry } from '../../view.ts';
import { Composer } from '../composer.tsx';
import type { DrawnProgram } from '../message.tsx';
import type { Own } from '../model.ts';
import { Pane } from '../pane.tsx';
import type { Press } from '../press.ts';
import { inThreads, roomOf } from '../rooms.ts';
import { Tabs } from '../tabs.tsx';
import { DrawnAs } from './drawn-as.tsx';
import type { Looking } from './looking.ts';
import { YouAre } from './you-are.tsx';

interface Props {
  readonly looking: Looking;
  readonly entries: readonly PageEntry[];
  readonly own: readonly Own[];
  readonly dark: boolean;
  readonly tabbed: boolean;
  readonly onPress: (press: Press) => void;
  readonly onText: (text: string) => void;
}

/** What one person of the leads' side sees: their channel and their private messages, and nobody else's. */
export function LeadsPane({ looking, entries, own, dark, tabbed, onPress, onText }: Props) {
  const [as, setAs] = useState<DrawnProgram>('slack');
  const { people, person, view, room, unread, waiting, pick, setView } = looking;

  function read(id: string): void {
    pick(id);
    setView('private');
    // The button that was pressed goes.
    document.getElementById('tab-private')?.focus();
  }

  return (
    <Pane
      id="leads"
      title="Safeguarding leads"
      whose={`${person.name === '' ? 'A lead' : person.name}: their screen`}
      as={as}
      dark={dark}
      tabbed={tabbed}
      room={room ?? 'none'}
      panel={view}
      entries={inThreads(entries.filter((entry) => roomOf(entry) === room))}
      own={own.filter((each) => each.room === room)}
      empty={view === 'private' ? nothingPrivate(person) : nothingInChannel(person)}
      onPress={onPress}
      bar={
        <div className="leads-bar">
          <YouAre people={people} person={person} waiting={waiting} onPick={pick} onRead={read} />
          <Tabs
            label="Which messages"
            tabs={[
              { id: 'channel', name: 'Leads’ channel', unseen: unread.channel },
              { id: 'private', name: 'Private messages', unseen: unread.private },
            ]}
            shown={view}
            onShow={setView}
          />
        </div>
      }
      foot={
        <Composer
          id="typed-by-lead"
          title="A lead’s message"
          label={`Type as ${person.name}`}
          {...(!person.site && { hint: 'Set up a channel, or erase a reference.' })}
          examples={person.site ? 'concerns' : 'setup'}
          onText={onText}
        />
      }
    >
      <DrawnAs drawn={as} onDrawn={setAs} />
    </Pane>
  );
}

function nothingPrivate({ name }: NamedPerson): string {
  return `Nothing yet. What the assistant tells ${name} alone stands here: notices, reminders, and the answers to what they press or type.`;
}

function nothingInChannel({ name, site, inChannel }: NamedPerson): string {
  if (!inChannel || !site) return `${name} does not read a leads’ channel.`;
  return `Nothing yet. When a concern at ${site.name} needs a lead, they see it here.`;
}
