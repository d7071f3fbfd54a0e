/** What a look at the real world found, in words for whoever is to start the program. It never holds a secret. */

/** `error`: people would not be helped, or not safely. `warning`: look at it before real use. `ok`: it was tried, and works. */
export type Level = 'error' | 'warning' | 'ok';
export type About =
  | 'settings'
  | 'organisation'
  | 'store'
  | 'keys'
  | 'slack'
  | 'teams'
  | 'leads'
  | 'people'
  | 'texts'
  | 'clock'
  | 'address'
  | 'contacts';

export interface DoctorFinding {
  readonly level: Level;
  readonly about: About;
  readonly what: string;
  /** What it means for people. Of what works nothing is said. */
  readonly why?: string;
  /** The setting to change, or the command to run. */
  readonly fix?: string;
}

export const fine = (about: About, what: string): DoctorFinding => ({ level: 'ok', about, what });
export const wrong = (about: About, what: string, why: string, fix: string): DoctorFinding => ({
  level: 'error',
  about,
  what,
  why,
  fix,
});
export const unwise = (about: About, what: string, why: string, fix: string): DoctorFinding => ({
  ...wrong(about, what, why, fix),
  level: 'warning',
});

/** The gravest first; what works last, in the order it was tried. What is mended alike stands together. */
export function lines(findings: readonly DoctorFinding[]): readonly string[] {
  const ranks: readonly Level[] = ['error', 'warning', 'ok'];
  const of = (level: Level) => findings.filter((finding) => finding.level === level);
  const alike = (level: Level) => [
    ...Map.groupBy(of(level), ({ about, why, fix }) => [about, why, fix].join('\n')).values(),
  ];
  return [
    ...ranks.flatMap((level) => alike(level).flatMap(paragraph)),
    '',
    `${of('error').length} to put right, ${of('warning').length} to look at, ${of('ok').length} in order.`,
  ];
}

function paragraph(alike: readonly DoctorFinding[]): readonly string[] {
  const [{ why, fix } = {}] = alike as readonly Partial<DoctorFinding>[];
  return [
    ...alike.map(({ level, about, what }) => `${level.toUpperCase().padEnd(7)} ${about}: ${what}`),
    ...(why === undefined ? [] : [`        ${why}`]),
    ...(fix === undefined ? [] : [`        Do this: ${fix}`]),
  ];
}
