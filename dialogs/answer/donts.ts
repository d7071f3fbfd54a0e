/** The do nots that stand on the card: those that prevent the worst of the thing in this case, shortest first said. */

import type { DontId, ParentsId } from '../../rules/ids.ts';
import { isInDoubt } from '../../rules/in-doubt.ts';
import type { Outcome } from '../steps.ts';

/** Each stands for advice of the decision, by id, or for what is decided about the parents. */
export const shortDonts = {
  tellAdult: ['tell-the-adult-or-those-around', 'parents-tell-nobody'],
  around: ['contact-those-around'],
  pay: ['pay', 'go-on-replying'],

  /** `around` and `tellAdult`. */
  anyoneAround: [],
  /** `look` and `deleted`. */
  picture: [],
  look: ['look', 'copy-or-send'],
  stranger: ['warn-the-stranger'],
  watched: ['contact-a-watched-device'],
  parents: [
    'parents-lead-decides',
    'parents-lead-decides-in-doubt',
    'parents-told-by-lead-today',
    'parents-hold',
    'parents-domestic-abuse',
  ],
  secrecy: ['promise-secrecy'],
  link: ['send-the-link', 'download-or-share'],
  deleted: ['delete-yet', 'delete-anything'],
  devices: ['touch-devices', 'remove-trackers'],
  question: ['question-or-search'],
  questionMore: ['question-beyond-suicide'],
  investigate: ['investigate-yourself'],
} as const satisfies Record<string, readonly (DontId | ParentsId)[]>;
export type DontShort = keyof typeof shortDonts;

const most = 4;

/** In the order above: what does most harm comes first. @param homeTime an act more stands on the card */
export function dontsOf({ decision: { donts, parents, duties } }: Outcome, homeTime: boolean): readonly DontShort[] {
  const said = new Set<string>([...donts.map(({ id }) => id), parents.id]);
  const fits = (Object.keys(shortDonts) as DontShort[]).filter((short) =>
    (shortDonts[short] as readonly string[]).some((id) => said.has(id)),
  );
  const both = fits.includes('look') && fits.includes('deleted');
  const shown = fits.flatMap((short): DontShort[] => {
    if (both && short === 'look') return ['picture'];
    return (both && short === 'deleted') || (short === 'link' && fits.includes('look')) ? [] : [short];
  });
  // Where much is to be done, the three that matter most.
  const calls = duties.filter(({ route, strength }) => strength !== 'may' && !route.includes(':')).length;
  const room = calls > 4 || homeTime ? most - 1 : most;
  // Where danger is certain, others act on it within minutes.
  const inDoubt = duties.some((duty) => duty.route === 'emergency' && isInDoubt(duty));
  return (inDoubt ? inDoubtFirst(shown) : shown.filter((short) => short !== 'around')).slice(0, room);
}

/** Not known to be safe: nobody who may be the danger hears of it, and the child is not asked. Each is said once. */
function inDoubtFirst(shown: readonly DontShort[]): readonly DontShort[] {
  const around: DontShort = shown.includes('tellAdult') ? 'anyoneAround' : 'around';
  const asked = shown.filter((short) => short === 'question' || short === 'questionMore');
  const said: readonly DontShort[] = ['around', 'tellAdult', 'parents', ...asked];
  return [around, ...asked, ...shown.filter((short) => !said.includes(short))];
}
