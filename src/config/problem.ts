/** What stands in the way of starting, in words for the person who starts it. */

export interface Problem {
  /** The setting to change. */
  readonly setting: string;
  /** What is wrong and what to do. Never the setting's value: it may be a secret. */
  readonly says: string;
}

/** The program must not start like this. The message lists every problem, each with what to do. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[], options?: ErrorOptions) {
    const what = problems.length === 1 ? 'this setting' : `these ${problems.length} settings`;
    const lines = problems.map(({ setting, says }) => `  ${setting}: ${says}`);
    super(`Signpost did not start. Put ${what} right, then start it again.\n${lines.join('\n')}`, options);
    this.problems = problems;
  }
}
