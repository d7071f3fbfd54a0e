/**
 * What the suite of the faults that could harm somebody asks of a channel: the real program in two workspaces of one
 * organisation, its leads, and a platform that can hang for some people alone. harm-slack.ts and harm-teams.ts each give
 * one; nothing here knows a platform.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'vitest';
import { type Held, type Platform, questions, type Sent, type Somebody, until } from './behaviour-space.ts';
import { staffedSchool, writtenOrganisation } from './organisation.ts';
import type { Running } from './running.ts';

/** Somebody named in the organisation file. */
export interface Lead {
  readonly account: string;
  says(text: string): Promise<Sent>;
  /** The button of this label on the newest private message that has it. */
  presses(label: string): Promise<Sent>;
  /** The same press, to be sent often. */
  holds(label: string): Held;
  /** On the newest card of this concern in the leads' channel. */
  pressesOnCard(label: string, reference: string): Promise<Sent>;
  /** Labels of the buttons on the newest private message. */
  labels(): readonly string[];
  /** Everything on each private message, oldest first. */
  reads(): readonly string[];
}

export interface HarmSpace extends Running {
  readonly platform: Pick<Platform, 'refused' | 'well' | 'faults'>;
  /** A new person of the first workspace, or of the other. */
  somebody(): Somebody;
  elsewhere(): Somebody;
  lead(id: string): Lead;
  /** The same person as the other workspace reaches them. */
  leadElsewhere(id: string): Pick<Lead, 'reads'>;
  /** Everything on each message to this person, oldest first. */
  reads(person: Somebody): readonly string[];
  /** Everything on each card and line in the leads' channel, oldest first. */
  channel(): readonly string[];
  /** What is posted to this person takes so long. Nothing else is held up. */
  hang(person: Somebody, ms: number): void;
  /** The app is removed, as the platform tells it, and installed again. */
  removal(person: Somebody): { readonly tell: () => Promise<Sent>; readonly back: () => Promise<unknown> };
}

/** Beside the lead, a deputy and the head: so many that each may press as fast as people may. All are off but the last. */
export const deputies = Array.from({ length: 17 }, (_, i) => `d${i + 1}`);
export const onCover = 'd17';

/** One school with its leads' channel; what nobody takes is told on after a minute; the day is never over. */
export function harmOrganisation(
  platform: 'slack' | 'teams',
  channel: string,
  accountOf: (id: string) => string,
  workspaces: readonly string[],
) {
  const [council] = writtenOrganisation.councils;
  const school = staffedSchool(platform, channel, accountOf, [onCover]);
  const more = deputies.map((id) => ({
    id,
    name: `Deputy ${id}`,
    phone: '01632 960055',
    [platform]: accountOf(id),
    ...(id === onCover ? { cover: 'always' } : { cover: 'always', away: [{ from: '2020-01-01', to: '2098-12-31' }] }),
  }));
  return {
    councils: [council],
    workspaces: { [platform]: workspaces },
    escalation: { nowMinutes: 1, todayMinutes: 1 },
    administrators: [{ name: 'Administrator', [platform]: accountOf('administrator') }],
    sites: [{ ...school, day: 'always', deputies: [...(school.deputies ?? []), ...more] }],
  };
}

export interface Chosen {
  /** Ticked wherever they are offered. */
  readonly ticks?: readonly string[];
  /** By the words of a question: the label to press. "No" elsewhere. */
  readonly says?: readonly (readonly [RegExp, string])[];
}

/** Answers what is asked until the answer comes. @returns the reference */
export async function raises(space: Pick<HarmSpace, 'reads'>, person: Somebody, chosen: Chosen): Promise<string> {
  if (questions(person).length === 0) {
    await person.says('start');
    await until(() => expect(questions(person)).not.toEqual([]));
  }
  for (let i = 0; i < 15; i++) {
    const before = person.messages().length;
    await answersBy(person, chosen);
    await until(() => expect(person.messages().length).toBeGreaterThan(before));
    await sleep(30);
    if (person.messages().some(({ text }) => text.startsWith('Your answer'))) return referenceOf(space, person);
  }
  throw new Error(`No answer was reached: ${person.messages().at(-1)?.text}`);
}

/** One question. */
export async function answersBy(person: Somebody, { ticks = [], says = [] }: Chosen): Promise<void> {
  const asked = questions(person).at(-1);
  if (!asked) throw new Error('Nothing is asked.');
  if (asked.ticks.length > 0) {
    const wanted = ticks.filter((value) => asked.ticks.includes(value));
    const none = asked.ticks.includes('none') ? ['none'] : asked.ticks.slice(-1);
    await person.ticks(wanted.length > 0 ? wanted : none);
    return;
  }
  const [title = ''] = asked.text.split('\n');
  const wanted = says.find(([words]) => words.test(title))?.[1] ?? 'No';
  await person.presses(asked.buttons.includes(wanted) ? wanted : (asked.buttons[0] ?? wanted));
}

/** It comes with the first news of whom we tell. */
async function referenceOf(space: Pick<HarmSpace, 'reads'>, person: Somebody): Promise<string> {
  const found = () => /Reference ([A-Z0-9]{4}-[A-Z0-9]{4})/.exec(space.reads(person).join('\n'))?.[1] ?? '';
  await until(() => expect(found()).not.toBe(''), 15_000);
  return found();
}
