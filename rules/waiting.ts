/** How long somebody is waited for. All of it is ours; words say it from here, so that each number stands in one place. */

/** The longest that one person is waited for where somebody may be in danger. */
export const minutesInDanger = 10;

/** A doubt about a picture waits so long for a lead, before social care is asked for advice. */
export const minutesForALead = 30;
