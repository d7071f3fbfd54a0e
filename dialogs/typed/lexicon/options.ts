/** Plain synonyms of options, by question and value: words that mean that option and, on that question, no other. */
import { phraseList } from './list.ts';

export const optionWords: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  triggers: {
    blackmail: phraseList(
      `threats | threatened | blackmail | blackmailed | money | demands | sextortion | wants money | wants more`,
    ),
    pressureOrGrooming: phraseList(
      `pressure | pressured | pressurised | groomed | grooming | forced | coerced | coercion | tricked | persuaded | made to | manipulated | pushed`,
    ),
    capacity: phraseList(
      `disability | disabled | send | special needs | sen | autism | autistic | drunk | drinking | drugs | alcohol | learning difficulties | could not consent | could not say no | not understand | asleep | passed out`,
    ),
    contentConcern: phraseList(
      `violence | violent | unusual | hurt | choked | extreme | not normal | age inappropriate`,
    ),
    sexualActsUnder13: phraseList(
      `sexual acts under 13 | sex acts under 13 | under 13 sexual act | sex act and under 13`,
    ),
  },
  inDoubt: {
    blackmail: phraseList(`threats | blackmail | money | demands`),
    pressureOrGrooming: phraseList(`pressure | pressured | groomed | grooming | forced | coercion | tricked`),
    capacity: phraseList(`disability | special needs | sen | drink | drugs | alcohol | could not consent`),
    contentConcern: phraseList(`violence | violent | unusual`),
    sexualActsUnder13: phraseList(`sexual acts | under 13 | age`),
    unknown: phraseList(`all | all of them | everything | any of them | cannot tell`),
  },
  aboutPicture: {
    under13: phraseList(
      `under 13 | under thirteen | younger than 13 | primary | primary school | year 5/6/7 | 12 or under`,
    ),
    passedOn: phraseList(
      `passed on | passed round | passed around | shared | sent on | sent round | forwarded | posted | spread | leaked | without consent | without asking | no consent | deepfake | edited | ai | fake | screenshot | gone round`,
    ),
    harmConcern: phraseList(`serious harm | seriously harmed | harm | harmed | significant harm | abuse | at risk`),
  },
  aboutExposure: {
    encouraged: phraseList(`shown | showed | encouraged | pushed | made to watch | someone showed | forced`),
    childrenAtHome: phraseList(
      `siblings | brother | sister | brothers | sisters | other children | children at home | kids at home | younger children`,
    ),
    harmConcern: phraseList(`serious harm | seriously harmed | harm | harmed | significant harm | abuse | at risk`),
  },
  aboutBullying: {
    upskirting: phraseList(`upskirting | up skirt | skirt | under clothes`),
    possibleCrime: phraseList(
      `threats | threat | threatened | stalking | harassment | hate | hate crime | crime | racist | racism | homophobic | pushed to self harm`,
    ),
    severe: phraseList(
      `severe | serious | bad | will not stop | constant | lots of people | many | great distress | very upset | suicidal`,
    ),
    sexualPressure: phraseList(
      `sexual messages | sexual pressure | sexual texts | pressured | pressure | sexts | sexting`,
    ),
    nudesInvolved: phraseList(
      `nudes | nude | naked | sexual picture/pictures/image/images/photos | picture | pictures`,
    ),
    harmConcern: phraseList(`serious harm | seriously harmed | harm | harmed | significant harm | abuse | at risk`),
  },
  aboutStaff: {
    staffHarmed: phraseList(`harmed | hurt | injured | hit`),
    staffCrime: phraseList(`crime | criminal | offence | illegal`),
    staffRisk: phraseList(`risk | a risk | dangerous`),
    staffUnsuitable: phraseList(`unsuitable | not suitable | not right | should not work with children`),
    harmConcern: phraseList(`serious harm | seriously harmed | significant harm | abuse`),
  },
  aboutExtremism: {
    exploitation: phraseList(
      `exploited | exploitation | used | county lines | drugs | gang | drug running | trafficked`,
    ),
    extremistMaterial: phraseList(
      `seen/shared? extremist/extreme material/video/videos/content | shared | seen | videos | propaganda`,
    ),
    terrorContent: phraseList(`terrorism | terrorist | praises terrorism | isis | terror`),
    supportsExtremism: phraseList(`supports | support | admires | admire | wants to join | join | joined | a fan`),
    fixedOnViolence: phraseList(
      `fixed | fixated | obsessed | massacre | massacres | mass shooting/shootings | school shooting/shootings | mass violence | mass killing/killings | gore`,
    ),
    attackThreat: phraseList(`attack | an attack | planning an attack | threatens an attack | bomb | shooting`),
    harmConcern: phraseList(`serious harm | seriously harmed | harm | harmed | significant harm | abuse | at risk`),
  },
  adultConduct: {
    images: phraseList(
      `pictures | images | photos | videos | abuse pictures | abuse images | indecent images | child porn | downloading | has pictures`,
    ),
    contact: phraseList(
      `contact | grooming | groomed | messages | messaging | texting | talking | meeting | sexual messages | chat`,
    ),
    both: phraseList(`both | all | both of them | both of those | both of these | all of it | 1 and 2`),
  },
  adultInvolved: {
    yes: phraseList(
      `adult | an adult | man | older man | woman | teacher | coach | uncle | aunt | stepdad | stepmum | dad | mum | parent | tutor | boss | stranger | grown up | over 18 | colleague | staff`,
    ),
    no: phraseList(
      `kids | children | another child | another pupil | a pupil | another student | pupils | students | both children | just kids | only children | only kids | same age | classmate | classmates | other kids | kids her own age | peers | all under 18 | both under 18`,
    ),
  },
  contactSigns: {
    yes: phraseList(
      `sexual | secret | secrets | gift | gifts | presents | money | alone | meeting alone | met alone | wants to meet | hidden | private`,
    ),
    no: phraseList(
      `open | in the open | ordinary | group chat | group message | nothing like that | none of it | none of that`,
    ),
  },
  adultKnown: {
    yes: phraseList(
      `uncle | aunt | stepdad | stepmum | dad | mum | father | mother | brother | cousin | grandad | teacher | coach | neighbour | family friend | friend of the family | relative | carer | colleague | staff | parent | someone she knows | someone he knows | someone they know | we know him | we know her | she knows him | he knows him`,
    ),
    no: phraseList(
      `stranger | a stranger | total stranger | complete stranger | only online | online only | never met | they have never met | nobody knows him | no one knows him | unknown man`,
    ),
  },
  positionOfTrust: {
    yes: phraseList(
      `teacher | coach | volunteer | volunteers | works with children | foster carer | fosters | works here | staff | colleague | governor | he does | she does | they do`,
    ),
    household: phraseList(
      `partner | wife | husband | his wife | her husband | his partner | her partner | someone they live with | only someone they live with | wife does | husband does | partner does | household | lives with a teacher`,
    ),
  },
  childContact: {
    livesWith: phraseList(
      `lives with | lives with children | two kids | three kids | kids at home | children at home | lives with them | own children | has children | has kids | same house | at home | dad | mum | stepdad | father | lives there`,
    ),
    unsupervised: phraseList(
      `alone | sees alone | alone with them | unsupervised | babysits | on their own | one to one | 1 to 1 | looks after`,
    ),
    otherContact: phraseList(
      `some | some contact | club | volunteers | works | coaches | family | friends | grandchildren | nieces | nephews | his nieces | his nephews | sees them sometimes | supervised`,
    ),
    none: phraseList(`no contact | none | no | never | nobody | no children | not any`),
  },
  materialSeen: {
    abuseImages: phraseList(
      `kids | pictures of kids | abuse pictures | abuse images | children | child abuse | sexual pictures of children | child porn | indecent images | csam`,
    ),
    pornography: phraseList(`porn | pornography | adult porn | adults only | adult pictures | adult videos`),
  },
  contentKind: {
    childAbuseImages: phraseList(
      `abuse images | child abuse | child porn | csam | pictures of children | indecent images | sexual pictures`,
    ),
    onlineContact: phraseList(`grooming | contact | chatting | talking to a child | messages | stranger`),
    terrorism: phraseList(`terror | terrorist | terrorism | extremist | isis`),
    harmful: phraseList(
      `other | harmful | bullying | violence | self harm | porn | pornography | suicide | drugs | gore | hate`,
    ),
  },
  council: {
    elsewhere: phraseList(
      `elsewhere | somewhere else | another | another council | other | outside | different | different area | not here | abroad | out of area | other area | outside area`,
    ),
    notSure: phraseList(`not sure`),
  },
  topics: {
    other: phraseList(
      `something else | other | none | none of these | none of them | nothing | neither | something different | none fit | not listed | not here | else`,
    ),
  },
};

