/** Where the Bot Connector may be. A bearer token is sent there, and the address is kept for as long as a concern. */
import { isLoopback } from '../../config/loopback.ts';
import type { TeamsConfig } from '../../config/teams.ts';

/** Encrypted and on the list of hosts; plain http is for this machine only. */
export function isServiceUrl(serviceUrl: string, config: TeamsConfig): boolean {
  const { protocol, host, hostname } = new URL(serviceUrl);
  if (config.kind === 'localEmulator') return isLoopback(hostname);
  return config.serviceHosts.includes(host) && (protocol === 'https:' || isLoopback(hostname));
}
