/** Attacks on the line itself: many connections, silence, headers and bodies that trickle. A signed request must be answered all the while. */
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { eventBody, sendSigned } from '../../test/support/slack-person.ts';
import type { Attack } from './doors.ts';
import type { Target } from './target.ts';

const answeredWithinMs = 3_000;

/** @param from how many of this machine's addresses they come from */
async function held(target: Target, count: number, from: number, first: string, more = ''): Promise<number> {
  const port = Number(new URL(target.program.base).port);
  const sockets: Socket[] = [];
  const trickle = setInterval(() => {
    for (const socket of sockets) if (more !== '' && !socket.destroyed) socket.write(more);
  }, 500);
  try {
    for (let at = 0; at < count; at++) {
      const socket = connect({ port, host: '127.0.0.1', localAddress: `127.0.0.${2 + (at % from)}` });
      socket.on('error', () => {});
      if (first !== '') socket.write(first);
      sockets.push(socket);
      if (at % 100 === 99) await sleep(5);
    }
    await sleep(300);
    for (let asks = 0; asks < 5; asks++) {
      const body = JSON.stringify(
        eventBody({ type: 'app_home_opened', user: 'U0HELD', channel: 'D1', tab: 'home' }, { team: 'T1' }),
      );
      const sent = await sendSigned(target.program.base, body, { type: 'application/json' }).catch(() => undefined);
      if (!sent) target.note('a signed request was shut out');
      else if (sent.ms > answeredWithinMs) target.note(`a signed request waited ${Math.round(sent.ms)} ms`);
    }
  } finally {
    clearInterval(trickle);
    for (const socket of sockets) socket.destroy();
    await sleep(200);
  }
  return count;
}

const post = 'POST /slack/events HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n';

export const silentConnections: Attack = (target, _, count) => held(target, count, 40, '');
export const slowHeaders: Attack = (target, _, count) => held(target, count, 40, post, 'X-A: b\r\n');
export const slowBodies: Attack = (target, _, count) =>
  held(target, count, 40, `${post}Content-Length: 9000\r\n\r\n{`, ' ');
export const oneAddress: Attack = (target, _, count) =>
  held(target, count, 1, `${post}Content-Length: 9000\r\n\r\n{`, ' ');
