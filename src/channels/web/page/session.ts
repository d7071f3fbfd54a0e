/** Talks to the program: sends what is done here, and takes in each message as it is posted. */
import { useCallback, useEffect, useReducer, useRef } from 'react';
import type { PageAct } from '../act.ts';
import type { ActAnswer } from '../routes.ts';
import type { PageEntry } from '../view.ts';
import { empty, type Model, type Own, reduce } from './model.ts';

/** An act without the session, which is filled in here. */
export type UnboundAct = PageAct extends infer Each ? (Each extends PageAct ? Omit<Each, 'session'> : never) : never;

export interface PageSession {
  readonly model: Model;
  /** `own` appears in the conversation at once, from this page's memory. */
  readonly ask: (ask: UnboundAct, own?: Pick<Own, 'kind' | 'room' | 'text'>) => Promise<void>;
}

const notThrough = 'That did not get through. Check that the program is running, then try again.';
const lost = 'The connection to the program is lost. Trying again.';
const kept = 'signpost-session';

export function useSession(): PageSession {
  const [model, dispatch] = useReducer(reduce, empty);
  const current = useRef<string>(undefined);
  const session = model.settings?.session;

  const ask = useCallback<PageSession['ask']>(async (ask, own) => {
    if (own) dispatch({ kind: 'own', own });
    const known = current.current ?? sessionStorage.getItem(kept) ?? undefined;
    const request = { ...ask, ...(known !== undefined && { session: known }) };
    try {
      const answer = await send(request);
      dispatch({ kind: 'exchange', exchange: { request, response: answer } });
      if ('wrong' in answer) return dispatch({ kind: 'trouble', trouble: answer.say });
      const { settings } = answer;
      const restarted = ask.act === 'open' && current.current !== undefined && current.current !== settings.session;
      current.current = settings.session;
      sessionStorage.setItem(kept, settings.session);
      dispatch({ kind: 'settings', settings, restarted });
    } catch {
      dispatch({ kind: 'trouble', trouble: notThrough });
    }
  }, []);

  useEffect(() => void ask({ act: 'open' }), [ask]);

  useEffect(() => {
    if (session === undefined) return;
    const source = new EventSource(`/try/events?session=${encodeURIComponent(session)}`);
    let broken = false;
    source.addEventListener('entries', ({ data }) =>
      dispatch({ kind: 'entries', entries: JSON.parse(data) as PageEntry[] }),
    );
    source.onopen = () => {
      if (broken) dispatch({ kind: 'trouble', trouble: undefined });
      broken = false;
    };
    source.onerror = () => {
      // Closed for good means that the program no longer has this session: it was started again.
      if (source.readyState === EventSource.CLOSED) return void ask({ act: 'open' });
      broken = true;
      dispatch({ kind: 'trouble', trouble: lost });
    };
    return () => source.close();
  }, [session, ask]);

  return { model, ask };
}

async function send(request: object): Promise<ActAnswer> {
  const response = await fetch('/try/act', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(request),
  });
  return (await response.json()) as ActAnswer;
}
