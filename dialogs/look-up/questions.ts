/**
 * Questions that people have while something is happening, each answered in a few sentences. Ours, unless a paragraph
 * is cited. Background beside an answer card, never instead of one.
 */
import type { ParagraphId } from '../../rules/outcome.ts';
import { serviceById } from '../../rules/services.ts';
import { minutesInDanger } from '../../rules/waiting.ts';
import type { Button, ListLine, Rich } from '../message.ts';
import { sayCites } from './cite.ts';
import type { LookUpEntry } from './entry.ts';
import { ask } from './frame.ts';

export interface LookUpQuestion {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly asks: string;
  /** The answer first; each whole in itself. */
  readonly says: readonly Rich[];
  readonly see?: readonly Button[];
  readonly cites?: readonly ParagraphId[];
}

/** The number of a service, taken from where it is kept. */
function number(id: string): { readonly phone: string } {
  const { phone } = serviceById(id);
  if (!phone) throw new Error(`${id} has no number to give`);
  return { phone };
}

const danger = { phone: '999' };
const police = number('police-non-emergency');

const questions: readonly LookUpQuestion[] = [
  {
    id: 'ask:consent-to-refer',
    name: 'Do I need consent to refer?',
    aliases: [
      'consent to refer',
      'do I need consent',
      'consent',
      'parent refuses',
      'parental consent',
      'dad refuses',
      'mum refuses',
      'confidentiality',
    ],
    asks: 'consent permission agree agreement parent parents refuse refuses refused referral refer secret secrecy confidential child asked me not to tell allowed without',
    says: [
      ['No. Nobody has to agree to a referral when a child may be harmed.'],
      ['A parent who refuses, or a child who asks for secrecy, does not stop it.'],
      ['Whether to tell the parents first: your lead decides.'],
    ],
    see: [ask('Sharing information', 'law:sharing-information')],
  },
  {
    id: 'ask:phone-in-hand',
    name: 'A phone in your hand',
    aliases: [
      'searching a phone',
      'search a phone',
      'confiscate phone',
      'confiscated phone',
      'taken his phone',
      'phone search',
      'can I look at a pupils phone',
      'seized device',
      'what do I do with the phone',
    ],
    asks: 'handset device tablet laptop mobile confiscate confiscated seize seized taken search searching look through check unlock pin pupil evidence keep hand over switch off delete',
    says: [
      ['Do not look through it. Switch nothing on or off.'],
      ['Keep it as it is, locked away. Give it to your lead, who asks the police.'],
      ['Do not copy or send anything from it. Write down when you took it, and from whom.'],
    ],
    see: [ask('School guidance', 'searching-screening-confiscation')],
  },
  {
    id: 'ask:child-in-care',
    name: 'The child is in care',
    aliases: [
      'looked after child',
      'child in care',
      'LAC',
      'CLA',
      'foster child',
      'childrens home',
      'children in care',
      'care leaver',
      'placed by another council',
    ],
    asks: 'care looked after foster fostered carer placement placed social worker residential home own council other authority',
    says: [
      ['Refer as for any child.'],
      ['Tell their own social worker too, and the council that placed them.'],
      ['The worry is about a carer? The LADO as well.'],
    ],
    see: [ask('Social care', 'social care'), ask('LADO', 'lado')],
  },
  {
    id: 'ask:child-elsewhere',
    name: 'The child lives elsewhere, or abroad',
    aliases: [
      'child abroad',
      'child lives abroad',
      'different council',
      'another area',
      'out of area',
      'other country',
      'moved away',
      'child placed elsewhere',
      'overseas',
    ],
    asks: 'abroad overseas country foreign holiday moved away elsewhere different council area authority county border scotland wales ireland placed which council',
    says: [
      ['Ring your own social care. They reach the services where the child is.'],
      ['Abused online? CEOP takes reports too.'],
      ['In danger in the United Kingdom: ', danger, '.'],
    ],
    see: [ask('Social care', 'social care'), ask('CEOP', 'ceop-safety-centre')],
  },
  {
    id: 'ask:eighteen-or-over',
    name: 'The person is 18 or over',
    aliases: [
      '18 or over',
      'over 18',
      'student is 18',
      '18 year old student',
      'aged 18',
      'adult student',
      'sixth former is 18',
      'adult at risk',
      'vulnerable adult',
      'adult safeguarding',
      'adult social care',
    ],
    asks: 'eighteen 18 19 adult student college sixth form over age vulnerable adult safeguarding team blackmailed picture shared',
    says: [
      ['A crime: police ', police, ', or ', danger, '.'],
      ['Pictures: Revenge Porn Helpline or StopNCII.'],
      ["Not safe: your council's adult safeguarding team."],
      ['Under 18 when the picture was made? Police and the IWF, as for a child.'],
      ["Never take an adult's device."],
    ],
    see: [ask('Helpline', 'revenge-porn-helpline')],
  },
  {
    id: 'ask:made-to-hurt-themselves',
    name: 'Made to hurt themselves online',
    aliases: [
      'com network',
      'com networks',
      'com group',
      'com groups',
      'the com',
      '764',
      'forced to self harm',
      'made to cut herself',
      'made to hurt oneself',
      'made to harm themselves',
      'sadistic groups',
      'harm groups',
      'cut signs',
      'blood signs',
      'coerced self harm',
    ],
    asks: 'com network group sadistic violent online gang nihilistic made forced coerced told dared cut cutting carve strangle choke film camera selfharm self harm sibling pet dox doxx doxxed gore discord telegram server threatened',
    says: [
      ['Hurt, or in danger: ', danger, '. Tell your lead now.'],
      ['Groups press children to hurt themselves on camera. It is abuse: do not blame.'],
      ['Delete nothing. Police ', police, ', and CEOP.'],
      ['Ask once, directly, about suicide. Do not leave the child alone.'],
      ['The National Crime Agency warned of such groups, called com networks, in March 2025.'],
    ],
    see: [ask('CEOP', 'ceop-safety-centre')],
  },
  {
    id: 'ask:missing-child',
    name: 'A child is missing',
    aliases: [
      'missing child',
      'missing',
      'missing person',
      'child missing',
      'run away',
      'runaway',
      'ran away',
      'gone missing',
      'absconded',
    ],
    asks: 'missing ran run away runaway gone left home disappeared absconded not come home whereabouts met online',
    says: [
      ['Police now: ', danger, ' if you fear for the child, or ', police, '.'],
      ['Then your lead.'],
      ['For child and family: Missing People, ', number('missing-people'), '.'],
      ['Say so if they met somebody online.'],
    ],
    see: [ask('Missing People', 'missing-people')],
  },
  {
    id: 'ask:low-level-concern',
    name: 'A low-level concern about staff',
    aliases: [
      'low level concern',
      'low level concerns',
      'low-level',
      'LLC',
      'staff behaviour',
      'over friendly teacher',
      'nagging doubt',
      'staff code of conduct',
      'professional boundaries',
    ],
    asks: 'low level concern staff colleague behaviour conduct code boundaries over friendly favourites unease nagging doubt inappropriate comment self report',
    says: [
      ['Tell the head today. About the head: the chair.'],
      ['It breaks the staff code, but may not have harmed a child.'],
      ['In doubt whether it is more: ask the LADO.'],
      [
        'Examples: too friendly, favourites, alone behind a closed door. Keeping Children Safe in Education, part four.',
      ],
    ],
    see: [ask('LADO', 'lado'), ask('KCSIE', 'kcsie')],
  },
  {
    id: 'ask:support-for-staff',
    name: 'Support for you',
    aliases: [
      'support for staff',
      'staff support',
      'staff helpline',
      'counsellor for staff',
      'counselling for staff',
      'staff wellbeing',
      'helpline for me',
      'support for me',
      'I need support',
      'employee assistance',
      'EAP',
      'supervision',
      'I am not coping',
      'I feel sick about what I saw',
    ],
    asks: 'support staff teacher counsellor counselling wellbeing stress stressed upset shaken distressed me myself colleague cope coping debrief supervision worn out help for teachers',
    says: [
      ['School staff: Education Support, ', number('education-support'), '.'],
      ['Anyone, day and night: Samaritans, ', number('samaritans'), '.'],
      ['Talk to your lead too. Tell friends nothing about the child.'],
      ['Your employer may have a line of its own. Ask.'],
    ],
    see: [ask('Education Support', 'education-support')],
  },
  {
    id: 'ask:someone-to-talk-to',
    name: 'Somebody to talk to',
    aliases: [
      'someone to talk to',
      'somebody to talk to',
      'I need someone to talk to',
      '😢',
      '😭',
      '😞',
      '😔',
      '🥺',
      '💔',
      'crying',
      'sad',
      'I am sad',
      'lonely',
    ],
    asks: 'listen sad crying lonely upset alone',
    says: [
      ['You, day and night: Samaritans, ', number('samaritans'), '.'],
      ['A child: Childline, ', number('childline'), '.'],
      ['School staff: Education Support, ', number('education-support'), '.'],
    ],
  },
  {
    id: 'ask:plain-help',
    name: 'Help in plain words',
    aliases: [
      // Welsh, Polish, Urdu, Romanian, Arabic, Spanish and Ukrainian words for help, emergency and child. No claim to more.
      'llinell gymorth plant',
      'help plant',
      'cymorth',
      'argyfwng',
      'plentyn',
      'numer telefonu zaufania dla dzieci',
      'telefon zaufania',
      'pomoc',
      'pomocy',
      'pomoc dla dziecka',
      'nagły wypadek',
      'dziecko',
      'بچوں کی مدد',
      'مدد',
      'ہنگامی',
      'بچہ',
      'ajutor',
      'ajutor copil',
      'urgență',
      'copil',
      'مساعدة',
      'طوارئ',
      'طفل',
      'مساعدة طفل',
      'niños ayuda',
      'ayuda',
      'ayuda niños',
      'emergencia',
      'niño',
      'допомога',
      'допоможіть',
      'надзвичайна ситуація',
      'дитина',
      '🆘',
      'sos',
    ],
    asks: 'cymorth plant plentyn gymorth llinell argyfwng pomoc pomocy dziecko dzieci dla telefonu zaufania مدد بچوں کی بچہ ہنگامی ajutor copil copii urgență مساعدة طفل أطفال طوارئ ayuda niños niño niña emergencia допомога допоможіть дитина діти дітям дитині екстрена',
    says: [
      ['Danger: ', danger, '.'],
      ['A child: Childline, ', number('childline'), '. Free, day and night.'],
      ['You work here: ring your safeguarding lead.'],
    ],
    see: [ask('My lead', 'who is my lead')],
  },
  {
    id: 'ask:what-to-say',
    name: 'What to say to the child',
    aliases: [
      'what do I say',
      'what do I say to the child',
      'child told me something',
      'disclosure',
      'a child disclosed',
      'how to respond to a disclosure',
      'how do I talk to the child',
    ],
    asks: 'say tell talk respond reply listen disclosure disclosed disclosing child told words leading questions promise secret',
    says: [
      ['"You were right to tell me. I have to tell people who can help."'],
      ['Listen. Ask nothing to find out more. Promise no secrecy.'],
      ['Write down their own words, with the time.'],
    ],
  },
  {
    id: 'ask:already-seen',
    name: 'You have already seen the picture',
    aliases: [
      'I have seen the picture',
      'already seen it',
      'I looked at the picture',
      'I opened the picture',
      'someone sent me a nude',
      'sent to my phone',
      'I saw the image',
      'have I broken the law',
    ],
    asks: 'seen saw looked opened viewed picture photo image video nude sent me received forwarded my phone accident trouble broken law',
    says: [
      ['Tell your lead now that you saw it.'],
      ['Do not look again. Do not copy, send or delete it.'],
      ['Write down when and how you came to see it. Not what it showed.'],
    ],
    see: [ask('Support for you', 'ask:support-for-staff')],
  },
  {
    id: 'ask:tell-the-parents',
    name: 'Do I tell the parents?',
    aliases: [
      'tell the parents',
      'do I tell the parents',
      'do I ring the parents',
      'inform parents',
      'contact parents',
      'should I tell mum',
    ],
    asks: 'parents parent mum dad carer carers tell inform ring contact know home family told',
    says: [
      ['Not yet. Your lead decides who tells them, and when.'],
      ['An adult they know may be involved: nobody outside is told before police or social care say so.'],
    ],
    cites: ['p105'],
  },
  {
    id: 'ask:no-answer',
    name: 'Nobody answers',
    aliases: [
      'my lead does not answer',
      'lead not answering',
      'no answer',
      'nobody answers',
      'cannot reach my lead',
      'lead is away',
      'lead is off sick',
      'after hours',
      'out of hours',
      'weekend',
      'at night',
    ],
    asks: 'no answer nobody lead away absent off sick closed night weekend evening holiday out of hours cannot reach voicemail',
    says: [
      ['Ring the deputy, then the head. In danger: ', danger, '.'],
      [`Nobody in ${minutesInDanger} minutes: ring social care yourself, at night too.`],
      ['Then tell a lead when one is back.'],
    ],
    see: [ask('Social care', 'social care')],
  },
  {
    id: 'ask:about-a-colleague',
    name: 'The worry is about somebody who works here',
    aliases: [
      'allegation against staff',
      'worried about a colleague',
      'about my lead',
      'about the head',
      'concern about a teacher',
      'concern about headteacher',
      'who do I tell about the head',
      'colleague',
    ],
    asks: 'colleague teacher staff member volunteer lead dsl head headteacher chair governor allegation about worried accused',
    says: [
      ['About staff: tell the head, today. About the head: the chair.'],
      ['Either may be involved: the LADO directly.'],
      ['Say nothing to the person. Ask nobody else.'],
    ],
    see: [ask('LADO', 'lado')],
    cites: ['p149'],
  },
  {
    id: 'ask:write-down',
    name: 'What to write down',
    aliases: [
      'what do I write down',
      'how do I record it',
      'recording a concern',
      'record keeping',
      'body map',
      'CPOMS',
      'MyConcern',
      'log a concern',
    ],
    asks: 'write record recording note notes log form cpoms myconcern evidence report statement sign date time',
    says: [
      ['What you saw or heard, in their own words, with the time. Sign it.'],
      ['No opinion, no picture, no screenshot. Give it to your lead.'],
      ["Your organisation's own record is the record. This bot keeps none of your words."],
    ],
  },
  {
    id: 'ask:prevent-referral',
    name: 'Prevent referral',
    aliases: [
      'prevent referral',
      'refer to prevent',
      'channel referral',
      'make a prevent referral',
      'prevent form',
      'channel panel',
    ],
    asks: 'prevent referral refer channel panel form radicalised extremism extremist lead',
    says: [
      ['Your lead makes it, today. Nobody has to agree.'],
      ['Advice: ACT Early, ', number('act-early-support-line'), '.'],
      ['An attack is threatened: ', danger, '.'],
      ['A wish for mass killing counts, without any ideology.'],
    ],
    see: [ask('ACT Early', 'act-early-support-line')],
  },
  {
    id: 'ask:nudes',
    name: 'Nudes: whom to ring',
    aliases: [
      'who do I ring about nudes',
      'nudes',
      'nude picture',
      'nudes going round',
      'sexting what do I do',
      'who do I tell about nudes',
    ],
    asks: 'nude nudes naked picture photo sexting shared going round leaked who ring call tell whom',
    says: [
      ['Your safeguarding lead, now.'],
      ['No lead: social care. An adult in it, or threats: police ', police, ', day and night.'],
      ['Do not look, copy, send or delete.'],
      ['To have it taken down: Report Remove.'],
    ],
    see: [ask('My lead', 'who is my lead'), ask('Report Remove', 'report-remove')],
  },
  {
    id: 'ask:fake-account',
    name: 'A fake account',
    aliases: [
      'fake account',
      'fake profile',
      'fake account of pupil',
      'impersonation',
      'impersonating a teacher',
      'somebody pretends to be me',
      'catfish account',
      'parody account',
    ],
    asks: 'impersonate impersonating impersonation pretending pupil teacher parody',
    says: [
      ["Use the site or app's own report button."],
      ['Do not answer the account. Tell your lead today.'],
      ['Staff advice: POSH. Sexual pictures or threats in it: police ', police, '.'],
    ],
    see: [ask('Report button', 'platform'), ask('POSH', 'posh')],
  },
  {
    id: 'ask:hacking',
    name: 'A pupil who hacks',
    aliases: ['hacker', 'pupil hacking', 'ddos', 'hacked the school', 'student hacked', 'booter', 'malware'],
    asks: 'hack hacker hacking hacked ddos booter malware computer misuse password cyber crime network pupil student',
    says: [
      ['Tell your lead. Cyber Choices steers young people away from it.'],
      ['Your lead refers, through the local police.'],
      ['The school was attacked: Report Fraud, ', number('report-fraud'), '.'],
    ],
    see: [ask('Cyber Choices', 'cyber-choices')],
  },
];

