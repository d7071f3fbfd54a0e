/**
 * `npm run -s faults`: people in mid-conversation while the store, the program or the platform fails, and what they
 * saw. Writes docs/reliability.md from it.
 *
 *   --people 50     in each fault
 *   --seconds 60    how long a platform's fault lasts
 *   --quick         4 people, 5 seconds
 *   --only NAME     scenes whose name holds NAME; docs/reliability.md is left as it is
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { table } from '../common/figures.ts';
import { lives, repeatsIn } from '../common/lives.ts';
import { happens } from '../common/wait.ts';
import { type Fault, type Stage, scenes } from './scenes.ts';

const { values: given } = parseArgs({
  options: {
    people: { type: 'string', default: '50' },
    seconds: { type: 'string', default: '60' },
    quick: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
  },
});
const people = given.quick ? 4 : Number(given.people);
const seconds = given.quick ? 5 : Number(given.seconds);
/** Whoever has not come to the end so long after the fault is lost. */
const recoveryMs = 120_000;
const columns = [
  'store',
  'fault',
  'told "may not be saved"',
  'silent at most, s',
  'lost',
  'doubled',
  'notices',
  'all done after, s',
];

interface Seen {
  readonly cells: readonly (string | number)[];
  readonly holds: boolean;
}

async function tried(stage: Stage, scene: string, [name, fault]: readonly [string, Fault]): Promise<Seen> {
  const noticesBefore = stage.world.notices().length;
  let endsAt = Number.POSITIVE_INFINITY;
  const talkers = Array.from({ length: people }, () => stage.world.talker(() => stage.program().base));
  for (const talker of talkers) {
    await talker.starts()();
    await happens(() => talker.texts().length > 0, 30_000);
  }
  const all = talkers.map((talker) => lives(talker, () => endsAt));
  await fault({ ...stage, hold: () => sleep(seconds * 1000) });
  const healed = performance.now();
  endsAt = healed + recoveryMs;
  const lived = await Promise.all(all);
  const lost = lived.filter(({ finished }) => !finished).length;
  await happens(() => stage.world.notices().length - noticesBefore >= people, 60_000);
  await sleep(2_000);
  const doubled = talkers.reduce((sum, talker) => sum + repeatsIn(talker), 0);
  const notices = stage.world.notices().length - noticesBefore;
  const cells = [
    scene,
    name,
    lived.reduce((sum, { told }) => sum + told, 0),
    (Math.max(...lived.map(({ silence }) => silence)) / 1000).toFixed(1),
    lost,
    doubled,
    `${notices} of ${people}`,
    (Math.max(0, ...lived.map(({ finishedAt }) => finishedAt - healed)) / 1000).toFixed(1),
  ];
  return { cells, holds: lost === 0 && doubled === 0 && notices === people };
}

const seen: Seen[] = [];
for (const { name, begin, faults } of scenes.filter((scene) => scene.name.includes(given.only))) {
  const stage = await begin().catch((error) => {
    seen.push({
      cells: [name, `not tried: ${error instanceof Error ? error.message.split('\n')[0] : 'unknown'}`],
      holds: false,
    });
  });
  if (!stage) continue;
  try {
    for (const fault of Object.entries(faults)) {
      process.stderr.write(`${name}: ${fault[0]}\n`);
      const found = await tried(stage, name, fault).catch((error) => ({
        cells: [name, fault[0], `not tried: ${error instanceof Error ? error.message.split('\n')[0] : 'unknown'}`],
        holds: false,
      }));
      seen.push(found);
      process.stderr.write(`  ${found.cells.slice(2).join(' · ')}${found.holds ? '' : '  DOES NOT HOLD'}\n`);
      stage.world.well();
    }
  } finally {
    await stage.stop();
  }
  if (given.only === '') await writeFile(join(import.meta.dirname, '..', '..', 'docs', 'reliability.md'), page());
}
process.stdout.write(
  `${table(
    columns,
    seen.map(({ cells }) => cells),
  )}\n`,
);
if (seen.some(({ holds }) => !holds)) process.exitCode = 1;

function page(): string {
  const date = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'Europe/London' }).format(new Date());
  return `# What happens when something fails

Written by \`npm run -s faults\` on ${date}, from what it saw: ${people} people in mid-conversation in each fault, a platform's fault for ${seconds} s, the real program on real stores, stand-ins for Slack and Teams. Seconds depend on the machine and on how busy it was.

Each person presses on as people do: again after 10 s without a word, or once told that the press may not have been saved. **Lost**: not at their answer two minutes after the fault. **Doubled**: messages that say the same as another in the same chat. **Notices**: what reached the leads' channel.

${table(
  columns,
  seen.map(({ cells }) => cells),
)}
`;
}
