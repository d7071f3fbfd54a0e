/** The real program: the record is opened from a trial's try page, and a service says what keeps leads from hearing. */

import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { questionWords } from '../../dialogs/words/questions.ts';
import { buttonWords } from '../../dialogs/words/screens.ts';
import type { PageEntry } from '../../src/channels/web/view.ts';
import { trialSecrets } from '../../src/seal/keys.ts';
import { dataFolder } from '../support/data-folder.ts';
import { organisationFile, startProgram } from '../support/program.ts';
import { keyOf, pressedOpen } from '../support/staffed.ts';
import { act, open, watch } from '../support/web-client.ts';

it('a trial opens the record from the try page, and its log keeps nothing of the link', async () => {
  const folder = dataFolder('pages');
  const program = await startProgram({ DATA_DIR: folder });
  try {
    const { base } = program;
    const session = await open(base);
    let entries: readonly PageEntry[] = [];
    const { topics, aboutBullying } = questionWords;
    const answers = ['no', '1', topics.options.bullying.label, aboutBullying.options.none.label, 'no'];
    for (const text of ['', 'start', ...answers]) {
      if (text !== '') await act(base, { act: 'text', session, text });
      // What is typed while a question is on its way is not taken for its answer.
      ({ entries } = await watch(base, session, (all) => all.length > entries.length));
    }
    await act(base, { act: 'text', session, text: buttonWords.record });
    const isLinked = (entry: PageEntry) => JSON.stringify(entry).includes('/record#');
    const shown = await watch(base, session, (all) => all.some(isLinked) && all.some(({ place }) => place === 'leads'));
    const link = /http:[^ "|\\>)]*\/record#[^ "|\\>)]+/.exec(JSON.stringify(shown.entries))?.[0] ?? '';
    const token = keyOf(link);
    expect(await (await fetch(link)).text()).not.toContain('Record of a safeguarding concern');
    const page = await pressedOpen(link);
    expect(link.startsWith(`${base}/record`)).toBe(true);
    expect([page.status, await page.text()]).toEqual([
      200,
      expect.stringContaining('Record of a safeguarding concern'),
    ]);
    expect(program.output()).not.toContain(token.slice(-20));
    expect(await (await fetch(`${base}/readyz`)).json()).toMatchObject({ ready: true, findings: {} });
  } finally {
    await program.stop();
    await rm(folder, { recursive: true });
  }
});

it('a service names at its start, in its log and at /readyz what keeps leads from hearing, and is ready', async () => {
  const folder = dataFolder('ready');
  const organisation = await organisationFile({ workspaces: { slack: ['T1'], teams: [] } });
  const { secretKeys, indexSecret } = trialSecrets(randomBytes);
  const program = await startProgram({
    DATA_DIR: folder,
    ORGANISATION_FILE: organisation.path,
    SECRET_KEYS: secretKeys,
    INDEX_SECRET: indexSecret,
    SLACK_SIGNING_SECRET: 'a'.repeat(32),
    SLACK_BOT_TOKEN: 'xoxb-1',
    SLACK_API_URL: 'http://127.0.0.1:9/api/',
  });
  try {
    const ready = await fetch(`${program.base}/readyz`);
    expect([ready.status, await ready.json()]).toMatchObject([
      200,
      { ready: true, findings: { 'nobody-reachable': 3 } },
    ]);
    expect(program.output()).toContain('Note: A school, Slack: No lead can be reached here');
    expect(program.output()).toMatch(/"event":"leads.finding".*"kind":"nobody-reachable".*"check":"school"/);
  } finally {
    await program.stop();
    await organisation.remove();
    await rm(folder, { recursive: true });
  }
});
