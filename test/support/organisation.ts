/** A small organisation for tests. Every number is one of Ofcom's for drama. */
import { type Organisation, organisationSchema } from '../../rules/local.ts';

const contact = (name: string, phone: string, more: Record<string, unknown> = {}) => ({
  name,
  phone,
  lastChecked: '2026-11-01',
  source: 'a page',
  ...more,
});

export const writtenOrganisation = {
  name: 'Test organisation',
  councils: [
    {
      id: 'north',
      name: 'North Council',
      nation: 'england-and-wales',
      childrensSocialCare: {
        officeHours: contact('North office', '01632 960001', {
          hours: { weekdays: '09:00-17:00', bankHolidays: 'closed' },
        }),
        outOfHours: contact('North night', '01632 960002', {
          hours: { weekdays: '17:00-09:00', weekends: 'all day', bankHolidays: 'all day' },
        }),
        writtenFollowUp: { withinHours: 48, how: 'use the form.', source: 'a page' },
      },
      advice: contact('North advice', '01632 960003', { hours: { weekdays: '10:00-12:00', bankHolidays: 'closed' } }),
      lado: contact('North LADO', '01632 960004'),
      police: contact('North Police', '101'),
    },
    {
      id: 'south',
      name: 'South Council',
      nation: 'scotland',
      childrensSocialCare: { officeHours: contact('South office', '01632 960011') },
    },
    { id: 'bare', name: 'Bare Council', nation: 'northern-ireland', childrensSocialCare: {} },
  ],
  sites: [
    {
      id: 'school',
      name: 'A school',
      kind: 'school',
      ladoArea: 'north',
      leads: [
        { id: 'lead', name: 'Lead', phone: '01632 960021', cover: { weekdays: '08:00-16:00', bankHolidays: 'closed' } },
      ],
      deputies: [
        {
          id: 'deputy',
          name: 'Deputy',
          phone: '01632 960022',
          cover: { weekdays: '10:00-18:00', bankHolidays: 'closed' },
        },
      ],
      head: {
        id: 'head',
        name: 'Head',
        phone: '01632 960023',
        cover: { weekdays: '07:00-20:00', bankHolidays: '10:00-12:00' },
      },
      chair: { id: 'chair', name: 'Chair', phone: '01632 960024', cover: 'always' },
    },
    {
      id: 'scottish-fostering',
      name: 'A fostering service',
      kind: 'fostering',
      ladoArea: 'south',
      leads: [
        { id: 'duty', name: 'Duty', phone: '01632 960031', cover: { weekdays: '09:00-17:00', bankHolidays: 'closed' } },
      ],
    },
    {
      id: 'team',
      name: 'A social work team',
      kind: 'socialCare',
      ladoArea: 'north',
      leads: [{ id: 'manager', name: 'Duty manager', phone: '01632 960041', cover: 'always' }],
    },
  ],
};

/** Every site has a channel in Slack; nobody has an account there. */
export const withChannels = {
  sites: writtenOrganisation.sites.map((site) => ({ ...site, channel: { slack: `C-${site.id}` } })),
};

/** On leave for as long as anybody tests: whom the program tells first must not depend on the hour of the test. */
const off = { away: [{ from: '2020-01-01', to: '2098-12-31' }] };

/**
 * The school, with a channel for its leads on this platform; everybody named has an account there.
 *
 * @param onCover who can act now, by id; the others are off
 */
export function staffedSchool(
  platform: 'slack' | 'teams',
  channel: string,
  accountOf: (id: string) => string,
  onCover: readonly string[] = [],
) {
  const [school] = writtenOrganisation.sites;
  const known = <T extends { readonly id: string }>(person: T | undefined) =>
    person && {
      ...person,
      [platform]: accountOf(person.id),
      ...(onCover.includes(person.id) ? { cover: 'always' } : off),
    };
  return {
    ...school,
    channel: { [platform]: channel },
    leads: school?.leads.map(known),
    deputies: school?.deputies?.map(known),
    head: known(school?.head),
    chair: known(school?.chair),
  };
}

export function organisationWith(changes: Record<string, unknown> = {}): Organisation {
  return organisationSchema.parse({ ...writtenOrganisation, ...changes });
}
