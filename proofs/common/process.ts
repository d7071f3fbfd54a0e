/** What a process has cost, as Linux counts it. */
import { readdirSync, readFileSync } from 'node:fs';

/** Processor time of all its threads that live, in milliseconds, as the scheduler counts it: to the nanosecond. */
export function cpuMs(pid: number): number {
  const threads = readdirSync(`/proc/${pid}/task`);
  return threads.reduce((sum, thread) => sum + spent(`/proc/${pid}/task/${thread}/schedstat`), 0) / 1e6;
}

function spent(file: string): number {
  try {
    return Number(readFileSync(file, 'utf8').split(' ')[0]);
  } catch {
    // The thread ended in between.
    return 0;
  }
}

/** Memory that is in use now, its own or shared, in MB. */
export function residentMb(pid: number): number {
  return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
}
