/** How long things are kept or waited for, in days: the words say it from here, and so does what keeps them. */

/** Where somebody works, from the last time it was named. */
export const workplaceDays = 90;

/** For a second person to agree that a concern is erased. */
export const eraseDays = 7;

/** What the counts look back on. */
export const countedDays = 30;

/** A week's counts, from its Monday. */
export const weekCountsDays = 400;

/** From its Monday: how long a week's counts still change. Then what was told of them stays true. */
export const settleDays = 14;
