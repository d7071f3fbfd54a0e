/** Times as people in the United Kingdom read them, wherever this browser is. */
const timeZone = 'Europe/London';
const time = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' });
const day = new Intl.DateTimeFormat('en-GB', { timeZone, weekday: 'long', day: 'numeric', month: 'long' });
const shortDay = new Intl.DateTimeFormat('en-GB', { timeZone, weekday: 'short' });
const year = new Intl.DateTimeFormat('en-GB', { timeZone, year: 'numeric' });

export const shownTime = (moment: Date): string => time.format(moment);
export const shownDay = (moment: Date): string => day.format(moment);
/** A thread has no lines between its days. */
export const dayAndTime = (moment: Date): string => `${shortDay.format(moment)} ${shownTime(moment)}`;
export const inFull = (moment: Date): string => `${shownDay(moment)} ${year.format(moment)}, ${shownTime(moment)}`;
