/**
 * What is stored of a talk cannot be worked out, for a fault of ours: then nothing that is said can be understood. It is
 * answered by what the stored answers say by themselves, which raises the concern as far as they allow it.
 */
import { asStored } from '../../dialogs/as-stored.ts';
import type { Entry } from '../../dialogs/state.ts';
import type { Store } from '../store/store.ts';
import type { ComposePorts } from './compose.ts';
import { isFault } from './faults.ts';
import type { Heard } from './heard.ts';
import type { OwedSeal } from './owed.ts';
import { boundInTheFile } from './picks.ts';
import type { TurnPlan } from './plan.ts';

interface Ports extends Pick<ComposePorts, 'organisationOf'> {
  readonly store: Pick<Store, 'read'>;
  readonly owedSeal: OwedSeal;
}

export interface NotWorkedOut {
  /** A cry for help counts all the same, where no answer speaks of somebody near who may be part of it. */
  planFor(heard: Heard): Promise<TurnPlan>;
  /** People are picked as they stand in the file; else the answer is stored, and a pick without its mark is nobody. */
  picked(plan: TurnPlan, shown: string | undefined, heard: Heard): Promise<TurnPlan>;
}

export function createNotWorkedOut({ store, owedSeal, organisationOf }: Ports): NotWorkedOut {
  async function stored(key: string): Promise<readonly Entry[]> {
    const { entries, revision } = await store.read(key);
    return owedSeal.entries(entries, key, revision);
  }

  return {
    async planFor({ key, press }) {
      const { state, worries } = asStored(await stored(key));
      const calls = press?.action.do === 'get-lead' && state.stage === 'open';
      const mayCall = calls && !state.practice && !state.early && !state.withdrawn && !worries;
      return { ...(mayCall && { entry: { type: 'get-lead' } }), view: { show: 'step' } };
    },
    async picked(plan, shown, { from, key }) {
      const { entry } = plan;
      try {
        const organisation = organisationOf(from);
        const { state } = asStored(await stored(key));
        const meant = entry && organisation && boundInTheFile(entry, state, organisation, shown);
        return meant ? { ...plan, entry: meant } : plan;
      } catch (error) {
        if (!isFault(error)) throw error;
        return plan;
      }
    },
  };
}
