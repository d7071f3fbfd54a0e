/** Which calls to the store and the platform are the named steps of a notice's way. */
import type { noticeSteps } from '../../src/leads/leads.ts';

export type NoticeStep = (typeof noticeSteps)[number];

/** The way of the store's calls to the steps' names. What only reads, or belongs to the talk, is no step. */
export function stepOf({ method, kind }: { method: string; kind: string }): NoticeStep | undefined {
  switch (`${method} ${kind}`) {
    case 'settle conversation':
      return 'the answer is settled with its report';
    case 'claim lead-item':
      return 'the report is claimed';
    case 'step concern':
      return 'the concern is raised';
    case 'drop lead-item':
      return 'the report is done with';
    case 'enlist lead-list':
      return 'the concern is listed';
    case 'note lead-open':
      return 'its line stands among the open ones';
    case 'step place':
      return 'a place is marked';
    case 'settle concern':
      return 'the timers are set';
    case 'deliver ':
      return 'the card is posted';
    case 'settle place':
      return 'the card is noted';
    default:
      return undefined;
  }
}

/** What a call is about, by its first argument. */
export const keyOf = (given: unknown): string =>
  typeof given === 'string' ? given : ((given as { key?: string } | undefined)?.key ?? '');

export const kindOf = (key: string): string => key.split(':')[1] ?? '';
