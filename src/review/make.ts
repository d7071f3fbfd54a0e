/** A thread of its own that makes a pack, so that whoever waits for the bot does not wait for it: told file by file. */
import { parentPort, workerData } from 'node:worker_threads';
import { committedCalendar } from '../../rules/calendar.ts';
import type { PackWanted } from './making.ts';
import { packOf } from './pack.ts';
import { packScript } from './script.ts';
import { reviewSite } from './site.ts';

const { organisation, moment } = workerData as PackWanted;
const script = packScript();
const pack = packOf({ organisation, calendar: committedCalendar, moment });
for (const file of reviewSite(pack, await script)) parentPort?.postMessage(file);
