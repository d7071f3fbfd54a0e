/** By which edition and rules a thing is worked out, and by which it began or was raised, where these changed since. */
import { edition, rulesVersion } from '../../rules/chapter.ts';
import { sayDate } from '../said.ts';
import { isNow, type Under } from '../under.ts';
import { versions } from '../words/versions.ts';

/**
 * @param begun by which the questions began
 * @param raised by which the leads were told first, or of the last change
 */
export function versionLines(begun: Under | undefined, raised?: Under): readonly string[] {
  const before = [...(begun && !isNow(begun) ? [`${versions.began}${said(begun)}.`] : []), ...changedSince(raised)];
  return [
    ...before,
    ...(before.length > 0 ? [versions.afresh] : []),
    `Chapter "${edition.title}", ${edition.version}, last updated ${sayDate(edition.lastUpdated)}, ${edition.status}. Rules version ${rulesVersion}.`,
  ];
}

/** Nothing where a concern was raised, or last changed, under what holds now. */
export const changedSince = (raised: Under | undefined): readonly string[] =>
  raised && !isNow(raised) ? [`${versions.raised}${said(raised)}.`] : [];

const said = ({ edition: of, rules }: Under): string => `edition ${of}, rules version ${rules}`;
