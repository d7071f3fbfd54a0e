/** Times as people in the United Kingdom read them, wherever this browser is. */
const timeZone = 'Europe/London';
const time = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' });
const day = new Intl.DateTimeFormat('en-GB', { timeZone, weekday: 'long', day: 'numeric', month: 'long' });
const year = new Intl.DateTimeFormat('en-GB', { timeZone, year: 'numeric' });

export const timeOf = (moment: Date): string => time.format(moment);
export const dayOf = (moment: Date): string => day.format(moment);
export const inFull = (moment: Date): string => `${dayOf(moment)} ${year.format(moment)}, ${timeOf(moment)}`;
