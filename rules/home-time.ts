/** Before the child goes home to an adult who may be the one it is about, or is fetched by them. All of it is ours. */
import { doThis, rule, socialCareAdvice } from './rule.ts';
import { mayLiveWithChild } from './who.ts';

export const homeTimeRules = [
  rule('home-time', {
    when: mayLiveWithChild,
    basis: 'ours',
    cites: [],
    says: [doThis('ask-before-home-time', 'must'), socialCareAdvice('you')],
    encodes: [],
  }),
];
