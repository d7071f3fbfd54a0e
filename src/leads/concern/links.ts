/**
 * Links to the pages about concerns. Each is made for one person, lives a quarter of an hour, and is sealed: nothing
 * in it can be read or guessed. Its key stands behind a `#`, so that only the page's own button sends it. What the person
 * may see is checked again when it is opened.
 */
import { z } from 'zod';
import { linkMinutes } from '../../../dialogs/words/pages.ts';
import type { Account } from '../../contract.ts';
import { type Seal, SealBroken } from '../../seal/seal.ts';

export const recordPath = '/record';
export const auditPath = '/audit';
export const termPath = '/term';
export const packPath = '/pack';
/** How long a browser may read the review pack, once its link was opened. */
export const packMinutes = 60;

const person = { channel: z.enum(['web', 'slack', 'teams']), tenant: z.string(), person: z.string() };
/** In milliseconds since 1970. */
const until = z.number();
const recordSchema = z.strictObject({ who: z.strictObject(person), concern: z.string(), until });
const packSchema = z.strictObject({ who: z.strictObject(person), until });
const auditSchema = z.strictObject({ who: z.strictObject(person), until });
const termSchema = z.strictObject({ who: z.strictObject(person), site: z.string(), until });

export interface Links {
  /** @param concern by its name in the store. @returns nothing where the program has no address of its own. */
  record(who: Account, concern: string): string | undefined;
  audit(who: Account): string | undefined;
  /** Of one site, by id. */
  term(who: Account, site: string): string | undefined;
  /** Nothing when the token was altered or is of another page, or its time is over. */
  openRecord(token: string): Omit<z.infer<typeof recordSchema>, 'until'> | undefined;
  openAudit(token: string): Omit<z.infer<typeof auditSchema>, 'until'> | undefined;
  openTerm(token: string): Omit<z.infer<typeof termSchema>, 'until'> | undefined;
  /** To the review pack. */
  pack(who: Account): string | undefined;
  /** For the browser that opened it. `secure`: the program is reached by https. */
  packPass(who: Account): { readonly pass: string; readonly secure: boolean };
  openPack(token: string): Omit<z.infer<typeof packSchema>, 'until'> | undefined;
  openPass(pass: string): Omit<z.infer<typeof packSchema>, 'until'> | undefined;
}

export interface LinkPorts {
  readonly seal: Seal;
  /** Scheme and host by which people reach the program. Asked each time: a trial learns its port late. */
  readonly publicUrl: () => string | undefined;
  readonly clock: () => number;
}

export function createLinks({ seal, publicUrl, clock }: LinkPorts): Links {
  const make = (path: string, use: string, what: object): string | undefined => {
    const base = publicUrl();
    if (base === undefined) return undefined;
    return `${base}${path}#${sealed(use, what, linkMinutes)}`;
  };
  const sealed = (use: string, what: object, minutes: number): string =>
    seal.seal(JSON.stringify({ ...what, until: clock() + minutes * 60_000 }), use);
  const open = <T extends { until: number }>(token: string, use: string, schema: z.ZodType<T>): T | undefined => {
    try {
      const opened = schema.safeParse(JSON.parse(seal.open(token, use))).data;
      return opened && clock() < opened.until ? opened : undefined;
    } catch (error) {
      if (error instanceof SealBroken) return undefined;
      throw error;
    }
  };
  const exactly = ({ channel, tenant, person: id }: Account): Account => ({ channel, tenant, person: id });
  return {
    record: (who, concern) => make(recordPath, 'record-link', { who: exactly(who), concern }),
    audit: (who) => make(auditPath, 'audit-link', { who: exactly(who) }),
    term: (who, site) => make(termPath, 'term-link', { who: exactly(who), site }),
    openRecord: (token) => open(token, 'record-link', recordSchema),
    openAudit: (token) => open(token, 'audit-link', auditSchema),
    openTerm: (token) => open(token, 'term-link', termSchema),
    pack: (who) => make(packPath, 'pack-link', { who: exactly(who) }),
    packPass: (who) => ({
      pass: sealed('pack-pass', { who: exactly(who) }, packMinutes),
      secure: publicUrl()?.startsWith('https:') ?? true,
    }),
    openPack: (token) => open(token, 'pack-link', packSchema),
    openPass: (pass) => open(pass, 'pack-pass', packSchema),
  };
}
