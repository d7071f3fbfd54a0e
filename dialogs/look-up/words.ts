/** How typed words are read before they are searched: folded, names joined, small words dropped. Indexed text goes the same way. */
import { readAddresses } from './web-address.ts';

/** Names of several words that must be found as one, and common ways of writing them. The order matters: long first. */
const joined: readonly (readonly [RegExp, string])[] = [
  [/\bchild ?lines?\b/g, 'childline'],
  [/\bchild ?net\b/g, 'childnet'],
  [/\bthink (you|u) know\b/g, 'thinkuknow'],
  [/\bstop it now\b/g, 'stopitnow'],
  [/\bstop n ?c ?i ?i\b/g, 'stopncii'],
  [
    /\b(take|takes|taken|taking|get|getting) (this |that |them |a picture |a photo |a video )?(down|off)\b/g,
    'takedown',
  ],
  [/\bself harm(ing|s)?\b/g, 'selfharm'],
  [/\b(up ?skirt)(ing|ed)?\b/g, 'upskirting'],
  [/\bcyber ?bull(y|ying|ied|ies)\b/g, 'cyberbullying'],
  [/\bcyber ?flash(ing|ed)?\b/g, 'cyberflashing'],
  [/\bdark ?(web|net)\b/g, 'darkweb'],
  [/\bdeep ?web\b/g, 'deepweb'],
  [/\bdeep ?fakes?\b/g, 'deepfake'],
  [/\bcount(y|ies) ?lines?\b/g, 'countylines'],
  [/\bhope ?line( ?uk| ?247)?\b/g, 'hopeline'],
  [/\bwhistle ?blow(ing|er|ers)?\b/g, 'whistleblowing'],
  [/\b(children s |childrens )?social (care|services?|workers?)\b/g, 'socialcare'],
  [/\bchildren s services\b|\bchildrens services\b/g, 'socialcare'],
  [/\bsemi nudes?\b/g, 'nude'],
  [/\b(sect?ion|sect|s) 47\b/g, 's47'],
  // A phone that somebody holds, not a phone number that somebody wants.
  [
    /\b(an?|the|his|her|their|this|that|pupil s?|pupils|student s?|students|child s?|childs|confiscated|seized|taken) (mobile |smart )?(phone|mobile)s?\b(?! (number|line|call|contact))/g,
    'handset',
  ],
  [/\bact early\b/g, 'actearly'],
  [/\bi w f\b/g, 'iwf'],
];

export const smallWords: ReadonlySet<string> = new Set(
  `a an the of for to in on at is are am was be been do does did doing done i me my mine we us our you your he she they them their his her its it
  can could should shall would will may must need needs want wants get give gives find show tell please pls plz hi hello hey thanks
  what whats who whos whom whose where wheres when why how which that this these those there here
  number numbers no phone phones telephone tel ring rings ringing call calls calling contact contacts details helpline helplines hotline line lines
  link links website websites site sites address url page form forms email
  report reports reported reporting reportable about with without and or not if as by from up out any some someone somebody anyone anybody
  have has had help advice advise support if into person people thing things something anything s t m re use used using say said
  mean means meaning stand stands define online`.split(/\s+/),
);

/** Longest question that is read. What is searched is read whole. */
const longestQuery = 200;
export const unshortened = Number.POSITIVE_INFINITY;

/** Lower case, no accents, no punctuation, several-word names joined. */
export function foldLetters(text: string, longest = longestQuery): string {
  const plain = readAddresses(text.slice(0, longest))
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return joined.reduce((said, [written, name]) => said.replace(written, name), plain);
}

/** The words that carry meaning, plurals cut. */
export function meaningful(text: string, longest = longestQuery): readonly string[] {
  return foldLetters(text, longest)
    .split(' ')
    .filter((word) => word !== '' && !smallWords.has(word))
    .map(singular);
}

function singular(word: string): string {
  return word.length > 4 && word.endsWith('s') && !word.endsWith('ss') && !word.endsWith('us')
    ? word.slice(0, -1)
    : word;
}

/** "Take It Down (NCMEC)" is asked for as "Take It Down". */
export function withoutBrackets(name: string): string {
  return name.replace(/ \(.*\)$/, '');
}
