/** Speaks to the try page's routes as the page does, without a browser. */
import type { PageAct } from '../../src/channels/web/act.ts';
import type { ActAnswer } from '../../src/channels/web/routes.ts';
import type { PageEntry } from '../../src/channels/web/view.ts';

export async function act(
  origin: string,
  what: PageAct,
): Promise<{ readonly status: number; readonly answer: ActAnswer }> {
  const response = await fetch(`${origin}/try/act`, { method: 'POST', body: JSON.stringify(what) });
  return { status: response.status, answer: (await response.json()) as ActAnswer };
}

/** Begins a session and gives its id. */
export async function open(origin: string): Promise<string> {
  const { answer } = await act(origin, { act: 'open' });
  if ('wrong' in answer) throw new Error(answer.say);
  return answer.settings.session;
}

export interface Watched {
  readonly id: string;
  readonly entries: readonly PageEntry[];
}

/** What the events say until `enough`, starting after the event `known`. */
export async function watch(
  origin: string,
  session: string,
  enough: (entries: readonly PageEntry[]) => boolean,
  known?: string,
): Promise<Watched> {
  const gone = new AbortController();
  const response = await fetch(`${origin}/try/events?session=${session}`, {
    signal: gone.signal,
    ...(known === undefined ? {} : { headers: { 'last-event-id': known } }),
  });
  if (!response.body) throw new Error(`no events: ${response.status}`);
  const entries: PageEntry[] = [];
  let text = '';
  for await (const piece of response.body.pipeThrough(new TextDecoderStream())) {
    text += piece;
    const events = text.split('\n\n');
    text = events.pop() ?? '';
    for (const event of events) {
      const [, id, data] = /^id: (\d+)\nevent: entries\ndata: (.*)$/s.exec(event) ?? [];
      if (id === undefined || data === undefined) continue;
      entries.push(...(JSON.parse(data) as PageEntry[]));
      if (!enough(entries)) continue;
      gone.abort();
      return { id, entries };
    }
  }
  throw new Error('the events ended early');
}

/** The value of a button of an entry, as Slack's drawing carries it. */
export function tokenOf(entry: PageEntry | undefined, label: string): string {
  for (const block of entry?.slack.flatMap(({ blocks }) => blocks) ?? []) {
    if (block.type !== 'actions') continue;
    for (const element of block.elements) {
      if (element.type === 'button' && element.text.text === label) return element.value ?? '';
    }
  }
  throw new Error(`no button "${label}"`);
}
