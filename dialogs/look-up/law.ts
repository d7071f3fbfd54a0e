/**
 * Law notes: what the chapter says, what the Act says, and our corrections, shown as ours. Background, never a route:
 * no answer depends on anything here. England and Wales.
 */
import type { ParagraphId } from '../../rules/outcome.ts';
import { serviceById } from '../../rules/services.ts';
import type { Block, ListLine, Rich } from '../message.ts';
import { sayCites } from './cite.ts';
import type { LookUpEntry } from './entry.ts';

/** `checked` is false where no page was seen for it: it is then said to be unchecked. */
export interface Correction {
  readonly chapter: string;
  readonly act: string;
  readonly checked: boolean;
}

export interface LawNote {
  readonly id: string;
  readonly title: string;
  readonly asks: string;
  /** What can be said without correcting anybody. */
  readonly says: readonly string[];
  readonly corrections: readonly Correction[];
  /** Ids of kind law in rules/data/services.json. */
  readonly acts: readonly string[];
  readonly cites: readonly ParagraphId[];
  readonly encodes: readonly string[];
}

export const lawNotes: readonly LawNote[] = [
  {
    id: 'law:indecent-images',
    title: 'Law: indecent pictures of anyone under 18',
    asks: 'illegal sexting nude nudes naked picture image photo child pornography possession sharing making downloading indecent pseudo photograph ai deepfake',
    says: [
      'A child here means anyone under 18. Pictures made by computer that look like photos count too.',
      'It is a crime to take, make, share, show, have or advertise such a picture. Downloading one counts as making it.',
      'So do not copy, send, save or print one, not even to show your lead.',
      'An adult who makes, downloads or shares such pictures has broken the law. Police must always be told.',
    ],
    corrections: [
      {
        chapter: 'these adults break the Sexual Offences Act 2003.',
        act: 'the crimes are in section 1 of the Protection of Children Act 1978 and section 160 of the Criminal Justice Act 1988. Section 45 of the 2003 Act only raised the age to 18.',
        checked: true,
      },
      {
        chapter: 'just having a picture falls under section 1 of the 1978 Act.',
        act: 'section 1 covers having it with a view to showing or sharing it. Just having it is section 160 of the 1988 Act.',
        checked: true,
      },
    ],
    acts: ['poca-1978-s1', 'cja-1988-s160', 'soa-2003-s45'],
    cites: ['p81', 'p145'],
    encodes: ['R25', 'R26', 'R75'],
  },
  {
    id: 'law:sexual-messages',
    title: 'Law: an adult who sends a child sexual messages',
    asks: 'sexual communication chat texting grooming messages adult dm groomer under sixteen',
    says: ['It is a crime for an adult to send sexual messages to a child under 16, or to try to get them back.'],
    corrections: [
      {
        chapter: 'the adult must believe that the child is under 16.',
        act: 'the child is under 16, and the adult does not reasonably believe that they are 16 or over. The adult acts for sexual pleasure, which the chapter leaves out.',
        checked: true,
      },
    ],
    acts: ['soa-2003-s15a', 'sca-2015-s67'],
    cites: ['p83'],
    encodes: ['R27'],
  },
  {
    id: 'law:meeting-a-child',
    title: 'Law: meeting a child after grooming',
    asks: 'grooming meet meeting arrange travel once one occasion under sixteen groomer',
    says: [
      'It is a crime for an adult to arrange to meet a child under 16 for sexual abuse after only one earlier contact. It used to be two.',
    ],
    corrections: [
      {
        chapter: 'the Serious Crime Act 2015 made that change.',
        act: 'section 36 of the Criminal Justice and Courts Act 2015 made it. The crime itself is section 15 of the Sexual Offences Act 2003.',
        checked: true,
      },
    ],
    acts: ['soa-2003-s15', 'cjca-2015-s36'],
    cites: ['p83'],
    encodes: ['R28'],
  },
  {
    id: 'law:showing-pornography',
    title: 'Law: letting a child watch pornography',
    asks: 'showing porn pornography child watch adult film obscene encouraging view',
    says: [
      'Letting or urging a child to watch pornography, or extreme material, can be a crime. It needs to be looked into.',
    ],
    corrections: [
      {
        chapter: 'it is against the law, with no limits given.',
        act: 'it turns on the age (under 16), the purpose and the material. See section 12 of the Sexual Offences Act 2003.',
        checked: false,
      },
    ],
    acts: [],
    cites: ['p85'],
    encodes: ['R29'],
  },
  {
    id: 'law:upskirting',
    title: 'Law: upskirting',
    asks: 'upskirt upskirting skirt under clothes clothing voyeurism voyeur picture prison sentence',
    says: [
      'Upskirting is taking a picture under clothes, for sexual pleasure or to humiliate, distress or alarm. It is a crime, linked with bullying and grooming. Report it to the police.',
      'It has been a crime of its own since 12 April 2019. The most a Crown Court can give is two years in prison.',
    ],
    corrections: [
      {
        chapter: 'the victim does not know of the picture.',
        act: 'the test is that the victim did not consent.',
        checked: true,
      },
      {
        chapter: 'the Act was introduced on 21 June 2018.',
        act: 'that was the Bill. It became an Act on 12 February 2019.',
        checked: true,
      },
      {
        chapter: 'the lower court can give one year and or a fine, and a more serious crime goes to the Crown Court.',
        act: 'they are the same crimes, and either court can try them. The lower court has its general limit.',
        checked: true,
      },
    ],
    acts: ['voyeurism-2019'],
    cites: ['p87', 'p218'],
    encodes: ['R31', 'R32', 'R147'],
  },
  {
    id: 'law:intimate-pictures',
    title: 'Law: cyberflashing, fake nudes and sharing intimate pictures',
    asks: 'cyberflashing cyber flashing dick pic deepfake fake nude ai nudify intimate image threat to share revenge porn',
    says: [
      'Sending a picture of genitals unasked, and sharing or threatening to share an intimate picture without consent, are crimes since 31 January 2024. Fakes count.',
      'A 2025 Act makes it a crime to make, or ask for, a fake intimate picture of an adult without consent. We could not confirm from when.',
      'A picture of anyone under 18 always falls under the 1978 and 1988 Acts, real or fake.',
    ],
    corrections: [{ chapter: 'nothing about these crimes.', act: 'they are in force, so we add them.', checked: true }],
    acts: ['osa-2023-image-offences', 'duaa-2025-s138'],
    cites: ['p81'],
    encodes: [],
  },
  {
    id: 'law:bullying',
    title: 'Law: online bullying',
    asks: 'cyberbullying bullying harassment stalking threats hate crime malicious communications trolling discrimination illegal',
    says: [
      'Bullying is not a crime by that name.',
      'Harassment, stalking, threats of violence and stirring others up to crime are crimes.',
      'Other laws reach hate crime and discrimination.',
    ],
    corrections: [
      {
        chapter: 'malicious communications are a crime, by the older Acts.',
        act: 'since 31 January 2024 the Online Safety Act 2023 has crimes of false and of threatening messages (sections 179 and 181). They replaced parts of the older Acts.',
        checked: true,
      },
    ],
    acts: ['osa-2023-communications'],
    cites: ['p224'],
    encodes: ['R155', 'R156'],
  },
  {
    id: 'law:new-acts',
    title: 'Law: newer than the chapter',
    asks: 'crime and policing act 2026 online safety act 2023 new law ai tools nudification legal duty mandatory reporting section 66 platforms',
    says: [
      'Crime and Policing Act 2026: new crimes on AI tools that make child abuse pictures or nudes, and rules for sites and apps on taking pictures down. We could not confirm which parts are in force.',
      'We could not check if it changes what staff must do by law. Ask your safeguarding lead. What this bot tells you to do stands either way.',
      'Online Safety Act 2023, section 66: sites and apps must report child sexual abuse content to the National Crime Agency. It is about them, not about staff.',
    ],
    corrections: [],
    acts: ['crime-policing-2026', 'osa-2023-csea-reporting'],
    cites: [],
    encodes: [],
  },
];