/** Asked for, and not in this chapter: who knows instead. Never a wrong body shown as found. */
const notHeld: readonly (readonly [id: string, name: string, aliases: readonly string[], who: Rich])[] = [
  [
    'helpline',
    'A helpline that we do not hold',
    [
      'kooth',
      'the mix',
      'mind',
      'calm',
      'place2be',
      'anna freud',
      'switchboard',
      'galop',
      'barnardos',
      'childrens society',
      'kidscape',
      'ditch the label',
      'anti bullying alliance',
      'marie collins foundation',
      'mosac',
      'napac',
      'pace uk',
      'shore',
      'tell mama',
      'family lives',
      'action for children',
    ],
    ['A child: Childline, ', number('childline'), '. You: Samaritans, ', number('samaritans'), '.'],
  ],
  [
    'sexual-assault',
    'Rape or sexual assault',
    ['sarc', 'sexual assault referral centre', 'rape crisis', 'rape', 'sexual assault'],
    ['Police ', police, ', or ', danger, ' now. Then your lead.'],
  ],
  [
    'hate-crime',
    'Hate crime',
    ['hate crime', 'report hate crime', 'hate crime report', 'true vision', 'stop hate uk', 'racist abuse'],
    ['Police ', police, ', or ', danger, ' in danger. Your lead, today.'],
  ],
  [
    'union',
    'Your rights at work',
    ['union', 'neu', 'nasuwt', 'unison', 'acas', 'employment law', 'human resources', 'hr'],
    ['Your union, or human resources.'],
  ],
  [
    'regulator',
    'The teaching regulator',
    ['teaching regulation agency', 'tra', 'tra referral', 'gtc', 'ewc'],
    ['The head, or the LADO.'],
  ],
  [
    'drugs',
    'Drugs and alcohol',
    ['drugs', 'cannabis', 'vaping', 'alcohol', 'talk to frank', 'frank'],
    ['Your lead, or the school nurse.'],
  ],
  ['fgm', 'FGM', ['fgm', 'female genital mutilation', 'cutting season'], ['Your lead, now. Police ', police, '.']],
  [
    'forced-marriage',
    'Forced marriage and honour-based abuse',
    ['forced marriage', 'honour based abuse', 'honour based violence', 'hba'],
    ['Your lead, now; never the family. Police ', police, '.'],
  ],
  [
    'camhs',
    "Children's mental health services",
    ['camhs', 'mental health', 'child mental health', 'psychologist', 'anxiety', 'depression'],
    ['The family doctor. In a crisis: NHS ', number('nhs-111'), ', mental health option.'],
  ],
  [
    'bereavement',
    'A death',
    ['bereavement', 'bereaved', 'grief', 'death of a pupil', 'postvention'],
    ['Your lead and the head.'],
  ],
  [
    'neglect',
    'Neglect, or harm at home',
    ['neglect', 'physical abuse', 'hit by dad', 'bruise', 'bruises', 'emotional abuse', 'sexual abuse'],
    ['Your lead, today; social care where a child may be harmed.'],
  ],
  [
    'data',
    'A data breach',
    ['data breach', 'ico', 'subject access request', 'freedom of information'],
    ['The data protection lead of your organisation.'],
  ],
  [
    'press',
    'The press',
    ['journalist', 'press', 'media enquiry', 'newspaper'],
    ['The head or the press office. Say nothing yourself.'],
  ],
  [
    'attendance',
    'Attendance and exclusion',
    ['attendance', 'exclusion', 'suspension', 'permanent exclusion', 'children missing education', 'cme'],
    ['Your lead, or the council\u2019s education team.'],
  ],
  ['send', 'Special needs', ['send', 'senco', 'ehcp', 'special needs'], ['The SENCO.']],
  [
    'home',
    'Money, food or housing',
    ['food bank', 'homeless', 'housing', 'poverty', 'benefits'],
    ['Your lead, or the council.'],
  ],
  [
    'gambling',
    'Gambling',
    ['gambling', 'loot boxes', 'betting'],
    ['Your lead. A child to talk to somebody: Childline, ', number('childline'), '.'],
  ],
  [
    'gender',
    'Gender identity',
    ['mermaids', 'transgender', 'trans', 'gender identity', 'lgbt', 'lgbtq'],
    ['Your lead. A child to talk to somebody: Childline, ', number('childline'), '.'],
  ],
  [
    'health',
    'Illness and first aid',
    ['first aid', 'ambulance', 'doctor', 'gp', 'school nurse', 'sexual health'],
    ['In danger: ', danger, '. Else NHS ', number('nhs-111'), ', or the school nurse.'],
  ],
];

export function questionEntries(): readonly LookUpEntry[] {
  return [...questions.map(questionEntry), ...notHeld.map(notHeldEntry)];
}

function questionEntry({ id, name, aliases, asks, says, see, cites = [] }: LookUpQuestion): LookUpEntry {
  const lines: readonly ListLine[] = says.map((text) => ({ text }));
  const place = cites.length > 0 ? `Ours. See the chapter. ${sayCites(cites)}` : 'This answer is ours.';
  return {
    id,
    kind: 'question',
    name,
    aliases,
    asks,
    about: '',
    facts: () => ({
      heading: name,
      lines,
      whole: [
        { kind: 'list', lines },
        { kind: 'text', tone: 'quiet', text: [place] },
      ],
      ...(see ? { see } : {}),
    }),
  };
}

function notHeldEntry([id, name, aliases, who]: (typeof notHeld)[number]): LookUpEntry {
  const lines: readonly ListLine[] = [
    { text: ['Not in this chapter, so we hold nothing on it.'] },
    { text: ['Who knows: ', ...who] },
  ];
  return {
    id: `not-held:${id}`,
    kind: 'question',
    name,
    aliases,
    asks: '',
    about: '',
    facts: () => ({ heading: name, lines, whole: [] }),
  };
}
