/** What is measured beside each other: our program on both platforms, and what others would use there. */
import { ours } from '../proofs/common/launch.ts';
import type { PlatformName } from '../proofs/common/world.ts';

export interface Subject {
  readonly name: string;
  readonly platform: PlatformName;
  /** What is started, from the top of the repository. */
  readonly file: string;
}

export const subjects: readonly Subject[] = [
  { name: 'ours, Slack', platform: 'slack', file: ours },
  { name: 'ours, Teams', platform: 'teams', file: ours },
  { name: 'Bolt 5', platform: 'slack', file: 'bench/peers/bolt.ts' },
  { name: 'Chat SDK', platform: 'slack', file: 'bench/peers/chat-sdk.ts' },
  { name: 'botbuilder', platform: 'teams', file: 'bench/peers/botbuilder.ts' },
];
