/** What the try page asks of the program: itself, what to do, and what there is to see. */
import type { Input, Taken } from '../../contract.ts';
import type { HttpResponse, HttpRoute } from '../../http/route.ts';
import { actSchema, type PageAct } from './act.ts';
import { pageBundle } from './bundle.ts';
import { chosenMoment, endOfWait, passTime, type TrialClock } from './clock.ts';
import { eventsOf } from './events.ts';
import type { Sessions, TrialSession } from './sessions.ts';
import { icon, shell, shellPolicy } from './shell.ts';
import type { PageOrganisation, Settings } from './view.ts';

interface Parts {
  readonly organisations: readonly [PageOrganisation, ...PageOrganisation[]];
  readonly sessions: Sessions;
  /** `as`: one of the organisation's people; left out: the worried person. */
  readonly passOn: (session: TrialSession, as: string | undefined, input: Input) => Promise<Taken['status']>;
  readonly clock: TrialClock;
  readonly sweep: () => Promise<unknown>;
}

/** The answer to an act. `say` tells the person what went wrong and what to do. */
export type ActAnswer =
  | { readonly settings: Settings; readonly status?: Taken['status'] }
  | { readonly wrong: 'act' | 'session' | 'organisation' | 'person'; readonly say: string };

export function tryRoutes({ organisations, sessions, passOn, clock, sweep }: Parts): readonly HttpRoute[] {
  async function start(organisation: string = organisations[0].id): Promise<ActAnswer> {
    const session = sessions.begin(organisation);
    return { settings: settingsOf(session), status: await passOn(session, undefined, { kind: 'hello' }) };
  }

  async function perform(act: PageAct): Promise<ActAnswer> {
    const session = sessions.find(act.session ?? '');
    if (act.act === 'open') return session ? { settings: settingsOf(session) } : start();
    if (session === undefined) return { wrong: 'session', say: 'This conversation has ended. Reload the page.' };
    const done = (status?: Taken['status']): ActAnswer => ({
      settings: settingsOf(session),
      ...(status && { status }),
    });
    switch (act.act) {
      case 'press':
      case 'text': {
        const { as } = act;
        if (as !== undefined && !isNamed(as, session)) {
          return { wrong: 'person', say: 'This organisation names no such person. Pick one from the list.' };
        }
        return done(await passOn(session, as, inputOf(act)));
      }
      case 'file':
        return done(await passOn(session, undefined, { kind: 'file' }));
      case 'clock':
        clock.advance(chosenMoment(act.to, new Date(clock.now() - clock.ahead())).getTime() - clock.now());
        return done();
      case 'pass':
        await passTime(clock, endOfWait(act.wait, new Date(clock.now())), sweep);
        return done();
      case 'organisation':
        if (!organisations.some(({ id }) => id === act.organisation)) {
          return { wrong: 'organisation', say: 'There is no such organisation. Pick one from the list.' };
        }
        sessions.end(session.id);
        return start(act.organisation);
      case 'reset':
        sessions.end(session.id);
        return start(session.organisation);
    }
  }

  const isNamed = (person: string, { organisation }: TrialSession): boolean =>
    organisations.some(({ id, people }) => id === organisation && people.some((each) => each.id === person));

  const settingsOf = ({ id, organisation }: TrialSession): Settings => ({
    session: id,
    organisation,
    organisations,
    ahead: clock.ahead(),
  });

  return [
    { method: 'GET', path: '/', handle: () => page(shell, 'text/html', { 'content-security-policy': shellPolicy }) },
    { method: 'GET', path: '/try/icon.svg', handle: () => page(icon, 'image/svg+xml') },
    { method: 'GET', path: '/try/page.js', handle: async () => page((await pageBundle()).script, 'text/javascript') },
    { method: 'GET', path: '/try/page.css', handle: async () => page((await pageBundle()).style, 'text/css') },
    {
      method: 'GET',
      path: '/try/events',
      handle: ({ query, headers, signal }) => {
        const session = sessions.find(query.get('session') ?? '');
        if (session === undefined) return { status: 404 };
        const known = Number(headers['last-event-id'] ?? 0);
        return {
          status: 200,
          headers: { 'content-type': 'text/event-stream' },
          body: eventsOf(session, Number.isSafeInteger(known) ? known : 0, signal),
        };
      },
    },
    {
      method: 'POST',
      path: '/try/act',
      handle: async ({ raw }) => {
        const act = actSchema.safeParse(parsed(raw));
        if (!act.success) return json(400, { wrong: 'act', say: 'The page sent something unknown. Reload it.' });
        const answer = await perform(act.data);
        return json('wrong' in answer ? (answer.wrong === 'session' ? 404 : 400) : 200, answer);
      },
    },
  ];
}

function inputOf(act: Extract<PageAct, { act: 'press' | 'text' }>): Input {
  if (act.act === 'text') return { kind: 'text', text: act.text };
  const { token, ticked } = act;
  return { kind: 'press', token, ...(ticked && { ticked }) };
}

const page = (body: string, type: string, headers: Record<string, string> = {}): HttpResponse => ({
  status: 200,
  headers: { 'content-type': `${type}; charset=utf-8`, ...headers },
  body,
});

const json = (status: number, answer: ActAnswer): HttpResponse => ({
  status,
  headers: { 'content-type': 'application/json; charset=utf-8' },
  body: JSON.stringify(answer),
});

/** Undefined when it is not JSON: then no act matches it. */
function parsed(raw: Buffer): unknown {
  try {
    return JSON.parse(raw.toString());
  } catch {
    return undefined;
  }
}
