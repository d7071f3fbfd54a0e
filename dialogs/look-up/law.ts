/**
 * Law notes: what the chapter says, what the Act says, and our corrections, shown as ours. Background, never a route:
 * no answer depends on anything here. England and Wales.
 */
import type { ParagraphId } from '../../rules/outcome.ts';
import { serviceById } from '../../rules/services.ts';
import type { ListLine, Rich } from '../message.ts';
import { sayCites } from './cite.ts';
import type { LookUpEntry, LookUpFacts, LookUpPart } from './entry.ts';

/** `checked` is false where no page was seen for it: it is then said to be unchecked. */
export interface Correction {
  readonly chapter: string;
  readonly act: string;
  readonly checked: boolean;
}

export interface LawNote {
  readonly id: string;
  readonly title: string;
  readonly aliases?: readonly string[];
  readonly asks: string;
  /** What can be said without correcting anybody, what is asked most first. */
  readonly says: readonly string[];
  /** What a person must check before anybody relies on it; the review pack lists them. */
  readonly toCheck?: readonly string[];
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
    aliases: [
      'is sexting illegal',
      'is it illegal to share nudes',
      'are nudes illegal',
      'sexting law',
      'nudes law',
      'pictures of under 18s',
      'indecent images law',
      'child pornography law',
      'law on nudes',
    ],
    asks: 'illegal sexting nude nudes naked picture image photo child pornography possession sharing making downloading indecent pseudo photograph ai deepfake',
    says: [
      'It is a crime to take, make, share, show, have or advertise such a picture.',
      'So do not copy, send, save or print one, not even to show your lead.',
      'A child here means anyone under 18. Computer-made pictures that look like photos count. Downloading counts as making.',
      'An adult who makes, downloads or shares such pictures has broken the law. Police must always be told.',
      'Drawn or made-up pictures: section 62 of the Coroners and Justice Act 2009. Having one of the kind it describes is a crime since 6 April 2010.',
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
    acts: ['poca-1978-s1', 'cja-1988-s160', 'soa-2003-s45', 'coroners-justice-s62'],
    cites: ['p81', 'p145'],
    encodes: ['R25', 'R26', 'R75'],
  },
  {
    id: 'law:sexual-messages',
    title: 'Law: an adult who sends a child sexual messages',
    aliases: ['sexual communication with a child', 'grooming law', 'sexual messages law'],
    asks: 'sexual communication chat texting grooming messages adult dm groomer under sixteen',
    says: ['A crime, where the child is under 16. Trying to get such messages back, too.'],
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
    aliases: ['meeting a child after grooming', 'meeting law'],
    asks: 'grooming meet meeting arrange travel once one occasion under sixteen groomer',
    says: [
      'A crime, where the child is under 16 and the aim is sexual abuse.',
      'One earlier contact is enough. It used to be two.',
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
    aliases: ['pornography law', 'showing a child porn', 'porn law'],
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
    aliases: ['upskirting law', 'voyeurism act', 'voyeurism', 'upskirting bill', 'is upskirting illegal'],
    asks: 'upskirt upskirting skirt under clothes clothing voyeurism voyeur picture prison sentence',
    says: [
      'A crime: report it to the police.',
      'It is taking a picture under clothes, for sexual pleasure or to humiliate, distress or alarm. It is linked with bullying and grooming.',
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
    toCheck: [
      'Whether the crime of taking intimate pictures (section 66AB of the Sexual Offences Act 2003, by the Crime and Policing Act 2026) now stands in its place. We read that crimes of intimate pictures began on 29 June 2026, not which.',
    ],
    acts: ['voyeurism-2019'],
    cites: ['p87', 'p218'],
    encodes: ['R31', 'R32', 'R147'],
  },
  {
    id: 'law:intimate-pictures',
    title: 'Law: cyberflashing and sharing intimate pictures',
    aliases: [
      'cyberflashing',
      'cyberflashing law',
      'dick pic',
      'revenge porn law',
      'intimate image abuse',
      'image based abuse',
    ],
    asks: 'cyberflashing cyber flashing dick pic intimate image threat to share revenge porn unwanted unsolicited genitals airdrop',
    says: [
      'Both are crimes since 31 January 2024.',
      'Cyberflashing: sending a picture of genitals, for sexual pleasure or to alarm, distress or humiliate.',
      'Sharing, or threatening to share, an intimate picture without consent.',
      'A picture of anyone under 18 always falls under the 1978 and 1988 Acts.',
    ],
    corrections: [{ chapter: 'nothing about these crimes.', act: 'they are in force, so we add them.', checked: true }],
    acts: ['osa-2023-image-offences'],
    cites: ['p81'],
    encodes: [],
  },
  {
    id: 'law:ai-pictures',
    title: 'Law: AI-made and edited pictures',
    aliases: [
      'deepfake law',
      'deepfakes',
      'deepfake',
      'ai nudes',
      'nudify',
      'nudify app law',
      'ai images law',
      'fake nudes',
      'ai generated images',
      'are deepfakes illegal',
    ],
    asks: 'deepfake fake nude nudes ai artificial intelligence generated made edited nudify nudification undress app photoshop face swap pseudo photograph',
    says: [
      'Of a child: the same crime as a real picture, if it looks like a photo.',
      'Of an adult: sharing is a crime; making, or asking for one, too, since 6 February 2026.',
      'The Crime and Policing Act 2026 adds crimes on tools that make such pictures.',
    ],
    toCheck: [
      'Which of the 2026 crimes on tools are in force, and their section numbers. We read of section 72, on tools that make child abuse pictures.',
    ],
    corrections: [
      {
        chapter: 'only "pseudo-photographs".',
        act: 'that word covers AI-made pictures of children. The crimes about adults are newer.',
        checked: true,
      },
    ],
    acts: ['poca-1978-s1', 'duaa-2025-s138', 'crime-policing-2026'],
    cites: ['p72', 'p81'],
    encodes: [],
  },
  {
    id: 'law:age-of-consent',
    title: 'Law: the age of consent',
    aliases: [
      'age of consent',
      'legal age',
      'how old to have sex',
      'sex at 16',
      'can a 15 year old consent',
      'underage sex',
    ],
    asks: 'age consent legal sixteen 16 seventeen 17 fifteen 15 fourteen 14 thirteen 13 twelve under sex sexual relationship boyfriend girlfriend older underage position of trust',
    says: [
      '16. For a sexual picture it is 18.',
      'A child under 13 can never agree in law.',
      'No child under 18 can agree to being abused or exploited.',
      'With an adult in a position of trust: 18.',
    ],
    toCheck: ['Which roles the law counts as a position of trust.'],
    corrections: [],
    acts: [],
    cites: ['p68'],
    encodes: [],
  },
  {
    id: 'law:sharing-information',
    title: 'Law: sharing information to protect a child',
    aliases: [
      'gdpr',
      'data protection',
      'can I share information',
      'gdpr can I share information',
      'sharing information',
      'information sharing',
      'share without consent',
      'data protection act',
      'golden rules',
    ],
    asks: 'gdpr data protection share sharing information tell consent confidential confidentiality privacy police social care allowed without permission breach',
    says: [
      'Data protection does not stop you: share what is needed to keep a child safe, with those who act.',
      'You do not need consent where a child may be harmed.',
      'Write down what you shared, with whom and why.',
    ],
    toCheck: ['The wording of the Data Protection Act 2018 and of the advice of May 2024: we have not read them.'],
    corrections: [],
    acts: [],
    cites: [],
    encodes: [],
  },
  {
    id: 'law:hacking',
    title: 'Law: hacking',
    aliases: ['computer misuse act', 'hacking law', 'is hacking illegal', 'ddos law'],
    asks: 'hack hacking hacked account password login ddos booter malware computer misuse unauthorised access',
    says: [
      'A crime: to use an account or computer without leave, or to knock one offline.',
      'A young person who does it: Cyber Choices, through your lead.',
    ],
    corrections: [],
    acts: ['computer-misuse-1990'],
    cites: [],
    encodes: [],
  },
  {
    id: 'law:bullying',
    title: 'Law: online bullying',
    aliases: [
      'malicious communications act',
      'malicious communications',
      'cyberbullying law',
      'bullying law',
      'harassment law',
      'hate crime law',
      'is bullying illegal',
      'trolling law',
      'stalking law',
    ],
    asks: 'cyberbullying bullying harassment stalking threats hate crime malicious communications trolling discrimination illegal',
    says: [
      'Bullying is no crime by that name. Harassment, malicious communications, stalking, threats of violence and stirring up crime are.',
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
    aliases: [
      'new law',
      'crime and policing act',
      'crime and policing act 2026',
      'online safety act',
      'mandatory reporting',
      'duty to report',
      'mandatory reporting duty',
      'new offences',
    ],
    asks: 'crime and policing act 2026 online safety act 2023 new law ai tools nudification legal duty mandatory reporting section 66 platforms',
    says: [
      'Whether staff must report by law: not settled here. Ask your lead. What this bot says stands either way.',
      'Crime and Policing Act 2026: first parts in force since 29 June 2026. It brings crimes on AI tools that make child abuse pictures. It also speaks of reporting child sexual abuse: from when, we could not find.',
      'Online Safety Act 2023: sites and apps must report child sexual abuse content. That is about them, not about staff.',
    ],
    toCheck: [
      'Which parts of the Act of 2026 are in force (SI 2026/689, Home Office Circular 004/2026), their section numbers, and the day the duty to report begins.',
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
    aliases: [
      ...(note.aliases ?? []),
      ...note.acts.flatMap((act) => [serviceById(act).name, ...(serviceById(act).aliases ?? [])]),
    ],
    asks: `law legal illegal crime offence act ${note.asks}`,
    about: note.says.join(' '),
    facts: () => lawFacts(note),
  }));
}

function lawFacts({ title, says, corrections, acts, cites, toCheck = [] }: LawNote): LookUpFacts {
  const lines: readonly ListLine[] = says.map((sentence) => ({ text: [sentence] }));
  const check: readonly ListLine[] = toCheck.map((point) => ({ text: [{ bold: 'A person must check: ' }, point] }));
  const place = cites.length > 0 ? sayCites(cites) : 'Not in the chapter. We add it.';
  const scope = 'Law of England and Wales. Background only: do what your answer card says.';
  return {
    heading: title,
    lines,
    whole: [
      { kind: 'list', lines: [...lines, ...check] },
      { kind: 'text', tone: 'quiet', text: [`${place} ${scope}`] },
    ],
    parts: [
      ...(acts.length > 0 ? [actsPart(acts)] : []),
      ...(corrections.length > 0 ? [correctionsPart(corrections)] : []),
    ],
  };
}

function actsPart(acts: readonly string[]): LookUpPart {
  return { label: 'Acts', blocks: [{ kind: 'list', lines: acts.map((act) => ({ text: actLine(act) })) }] };
}

/** What the chapter has wrong, imprecise or old, shown as ours. */
function correctionsPart(corrections: readonly Correction[]): LookUpPart {
  const lines: readonly ListLine[] = corrections.map(({ chapter, act, checked }) => ({
    text: [{ bold: 'The chapter says: ' }, chapter, { bold: ' The Act says: ' }, act],
    note: [
      checked ? 'This correction is ours.' : 'This correction is ours, and nobody has checked it against the Act yet.',
    ],
  }));
  return { label: 'Corrections', blocks: [{ kind: 'list', lines }] };
}

function actLine(id: string): Rich {
  const { name, purpose, url } = serviceById(id);
  return url ? [{ link: url, label: name }, `: ${purpose}`] : [{ bold: name }, `: ${purpose}`];
}
