/** The organisation file changed under the running program: whoever is taken out is out without a restart. */
import { readFile, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { leadActWords, refusals } from '../../dialogs/words/leads.ts';
import { answers, started, until } from '../support/behaviour-space.ts';
import { slackSomebody } from '../support/slack-behaviour.ts';
import { accountOf, leadsChannel, type SlackSpace, slackSpace } from '../support/slack-space.ts';

let space: SlackSpace;
beforeAll(async () => {
  space = await slackSpace();
});
afterAll(() => space.stop());

it('takes a lead out at once, and goes on with the last good file where the new one cannot be used', async () => {
  await answers(await started({ somebody: () => slackSomebody(space.api)(space.somebody()) }));
  await until(() => expect(space.api.messages.some(({ channel }) => channel === leadsChannel)).toBe(true));
  const card = () => space.api.messages.find(({ channel, thread }) => channel === leadsChannel && !thread);
  const shown = () => JSON.stringify(card());

  const lead = space.named('lead');
  const before = await readFile(space.organisationFile, 'utf8');
  await writeFile(space.organisationFile, before.replaceAll(accountOf('lead'), accountOf('newcomer')));
  await until(() => expect(space.output()).toContain('organisation.changed'));
  await lead.pressesOn(card(), leadActWords.take);
  await until(() => expect(JSON.stringify(lead.messages())).toContain(refusals.hidden));
  expect(shown()).toContain('Nobody has it yet');
  await space.named('newcomer').pressesOn(card(), leadActWords.take);
  await until(() => expect(shown()).toContain('Lead has it'));

  await writeFile(space.organisationFile, 'name: [');
  await until(() => expect(space.output()).toContain('Until then the one before it goes on.'));
  await space.started();
  await writeFile(space.organisationFile, before);
});

it('without the site of a concern that runs: its reporter hears that nobody there can be told', async () => {
  const person = await started({ somebody: () => slackSomebody(space.api)(space.somebody()) });
  await answers(person);
  await until(() => expect(person.told().join()).toContain('We are telling'));
  const written = await readFile(space.organisationFile, 'utf8');
  await writeFile(space.organisationFile, written.replace('id: school', 'id: renamed'));
  await until(() => expect(JSON.stringify(space.api.dm(person.user))).toContain('has left the list of leads'));
});
