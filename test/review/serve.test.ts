/** The pack over HTTP: its first page comes at once, it is made beside the program, and only for whom it is. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { expect, test } from 'vitest';
import type { HttpRequest } from '../../src/http/route.ts';
import { createMaking, type Making } from '../../src/review/making.ts';
import { packOf } from '../../src/review/pack.ts';
import { reviewRoutes } from '../../src/review/serve.ts';
import { reviewSite } from '../../src/review/site.ts';
import { contextOf, example } from '../support/every-message.ts';

const { organisation, calendar, now } = contextOf(example, 'a normal morning');
const request = {} as HttpRequest;

function served(making: Making, organisationFor = (): typeof organisation | undefined => organisation) {
  const routes = reviewRoutes({ organisationFor, now: () => now, making });
  return {
    files: routes.map(({ path }) => path.replace('/review/', '')).filter((path) => path !== '/review'),
    get: async (file: string) => {
      const route = routes.find(({ path }) => path === `/review/${file}`);
      if (!route) throw new Error(`no ${file}`);
      return route.handle(request);
    },
  };
}

test('all of it is served, made in a thread of its own, while the program goes on', { timeout: 120_000 }, async () => {
  const making = createMaking();
  const { files, get } = served(making);
  const site = reviewSite(packOf({ organisation, calendar, moment: now }), '');
  expect(files.toSorted()).toEqual([...site.keys()].toSorted());
  const delay = monitorEventLoopDelay();
  delay.enable();
  const first = await get('index.html');
  expect(String(first.body)).toContain('is being made');
  expect(String(first.body)).toContain('http-equiv="refresh"');
  const made = await making.site({ organisation, moment: now });
  delay.disable();
  // Making it takes seconds; whoever presses meanwhile waits for none of them.
  expect(delay.max / 1e6).toBeLessThan(500);
  expect(made.get('index.html')).toBe(site.get('index.html'));
  const page = await get('index.html');
  expect(page.body).toBe(site.get('index.html'));
  expect(page.headers?.['cache-control']).toBe('no-store');
});

test('whoever may not read it gets none of it, and nothing is made', async () => {
  let asked = 0;
  const making = createMaking(async () => {
    asked += 1;
    return new Map();
  });
  const { files, get } = served(making, () => undefined);
  for (const file of files) {
    const { status, body } = await get(file);
    expect(status, file).toBe(410);
    expect(String(body)).not.toContain(organisation.name);
  }
  expect(asked).toBe(0);
});

test('another organisation file is another pack; the same is made once, and what failed is made again', async () => {
  const wanted: string[] = [];
  const making = createMaking(async (each) => {
    wanted.push(each.organisation.name);
    if (wanted.length === 1) throw new Error('no room');
    return new Map([['index.html', each.organisation.name]]);
  });
  const { get } = served(making);
  await expect(get('review.css')).rejects.toThrow('no room');
  expect((await get('index.html')).body).toBe(organisation.name);
  await get('index.html');
  const other = served(making, () => ({ ...organisation, name: 'Another' }));
  expect((await other.get('index.html')).body).toBe('Another');
  expect(wanted).toEqual([organisation.name, organisation.name, 'Another']);
});
