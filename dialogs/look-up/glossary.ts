/** Hard words, each in a line or two. A word the chapter itself explains cites it; the others are ours. */
import type { ParagraphId } from '../../rules/outcome.ts';
import type { Block } from '../message.ts';
import { sayCites } from './cite.ts';
import type { LookUpEntry } from './entry.ts';

export interface Term {
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
  more: Partial<Pick<Term, 'aliases' | 'also' | 'cites' | 'encodes'>> = {},
): Term {
  const id = `word:${word.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`;
  return { id, word, meaning, aliases: [], cites: [], encodes: [], ...more };
}

export const glossary: readonly Term[] = [
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
    aliases: ['s47', 'section 47 enquiry', 'child protection enquiry'],
  }),
  term('Significant harm', 'Harm to a child that is serious enough for social care to step in.'),
  term('Position of trust', 'An adult who works or volunteers with children, or fosters.', { cites: ['p157'] }),
  term('Online safety', 'Helping people of any age to keep safe with phones, games and the internet.', {
    cites: ['p44'],
    encodes: ['R13'],
  }),
  term(
    'Internet abuse',
    'Using technology to trick, press, use or scare a child into sexual acts, pictures or watching them, into harming others, or into extremism or gangs. Getting others to do it counts. So can anything else like it.',
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
    'Making or passing on sexual pictures of children, urging a child to sexual acts, grooming, showing a child sexual material, or getting others to do so. The list is open.',
    {
      cites: ['p70', 'p72', 'p73', 'p74', 'p75', 'p76', 'p77'],
      encodes: ['R24'],
    },
  ),
  term('Grooming', 'Winning the trust of a child in order to abuse them, online or face to face.', { cites: ['p75'] }),
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
    'Posts can start or praise real violence between young people, and make revenge more likely.',
    {
      cites: ['p232'],
      encodes: ['R162'],
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
    draw: () => drawTerm(one),
  }));
}

function drawTerm({ word, meaning, also, cites }: Term): readonly Block[] {
  return [
    { kind: 'heading', text: `What it means: ${word}` },
    { kind: 'text', text: [also ? `${meaning} ${also}` : meaning] },
    { kind: 'text', tone: 'quiet', text: [cites.length > 0 ? sayCites(cites) : 'These words are ours.'] },
  ];
}

/** Every word on one page. */
export function drawGlossary(): readonly Block[] {
  return [
    { kind: 'heading', text: 'What hard words mean' },
    { kind: 'list', lines: glossary.map(({ word, meaning }) => ({ text: [{ bold: `${word}: ` }, meaning] })) },
  ];
}
