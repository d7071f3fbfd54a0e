/** The organisations that a trial offers: the one in the file, and one that has filled in only what it must. */
import { type Organisation, organisationSchema } from '../rules/local.ts';

export interface TrialOrganisation {
  readonly id: string;
  readonly organisation: Organisation;
}

export function trialOrganisations(fromFile: Organisation): readonly [TrialOrganisation, ...TrialOrganisation[]] {
  return [
    { id: 'file', organisation: fromFile },
    { id: 'bare', organisation: bare },
  ];
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