export function lawEntries(): readonly LookUpEntry[] {
  return lawNotes.map((note) => ({
    id: note.id,
    kind: 'law',
    name: note.title,
    aliases: note.acts.flatMap((act) => [serviceById(act).name, ...(serviceById(act).aliases ?? [])]),
    asks: `law legal illegal crime offence act ${note.asks}`,
    about: note.says.join(' '),
    draw: () => drawLaw(note),
  }));
}

function drawLaw({ title, says, corrections, acts, cites }: LawNote): readonly Block[] {
  const lines: ListLine[] = [
    ...says.map((sentence) => ({ text: [sentence] })),
    ...corrections.map(({ chapter, act, checked }) => ({
      text: [{ bold: 'The chapter says: ' }, chapter, { bold: ' The Act says: ' }, act],
      note: [
        checked
          ? 'This correction is ours.'
          : 'This correction is ours, and nobody has checked it against the Act yet.',
      ],
    })),
    ...acts.map((act) => ({ text: actLine(act) })),
  ];
  const place = cites.length > 0 ? sayCites(cites) : 'Not in the chapter. We add it.';
  return [
    { kind: 'heading', text: title },
    { kind: 'list', lines },
    {
      kind: 'text',
      tone: 'quiet',
      text: [`${place} Law of England and Wales. Background only: do what your answer card says.`],
    },
  ];
}

function actLine(id: string): Rich {
  const { name, purpose, url } = serviceById(id);
  return url ? [{ link: url, label: name }, `: ${purpose}`] : [{ bold: name }, `: ${purpose}`];
}
