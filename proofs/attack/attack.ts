/**
 * `npm run -s attack`: every public entrance of the running program is attacked: what is forged, stale, foreign, sent
 * again, in another's hands or no such thing as it says. It holds when everything is answered, no answer tells how the
 * program is made or why it refuses, nobody is told of another, the program lives, and what was written comes out
 * nowhere: not in its log at the most talkative level, its metrics, its store, or what it sends.
 *
 *   --bodies 1500        requests of each kind
 *   --connections 1500   connections at once
 *   --quick              100 of each
 *   --full               10,000 connections
 *   --store sqlite       in place of Redis
 */
import { parseArgs } from 'node:util';
import { table } from '../common/figures.ts';
import { residentMb } from '../common/process.ts';
import { seeded } from './bodies.ts';
import { oneAddress, silentConnections, slowBodies, slowHeaders } from './connections.ts';
import {
  type Attack,
  paths,
  slackForeign,
  slackForged,
  slackStale,
  slackStrange,
  teamsForeign,
  teamsForged,
  teamsStrange,
} from './doors.ts';
import { notALead, replayed, swappedTokens } from './people.ts';
import { canary, startTarget } from './target.ts';

const { values: given } = parseArgs({
  options: {
    bodies: { type: 'string', default: '1500' },
    connections: { type: 'string', default: '1500' },
    quick: { type: 'boolean', default: false },
    full: { type: 'boolean', default: false },
    store: { type: 'string', default: 'redis' },
  },
});
const bodies = given.quick ? 100 : Number(given.bodies);
const connections = given.full ? 10_000 : given.quick ? 100 : Number(given.connections);

/** People first, while their chats are still short. */
const attacks: readonly (readonly [string, Attack, number])[] = [
  ['one press sent 25 times', replayed, 0],
  ["another's buttons", swappedTokens, 0],
  ["leads' buttons and links in other hands", notALead, 0],
  ['Slack: forged', slackForged, bodies],
  ['Slack: stale, or from the future', slackStale, bodies],
  ['Slack: of another workspace', slackForeign, bodies],
  ['Slack: signed, and strange', slackStrange, bodies],
  ['Teams: forged', teamsForged, bodies],
  ['Teams: of another directory or host', teamsForeign, bodies],
  ['Teams: signed, and strange', teamsStrange, bodies],
  ['paths, methods and links', paths, bodies],
  ['silent connections', silentConnections, connections],
  ['headers that trickle', slowHeaders, connections],
  ['bodies that trickle', slowBodies, connections],
  ['bodies that trickle, from one address', oneAddress, connections],
];

const rows: (string | number | boolean)[][] = [];
const broken: string[] = [];
function row(name: string, count: number, faults: readonly string[]): void {
  rows.push([name, count, faults.length === 0]);
  const often = Map.groupBy(faults, (fault) => fault);
  for (const [fault, same] of often)
    broken.push(`${name}: ${fault}${same.length > 1 ? ` (${same.length} times)` : ''}`);
  process.stderr.write(`${name}: ${faults.length === 0 ? 'holds' : `${faults.length} faults`}\n`);
}

const target = await startTarget(given.store === 'sqlite' ? 'sqlite' : 'redis');
try {
  const before = residentMb(target.program.pid);
  for (const [name, attack, count] of attacks) {
    let sent = 0;
    try {
      sent = await attack(target, seeded(7), count);
    } catch (error) {
      target.note(error instanceof Error ? error.message : 'it could not be made');
    }
    row(name, sent, target.faults());
  }
  const grown = residentMb(target.program.pid) - before;
  row('memory grew by less than 300 MB', Math.round(grown), grown < 300 ? [] : [`${grown} MB`]);
  const lines = target.program.output().split('\n');
  row('every line of the log is one of ours', lines.length, forgedLines(lines));
  const places = {
    'the log': target.program.output(),
    'the metrics': await target.metrics(),
    'the store': await target.stored(),
    'what was sent to the platforms': target.sent(),
  };
  for (const [place, text] of Object.entries(places))
    row(`nothing that was written is in ${place}`, text.length, canaryIn(text));
} finally {
  await target.stop();
}

process.stdout.write(`${table(['attack', 'sent or looked at', 'holds'], rows)}\n`);
if (broken.length > 0) {
  process.stdout.write(`\nWhat did not hold:\n${broken.map((each) => `- ${each}`).join('\n')}\n`);
  process.exitCode = 1;
}

function canaryIn(text: string): readonly string[] {
  return [...text.matchAll(new RegExp(canary, 'g'))]
    .slice(0, 3)
    .map(({ index }) => JSON.stringify(text.slice(Math.max(0, index - 60), index + 40)));
}

/** The log is JSON, an object a line; before the first of it stand the words of the start. */
function forgedLines(all: readonly string[]): readonly string[] {
  const first = all.findIndex((line) => line.startsWith('{'));
  return all.slice(first).flatMap((line) => {
    if (line === '') return [];
    try {
      const { event, level, time } = JSON.parse(line);
      return event === 'forged' || !level || !time ? [line.slice(0, 80)] : [];
    } catch {
      return /^(Note|Warning|Signpost)/.test(line) ? [] : [line.slice(0, 80)];
    }
  });
}
