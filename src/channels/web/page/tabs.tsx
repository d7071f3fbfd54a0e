import { type KeyboardEvent, useRef } from 'react';

export interface Tab<Id extends string> {
  readonly id: Id;
  readonly name: string;
  /** Messages that came while it was not shown. */
  readonly unseen?: number;
}

interface Props<Id extends string> {
  readonly label: string;
  readonly tabs: readonly Tab<Id>[];
  readonly shown: Id;
  readonly onShow: (id: Id) => void;
}

/** A row of tabs; arrow keys, Home and End move between them. The panel of `x` has the id `panel-x`. */
export function Tabs<Id extends string>({ label, tabs, shown, onShow }: Props<Id>) {
  const row = useRef<HTMLDivElement>(null);

  function move(event: KeyboardEvent): void {
    const here = tabs.findIndex(({ id }) => id === shown);
    const steps: Record<string, number> = { ArrowRight: here + 1, ArrowLeft: here - 1, Home: 0, End: tabs.length - 1 };
    const to = steps[event.key];
    const next = to === undefined ? undefined : tabs[(to + tabs.length) % tabs.length];
    if (next === undefined) return;
    event.preventDefault();
    onShow(next.id);
    row.current?.querySelector<HTMLElement>(`#tab-${next.id}`)?.focus();
  }

  return (
    <div className="tabs" role="tablist" aria-label={label} ref={row}>
      {tabs.map(({ id, name, unseen = 0 }) => (
        <button
          key={id}
          type="button"
          role="tab"
          id={`tab-${id}`}
          aria-selected={id === shown}
          aria-controls={`panel-${id}`}
          tabIndex={id === shown ? 0 : -1}
          onClick={() => onShow(id)}
          onKeyDown={move}
        >
          {name}
          {unseen > 0 && (
            <span className="unseen">
              {unseen}
              <span className="unseen-word"> new</span>
            </span>
          )}
        </button>
      ))}
    </div>
  );
}
