/** Browser sessions of trial mode, in memory only. When there are too many, the one unused for longest ends. */
import { createTimeline, type Timeline } from './timeline.ts';

export interface TrialSession {
  readonly id: string;
  readonly organisation: string;
  readonly timeline: Timeline;
  /** Aborted when the session is no longer kept. */
  readonly ended: AbortSignal;
}

export interface Sessions {
  begin(organisation: string): TrialSession;
  /** Undefined when it has ended or never was. */
  find(id: string): TrialSession | undefined;
  end(id: string): void;
}

export interface SessionLimits {
  readonly sessions: number;
  /** Messages kept in one session. */
  readonly messages: number;
}

export function createSessions(limits: SessionLimits, random: () => string): Sessions {
  const kept = new Map<string, { readonly session: TrialSession; readonly ending: AbortController }>();

  function end(id: string): void {
    kept.get(id)?.ending.abort();
    kept.delete(id);
  }

  return {
    begin(organisation) {
      const ending = new AbortController();
      const timeline = createTimeline(limits.messages);
      const session: TrialSession = { id: random(), organisation, timeline, ended: ending.signal };
      kept.set(session.id, { session, ending });
      const [oldest] = kept.keys();
      if (kept.size > limits.sessions && oldest !== undefined) end(oldest);
      return session;
    },
    find(id) {
      const found = kept.get(id);
      if (found === undefined) return undefined;
      kept.delete(id);
      kept.set(id, found);
      return found.session;
    },
    end,
  };
}
