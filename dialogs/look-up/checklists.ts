/** The specialists' checklists: what the chapter asks of meetings and assessments. Open to everybody (practice.md). */
import { workingDaysFor } from '../../rules/step-limits.ts';
import { type Checklist, item } from './checklist.ts';

const ladoDays = `${workingDaysFor('lado-meeting')} working days`;
const noNationalRule = `We found no national rule for ${ladoDays}: treat it as local, and follow the local allegations procedure.`;

const strategyMeeting: Checklist = {
  id: 'checklist:strategy-meeting',
  title: 'Checklist: strategy discussion or meeting',
  aliases: ['strategy meeting', 'strategy discussion', 'strategy checklist', 'section 47 meeting'],
  asks: 'strategy meeting discussion checklist agenda chair section forty seven s47 police social care health attend who',
  about: 'An adult is suspected of abuse pictures or online abuse.',
  parts: [
    {
      heading: 'Chair: first of all',
      items: [
        item('attendance', 'must', 'Police, social care and the health staff concerned are there.', ['p161'], ['R92']),
        item(
          'on-arrest',
          'should',
          'Hold it on arrest. Weigh the risk to every child the adult meets: at home, at work, as a volunteer.',
          ['p155'],
          ['R85'],
        ),
        item(
          'same-day',
          'must',
          'Do the pictures show children the adult knows? Then hold an urgent one the same day, with a section 47 enquiry in view.',
          ['p155'],
          ['R86'],
        ),
        item(
          'lado-separate',
          'must',
          `The LADO's meeting is separate. It is due in ${ladoDays} when the adult is in a position of trust.`,
          ['p157'],
          ['R87'],
          noNationalRule,
        ),
        item(
          'partner-first',
          'must',
          'See a partner first, and apart from the adult. Assess them too.',
          ['p189'],
          ['R119'],
        ),
      ],
    },
    {
      heading: 'Whether and how to meet',
      items: [
        item(
          'convene',
          'must',
          'Social care calls it when serious harm to a child is feared, with health, police and others.',
          ['p123'],
          ['R57'],
        ),
        item('procedure', 'should', 'Follow the section 47 procedure of your local manual.', ['p123'], ['R58']),
        item(
          'meeting-rather',
          'none',
          'In most cases a meeting rather than a discussion is likely to be needed.',
          ['p125', 'p159'],
          ['R60', 'R91'],
        ),
        item(
          'act-before',
          'may',
          'Police or social care act before the meeting where the risk cannot wait.',
          ['p153'],
          ['R83'],
        ),
        item('arrest-untold', 'may', 'Police may arrest before they tell other agencies.', ['p153'], ['R84']),
        item('from-police', 'none', 'Police tell social care first in most cases, but not in all.', ['p187'], ['R114']),
      ],
    },
    {
      heading: 'Children',
      items: [
        item(
          'all-children',
          'must',
          'Every child the adult sees: at home, in the wider family, among friends. Are they safe?',
          ['p129', 'p163'],
          ['R61', 'R94'],
        ),
        item(
          'children-shown',
          'must',
          'The children shown in the pictures. Are they safe?',
          ['p130', 'p164'],
          ['R62', 'R95'],
        ),
        item('section-47', 'must', 'Decide if the threshold for a section 47 enquiry is met.', ['p159'], ['R89']),
        item('conference', 'must', 'Is an initial child protection conference needed?', ['p159'], ['R90']),
        item(
          'early-help',
          'may',
          'Plan interventions from several agencies, to lower the risk.',
          ['p125', 'p159'],
          ['R59', 'R91'],
        ),
      ],
    },
    {
      heading: 'Police and evidence',
      items: [
        item(
          'investigation',
          'must',
          'Will police investigate? How, and when? Not every case ends in court.',
          ['p131', 'p166'],
          ['R63', 'R97'],
        ),
        item('police-lead', 'none', 'Police are likely to lead on anything criminal.', ['p161'], ['R93']),
        item(
          'when-told',
          'must',
          'Decide when the adult and the partner are told. Leave police the time to get a warrant and take devices.',
          ['p165'],
          ['R96'],
        ),
        item('joint', 'must', 'Police and social care investigate together.', ['p173'], ['R100']),
        item(
          'other-areas',
          'must',
          'Always consider telling agencies in other areas or countries.',
          ['p185'],
          ['R113'],
        ),
      ],
    },
    {
      heading: 'Assessment',
      items: [
        item('holistic', 'must', 'Assess with care, and look at the whole picture.', ['p187'], ['R116']),
        item(
          'context',
          'none',
          'Looking at such pictures is acting on a sexual interest in children. Some go on to touch children, others do not.',
          ['p187'],
          ['R115'],
        ),
        item('model', 'should', 'Always use a suitable assessment model.', ['p189'], ['R117']),
        item(
          'weigh',
          'must',
          "Low risk to the public can be too high for a child. Weigh the adult's risk with how vulnerable the children are and who protects them.",
          ['p189'],
          ['R118'],
        ),
        item(
          'device-time',
          'none',
          "Expect device results after the 45 working days of social care's single assessment. Do not wait for them: see the seven risk factors.",
          ['p173'],
          ['R101'],
          '45 working days is the most an assessment may take, not a target. Check it in Working Together 2026.',
        ),
      ],
    },
  ],
};

