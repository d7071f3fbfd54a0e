/** Everything that concerns a picture comes with a picture, whatever the topic, and only with one. Over every vector. */
import { expect, test } from 'vitest';
import { decide } from '../../rules/decide.ts';
import { type Facts, settled, type Topic, topics } from '../../rules/facts.ts';
import { dueRoutes, ids } from '../support/decisions.ts';
import { everyVector } from '../support/space.ts';

/** What decides whether there is a picture, as a person would say it. */
function hasPicture({ topics: [topic], ...facts }: Facts): boolean {
  const maybe = (value: string | undefined) => value === 'yes' || value === 'unsure';
  const by: Readonly<Record<Topic, boolean>> = {
    blackmail: true,
    imagery: true,
    exposure: true,
    adult: facts.adultConduct !== 'contact',
    bullying: maybe(facts.upskirting) || maybe(facts.nudesInvolved),
    content: facts.contentKind === 'childAbuseImages' || facts.contentKind === 'unsure',
    extremism: false,
    harmfulSites: false,
    domesticAbuse: false,
    other: false,
  };
  return by[topic as Topic];
}

const deciding = ['danger', 'adultConduct', 'upskirting', 'nudesInvolved', 'contentKind', 'childKnown'] as const;
const aboutPicture = ['look', 'copy-or-send', 'delete-yet'];

test.each(topics)('%s', (topic) => {
  for (const facts of everyVector(deciding, settled({ topics: [topic] }))) {
    const { donts } = decide(facts);
    const said = aboutPicture.filter((id) => ids(donts).includes(id));
    expect(said, JSON.stringify(facts)).toEqual(hasPicture(facts) ? aboutPicture : []);
  }
});

test('a picture under clothes goes to the police too', () => {
  for (const upskirting of ['yes', 'unsure'] as const)
    expect(dueRoutes(decide(settled({ topics: ['bullying'], danger: 'no', upskirting })))).toContain('police');
});

test('where suicide may be spoken of there are helplines, and one question may be asked', () => {
  for (const topic of ['harmfulSites', 'blackmail'] as const) {
    const { duties, dos, donts } = decide(settled({ topics: [topic], danger: 'no' }));
    const offered = duties.map(({ route }) => route);
    for (const route of ['service:papyrus', 'service:samaritans', 'service:childline', 'service:shout'] as const)
      expect(offered).toContain(route);
    expect(ids(dos)).toContain('ask-about-suicide');
    expect(ids(donts)).not.toContain('question-or-search');
  }
  expect(ids(decide(settled({ topics: ['bullying'], danger: 'no' })).donts)).toContain('question-or-search');
});
