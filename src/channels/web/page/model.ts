/** What the page knows: what the program sent, and what was done here, which no server keeps. */
import type { PageEntry, Settings } from '../view.ts';
import type { Room } from './rooms.ts';

export interface Model {
  readonly settings?: Settings;
  /** In the order of posting. */
  readonly entries: readonly PageEntry[];
  readonly own: readonly Own[];
  /** What went wrong, and what to do about it. */
  readonly trouble?: string;
  readonly exchange?: LastExchange;
}

/** Something the person did: a button by its label, words they typed, or a picture. */
export interface Own {
  readonly key: number;
  readonly kind: 'pressed' | 'typed' | 'file';
  readonly room: Room;
  readonly text: string;
  /** The number of the last message before it. */
  readonly after: number;
}

/** The last request of the page and its answer, for engineers. */
export interface LastExchange {
  readonly request: unknown;
  readonly response: unknown;
}

export type Event =
  | { readonly kind: 'settings'; readonly settings: Settings; readonly restarted?: boolean }
  | { readonly kind: 'entries'; readonly entries: readonly PageEntry[] }
  | { readonly kind: 'own'; readonly own: Pick<Own, 'kind' | 'room' | 'text'> }
  | { readonly kind: 'trouble'; readonly trouble: string | undefined }
  | { readonly kind: 'exchange'; readonly exchange: LastExchange };

export const empty: Model = { entries: [], own: [] };

const restarted = 'The program was started again, so this is a new conversation.';

export function reduce(model: Model, event: Event): Model {
  switch (event.kind) {
    case 'settings': {
      const { trouble: _, ...kept } = event.settings.session === model.settings?.session ? model : empty;
      const { exchange } = model;
      return {
        ...kept,
        ...(exchange && { exchange }),
        settings: event.settings,
        ...(event.restarted && { trouble: restarted }),
      };
    }
    case 'entries': {
      const all = new Map([...model.entries, ...event.entries].map((entry) => [entry.number, entry]));
      return { ...model, entries: [...all.values()].sort((one, other) => one.number - other.number) };
    }
    case 'own': {
      const after = model.entries.at(-1)?.number ?? 0;
      return { ...model, own: [...model.own, { ...event.own, after, key: model.own.length }] };
    }
    case 'trouble': {
      const { trouble: _, ...rest } = model;
      return event.trouble === undefined ? rest : { ...rest, trouble: event.trouble };
    }
    case 'exchange':
      return { ...model, exchange: event.exchange };
  }
}
