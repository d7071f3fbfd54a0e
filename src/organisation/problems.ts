/** What is wrong with a file of the organisation, told to the administrator who wrote it. */

export interface FileProblem {
  /** Counted from 1. */
  readonly line: number;
  /** As `councils[0].lado.phone`; empty for the file itself. */
  readonly field: string;
  /** What is wrong and how to put it right, in plain words. */
  readonly said: string;
}

/** The organisation file cannot be used. The message is written for the administrator who wrote it. */
export class OrganisationFileError extends Error {
  override readonly name = 'OrganisationFileError';
  readonly problems: readonly FileProblem[];

  constructor({ file, problems }: { file: string; problems: readonly FileProblem[] }, options?: ErrorOptions) {
    const lines = problems.map(({ line, field, said }) => `  ${atLine(line, field, said)}`);
    const next = 'Put this right and start again. organisation.example.yaml shows every field.';
    super([`The organisation file ${file} cannot be used:`, ...lines, next].join('\n'), options);
    this.problems = problems;
  }
}

/** A warning or problem as it is told: with its line, where it stands, and what to do. */
export const atLine = (line: number, at: string, said: string): string => `line ${line}${at ? `, ${at}` : ''}: ${said}`;
