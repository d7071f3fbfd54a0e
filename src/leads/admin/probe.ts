/** Finds out that a leads' channel no longer takes what is sent before a concern needs it, without a word to anybody. */
import type { Site } from '../../../rules/local.ts';
import type { Tenant } from '../../seal/index-key.ts';
import type { DeskPorts } from '../concern/ports.ts';
import type { SetUp } from '../concern/sealed.ts';
import { drawTest } from './set-up.ts';

/** @returns the platform's code where the site's test notice cannot be drawn anew; nothing while all is well. */
export type Probe = (tenant: Tenant, site: Site, standing: SetUp) => Promise<string | undefined>;

/** How long a channel that was found to work is believed to. One that does not is looked at each time. */
const wellMs = 3_600_000;

export function createProbe(ports: DeskPorts): Probe {
  const wellAt = new Map<string, number>();
  return async (tenant, site, standing) => {
    const at = ports.clock();
    const name = ports.names.setUp(tenant, site.id);
    const before = wellAt.get(name);
    if (before !== undefined && at >= before && at - before < wellMs) return undefined;
    const drawn = await drawTest(tenant, site, standing, ports);
    if (drawn === undefined || drawn.status === 'sent') {
      wellAt.set(name, at);
      return undefined;
    }
    wellAt.delete(name);
    return drawn.reason;
  };
}
