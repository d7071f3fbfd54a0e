/** The topics that typed words may be about. Only ever a suggestion; read here and forgotten. */
import type { Topic } from '../../rules/facts.ts';

const topicSigns: readonly (readonly [Topic, RegExp])[] = [
  [
    'blackmail',
    /\b(blackmail\w*|sextort\w*|extort\w*|threat\w* to (share|send|post|leak)|pay (him|her|them|up)|ransom)\b/,
  ],
  [
    'imagery',
    /\b(nudes?|naked|topless|dick pics?|sexts?|sexting|explicit (photo|picture|pic|image|video)s?|intimate (photo|picture|pic|image|video)s?|deepfakes?|undress\w*)\b/,
  ],
  ['blackmail', /\bhas (her|his|their|my) (photo|picture|pic|image|video)s?\b.*\b(wants?|asks?|asking) (for )?more\b/],
  ['imagery', /\bhas (her|his|their) (photo|picture|pic|image|video)s?\b/],
  ['adult', /\b(man|woman|adult) online\b/],
  ['imagery', /\b(photo|picture|pic|image|video|selfie)s?\b.*\b(sexual|private parts|bra|underwear|body)\b/],
  [
    'adult',
    /\b(groom\w*|paedo\w*|pedo\w*|indecent images?|child porn\w*|older (man|woman|boyfriend|girlfriend|guy)|adult|grown man|stranger|teacher (has|is|was|sent|messag\w*)|coach)\b/,
  ],
  ['exposure', /\b(porn\w*|saw (a )?(sexual|abus\w*|explicit)|watch\w* (sexual|explicit|adult))\b/],
  [
    'bullying',
    /\b(bull(y|ied|ies|ying)|cyberbull\w*|trolling|humiliat\w*|upskirt\w*|harass\w*|spread\w* rumou?rs|fake account)\b/,
  ],
  [
    'extremism',
    /\b(extremis\w*|radicali\w*|terroris\w*|isis|nazi|far right|incel|gangs?|county lines|drug (dealing|dealer|running)|drill video)\b/,
  ],
  ['harmfulSites', /\b(suicid\w*|self ?harm\w*|anorexi\w*|pro ?ana|eating disorder|weight loss|starv\w*|cutting)\b/],
  ['content', /\b(found|came across|saw) (a|an|this|some) (web ?site|web ?page|page|link|site|post|account)\b/],
  [
    'domesticAbuse',
    /\b(domestic (abuse|violence)|stalk\w*|track(er|ing)|spyware|airtag|ex (partner|husband|wife|boyfriend|girlfriend)|controlling)\b/,
  ],
];

/**
 * Topics that the words may be about, each once, in the order of the list.
 *
 * @param plain as words.ts gives it.
 */
export function topicsIn(plain: string): readonly Topic[] {
  return [...new Set(topicSigns.filter(([, sign]) => sign.test(plain)).map(([topic]) => topic))];
}
