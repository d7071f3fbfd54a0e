/** Words about the pages that a link opens: how long it works, and what stands there once it does not. */

/** How long a link to a page works, in minutes. */
export const linkMinutes = 15;

/** Behind a link. No full stop may touch an address, or it is copied with it. */
export const linkLife = ` (It works for ${linkMinutes} minutes. Do not pass it on.)`;

/** Where the program has no address of its own. */
export const noPage = 'There is no page to print here. Copy this text instead.';

/** The page with one button that stands at each link. */
export const openPages = {
  titles: { record: 'A record', term: 'A term in numbers', audit: 'The audit', pack: 'The review pack' },
  lines: {
    record: ['It names people. Open it where nobody reads along.'],
    term: ['Counts and times. It names nobody.'],
    audit: ['A file of what was done, by whom and when.'],
    pack: [
      'The rules, the questions and every card, as they stand here and now. It names people and their numbers.',
      'It opens in this browser for an hour. On a shared computer, close the browser when you have finished.',
    ],
  },
  open: 'Open it',
  cut: 'There is no button here? The link was cut, or this browser runs no scripts. Go back to Slack or Teams and open the whole link, in another browser if need be.',
} as const;

export const closedPage = {
  closed: {
    title: 'This link has closed',
    lines: [
      `A link works for ${linkMinutes} minutes. The concern may also have moved on, or be gone.`,
      'To open the record, go back to Slack or Teams. Press "The record", or "Copy for your record". Then open the new link.',
      'To open the audit, type "export" there again.',
    ],
  },
  unavailable: {
    title: 'We cannot read this right now',
    lines: ['Nothing is lost. Wait a minute, then load this page again.', 'Do not wait for us to tell somebody. Ring.'],
  },
} as const;
