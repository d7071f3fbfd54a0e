/** Words of the card of acts: what to do, what to say, what not to do. Acts first, as few words as it takes. */
import type { Topic } from '../../rules/facts.ts';
import type { OutsideRoute } from '../answer/calls.ts';
import type { DontShort } from '../answer/donts.ts';

/** Whom a call goes to, to stand after "Ring" or "Then". */
export const bodyWords: Readonly<Record<OutsideRoute, string>> = {
  police: 'the police',
  'childrens-social-care': 'social care',
  lado: 'the LADO',
  'police-advice': 'the police for advice',
  'social-care-advice': 'social care for advice',
};

/** What whoever is rung first is asked to do. */
export const askWords: Readonly<Record<OutsideRoute, string>> = {
  police: 'the police',
  'childrens-social-care': 'social care',
  lado: 'the LADO',
  'police-advice': 'the police for advice',
  'social-care-advice': 'social care for advice',
};

export const dontShort: Readonly<Record<DontShort, string>> = {
  pay: 'pay or reply',
  stranger: 'write to that person',
  watched: 'use a phone they may watch',
  around: 'contact the adult, parents or home',
  anyoneAround: 'tell or contact adult, parents, home, anyone unnamed',
  tellAdult: 'tell or confront the adult, parents, anyone unnamed',
  parents: 'contact the parents yet',
  secrecy: 'promise secrecy',
  picture: 'look, copy, send or delete',
  look: 'look, copy or send',
  link: 'send the link on',
  deleted: 'have it deleted',
  devices: 'touch their devices',
  question: 'question the child',
  questionMore: 'ask more than about suicide',
  investigate: 'look into it yourself',
};

/** What was told, to stand after "about". Only what was answered. */
export const matterWords: Readonly<
  Record<Topic | 'images' | 'contact' | 'calmContact' | 'upskirting' | 'staff', string>
> = {
  blackmail: 'threats over pictures of a young person',
  imagery: 'a sexual picture of a child',
  adult: "an adult's behaviour towards a child",
  images: 'an adult and sexual pictures of children',
  contact: 'an adult who may be grooming a child',
  calmContact: "an adult's contact with a child",
  exposure: 'a child who saw sexual material',
  bullying: 'bullying online',
  upskirting: "a picture taken under someone's clothes",
  extremism: 'a child drawn to extremism or gangs',
  harmfulSites: 'a child on sites about self-harm or suicide',
  content: 'harmful content online',
  domesticAbuse: 'phones used to control a family',
  other: 'a worry about a child',
  staff: 'how an adult who works with children behaves',
};

export const acts = {
  now: 'NOW',
  today: 'TODAY',
  midnight: 'midnight at the very latest',
  emergency: 'Ring ',
  emergencyWhy: ' now. With the child? Stay.',
  emergencyAlone: ' now.',
  inPerson: ', in person or by phone',
  willYou: 'Ask: "Will you ring ',
  willYouNow: ' now?" Yes: done.',
  willYouToday: ' today?" Yes: done.',
  orNo: ', or no?',
  nobodySafe: 'Nobody can say in ',
  theyAreSafe: ' they are safe? Ring ',
  notSafe: 'Not surely safe? Ring ',
  homeTime:
    'Before home time ask social care: may the child go, with whom, who tells parents? No answer, adult comes: ',
  confront: ' Do not confront them.',
  openNow: 'open',
  lado: 'And for the LADO.',
  find: 'Find the number of ',
  findAt: ' at ',
  findElse: ', or ring the police, ',
  referral: 'Child protection referral: ',
  advice: 'I want advice about ',
  mayWork: ' They may work with children.',
  ringBack: ' Ring back only me',
  nameAndReference: 'Name? Reference?',
  say: 'Say: ',
  sayAlone: 'Say privately: ',
  doNot: 'DO NOT ',
  write: 'Note what you know, and when.',
  withChild: 'With the child? Stay.',
  tellLater: 'Tell your lead when one is back.',
  tellPicked: 'Tell those you picked when they are back.',
  reference: 'Ref ',
  marks: '° Ours.',
  marksLocal: '† Local rule.',
  rung: 'I have rung ',
  told: 'I have told ',
  noAnswer: 'No answer',
  rest: 'Show the rest',
  everything: 'Show everything',
  noAnswerFrom: 'No answer from ',
  stillRing: ' Still ring.',
  allDone: 'All calls made. Write down who said what, with the time.',
} as const;

/** What was told to others, in one line. */
export const toldShort = {
  sent: 'Telling leads. Still ring.',
  picked: 'Telling those you picked. Still ring.',
  withheld: 'We told nobody where you work.',
  already: 'Others were told before you changed an answer.',
  nowhere: 'We could not tell your leads.',
  notReached: 'We could not tell those you picked.',
  takenBack: 'You took this back.',
  practice: 'Practice. Nobody was told.',
} as const;

export const partTitles = {
  do: 'Say and do',
  lead: "Your lead's part",
  next: 'Next',
  report: 'Report, get help',
  ring: 'All numbers',
  why: 'Why',
  record: 'Record',
} as const;
