/** The organisations that a trial offers: the one in the file, and one that has filled in only what it must. */
import { type Organisation, organisationSchema, type Person, type Site } from '../rules/local.ts';

export interface TrialOrganisation {
  readonly id: string;
  readonly organisation: Organisation;
}

export function trialOrganisations(fromFile: Organisation): readonly [TrialOrganisation, ...TrialOrganisation[]] {
  return [
    { id: 'file', organisation: withIdsOfTheirOwn(fromFile) },
    { id: 'bare', organisation: bare },
  ];
}

/** On the try page a person's id is their account, so the leads of two sites must not both be called `lead`. */
function withIdsOfTheirOwn(organisation: Organisation): Organisation {
  return { ...organisation, sites: organisation.sites.map((site, i) => renamed(site, (id) => `${id}-${i + 1}`)) };
}

function renamed({ leads, deputies, head, chair, ...site }: Site, rename: (id: string) => string): Site {
  const as = (person: Person): Person => ({ ...person, id: rename(person.id) });
  return {
    ...site,
    leads: leads.map(as),
    deputies: deputies.map(as),
    ...(head && { head: as(head) }),
    ...(chair && { chair: as(chair) }),
  };
}

/** Shows how missing numbers are said, and a nation whose bank holidays differ. Its one number is Ofcom's for drama. */
const bare = organisationSchema.parse({
  name: 'Example school in Scotland, with no numbers filled in',
  councils: [{ id: 'council', name: 'Example Council', nation: 'scotland', childrensSocialCare: {} }],
  sites: [
    {
      id: 'school',
      name: 'Example School',
      kind: 'school',
      ladoArea: 'council',
      leads: [
        {
          id: 'lead',
          name: 'The safeguarding lead',
          phone: '01632 960199',
          cover: { monday: '09:00-17:00', bankHolidays: 'closed' },
        },
      ],
    },
  ],
});
