/**
 * Why each line of ours is there, in a sentence for the policy owner. test/review/ours.test.ts holds that every rule of
 * ours stands here.
 */

export interface Reason {
  readonly says: string;
  readonly why: string;
  /** Rules by id. Without any it is about how the rules work as a whole. */
  readonly rules: readonly string[];
}

export const reasons: readonly Reason[] = [
  { says: '999, on every screen', why: 'The chapter gives no emergency line', rules: [] },
  {
    says: 'Tell your safeguarding lead first, now or today; comfort the child, write their words down, no secrecy, nobody else',
    why: 'The chapter names the lead only for harmful sites',
    rules: ['tell-your-lead'],
  },
  { says: 'Do not question the child, look, or search a phone', why: 'Practice', rules: ['do-not-question'] },
  {
    says: 'Self-harm or blackmail: ask once, directly, about suicide; helplines by the clock',
    why: 'Practice',
    rules: ['suicide-may-be-spoken-of'],
  },
  { says: '"Today" wherever the chapter states no limit', why: 'No limit is not "no hurry"', rules: [] },
  {
    says: 'Danger, on any topic: 999, and for a child social care too',
    why: 'Line 123 (significant harm)',
    rules: ['danger-now'],
  },
  {
    says: 'Danger to an adult alone: 999 and the police, not social care',
    why: 'Line 123 is about children',
    rules: ['danger-to-an-adult'],
  },
  {
    says: 'Danger, not sure: the lead now, and 999 if nobody can say within ten minutes that they are safe',
    why: 'Practice',
    rules: ['danger-in-doubt'],
  },
  {
    says: 'The lead is needed now, and not later today, in these cases alone',
    why: 'If everything said "now", nobody could tell what cannot wait',
    rules: [
      'lead-now-danger',
      'lead-now-self-harm-spoken-of',
      'lead-now-picture',
      'lead-now-contact-by-an-adult',
      'lead-now-known-adult-may-learn',
    ],
  },
  {
    says: "An adult's contact that may be grooming, without pictures: police and social care today",
    why: 'The chapter gives CEOP, the law and the exploitation procedure, but no referral line',
    rules: ['adult-contact'],
  },
  {
    says: 'Silence about any adult who may be known, pictures or not',
    why: 'Line 153 is about adults found with pictures',
    rules: ['silence-about-a-known-adult'],
  },
  {
    says: '"A stranger", and another answer that does not fit: the safer answer counts, and the card says so',
    why: 'Practice',
    rules: ['stranger-outweighed'],
  },
  {
    says: 'Twice said to be met only online: treated as a stranger, near children or not',
    why: 'Practice',
    rules: ['stranger-said-twice'],
  },
  {
    says: 'Where somebody who works here, or their family, may be part of it: the same silence, on any topic',
    why: 'Line 153',
    rules: ['own-people-may-be-part'],
  },
  {
    says: 'Before the child goes home to an adult who may be the one: ask social care first',
    why: 'Practice',
    rules: ['home-time'],
  },
  {
    says: 'A picture is not deleted until the police, or the lead after Report Remove, say so',
    why: 'Practice',
    rules: ['keep-what-is-there'],
  },
  {
    says: '18 or over after all: Revenge Porn Helpline, StopNCII, the adult safeguarding team',
    why: 'Practice',
    rules: ['imagery-eighteen-or-over'],
  },
  {
    says: 'A child who saw such material is offered support',
    why: 'The chapter has no line for it',
    rules: ['exposure-support'],
  },
  { says: 'Extremist material is not downloaded or shared', why: 'Practice', rules: ['extremism-do-not-spread'] },
  {
    says: 'They support such a group, or are fixed on mass violence without an ideology: the lead and Prevent today',
    why: 'Prevent takes both',
    rules: ['extremism-prevent-today'],
  },
  {
    says: 'A threatened attack, for any day: 999, and the lead now',
    why: 'Practice',
    rules: ['extremism-attack', 'extremism-attack-in-doubt'],
  },
  {
    says: 'Harmful sites: Beat, and the lead tells the parents today',
    why: 'Practice',
    rules: ['harmful-sites-suicide'],
  },
  {
    says: 'Content found: stop looking, write the address down, send no link, tell your lead',
    why: 'Practice',
    rules: ['content-stop-looking'],
  },
  {
    says: 'A child you know in it: telling somebody comes before reporting the page',
    why: 'Practice',
    rules: ['content-known-child'],
  },
  {
    says: 'Anything else: tell your lead today',
    why: 'The chapter covers online harm only',
    rules: ['other-tell-your-lead'],
  },
  {
    says: 'Staff conduct that is not sexual: the head, not the lead (the chair about the head), and only people picked are told',
    why: 'Keeping Children Safe in Education, part four',
    rules: ['staff-conduct'],
  },
  {
    says: 'One of its four tests may be met: the head tells the LADO today, before anyone looks into it or tells the adult; otherwise the low-level concerns policy',
    why: 'Keeping Children Safe in Education, part four',
    rules: ['staff-conduct-for-the-lado'],
  },
  {
    says: 'An adult in touch with a child by open, ordinary means, with nothing sexual or secret, no gifts and no meeting alone: the lead today, and asked about as staff conduct',
    why: 'Over-referral is a fault too',
    rules: ['adult-calm-contact'],
  },
  {
    says: "Staff conduct with any of those signs is asked about as an adult's contact",
    why: 'Keeping Children Safe in Education, part four',
    rules: ['staff-conduct-signs-of-grooming'],
  },
  {
    says: 'A crime by staff against or about a child: the police today; in doubt the LADO',
    why: 'Keeping Children Safe in Education, part four',
    rules: ['staff-conduct-crime'],
  },
  {
    says: 'A stranger met only online silences nobody and never brings in the LADO',
    why: 'Practice',
    rules: ['stranger-met-online'],
  },
  {
    says: "Only somebody in the adult's home works with children: the LADO and the fostering service",
    why: 'Practice',
    rules: ['household-works-with-children'],
  },
  {
    says: "Not sure about pressure, capacity or content: the lead decides today, with social care's advice",
    why: 'The chapter asks for "reason to believe", and staff must not look',
    rules: ['imagery-doubt'],
  },
  {
    says: "Under 13 without sexual acts: social care's advice today, never reassurance",
    why: 'The chapter sets no referral for it',
    rules: ['imagery-under-13'],
  },
  {
    says: 'Passed on without agreement: abuse by another child, the lead today, police advice',
    why: 'The chapter has no line for it',
    rules: ['imagery-passed-on', 'imagery-passed-on-advice'],
  },
  {
    says: 'Blackmail: do not pay, stop replying, delete nothing, ask about suicide',
    why: "National Crime Agency's 2024 alert to schools",
    rules: ['blackmail-first-steps'],
  },
  {
    says: 'Domestic abuse: no contact by a watched device, leave trackers on',
    why: 'Practice',
    rules: ['domestic-abuse-safe-contact'],
  },
  {
    says: 'A web page with abuse pictures: the Internet Watch Foundation must be told',
    why: 'The chapter says that they take such reports',
    rules: ['content-child-abuse-images'],
  },
  {
    says: "Day 1 of the LADO's five working days is the next working day",
    why: 'The chapter does not say from when',
    rules: [],
  },
];