const lado: Checklist = {
  id: 'checklist:lado',
  title: 'Checklist: LADO discussion',
  aliases: ['lado discussion', 'lado meeting', 'lado checklist', 'allegations meeting'],
  asks: 'lado meeting discussion checklist allegation staff volunteer carer employer agenda',
  about: 'For staff, volunteers and carers. It comes on top of the strategy meeting, whose checklist applies too.',
  parts: [
    {
      heading: 'When',
      items: [
        item(
          'within-5',
          'must',
          `The LADO holds a separate meeting within ${ladoDays}. This is the LADO's limit. It is never yours: tell the LADO today.`,
          ['p157'],
          ['R87'],
          `${noNationalRule} Telling the LADO today is ours.`,
        ),
        item(
          'procedure',
          'should',
          'Follow the procedure on allegations against staff, carers and volunteers.',
          ['p157'],
          ['R88'],
        ),
      ],
    },
    {
      heading: 'Discuss as well',
      items: [
        item(
          'role-contact',
          'must',
          'What contact with children does the adult have through work or volunteering?',
          ['p170'],
          ['R98'],
        ),
        item('employer', 'must', 'Should the employer or agency act?', ['p171'], ['R99']),
      ],
    },
  ],
};

const riskFactors: Checklist = {
  id: 'checklist:risk-factors',
  title: 'Checklist: the seven risk factors',
  aliases: ['risk factors', 'seven factors', 'seven risk factors', '7 risk factors'],
  asks: 'risk factors seven likelihood significant harm early signs leave home working agreement checklist',
  about: 'Early signs that serious harm is likely, long before devices have been searched.',
  parts: [
    {
      heading: 'Is any of these present?',
      items: [
        item('history', 'may', 'Social care knows the adult or the family for abuse or neglect.', ['p175'], ['R102']),
        item('contact-abuse', 'may', 'The adult has touched or abused a child before.', ['p176'], ['R103']),
        item('own-children', 'may', 'The pictures show their own children.', ['p177'], ['R104']),
        item(
          'partner',
          'may',
          "An assessment says that the partner is not likely to protect the children's safety.",
          ['p178'],
          ['R105'],
        ),
        item('cooperation', 'may', 'They do not cooperate with the assessment.', ['p179'], ['R106']),
        item(
          'understanding',
          'may',
          'They do not understand the risk factors of sexual abuse.',
          ['p180'],
          ['R107'],
          'The chapter does not say that a lack of understanding is the risk. This reading is ours.',
        ),
        item('criminal', 'may', 'A known criminal way of life.', ['p181'], ['R108']),
      ],
    },
    {
      heading: 'If any is',
      items: [
        item(
          'leave-home',
          'must',
          'Consider asking the adult to leave the home during the assessment. If not, how will you manage the risk?',
          ['p183'],
          ['R109'],
        ),
        item(
          'agreement',
          'should',
          'Often a written agreement is needed: supervised contact, intimate care, bedrooms, sleepovers.',
          ['p183'],
          ['R110'],
        ),
        item(
          'safeguards',
          'must',
          "Put safeguards in place from the start, until you have decided on the children's safety.",
          ['p183'],
          ['R111'],
        ),
        item(
          'review',
          'should',
          'Review often: such measures cannot last. Is a child protection conference due?',
          ['p183'],
          ['R112'],
        ),
      ],
    },
  ],
};

