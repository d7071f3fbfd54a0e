/**
 * Checks a configuration against the real world before it goes live: `npm run -s doctor`. It reads .env as the start
 * does, asks Slack, Microsoft and the store, posts nothing, and prints what to put right, each with what fixes it.
 *
 *   --json      the same as JSON
 *
 * Exit code 1: something must be put right. 2: the command line is wrong. Run it as the user the program runs as.
 */
import { parseArgs } from 'node:util';
import { examine } from '../doctor/examine.ts';
import { lines } from '../doctor/finding.ts';

if (import.meta.main) {
  try {
    const { values } = parseArgs({ options: { json: { type: 'boolean' } } });
    const findings = await examine(process.env, Date.now);
    console.log(values.json ? JSON.stringify(findings, undefined, 2) : lines(findings).join('\n'));
    process.exitCode = findings.some(({ level }) => level === 'error') ? 1 : 0;
  } catch (error) {
    if (!(error instanceof TypeError && 'code' in error)) throw error;
    console.error('Write: npm run -s doctor, or npm run -s doctor -- --json');
    process.exitCode = 2;
  }
  // Connections that are kept open for the next call.
  setImmediate(() => process.exit());
}
