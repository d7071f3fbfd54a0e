/**
 * What danger sounds like, put together from the groups of danger.ts in pattern.ts's notation, by kind. A frame is
 * softened by the words that softeners.ts keeps under the same names.
 */
import type { DangerFrame } from './frames/frame.ts';
import { nearFrames } from './frames/near.ts';
import { placeFrames } from './frames/places.ts';
import { selfFrames } from './frames/self.ts';
import { unsureFrames } from './frames/unsure.ts';
import { violenceFrames } from './frames/violence.ts';

export const frames: readonly DangerFrame[] = [
  ...selfFrames,
  ...placeFrames,
  ...violenceFrames,
  ...nearFrames,
  ...unsureFrames,
];
