/** The try page on a free loopback port, with the scripted bot behind it. */
import { randomUUID } from 'node:crypto';
import { createWebChannel, type WebChannelOptions } from '../../src/channels/web/channel.ts';
import { createTrialClock } from '../../src/channels/web/clock.ts';
import { createListener } from '../../src/http/listener.ts';
import { createLog } from '../../src/log.ts';
import { scriptedBot } from './scripted-bot.ts';

const site = { id: 'school', name: 'Riverside School' };
const people = [
  { id: 'lead', name: 'Sam Okafor (lead)', site, inChannel: true },
  { id: 'deputy', name: 'Priya Nair (deputy)', site, inChannel: true },
  { id: 'chair', name: 'Chair of governors (chair)', site, inChannel: false },
  { id: 'administrator', name: 'Administrator', inChannel: false },
];
const organisations: WebChannelOptions['organisations'] = [
  { id: 'derby', name: 'Derby and Derbyshire (example)', people },
  { id: 'meadow', name: 'Meadow Trust (example)', people },
];

export async function serveTryPage(options: Partial<WebChannelOptions> & { readonly port?: number } = {}) {
  const bot = scriptedBot(() => channel);
  const channel = createWebChannel({
    take: bot.take,
    organisations,
    clock: createTrialClock(Date.now),
    sweep: async () => {},
    random: randomUUID,
    onFault: () => {},
    ...options,
  });
  const listener = createListener({
    host: '127.0.0.1',
    port: options.port ?? 0,
    routes: channel.routes,
    log: createLog('silent'),
    loopbackOnly: true,
  });
  const { port } = await listener.listen();
  return { bot, channel, port, origin: `http://127.0.0.1:${port}`, close: () => listener.close(0) };
}

export type TryPage = Awaited<ReturnType<typeof serveTryPage>>;
