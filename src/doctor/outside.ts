/** The clock beside those of the platforms, and the way in from outside. */
import { randomBytes } from 'node:crypto';
import type { Config } from '../config/config.ts';
import { createListener, ListenError } from '../http/listener.ts';
import type { Log } from '../log.ts';
import { type DoctorFinding, fine, unwise, wrong } from './finding.ts';

const waitMs = 8_000;
/** Slack refuses a signature that is five minutes off; deadlines are said by the minute. */
const mostOffMs = 60_000;
const fewOffMs = 5_000;

/** @param clock milliseconds since 1970 */
export async function clockOf({ slack, teams }: Config, clock: () => number): Promise<readonly DoctorFinding[]> {
  const urls = [
    ...(slack ? [`${slack.apiUrl}api.test`] : []),
    ...(teams?.kind === 'verified' ? [teams.openIdMetadataUrl] : []),
  ];
  const dates = await Promise.all(urls.map(dateAt));
  const theirs = dates.find((date) => date !== undefined);
  if (theirs === undefined) return [];
  const off = clock() - theirs;
  const seconds = Math.round(Math.abs(off) / 1_000);
  const what = `This machine's clock is ${seconds} seconds ${off > 0 ? 'ahead of' : 'behind'} theirs.`;
  const fix = 'run: timedatectl set-ntp true';
  if (Math.abs(off) > mostOffMs) {
    return [wrong('clock', what, 'Deadlines are wrong, and signed requests are refused.', fix)];
  }
  if (Math.abs(off) > fewOffMs) return [unwise('clock', what, 'It may go on drifting.', fix)];
  return [fine('clock', 'It agrees with theirs to within five seconds.')];
}

async function dateAt(url: string): Promise<number | undefined> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(waitMs), redirect: 'error' });
    await response.body?.cancel();
    const date = Date.parse(response.headers.get('date') ?? '');
    return Number.isNaN(date) ? undefined : date;
  } catch {
    // That it cannot be reached is said of the platform.
    return undefined;
  }
}

/**
 * Listens where the program will, and asks for a word of its own by the public address: so the whole way is tried,
 * the proxy included. Where the program runs already, it is asked instead.
 */
export async function examineAddress(config: Config, log: Log): Promise<readonly DoctorFinding[]> {
  const { publicUrl, slack, teams } = config;
  const needed = slack?.signingSecret !== undefined || teams?.kind === 'verified';
  const path = slack?.signingSecret !== undefined ? '/slack/events' : '/api/messages';
  if (publicUrl === undefined) {
    if (!needed) return [];
    return [
      unwise(
        'address',
        'PUBLIC_URL is not set, so the way in was not tried.',
        'Leads get no link to the record of a concern.',
        'set PUBLIC_URL to the https:// address that Slack or Teams calls.',
      ),
    ];
  }
  const word = randomBytes(12).toString('base64url');
  const handle = () => ({ status: 200, body: word });
  const paths = [path, '/healthz', '/readyz'];
  const listener = createListener({
    host: config.host,
    port: config.port,
    routes: paths.map((each) => ({ method: 'GET', path: each, handle })),
    log,
  });
  try {
    await listener.listen();
  } catch (error) {
    if (!(error instanceof ListenError)) throw error;
    return asRunning(config, publicUrl, path);
  }
  try {
    const answer = await ask(`${publicUrl}${path}`);
    return [
      answer?.text === word
        ? fine('address', 'What comes to PUBLIC_URL reaches this machine.')
        : notReached(answer, config, path),
    ];
  } finally {
    await listener.close(0);
  }
}

/** Something listens there: the program, it is hoped. Its own paths refuse a GET. */
async function asRunning(config: Config, publicUrl: string, path: string): Promise<readonly DoctorFinding[]> {
  const [answer, ready] = await Promise.all([
    ask(`${publicUrl}${path}`),
    ask(`http://${config.host === '0.0.0.0' ? '127.0.0.1' : config.host}:${config.port}/readyz`),
  ]);
  return [
    answer?.status === 405
      ? fine('address', 'What comes to PUBLIC_URL reaches the running program.')
      : notReached(answer, config, path),
    ready?.status === 200
      ? fine('address', 'The running program is ready.')
      : wrong(
          'address',
          'What listens at HOST and PORT is not ready.',
          'It is not Signpost, or Signpost cannot work.',
          `ask it: curl -s http://127.0.0.1:${config.port}/readyz`,
        ),
  ];
}

function notReached(answer: HttpAnswer | undefined, { host, port }: Config, path: string): DoctorFinding {
  const how = answer === undefined ? 'nothing answers there' : `something else answers ${answer.status}`;
  return wrong(
    'address',
    `PUBLIC_URL does not lead here: ${how}.`,
    'What people write or press does not arrive.',
    `let the proxy pass ${path} on to ${host}:${port}, with a certificate that is in date.`,
  );
}

interface HttpAnswer {
  readonly status: number;
  readonly text: string;
}

async function ask(url: string): Promise<HttpAnswer | undefined> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(waitMs), redirect: 'error' });
    return { status: response.status, text: await response.text() };
  } catch {
    return undefined;
  }
}
