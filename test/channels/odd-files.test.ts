/** Organisation files that are allowed and odd: whatever is in them, an answer can be drawn and has something to do now. */
import { expect, it } from 'vitest';
import type { Message } from '../../dialogs/message.ts';
import { plainText } from '../../dialogs/plain.ts';
import { fold, startEntry } from '../../dialogs/state.ts';
import { show } from '../../dialogs/view.ts';
import type { Contact, Council, Organisation, Person, Site } from '../../rules/local.ts';
import { renderSlack } from '../../src/channels/slack/render.ts';
import { renderTeams } from '../../src/channels/teams/render.ts';
import { bare, contextOf, example, sample, singlePaths, statesOn } from '../support/every-message.ts';

const long = (name: string) => `${name} ${'of a long name '.repeat(14)}`.slice(0, 200);
const rename = <T extends { readonly name: string }>(one: T): T => ({ ...one, name: long(one.name) });

function contactsChanged(organisation: Organisation, change: (contact: Contact) => Contact): Organisation {
  const maybe = (contact: Contact | undefined) => contact && change(contact);
  const councils = organisation.councils.map(({ childrensSocialCare: care, advice, lado, police, ...council }) => ({
    ...council,
    childrensSocialCare: { ...care, officeHours: maybe(care.officeHours), outOfHours: maybe(care.outOfHours) },
    advice: maybe(advice),
    lado: maybe(lado),
    police: maybe(police),
  })) as readonly Council[];
  return { ...organisation, councils: [...councils] };
}

function named200(organisation: Organisation): Organisation {
  const people = <T extends Person | undefined>(person: T): T => (person ? rename(person as Person) : person) as T;
  const sites = organisation.sites.map(
    (site): Site => ({
      ...rename(site),
      leads: site.leads.map(people),
      deputies: site.deputies.map(people),
      head: people(site.head),
      chair: people(site.chair),
    }),
  );
  const councils = organisation.councils.map(rename);
  return contactsChanged({ ...organisation, name: long(organisation.name), sites, councils }, rename);
}

const withoutNumbers = ({ phone: _, email: __, ...contact }: Contact): Contact => ({
  ...contact,
  url: 'https://example.org/report',
});

const token = () => 'a-token-of-a-button';
const doable = /\b(999|101|\d{5} \d{5,6}|0\d{3} \d{3} \d{4})\b|https:\/\//;

it.each<[string, Organisation]>([
  ['names of 200 characters', named200(example)],
  ['contacts without a number', contactsChanged(example, withoutNumbers)],
  ['nothing filled in but what must be', bare],
  ['nothing filled in, and long names', named200(bare)],
])('%s', { timeout: 90_000 }, (_, organisation) => {
  const begun = fold([startEntry(false)]);
  for (const moment of ['a normal morning', 'Christmas Eve at 18:30'] as const) {
    const context = contextOf(organisation, moment);
    for (const [choice, path] of sample(singlePaths(), 160).entries()) {
      const states = [...statesOn(path, context, choice, begun)];
      for (const state of states) {
        const told = state.safe.length > 0 ? 'picked' : 'sent';
        const { messages, isAnswer } = show({ show: 'step' }, state, context, told, { reference: 'AB12-CD34' });
        for (const message of messages) {
          expect(() => [renderSlack(message, token), renderTeams(message, token)]).not.toThrow();
        }
        if (isAnswer) expect(before(messages[0] as Message)).toMatch(doable);
      }
    }
  }
});

/** What is seen before anything is unfolded. */
const before = (message: Message) =>
  plainText({ ...message, blocks: message.blocks.filter(({ kind }) => kind !== 'fold') });
