/** The secrets as settings: whether they can be used, and trial mode's own. What they are is seal/keys.ts's to say. */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { KeysInvalid, readKeys, type Secrets, trialSecrets } from '../seal/keys.ts';
import { ConfigError } from './problem.ts';

/** Each secret is tried with a sound one in the other's place, so that each is judged for itself. */
const sound = trialSecrets((size) => Buffer.alloc(size));
export const secretKeysShape = z.string().refine((secretKeys) => usable({ ...sound, secretKeys }));
export const indexSecretShape = z.string().refine((indexSecret) => usable({ ...sound, indexSecret }));

function usable(secrets: Secrets): boolean {
  try {
    readKeys(secrets);
    return true;
  } catch (cause) {
    if (cause instanceof KeysInvalid) return false;
    throw cause;
  }
}

/**
 * Trial mode's secrets: made at the first start and kept beside its data, so that a conversation is still there after
 * a restart (new secrets each time would leave a file nobody can read). They protect nothing from whoever can read
 * that folder, which is right for made-up concerns and wrong for real ones: there they must be given.
 */
export function keptSecrets(dataDir: string): Secrets {
  const file = join(dataDir, 'trial-secrets.json');
  try {
    mkdirSync(dataDir, { recursive: true });
    writeFileSync(file, JSON.stringify(trialSecrets(randomBytes)), { flag: 'wx', mode: 0o600 });
  } catch (cause) {
    // It is there from an earlier start, or the folder cannot be used.
    if (!existsSync(file))
      throw dataDirProblem(`Nothing can be written in ${dataDir}. Give a folder that can be used.`, cause);
  }
  try {
    return z
      .object({ secretKeys: secretKeysShape, indexSecret: indexSecretShape })
      .parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (cause) {
    throw dataDirProblem(
      `The secrets in ${file} cannot be read. Delete the folder ${dataDir} to start the trial afresh.`,
      cause,
    );
  }
}

const dataDirProblem = (says: string, cause: unknown) => new ConfigError([{ setting: 'DATA_DIR', says }], { cause });
