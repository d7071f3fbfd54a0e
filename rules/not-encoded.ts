/**
 * Statements of the chapter that no rule and no look-up carries, each with the reason.
 * A test counts: every statement is carried or stands here, and none does both.
 */
export const notEncoded: Readonly<Record<string, string>> = {
  R70: 'Background on how offenders reach children. It asks nobody for anything and changes no answer.',
};
