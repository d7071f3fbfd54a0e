/**
 * Reads mrkdwn the way Slack documents it: `<...>` are control sequences, three entities are literal signs, and
 * `*`, `_`, `~`, backticks and a leading `>` are formatting. slack-blocks-to-jsx cannot judge this: it decodes
 * entities before it looks for control sequences.
 */
export interface Reading {
  /** What stands between `<` and `>`: links, mentions, channels, broadcasts. */
  readonly sequences: readonly string[];
  readonly bold: readonly string[];
  /** Any other formatting, in the words of the fault. */
  readonly other: readonly string[];
  /** What a person reads. */
  readonly shown: string;
}

export function readMrkdwn(text: string): Reading {
  const sequences = [...text.matchAll(/<([^>]*)>/g)].map(([, inner = '']) => inner);
  // What a sequence shows is not formatted by what stands outside it.
  const outside = text.replace(/<[^>]*>/g, '\ufffc');
  const marked = (sign: string) =>
    [
      ...outside.matchAll(
        new RegExp(`(?<![\\p{L}\\p{N}])[${sign}](\\S[^\\n]*?)(?<=\\S)[${sign}](?![\\p{L}\\p{N}])`, 'gu'),
      ),
    ].map(([, inner = '']) => inner);
  const other = [
    ...marked('_').map((inner) => `slanted: ${inner}`),
    ...marked('~').map((inner) => `struck: ${inner}`),
    ...(outside.includes('`') ? ['code'] : []),
    ...(/^\s*(>|&gt;)/m.test(outside) ? ['quote'] : []),
    ...(/[<>]/.test(outside) ? ['a sign that is not escaped'] : []),
    ...(/&(?!(amp|lt|gt);)/.test(outside) ? ['an & that is not escaped'] : []),
    ...[...outside.matchAll(/:[a-z0-9_+'-]*[a-z][a-z0-9_+'-]*:/gi)].map(([code]) => `emoji ${code}`),
  ];
  const shown = text
    .replace(/<[^|>]*\|([^>]*)>/g, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
  return { sequences, bold: marked('*'), other, shown: shown.replaceAll('\u2060', '') };
}

/** Text with its formatting signs as the look-alikes that a renderer may use for them. */
export const likeness = (text: string): string =>
  text
    .replaceAll('\u2060', '')
    .replace(/[∗∼ˋˍ›]/g, (sign) => ({ '∗': '*', '∼': '~', ˋ: '`', ˍ: '_', '›': '>' })[sign] ?? sign);
