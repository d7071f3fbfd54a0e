/** Who looks at the leads' side, and at what. */
import { useState } from 'react';
import type { NamedPerson } from '../../view.ts';
import { channelRoom, privateRoom, type Room } from '../rooms.ts';

export type LeadsView = 'channel' | 'private';

export interface Looking {
  readonly people: readonly NamedPerson[];
  readonly person: NamedPerson;
  readonly view: LeadsView;
  /** What is in front; nothing for somebody who reads no channel. */
  readonly room: Room | undefined;
  /** New messages out of sight. */
  readonly unread: Readonly<Record<LeadsView, number>>;
  /** New private messages of each person. */
  readonly waiting: (person: NamedPerson) => number;
  readonly pick: (id: string) => void;
  readonly setView: (view: LeadsView) => void;
  /** Back to the first person and their channel. */
  readonly startAfresh: () => void;
}

const nobody: NamedPerson = { id: '', name: '', inChannel: false };

export type LeadsChoice = Pick<Looking, 'people' | 'person' | 'view' | 'room' | 'pick' | 'setView' | 'startAfresh'>;

export function useChoice(people: readonly NamedPerson[]): LeadsChoice {
  const [picked, pick] = useState('');
  const [view, setView] = useState<LeadsView>('channel');
  const person = people.find(({ id }) => id === picked) ?? people[0] ?? nobody;
  const room = view === 'private' ? privateRoom(person.id) : channelRoom(person);
  const startAfresh = () => {
    pick('');
    setView('channel');
  };
  return { people, person, view, room, pick, setView, startAfresh };
}

export function looking(choice: LeadsChoice, unread: (room: Room) => number): Looking {
  const waiting = ({ id }: NamedPerson) => unread(privateRoom(id));
  const channel = channelRoom(choice.person);
  return {
    ...choice,
    waiting,
    unread: { channel: channel ? unread(channel) : 0, private: waiting(choice.person) },
  };
}
