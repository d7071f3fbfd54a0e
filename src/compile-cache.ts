/**
 * Keeps what Node makes of our code, so that the next start need not make it again. Loaded before anything else. It
 * stands beside the code and not in the folder that all users of the machine share: what is kept there is run.
 * Where nothing can be written the start is as without it.
 */
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

if (!process.env.NODE_COMPILE_CACHE) {
  enableCompileCache(join(import.meta.dirname, '..', 'node_modules', '.cache', 'signpost'));
}
