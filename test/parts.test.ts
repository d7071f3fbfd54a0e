import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

it('the page about security says of every part why it is there, and of no other', () => {
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
  const page = readFileSync('docs/security.md', 'utf8').split('## What it is made of')[1] ?? '';
  const rows = [...page.matchAll(/^\| `([^`]+)` \| ([^|]+) \| ([^|]+) \|$/gm)];
  expect(rows.map(([, name]) => name)).toEqual(Object.keys(dependencies).toSorted());
});