/** Areas that people name; one that is not among the choices is elsewhere. England's counties and larger cities. */
export const areas: ReadonlySet<string> = new Set(
  phraseList(`
    notts | lincs | leics | staffs | yorks | lancs | northants | cambs | bucks | hants | wilts | herts | beds | berks | worcs | warks | glos |
    nottingham | nottinghamshire | leicester | leicestershire | sheffield | staffordshire | stoke | birmingham | london | manchester | liverpool | leeds | bradford | york | yorkshire |
    lincoln | lincolnshire | rutland | northampton | northamptonshire | coventry | warwickshire | cheshire | stockport | rotherham | doncaster | barnsley | wakefield | kirklees | hull |
    bristol | bath | somerset | devon | plymouth | exeter | cornwall | dorset | wiltshire | swindon | gloucester | gloucestershire | oxford | oxfordshire | reading | berkshire |
    buckinghamshire | hampshire | southampton | portsmouth | sussex | brighton | surrey | kent | essex | suffolk | norfolk | norwich | cambridge | cambridgeshire | peterborough | hertfordshire | bedfordshire | luton |
    worcester | worcestershire | hereford | herefordshire | shropshire | telford | dudley | walsall | wolverhampton | sandwell | solihull | lancashire | preston | blackpool | bolton | bury | oldham | rochdale |
    salford | tameside | trafford | wigan | cumbria | carlisle | durham | newcastle | northumberland | sunderland | gateshead | middlesbrough | stockton | hartlepool | wales | scotland | ireland | cardiff | swansea | glasgow | edinburgh | belfast |
    croydon | camden | hackney | islington | wirral | sefton | knowsley | calderdale | harrogate | slough | milton keynes | torbay | isle of wight
  `),
);
