/** The eight procedures that the chapter refers to, by name, with the local link where it is known. */
import { type ManualChapter, manualChapters, manualLink, type Organisation } from '../../rules/local.ts';
import type { ParagraphId } from '../../rules/outcome.ts';
import type { ListLine } from '../message.ts';
import { sayCites } from './cite.ts';
import type { LookUpEntry } from './entry.ts';

interface Procedure {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly asks: string;
  readonly when: string;
  readonly cites: readonly ParagraphId[];
}

const procedures: Readonly<Record<ManualChapter, Procedure>> = {
  'procedure:making-a-referral': {
    name: 'Making a Referral to Social Care',
    aliases: [
      'making a referral',
      'referral procedure',
      'how to refer',
      'how do I make a referral',
      'make a referral',
      'referral form',
      'thresholds',
      'threshold document',
      'MARF',
    ],
    asks: 'refer referral social care form procedure written confirm how',
    when: 'Whenever you refer a child to social care.',
    cites: ['p121'],
  },
  'procedure:exploitation': {
    name: 'Children at Risk of Exploitation (CRE)',
    aliases: ['CRE', 'exploitation procedure', 'children at risk of exploitation', 'CSE procedure', 'CCE procedure'],
    asks: 'exploitation sexual criminal county lines gang trafficking cse cce procedure',
    when: 'Any worry about sexual or criminal exploitation, or county lines.',
    cites: ['p238'],
  },
  'procedure:allegations': {
    name: 'Allegations Against Staff, Carers and Volunteers',
    aliases: [
      'allegations procedure',
      'allegations against staff',
      'managing allegations',
      'allegation against a teacher',
    ],
    asks: 'allegation allegations staff teacher carer volunteer foster lado procedure works with children',
    when: 'The adult works or volunteers with children, or fosters.',
    cites: ['p149', 'p157'],
  },
  'procedure:risk-to-others': {
    name: 'Children who Present a Risk of Harm to Others',
    aliases: [
      'risk of harm to others',
      'children who harm others',
      'harmful sexual behaviour procedure',
      'HSB procedure',
    ],
    asks: 'child harms other children peer on peer harmful sexual behaviour hsb bully procedure',
    when: 'A child may harm others, or looked at abuse pictures.',
    cites: ['p111', 'p226'],
  },
  'procedure:managing-individuals': {
    name: 'Managing Individuals who Pose a Risk of Harm to Children',
    aliases: ['managing individuals', 'risk to children procedure', 'sex offender procedure', 'person posing a risk'],
    asks: 'adult offender sex offender poses a risk register release procedure mappa',
    when: 'An adult who has or makes abuse pictures.',
    cites: ['p147'],
  },
  'procedure:radicalisation': {
    name: 'Safeguarding Children and Young People against Radicalisation and Violent Extremism',
    aliases: ['radicalisation procedure', 'violent extremism procedure', 'prevent procedure', 'extremism procedure'],
    asks: 'radicalisation extremism terrorism prevent channel procedure',
    when: 'A child may be exposed to extremist material.',
    cites: ['p236'],
  },
  'procedure:domestic-abuse': {
    name: 'Domestic Abuse',
    aliases: ['domestic abuse procedure', 'domestic violence procedure'],
    asks: 'domestic abuse violence coercive control tracker stalkerware partner procedure',
    when: 'Technology is used to control a partner or children.',
    cites: ['p54'],
  },
  'procedure:section-47': {
    name: 'Child Protection Section 47 Enquiries, Strategy Discussions / Meetings',
    aliases: ['section 47 procedure', 's47 procedure', 'strategy discussions procedure', 'child protection enquiries'],
    asks: 'section forty seven s47 enquiry strategy discussion meeting child protection procedure conference',
    when: 'Serious harm to a child is feared. Social care leads it.',
    cites: ['p123'],
  },
};

/** @param organisation none: the names, without a link. */
export function procedureEntries(organisation?: Organisation): readonly LookUpEntry[] {
  return manualChapters.map((id) => {
    const { name, aliases, asks, when, cites } = procedures[id];
    const lines: readonly ListLine[] = [linkLine(id, organisation), { text: [`When: ${when}`] }];
    return {
      id,
      kind: 'procedure',
      name: `Procedure: ${name}`,
      aliases: [name, ...aliases],
      asks,
      about: when,
      facts: () => ({
        heading: name,
        lines,
        whole: [
          { kind: 'list', lines },
          { kind: 'text', tone: 'quiet', text: [`The chapter refers to it. ${sayCites(cites)}`] },
        ],
      }),
    };
  });
}

function linkLine(id: ManualChapter, organisation: Organisation | undefined): ListLine {
  const link = organisation && manualLink(organisation, id);
  if (!link) return { text: ['We have no confirmed link. Look in your local procedures.'] };
  if (link.exact) return { text: [{ link: link.url, label: 'Read the procedure' }, '.'] };
  return {
    text: [{ link: link.url, label: 'Find it in your procedures' }, '. We have no confirmed link to the page.'],
  };
}
