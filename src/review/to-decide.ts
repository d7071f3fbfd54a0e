/** What people must decide or check before real use, beside the lines themselves. Lists that data gives are made in pages/contacts.ts. */

/** Each stands in its law look-up as "A person must check". */
export const lawToCheck: readonly string[] = [
  'Is the duty to report child sexual abuse in the Crime and Policing Act 2026 in force? We found the Act\'s first commencement (29 June 2026, SI 2026/689, Home Office Circular 004/2026) and nothing on this duty. If it is in force it may be the worker\'s own. No bot, and no "Not for us", may seem to lift it. Signpost says that it is not settled, and to ask the lead.',
  'The section numbers of that Act, and which of its crimes on AI tools are in force.',
  'Whether its crimes of taking intimate pictures now stand in place of half of the upskirting law.',
  'Which roles count as a position of trust, where 18 is the age of consent.',
  'The wording of the Data Protection Act 2018, and of the advice on information sharing of May 2024.',
  "Does the fifth trigger of the national guidance on nudes name self-harm? Signpost's danger question does.",
];

/** Pages that a person should open. */
export const pagesToCheck: readonly string[] = [
  "Police 101 is said to answer day and night, from the police's own question page.",
  "Steam's and PlayStation's pages were seen in another language or country; Pinterest's is its page on harassment.",
  'Call Derbyshire: an older page gives another number. The example file leaves that one out.',
  'Shore (for teenagers, of the Lucy Faithfull Foundation): nothing confirmed, so it is not held.',
];

/** How leads are told. All of it is ours. */
export const howLeadsAreTold: readonly { readonly says: string; readonly change: string }[] = [
  {
    says: '10 minutes ("now") or 30 ("today") without an owner, then the next people; each round waits longer, up to an hour',
    change: 'escalation in the organisation file; src/leads/notify/timers.ts',
  },
  {
    says: 'The order: channel, leads and deputies, second channel, head, then again. The chair only when picked',
    change: 'src/leads/concern/levels.ts',
  },
  {
    says: 'Reminders: two hours and one hour before the office closes or the day ends; a day before a limit of working days',
    change: 'src/leads/notify/timers.ts',
  },
  {
    says: 'A call for a lead is repeated in its channel six times, then ends with the same words for every call',
    change: 'src/leads/notify/timers.ts',
  },
  {
    says: 'Where the adult may be known: only people whom the reporter picks; staff: the head; the head: the chair; cannot tell: nobody, and the LADO',
    change: 'dialogs/guard.ts',
  },
  {
    says: "What a reporter is told of their lead's doings: seen, by whom, done, handed over, not for us",
    change: 'dialogs/words/lead-news.ts',
  },
  { says: 'The reasons for "Not for us"', change: 'dialogs/words/leads.ts' },
];

export const assumptions: readonly string[] = [
  'The safeguarding lead is inside the circle that line 153 allows, unless they may be involved.',
  'Whether line 143 closes section 2.1 or opens 2.2 cannot be told from this copy. We cite it under 2.2.',
  'Where the adult may be known in real life, nobody is told but the people the reporter picks, and the reporter is told why.',
];
