/** Hard words, each in a line or two. A word the chapter itself explains cites it; the others are ours. */
import type { ParagraphId } from '../../rules/outcome.ts';
import { sayCites } from './cite.ts';
import type { LookUpEntry, LookUpFacts } from './entry.ts';
import { sentencesOf } from './service.ts';

export interface GlossaryWord {
  readonly id: string;
  readonly word: string;
  readonly aliases: readonly string[];
  readonly meaning: string;
  /** Where to go from the word, when somebody looked for a number. */
  readonly also?: string;
  readonly cites: readonly ParagraphId[];
  readonly encodes: readonly string[];
}

function term(
  word: string,
  meaning: string,
  more: Partial<Pick<GlossaryWord, 'aliases' | 'also' | 'cites' | 'encodes'>> = {},
): GlossaryWord {
  const id = `word:${word.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`;
  return { id, word, meaning, aliases: [], cites: [], encodes: [], ...more };
}

export const glossary: readonly GlossaryWord[] = [
  term('Referral', 'Telling social care or the police about a worry, so that they can act.', { aliases: ['refer'] }),
  term('Social care', "The council's team that protects children. Also called children's services or the front door.", {
    aliases: [],
  }),
  term(
    'Safeguarding lead',
    'The person in your organisation who handles worries about children. In full: designated safeguarding lead, or DSL.',
    {
      aliases: ['designated safeguarding lead', 'DSL', 'DDSL', 'safeguarding officer'],
      also: 'Do not know who it is? Ask the person in charge where you work.',
    },
  ),
  term(
    'LADO',
    'The council officer for worries about an adult who works or volunteers with children, or fosters. In full: Local Authority Designated Officer.',
    {
      aliases: ['Local Authority Designated Officer', 'designated officer', 'LADOs'],
      also: 'Each council has its own LADO and number. Your safeguarding lead or your council can give it to you. Is the worry about your lead? Ring the head, or the LADO.',
      cites: ['p157'],
    },
  ),
  term(
    'Strategy discussion',
    'Police, social care and health talk at once about how to keep a child safe. A strategy meeting is the same in a longer form.',
    {
      aliases: [],
      cites: ['p123'],
    },
  ),
  term('Section 47', 'The law under which social care looks into whether a child is being seriously harmed.', {
    aliases: ['s47', 'section 47', 'section 47 enquiry', 'child protection enquiry'],
  }),
  term('Significant harm', 'Harm to a child that is serious enough for social care to step in.'),
  term('Position of trust', 'An adult who works or volunteers with children, or fosters.', { cites: ['p157'] }),
  term('Online safety', 'Helping people of any age to keep safe with phones, games and the internet.', {
    cites: ['p44'],
    encodes: ['R13'],
  }),
  term(
    'Internet abuse',
    'Using technology to trick, press or scare a child into sexual acts, pictures or watching them. Or into harming others, extremism or gangs. Getting others to do it counts. So can anything else like it.',
    {
      aliases: ['online abuse'],
      cites: ['p46', 'p54'],
      encodes: ['R14', 'R15'],
    },
  ),
  term(
    'Device',
    'Any device can be used to abuse: phones, consoles, toys, cameras, smart speakers. It changes nothing about what you do.',
    {
      aliases: ['smart speaker', 'games console'],
      cites: ['p42'],
      encodes: ['R12'],
    },
  ),
  term(
    'Online sexual abuse',
    'Grooming, urging a child to sexual acts, making or passing on pictures of them. Showing a child sexual material, or getting others to do any of these, counts. The list is open.',
    {
      cites: ['p70', 'p72', 'p73', 'p74', 'p75', 'p76', 'p77'],
      encodes: ['R24'],
    },
  ),
  term(
    'Grooming',
    'Winning the trust of a child in order to abuse them, online or face to face. Abusers often find children on social media.',
    { cites: ['p75', 'p141'], encodes: ['R70'] },
  ),
  term('Pseudo-photograph', 'A picture made by a computer that looks like a photo. In law it counts like one.', {
    aliases: ['pseudo photograph'],
    cites: ['p72'],
    encodes: ['R24'],
  }),
  term(
    'Sharing nudes',
    'Young people send sexual pictures or videos they took of themselves. They range from part nude to sexual acts, and can reach strangers and adults. Many young people do not know that it is against the law.',
    {
      aliases: ['youth produced sexual imagery', 'semi-nudes', 'sexting'],
      cites: ['p91', 'p95'],
      encodes: ['R33', 'R35'],
    },
  ),
  term(
    'Why young people share nudes',
    'It differs from child to child. Mostly it is growing up and taking risks, not a sexual interest in children. So do not blame.',
    {
      cites: ['p97', 'p99'],
      encodes: ['R36'],
    },
  ),
  term(
    'Seeing abuse pictures',
    'A child who sees pictures of child abuse may grow more extreme sexual interests. That is why we take it seriously.',
    {
      aliases: ['paraphilic', 'paraphilia', 'paraphilic behaviour'],
      cites: ['p109'],
      encodes: ['R45'],
    },
  ),
  term('Sextortion', 'Blackmail over sexual pictures: somebody wants money or more pictures.', {
    aliases: ['blackmail', 'financially motivated sexual extortion', 'sexploitation'],
    also: 'Nobody pays, nobody deletes. Ring your lead now; police 101, or 999 in danger.',
    cites: ['p58', 'p116'],
  }),
  term(
    'Upskirting',
    "Taking a picture under somebody's clothes without their consent. It is abuse and a crime, linked with bullying and grooming.",
    {
      aliases: ['upskirt'],
      also: 'Report it to the police.',
      cites: ['p218'],
      encodes: ['R147'],
    },
  ),
  term(
    'Online bullying',
    'A child hurts, threatens, shames or targets another child by phone, game or social media. One child can have many bullies. It may be about sex, gender identity, sexuality, race or disability.',
    {
      aliases: ['cyberbullying', 'cyber-bullying'],
      cites: ['p62', 'p216'],
      encodes: ['R19', 'R144', 'R145'],
    },
  ),
  term('Child-on-child abuse', 'Abuse of a child by another child. Severe bullying can be that.', {
    aliases: ['peer on peer abuse'],
    cites: ['p216'],
  }),
  term(
    'Radicalisation',
    'Drawing somebody into extreme views, or into violence for a cause. Groups of many kinds do it through social media, much as groomers do.',
    {
      aliases: ['extremism', 'radicalization'],
      cites: ['p64', 'p230'],
      encodes: ['R20', 'R161'],
    },
  ),
  term(
    'Gang violence online',
    'The internet can draw children into gangs, organised crime and county lines. Posts can start or praise real violence between young people, and make revenge more likely.',
    {
      cites: ['p64', 'p232'],
      encodes: ['R20', 'R162'],
    },
  ),
  term('County lines', 'Gangs use children to move or sell drugs in other places.', {
    aliases: ['countylines'],
    also: 'Follow the exploitation procedure and tell your lead now.',
    cites: ['p64', 'p238'],
  }),
  term(
    'Prevent',
    'The national scheme that helps people who are being drawn into extremism. Your lead makes the referral.',
    {
      aliases: ['Channel'],
    },
  ),
  term('CEOP', 'The part of the National Crime Agency that deals with child sexual abuse online.', {
    aliases: [],
    cites: ['p16'],
  }),
  term('IWF', 'The Internet Watch Foundation: it gets pictures of child sexual abuse taken off the internet.', {
    aliases: [],
    cites: ['p14'],
  }),
  term(
    'Harmful sites',
    'Sites that push losing weight, self-harm or suicide. Children use them to feed such thoughts, and can be seriously harmed, as teenagers above all.',
    {
      aliases: ['pro-ana', 'pro ana sites'],
      also: 'Tell your safeguarding lead.',
      cites: ['p66', 'p240'],
      encodes: ['R22', 'R166'],
    },
  ),
  term(
    'Early help',
    'Support for a family before things get worse. The family agrees to it. It is never in place of a referral where a child may be harmed.',
    {
      aliases: ['early help assessment', 'EHA', 'TAF', 'team around the family'],
    },
  ),
  term(
    'Child protection conference',
    'A meeting of the family and those who work with it, about how to keep a child safe. Social care calls it.',
    {
      aliases: ['initial child protection conference', 'ICPC', 'case conference', 'child protection plan'],
      cites: ['p159'],
    },
  ),
  term('Single assessment', "Social care's look at what a child and a family need.", {
    aliases: ['assessment', 'social care assessment'],
    cites: ['p173'],
  }),
  term('Child in need', 'A child who needs services to do well. The family agrees to it.', {
    aliases: ['section 17', 's17', 'CIN'],
  }),
  term('MASH', "The place where a council's referrals come in. Police and health sit there too.", {
    aliases: ['multi agency safeguarding hub', 'what is MASH', 'front door team'],
  }),
  term('Harmful sexual behaviour', 'Sexual acts by a child that harm them or others.', {
    aliases: ['HSB', 'sexual behaviour traffic light'],
    also: 'Tell your safeguarding lead today.',
  }),
  term(
    'CSE',
    'Child sexual exploitation: a child is used for sex, or sexual pictures, for something they want or need.',
    {
      aliases: ['child sexual exploitation'],
      also: 'Follow the exploitation procedure.',
      cites: ['p238'],
    },
  ),
  term('CCE', 'Child criminal exploitation: a child is used to commit crime, such as selling drugs.', {
    aliases: ['child criminal exploitation', 'cuckooing'],
    also: 'Follow the exploitation procedure.',
    cites: ['p238'],
  }),
  term('CSAM', 'Child sexual abuse material: pictures or videos of child sexual abuse.', {
    aliases: ['csa material', 'IIOC', 'indecent images of children'],
    also: 'Never copy or send it. Report the web address to the IWF.',
  }),
  term(
    'Gillick competence',
    'Whether a child under 16 understands enough to agree to something, such as care, alone.',
    {
      aliases: ['gillick', 'gillick competent', 'fraser guidelines'],
      also: 'No child can agree to being abused.',
    },
  ),
  term('Sadfishing', 'Posting about being very sad. Never take it for a wish for attention: ask, and tell your lead.', {
    aliases: ['sad fishing'],
  }),
  term('Doxing', "Putting somebody's private details online to hurt them.", {
    aliases: ['doxxing', 'dox', 'doxx', 'doxxed'],
  }),
  term('Catfishing', 'Posing as somebody else online to win trust.', { aliases: ['catfish'] }),
  term('Trolling', 'Posting to hurt or anger others.', { aliases: ['troll', 'trolls'] }),
  term('Incel', 'An online culture of men who hate women because they have no partner. Some praise violence.', {
    aliases: ['incels', 'manosphere', 'misogyny online', 'red pill', 'andrew tate'],
    also: 'Worried that someone is drawn in? Tell your lead; think of Prevent.',
  }),
  term('VPN', 'Software that hides where somebody is online. Young people use it to get round filters.', {
    aliases: ['proxy'],
  }),
  term('Finsta', 'A second, hidden account, on Instagram above all.', { aliases: ['second account', 'spam account'] }),
  term('Nudify', 'Software that makes a false nude from an ordinary photo.', {
    aliases: ['nudify app', 'undress app', 'nudification'],
  }),
  term('Livestreaming', 'Sending video as it happens. A child can be pressed to do sexual acts on it.', {
    aliases: ['live stream', 'going live'],
  }),
  term('Deep web', 'The part of the web that search engines do not list.', { cites: ['p244'], encodes: ['R169'] }),
  term(
    'Dark web',
    'The part of the web that needs special software, such as Tor. Children can reach abuse pictures, drugs or weapons there, and on the open web too. Police find it harder to trace people. It changes nothing about what you do.',
    {
      aliases: ['Tor', 'onion router', 'darknet'],
      cites: ['p244', 'p246'],
      encodes: ['R169', 'R170'],
    },
  ),
];

export function glossaryEntries(): readonly LookUpEntry[] {
  return glossary.map((one) => ({
    id: one.id,
    kind: 'word',
    name: one.word,
    aliases: one.aliases,
    asks: '',
    about: one.meaning,
    facts: () => termFacts(one),
  }));
}

function termFacts({ word, meaning, also, cites }: GlossaryWord): LookUpFacts {
  const lines = [...sentencesOf(meaning), ...sentencesOf(also ?? '')].map((sentence) => ({ text: [sentence] }));
  return {
    heading: `What it means: ${word}`,
    lines,
    whole: [
      { kind: 'list', lines },
      { kind: 'text', tone: 'quiet', text: [cites.length > 0 ? sayCites(cites) : 'These words are ours.'] },
    ],
  };
}
