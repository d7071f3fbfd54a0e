/** What the leads' side needs of the rest of the program. */
import type { WorkingCalendar } from '../../../rules/calendar.ts';
import type { Organisation } from '../../../rules/local.ts';
import type { Channel, ChannelName, OnFault } from '../../contract.ts';
import type { Outbox } from '../../outbox/outbox.ts';
import type { Pager } from '../../paging/pager.ts';
import type { Tenant } from '../../seal/index-key.ts';
import type { StepTokens } from '../../seal/step-token.ts';
import type { Store } from '../../store/store.ts';
import type { Links } from './links.ts';
import type { LeadNames } from './names.ts';
import type { LeadsSeal } from './sealed.ts';

export interface LeadsPorts {
  readonly store: Store;
  readonly seal: LeadsSeal;
  readonly names: LeadNames;
  readonly tokens: StepTokens;
  readonly calendar: WorkingCalendar;
  readonly organisationOf: (tenant: Tenant) => Organisation | undefined;
  readonly channelOf: (name: ChannelName) => Channel | undefined;
  readonly outbox: () => Pick<Outbox, 'sendNow'>;
  readonly clock: () => number;
  readonly onFault: OnFault;
  /** Absent: nobody is texted. */
  readonly pager?: Pager;
  /** A timer was acted on, so long after it was due. */
  readonly onTimer?: (what: 'tell' | 'duty' | 'end', lateMs: number) => void;
}

/** And of what people press and type. */
export interface DeskPorts extends LeadsPorts {
  readonly links: Links;
  /** What could not be shown; a reason, never words. */
  readonly onLost: (reason: string) => void;
}
