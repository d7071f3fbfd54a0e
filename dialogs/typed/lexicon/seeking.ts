/** How people ask for a number, a place to report, the law or a meaning. From what staff typed in trials. */
import { phraseList } from './list.ts';

/** Asks for something that can be looked up, whomever it is about. In pattern.ts's notation. */
export const seeking = phraseList(`
  number/helpline/hotline/phone/telephone/contact/email/address/website/link/details/hours/form/line for/of/to/about | phone number | contact details | opening hours | advice line |
  helpline | hotline | helplines | numbers | report form | reporting form | report page | guidance | checklist | checklists | glossary | policy on/about/for | procedure | procedures | policy | leaflet |
  who/whom do/should/can/could/must/shall i/we/you ring/call/phone/contact/report/tell/speak/refer/text/email/ask/go |
  who to ring/call/phone/contact/report/tell/speak/refer/text/email/ask | who can i/we ring/call/phone/contact/tell/talk/speak | who deal with | who be my/the/our/local | who be on call/cover |
  where/how do/should/can/could/must i/we/you report/ring/call/phone/contact/reach/get/refer/find/make/block/delete/remove/take |
  how to report/ring/call/phone/contact/refer/remove/delete/block/get/make/take | where to report/ring/find/go/refer |
  look up | define | meaning of | definition of | what do ... mean | what do ... stand for | what be a/an/the? | what be | what mean |
  be .. illegal | be .. legal | be .. against the law | be .. a? crime | be .. an offence | be .. allowed | be .. open | be .. closed | when be .. open | when do .. open/close | what time |
  law | laws | legislation | act | the act | section 15/17/45/46/47/62/67 | section | duty | gdpr | can i/we share | can i/we search/look/take/confiscate/delete/keep/tell | do i/we need/have | should i/we | must i/we | am i allowed | be i allowed | age of | at what age | right to | consent |
  report .. content/material/video/website/site/page/post/image/picture/link/account/profile/scam/fraud/channel/app/game/user/message | report to | reporting | report on | 
  counsellor for | counselling for | support for | support line | training | advice on/about/for/line | resources | lesson plan | toolkit | template | meeting agenda | minutes of/template/for | agenda | take down | get .. taken down | remove picture/image/photo/nude/video | removed from
`);

/** "Please can you give me ...": taken off before a name is compared. */
export const politeness = phraseList(`
  hi | hello | hey | please | ok | so | can/could/would you | can/could i have/get | give/tell/send/show/get/find me/us | i/we need | i/we want | i be look for | i be after | look up | search for | search | find |
  do you have/know | what be the | whats the | the | a | an | my | our | thanks | thank you | cheers | asap | number for | number of | number | phone number for | phone number | telephone number | contact for | contact details for | contact | helpline | website | link to | link |
  who be my | who be the | who be | report to | details for | details | info on | info about | information on | information about | about
`);

/** Then it is a story about somebody. */
export const telling = phraseList(`
  he/she/they/him/her/them/his/hers | my/a/the/our/one/this pupil/student/girl/boy/child/kid/lad/daughter/son/friend/colleague/teacher/parent/mum/dad/class | pupil/student/girl/boy/child/lad/colleague/teacher/mum/dad/parent/someone/somebody/stepdad/uncle have/be/say/told/tell/send/show/take/get/ask/keep/make/post/share/talk/want/meet/look/watch/find/threaten |
  year 7/8/9/10/11/12/13 | going round | going around | be blackmailed | found | i think | i am worried | worried about | i have just | i just | told me | pictures on | be be
`);

/** Nothing but a greeting, thanks, or a worry without a word of what it is. */
export const small = {
  thanks: phraseList(
    `thanks | thank you | thankyou | ta | cheers | great | perfect | brilliant | lovely | ok | okay | k | fine | got it | good | thx | ty | cool | nice one | will do | understood | that helps | thanks so? much | thank you so? much | so | very | much | bye | goodbye | good night`,
  ),
  begin: phraseList(`
    help/please help me? please? | worried | i be worried | report | report a? concern | report something | safeguarding concern | concern | a concern | i have a concern | i have concerns | concerned | safeguarding | i need to report | i want to report | raise/log/make/start/report a? concern/referral/worry/disclosure/incident | 
    i need help | need help | i need advice | need advice | advice | disclosure | incident | child protection | worried about a child/pupil/student | i be worried about a child/pupil/student | something happened | something have happened | what do i do | can you help | can you help me | i need to talk | emergency help | start
  `),
  data: phraseList(`
    be this/it anonymous/confidential/private/recorded/monitored/secret/safe/secure/logged | anonymous | confidential | anonymously | confidentiality | who can/will see | who see this/what/it | who read this/it | what happen to/with my/this/what | what do you keep/store/record/save | do you keep/store/record/save/log | be you recording/keeping | will my/anyone/they/people/parents know/see/find/tell | will you tell | privacy | data kept | can my? manager/head/boss/it see | are my answers | be my answers | delete my data
  `),
} as const;

/**
 * Help, emergency, child and danger in Welsh, Polish, Urdu, Romanian, Arabic, Spanish and Ukrainian: enough to show
 * the numbers, no more. From the phrase pages of the NHS and of police forces.
 */
export const otherLanguages: ReadonlySet<string> = new Set(
  phraseList(`
    cymorth | helpwch | argyfwng | plentyn | plant | llinell | gymorth | rhif | heddlu | perygl | pryderu | ysgol | ffoniwch | diogelu |
    pomoc | pomocy | pomozcie | pomóż | pomoz | dziecko | dziecka | dzieci | numer | telefonu | zaufania | wypadek | nagły | policja | niebezpieczeństwo | proszę | prosze | ratunku | szkoła |
    مدد | بچہ | بچے | بچوں | ہنگامی | خطرہ | پولیس | فون | نمبر | madad | bacha | bachay |
    ajutor | ajuta | ajutați | copil | copii | copilul | urgență | urgenta | poliție | politie | pericol | numărul | școală |
    مساعدة | ساعدوني | طفل | أطفال | اطفال | طوارئ | خطر | شرطة | النجدة | رقم | musaada |
    ayuda | ayúdame | ayudame | auxilio | socorro | niño | nino | niña | nina | niños | ninos | emergencia | policía | policia | peligro | teléfono | escuela |
    допомога | допоможіть | допомогти | дитина | дитини | діти | дітей | надзвичайна | поліція | небезпека | телефон | номер | школа | помогите | помощь | ребенок | ребёнок
  `).map((word) => word.normalize('NFKD').replace(/\p{M}/gu, '')),
);

/** English words and names among them: alone they ask for help, in a sentence they do not. */
export const alsoEnglish: ReadonlySet<string> = new Set(['plant', 'nina', 'nino']);
