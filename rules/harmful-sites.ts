/** Websites about self-harm, suicide or weight loss (section 5). */
import { doThis, mayReport, notStated, parents, refer, rule, seeAlso } from './rule.ts';
import { all, topic, worried } from './when.ts';

const harmfulSites = topic('harmfulSites');

export const harmfulSitesRules = [
  rule('harmful-sites-obsessed', {
    when: all(harmfulSites, worried('obsessed')),
    cites: ['p242'],
    says: [refer('safeguarding-lead', 'should', notStated), doThis('share-and-arrange-support')],
    encodes: ['R167', 'R168'],
  }),
  rule('harmful-sites-suicide', {
    when: harmfulSites,
    basis: 'ours',
    cites: [],
    says: [mayReport('service:beat'), parents('hold', 'parents-told-by-lead-today')],
    encodes: [],
  }),
  rule('harmful-sites-report', {
    when: harmfulSites,
    cites: ['p18'],
    says: [mayReport('service:report-harmful-content', 'p18'), mayReport('service:platform')],
    encodes: ['R5'],
  }),
  rule('harmful-sites-guidance', {
    when: harmfulSites,
    cites: ['p66', 'p252', 'p254'],
    says: [seeAlso('self-harm-guidance'), seeAlso('rcpch-screen-time')],
    encodes: ['R21', 'R172', 'R173'],
  }),
];
