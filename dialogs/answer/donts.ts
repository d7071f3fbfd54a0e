/** The do nots that stand on the card: those that prevent the worst of the thing in this case, shortest first said. */
import type { DontId, ParentsId } from '../../rules/ids.ts';
import type { Outcome } from '../steps.ts';

/** Each stands for advice of the decision, by id, or for what is decided about the parents. */
export const shortDonts = {
  tellAdult: ['tell-the-adult-or-those-around', 'parents-tell-nobody'],
  pay: ['pay', 'go-on-replying'],
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
  return shown.slice(0, calls > 4 || homeTime ? most - 1 : most);
}
