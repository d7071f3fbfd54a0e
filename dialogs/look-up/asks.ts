/** What people type when they need a service, by its id. Common wrong spellings only where a search would not forgive them. */
export const asksOf: Readonly<Record<string, string>> = {
  'police-emergency': 'emergency danger ambulance attack weapon knife missing run away tonight now police',
  'police-non-emergency':
    'police crime reference report a crime threats harassment stalking sextortion blackmail upskirting',
  'childrens-social-care':
    'social care social worker social services refer referral child at risk safeguarding council mash duty team neglect abuse',
  'iwf-report':
    'ifw child abuse images pictures videos photos website indecent csam csa illegal pornography of children take down found came across',
  'ceop-safety-centre':
    'coep ceops groom grooming groomer predator paedophile stranger online contact sexual messages blackmail sextortion meet up child sexual abuse exploitation nude sending nudes',
  'report-harmful-content':
    'harmful content post video violence bullying abuse threats impersonation fake account platform refused ignored self harm suicide pornography hate',
  'report-terrorist-content':
    'terrorist terrorism terror extremist isis beheading propaganda video website post content far right bomb glorify',
  'anti-terrorist-hotline': 'terrorist terrorism terror attack plan suspicious bomb police tip off',
  'report-remove':
    'nude nudes naked picture photo image video semi nude sexting leaked share shared sharing send sent sending going round pupil remove removed take down taken down takedown delete deleted off the internet deepfake fake blackmail sextortion',
  stopncii:
    'adult colleague partner intimate picture nude leaked share shared sharing take down removed revenge porn deepfake',
  'take-it-down': 'nude naked picture under eighteen when it was taken remove now an adult',
  crimestoppers: 'anonymous anonymously crime tip information gang drugs county lines',
  fearless: 'young people anonymous anonymously crime gang knife drugs county lines teenager',
  'report-fraud': 'fraud scam scammed scammer cyber crime hacked hacking phishing money stolen bank',
  'stop-it-now':
    'worried about someone own thoughts attracted sexual thoughts feelings about children offender behaviour partner husband looking at indecent images paedophile prevent abuse family of offender',
  posh: 'professionals staff school teacher advice online safety platform nude nudes sexting bullying account social media impersonating',
  'nspcc-helpline': 'worried about a child adult advice bullying neglect abuse cruelty concern concerned nspc ncpcc',
  childline:
    'child talk young person talk to someone pupil counsellor upset lonely crying bullied bullying chat kids children teenager childlin',
  'report-abuse-in-education': 'sexual harassment school college peer abuse everyones invited',
  'nspcc-whistleblowing':
    'whistleblower whistle blowing cover up employer not acting manager ignored lead ignored raise concern colleague organisation',
  'revenge-porn-helpline': 'revenge porn adult intimate images threatened shared ex partner deepfake',
  'act-early-support-line':
    'prevent radicalised radicalisation radicalization radical extremism extremist far right islamist neo nazi incel channel referral',
  'dfe-counter-extremism':
    'school extremism extremist radicalisation radical governors education prevent counter extremism dfe',
  samaritans: 'suicide suicidal kill themselves want to die end life listen crisis desperate lonely night',
  'papyrus-hopeline247': 'suicide suicidal kill themselves young person self harm want to die hopeline hope line',
  shout: 'suicide suicidal self harm text texting message crisis anxious panic',
  beat: 'eating disorder anorexia bulimia weight loss pro ana not eating food thin binge',
  'ceop-education': 'lessons teaching resources thinkuknow assembly parents materials',
  'lucy-faithfull-foundation': 'assessment risk assess offender sexual lucy faithfull',
  'uk-safer-internet-centre': 'online safety tips lessons safer internet day resources',
  childnet: 'lessons teaching resources online safety',
  'get-safe-online': 'scam scams fraud passwords viruses',
  'internet-matters': 'parents parental controls apps games settings age screen',
  'educate-against-hate': 'extremism radicalisation lessons teachers hate resources',
  ofsted: 'complain complaint school nursery childminder childrens home inspector',
  dbs: 'barring barred disclosure certificate crb employer dismissed dismissal referral about staff',
  'ukcis-sharing-nudes': 'guidance nudes semi nudes sexting school policy ukcis dfe',
  'dfe-preventing-bullying': 'bullying policy school duty guidance cyberbullying',
  'dfe-cyberbullying-staff': 'cyberbullying online bullying school guidance teachers headteacher',
  'dfe-cyberbullying-parents': 'cyberbullying online bullying parents carers family guidance',
  'college-policing-nudes': 'police response nudes outcome twenty one criminal record prosecuted briefing note sexting',
  'rcpch-screen-time': 'screen time gaming too much phone hours tablet sleep',
  'working-together': 'statutory guidance multi agency assessment working days',
  kcsie: 'statutory guidance schools safeguarding kcsie keeping children safe in education kcise',
  'childnet-cyberbullying': 'cyberbullying online bullying guidance toolkit pshe lessons schools',
  'self-harm-guidance': 'self harm cutting guidance practice',
  platform: 'report button account post block social media app site game fake profile take down',
  'national-domestic-abuse-helpline':
    'domestic abuse violence violent husband boyfriend partner coercive control controlling stalking tracker stalkerware refuge woman mum mother',
  'mens-advice-line': 'domestic abuse violence man men male victim husband dad father partner controlling',
  'missing-people': 'missing runaway run away ran away disappeared child not home',
  'nhs-111': 'mental health crisis suicidal camhs panic psychosis urgent doctor nhs out of hours',
  'education-support': 'teacher staff wellbeing stress counsellor counselling support worn out upset',
  'victim-support': 'victim crime support after witness court',
  'modern-slavery-helpline': 'slavery trafficking trafficked exploitation county lines nrm forced labour',
  'youngminds-parents': 'parents mental health anxiety depression self harm worried mum dad',
  'protect-advice': 'whistleblower whistle blowing wrongdoing legal employer cover up',
  'cyber-choices': 'hacker hacking hacked ddos booter computer coding cyber crime young person',
  'prevent-duty-guidance': 'prevent duty statutory guidance radicalisation school must risk assessment',
  'information-sharing-advice': 'share sharing information data protection gdpr golden rules consent guidance',
  'searching-screening-confiscation': 'search searching screening confiscate confiscation phone power school guidance',
};
