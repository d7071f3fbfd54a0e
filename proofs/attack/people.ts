/** Attacks from within: one person's buttons, links and requests in another's hands, sent again, or in another workspace. */
import { slackPerson } from '../../test/support/slack-person.ts';
import { slackTalkers } from '../common/talkers.ts';
import { until } from '../common/wait.ts';
import { type Attack, settled } from './doors.ts';
import { leadsChannel, type Target } from './target.ts';

let people = 0;
async function started(target: Target) {
  const base = () => target.program.base;
  const talker = slackTalkers(target.slack)(`U0PERSON${String(++people).padStart(4, '0')}`, base);
  await talker.starts()();
  await until('the first question', () => talker.texts().length === 1, 30_000);
  return talker;
}

export const replayed: Attack = async (target) => {
  const person = await started(target);
  const press = person.answer();
  await Promise.all(Array.from({ length: 20 }, press));
  await settled(target);
  for (let again = 0; again < 5; again++) await press();
  await settled(target);
  if (person.texts().length !== 2) target.note(`replayed: ${person.texts().length - 1} next questions instead of one`);
  return 25;
};

/** Every button that A was ever shown is pressed by B, by a lead, and in another workspace. */
export const swappedTokens: Attack = async (target) => {
  const person = await started(target);
  for (let answers = 0; answers < 3; answers++) {
    const before = person.texts().length;
    await person.answer()();
    await until('the next question', () => person.texts().length > before, 30_000);
  }
  await settled(target);
  const stood = JSON.stringify(person.texts());
  const values = [
    ...JSON.stringify(target.slack.dm(person.user)).matchAll(/"value":"([0-9a-z]+\.[\w-]+\.[\w-]{22})"/g),
  ].map(([, value]) => value);
  if (values.length === 0) target.note('swapped: no button was found');
  const base = () => target.program.base;
  const others = [
    slackPerson({ base, api: target.slack }, 'U0OTHER1', { team: 'T1' }),
    slackPerson({ base, api: target.slack }, 'U0LEAD', { team: 'T1' }),
    slackPerson({ base, api: target.slack }, person.user, { team: 'T2' }),
  ];
  let sent = 0;
  for (const value of values) {
    for (const other of others) {
      const { status } = await other.interact(other.pressBody(value));
      if (status >= 500) target.note(`swapped: ${status}`);
      sent++;
    }
  }
  await settled(target);
  if (JSON.stringify(person.texts()) !== stood) target.note('swapped: it moved the other person on');
  const told = JSON.stringify([
    target.slack.dm('U0OTHER1'),
    target.slack.forOne.filter(({ user }) => user === 'U0OTHER1'),
  ]);
  if (/Question [2-9]|Answered/.test(told)) target.note('swapped: it told of the other person');
  return sent;
};

/** Whoever is no lead presses what stands in the leads' channel, and opens links that were given to another. */
export const notALead: Attack = async (target) => {
  const person = await started(target);
  while (!person.texts().some((text) => text.startsWith('Your answer'))) {
    const before = person.texts().length;
    await person.answer()();
    await until('the next message', () => person.texts().length > before, 30_000);
  }
  await settled(target);
  const cards = target.slack.messages.filter(({ channel }) => channel === leadsChannel);
  if (cards.length === 0) target.note('no lead: no notice came');
  const stood = JSON.stringify(cards);
  const base = () => target.program.base;
  const other = slackPerson({ base, api: target.slack }, 'U0NOBODY', { team: 'T1' });
  let sent = 0;
  for (const [, value] of stood.matchAll(/"value":"([^"]+)"/g)) {
    await other.interact(other.pressBody(value, { channel: { id: leadsChannel }, message: { ts: cards[0]?.ts } }));
    sent++;
  }
  await settled(target);
  if (JSON.stringify(target.slack.messages.filter(({ channel }) => channel === leadsChannel)) !== stood)
    target.note('no lead: the notice changed');
  const told = JSON.stringify([
    target.slack.dm('U0NOBODY'),
    target.slack.forOne.filter(({ user }) => user === 'U0NOBODY'),
  ]);
  if (/\/record#|Details|Reported by/.test(told)) target.note('no lead: it told of the concern');

  const key: string | undefined = /\/record#([\w.-]+)/.exec(JSON.stringify(target.slack.dm(person.user)))?.[1];
  if (key !== undefined) {
    for (let at = 0; at < key.length; at += 7) {
      const changed: string = `${key.slice(0, at)}${key[at] === 'A' ? 'B' : 'A'}${key.slice(at + 1)}`;
      const answer = await target.send('/record', {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: `key=${changed}`,
      });
      if (answer && answer.status < 400 && changed !== key) target.note('a link that was changed opens');
      sent++;
    }
  }
  return sent;
};
