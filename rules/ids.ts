/**
 * Every piece of advice that the rules can give, by name. A rule can say nothing else, and dialogs/words must have
 * words for each, so a name without words, or without a place here, does not build.
 */

export const doIds = [
  'stay-with-the-child',
  'do-not-leave-them-alone',
  'ask-before-home-time',
  'comfort-the-child',
  'write-down-their-words',
  'ask-about-suicide',
  'put-safety-first',
  'pass-over-anyone-involved',
  'own-staff-tell-the-head',
  'went-by-may-be-known',
  'went-by-only-online',
  'left-the-role-still-counts',
  'keep-the-evidence',
  'ask-for-a-safe-way',
  'write-the-address-by-hand',
  'tell-lead-what-was-found',
  'reporting-is-not-referring',
  'duty-covers-all-harm',
  'head-tells-the-lado',
  'low-level-concerns',
  'record-a-decision-to-view',
  'count-money-demands-as-blackmail',
  'lead-decides-today',
  'support-the-child-pictured',
  'see-those-who-shared-separately',
  'treat-as-child-on-child-abuse',
  'offer-support',
  'help-take-it-down',
  'do-not-blame',
  'take-it-seriously',
  'think-what-lies-behind',
  'support-those-close-later',
  'support-the-bullied-child',
  'work-with-the-child-who-bullies',
  'help-block-and-remove',
  'consider-child-on-child-abuse',
  'your-school-must-act',
  'lead-makes-prevent-referral',
  'prevent-referral-today',
  'nobody-has-to-agree',
  'phone-in-hand',
  'child-in-care',
  'child-elsewhere',
  'eighteen-or-over',
  'share-and-arrange-support',
] as const;

export const dontIds = [
  'tell-the-adult-or-those-around',
  'look',
  'copy-or-send',
  'contact-those-around',
  'contact-a-watched-device',
  'warn-the-stranger',
  'pay',
  'go-on-replying',
  'delete-anything',
  'delete-yet',
  'remove-trackers',
  'touch-devices',
  'question-or-search',
  'question-beyond-suicide',
  'investigate-yourself',
  'tell-others',
  'promise-secrecy',
  'send-the-link',
  'download-or-share',
  'take-agreement-as-safe',
] as const;

/** The more guarded stand later: where several rules speak, the last of these wins. "Not asked" yields to an answer. */
export const parentsIds = [
  'parents-lead-decides',
  'parents-told-by-lead-today',
  'parents-involve',
  'parents-stranger',
  'parents-hold',
  'parents-lead-decides-in-doubt',
  'parents-own-people',
  'parents-domestic-abuse',
  'parents-tell-nobody',
] as const;

export const nextIds = [
  'strategy-discussion',
  'urgent-strategy-discussion',
  'strategy-discussion-on-arrest',
  'act-before-a-meeting',
  'lado-meeting',
] as const;

export const notRequiredIds = ['no-trigger-no-referral', 'no-contact-no-social-care', 'no-role-no-lado'] as const;

export const reassuranceIds = ['safeguarding-before-crime', 'first-time-not-usually-prosecuted'] as const;

/** Guidance worth reading, by its id in data/services.json. */
export const readingIds = [
  'ukcis-sharing-nudes',
  'dfe-cyberbullying-staff',
  'childnet-cyberbullying',
  'dfe-cyberbullying-parents',
  'self-harm-guidance',
  'rcpch-screen-time',
] as const;

export type DoId = (typeof doIds)[number];
export type DontId = (typeof dontIds)[number];
export type ParentsId = (typeof parentsIds)[number];
export type NextId = (typeof nextIds)[number];
export type NotRequiredId = (typeof notRequiredIds)[number];
export type ReassuranceId = (typeof reassuranceIds)[number];
export type ReadingId = (typeof readingIds)[number];
/** Of an organisation's own duty, which carries its own words. */
export type LocalId = `local:${string}`;