const information: Checklist = {
  id: 'checklist:information',
  title: 'Checklist: information to collate',
  aliases: [
    'information to collate',
    'information to gather',
    'assessment information',
    'information checklist',
    '22 questions',
  ],
  asks: 'information collate gather collect questions assessment risk assess what to find out list checklist images home family',
  about: 'It feeds the single assessment. Do not look at the pictures.',
  parts: [
    {
      heading: 'First',
      items: [
        item('collect', 'must', 'Collect everything below from police or social care.', ['p191'], ['R120']),
        item('single-assessment', 'should', 'Do the single assessment as well.', ['p191'], ['R121']),
      ],
    },
    {
      heading: 'Pictures and devices',
      items: [
        item(
          'nature',
          'must',
          'What kind of pictures: category A, B or C? Age and sex of the children?',
          ['p193'],
          ['R122'],
        ),
        item('source', 'must', 'Where are they from? Any sign of trading?', ['p194'], ['R123']),
        item('other-material', 'must', 'What else was taken? Was it hidden?', ['p195'], ['R124']),
        item(
          'technology',
          'must',
          'What other devices are in the home: cameras, webcams, consoles?',
          ['p196'],
          ['R125'],
        ),
        item('toys', 'must', 'No child lives there: are there toys, or things made for children?', ['p197'], ['R126']),
        item(
          'children-present',
          'must',
          'Were children there while it was watched? Are children the adult knows in it?',
          ['p198'],
          ['R127'],
        ),
        item('pornography', 'must', 'Was there adult pornography, legal or not?', ['p200'], ['R129']),
      ],
    },
    {
      heading: 'The adult',
      items: [
        item('substances', 'must', 'Heavy drinking or drug use? Supplying drugs?', ['p199'], ['R128']),
        item(
          'presentation',
          'must',
          'How do they come across? Their past, life events, former partners, children, contact arrangements?',
          ['p201'],
          ['R130'],
        ),
        item('professionals', 'must', 'Which services knew them before?', ['p202'], ['R131']),
        item('domestic-abuse', 'must', 'Any history of domestic abuse?', ['p203'], ['R132']),
        item('criminal-history', 'must', 'Any criminal history?', ['p204'], ['R133']),
      ],
    },
    {
      heading: 'The family and the children',
      items: [
        item(
          'other-parent',
          'must',
          'How does the other parent react? Can they protect? Does the couple raise or lower the risk?',
          ['p205'],
          ['R134'],
        ),
        item(
          'each-child',
          'must',
          'Each child on their own: how are they, how do they react, what makes them more or less vulnerable?',
          ['p206'],
          ['R135'],
        ),
        item('safer-people', 'must', 'Who are the safer people around the children?', ['p207'], ['R136']),
        item('agencies', 'must', 'What worries do the agencies involved have?', ['p208'], ['R137']),
        item(
          'early-signs',
          'must',
          'Early signs of abuse or neglect? Does the way of parenting raise or lower the risk?',
          ['p209'],
          ['R138'],
        ),
        item('protective', 'must', 'What protects the children?', ['p210'], ['R139']),
        item(
          'routines',
          'must',
          "What are the children's days like, intimate care and bedtime above all?",
          ['p211'],
          ['R140'],
        ),
        item('support', 'must', 'What support is there? Is the family cut off from others?', ['p212'], ['R141']),
        item(
          'wider-contact',
          'must',
          'Which children outside the close family does the adult see?',
          ['p213'],
          ['R142'],
        ),
        item('work-contact', 'must', 'Does the adult meet children through work or volunteering?', ['p214'], ['R143']),
      ],
    },
  ],
};

const policeResponse: Checklist = {
  id: 'checklist:police-response',
  title: "Checklist: police and young people's own pictures",
  aliases: ['police response', 'criminal record for nudes', 'prosecute young people'],
  asks: 'police response young people nudes prosecuted prosecution criminal record first time charge sexting court',
  about: 'For police and social care. It never means that a referral can wait: refer first, and police decide.',
  parts: [
    {
      heading: 'Police',
      items: [
        item('focus', 'should', 'Police look first for an adult who may be behind it.', ['p141'], ['R71']),
        item(
          'not-the-child',
          'should',
          'The enquiry is about that adult, not about what the child did.',
          ['p141'],
          ['R72'],
        ),
        item(
          'proportionate',
          'may',
          'Police take a young person to court only in some cases. What made it worse decides.',
          ['p135'],
          ['R65'],
        ),
        item('first-time', 'should', 'A first time does not usually lead to court.', ['p137'], ['R66']),
        item(
          'instead',
          'should',
          'Instead: make sure that the young person is not at risk, and use the teaching programmes that exist.',
          ['p137'],
          ['R67'],
        ),
        item(
          'case-by-case',
          'should',
          'Look at each case for itself, as a part of keeping children safe.',
          ['p137'],
          ['R68'],
          'The chapter rests on a police note of 2016. It has been rewritten since: look up "College of Policing".',
        ),
      ],
    },
  ],
};

export const checklists: readonly Checklist[] = [strategyMeeting, lado, riskFactors, information, policeResponse];
