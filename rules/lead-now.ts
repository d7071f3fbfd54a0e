/**
 * When a safeguarding lead is needed now, and not later today. All of it is ours. If everything said "now", nobody could
 * tell what cannot wait: so these cases alone say it, and whatever else is due is for today.
 */
import { trigger } from './imagery.ts';
import { now, ours, refer, rule } from './rule.ts';
import { all, any, type Condition, is, topic, worried } from './when.ts';
import { adultContact, mayBeKnown } from './who.ts';

/** One rule for each case, so that the card can say which it was. */
const leadNow = (id: string, when: Condition) =>
  rule(`lead-now-${id}`, {
    when,
    basis: 'ours',
    cites: [],
    says: [refer('safeguarding-lead', 'must', now, ours)],
    encodes: [],
  });

export const leadNowRules = [
  leadNow('danger', any(is('danger', 'yes', 'onlyAdult', 'unsure'), all(topic('extremism'), worried('attackThreat')))),
  // To worry about serious harm on such sites is to worry about self-harm or suicide.
  leadNow('self-harm-spoken-of', all(topic('harmfulSites'), worried('harmConcern'))),
  // Lines 115 to 119; threats over a picture are one of them, under either topic.
  leadNow('picture', any(topic('blackmail'), all(topic('imagery'), trigger))),
  leadNow('contact-by-an-adult', adultContact),
  leadNow('known-adult-may-learn', mayBeKnown),
];
