/**
 * Classes of words that mean much the same wherever danger is told or only a saying: what a sentence is weighed by, so
 * that a word nobody wrote into a phrase still counts. From the same lists as danger.ts, a thesaurus of everyday
 * English, and the way staff and pupils write. A word may stand in several classes.
 */
import { phraseList } from './list.ts';

export const concepts: Readonly<Record<string, readonly string[]>> = {
  kill: phraseList(`
    kill | murder | slay | execute | assassinate | behead | slaughter | massacre | lynch | finish off | do in | end him | end her | put down | off him | off her | butcher | gun down | take out | snuff
  `),
  wound: phraseList(`
    stab | shank | slash | knife | cheff | chef | ching | juk | jook | dip | wet | bore | glass | shoot | blast | spray | shot | bottle | maim | cripple | scald | burn | splash | brand | disfigure | gouge
  `),
  beat: phraseList(`
    hit | beat | batter | bash | punch | kick | slap | smack | whack | hammer | thump | clobber | thrash | attack | assault | jump | stamp | headbutt | whip | belt | cane | smash | lamp | bang | deck | spark | hiding | leather | pelt | set about | lay into | rough up | do over | fight | brawl | scrap | shove | push
  `),
  hurt: phraseList('hurt | harm | injure | damage | wound | hurt badly | pain | ache | sore'),
  choke: phraseList(`
    strangle | choke | throttle | smother | suffocate | asphyxiate | garrotte | hands round | hand round | grip | squeeze
  `),
  throat: phraseList('neck | throat | windpipe | airway'),
  body: phraseList(`
    arm | arms | leg | legs | thigh | wrist | wrists | hand | hands | head | face | stomach | skin | body | chest | back | finger | fingers | lips | mouth | eyes | hair | jaw | teeth | knee | ankle | nose
  `),
  cut: phraseList(
    'cut | slice | slit | carve | scratch | gash | hack at | sh | mutilate | cutter | cutting | slicing | scars | scar',
  ),
  blood: phraseList('blood | bleed | bleeding | bloody | haemorrhage | bled'),
  suicide: phraseList(`
    suicide | suicidal | suicides | kys | kms | ctb | unalive | unalived | sewerslide | ligature | noose | overdose | hang himself | hang herself | parasuicide | ideation | top himself | top herself | sodium nitrite | pact
  `),
  selfword: phraseList('himself | herself | themselves | myself | yourself | themself | hisself | itself | ourselves'),
  die: phraseList(`
    die | dead | death | dying | deceased | in the ground | grave | coffin | funeral | obituary | ashes | heaven | afterlife | buried | corpse | goner
  `),
  life: phraseList('life | living | alive | live | exist | existence | breathe | breathing'),
  goodbye: phraseList(`
    goodbye | bye | farewell | forgive | sorry for everything | love you all | so long | last message | final message | final post | thank you for everything | miss me | remember me | letter | letters | note | log off
  `),
  giveaway: phraseList('give away | gave away | given away | giving away | wont need | not need | sold his | sold her'),
  last: phraseList(
    'last | final | finally | forever | for good | for ever | never again | end | ends | ending | over | finish',
  ),
  despair: phraseList(`
    hopeless | pointless | worthless | burden | worth | point | reason | without me | without him | without her | better off | nothing left | no future | give up | had enough | fed up | sick of | tired of | hate myself | nobody cares | trapped | empty | numb | despair | cope | alone
  `),
  sleep: phraseList('sleep | asleep | wake | wake up | waking | woken | rouse | drowsy | sleepy'),
  pills: phraseList(`
    pill | pills | paracetamol | ibuprofen | aspirin | antidepressant | antidepressants | sleeping tablets | sertraline | codeine | insulin | xanax | diazepam | propranolol | blister | blisters | dose | doses | lethal | blues | benzos | fentanyl | ket | ketamine | mdma | spice | cocaine | heroin
  `),
  medicine: phraseList(
    'tablet | tablets | medication | meds | medicine | calpol | capsules | ritalin | inhaler | antihistamine | vitamin | prescription',
  ),
  poison: phraseList(`
    poison | bleach | antifreeze | weedkiller | weed killer | detergent | toilet cleaner | chemical | chemicals | battery | batteries | magnets | nitrite | cyanide | white spirit | petrol | acid | ammonia
  `),
  swallow: phraseList(
    'swallow | drink | drank | neck | necked | ingest | inject | sniff | down | downed | ate | eat | inhale | snort | take',
  ),
  much: phraseList(
    'loads | load | lots | lot | whole | handful | strip | packet | packets | box | bottle | many | too many | bunch | pack | empty',
  ),
  collapse: phraseList(`
    unconscious | unresponsive | collapse | collapsed | limp | floppy | slur | slurring | fitting | convulse | seizure | frothing | foaming | out cold | pass out | passed out | faint | grey | blue | barely conscious | not breathing | not responding | will not wake | can not wake | blacked out
  `),
  weapon: phraseList(`
    knife | blade | machete | dagger | sword | axe | hatchet | hammer | gun | pistol | firearm | shotgun | rifle | revolver | glock | strap | taser | crossbow | knuckleduster | bat | bats | crowbar | shank | shiv | rambo | weapon | weapons | ammo | bullet | bullets | screwdriver | scissors | razor | razor blade | katana | cutter | scalpel | catapult | bb gun | air rifle | zombie | lock knife | flick knife | penknife | something sharp | sharp | pepper spray | brick | bricks | chain | metal bar | pole | iron bar
  `),
  armed: phraseList(
    'armed | tooled up | packing | strapped | carrying a | brandish | wield | lunge | swing at | pull out | pulled out',
  ),
  bomb: phraseList(
    'bomb | bombs | explosive | explosives | explode | grenade | molotov | device | detonate | blow up | go off | pipe bomb',
  ),
  fire: phraseList(
    'fire | burn | arson | torch | petrol | lighter | lighter fluid | alight | set fire | douse | doused | flames | match | matches',
  ),
  carry: phraseList(
    'carry | bring | hide | hold | hold a | keep | stash | conceal | wave | show | show off | take to | order | buy | bought | found | find | pull',
  ),
  container: phraseList(
    'bag | rucksack | backpack | pocket | sock | waistband | locker | coat | jacket | trousers | sleeve | pencil case | bedroom | mattress | drawer | wardrobe | boot | shed',
  ),
  threat: phraseList(
    'threat | threaten | threatening | threatened | warn | warned | swear | vow | promise | or else | dare | blackmail | unless',
  ),
  attackplan: phraseList(`
    hit list | kill list | death list | manifesto | columbine | southport | shooter | shooting | school shooting | terrorist | terror | massacre | mass | shoot up | day of retribution | next one | attack plan | map of | beef | opps | mandem | gang | gangs | rival | revenge | retaliation | stabbing
  `),
  intend: phraseList(`
    go to | want to | plan | plan to | about to | intend | try to | ready to | thinking of | think about | wish | decided | hope | tempted | swear | promise | mean to | thoughts of
  `),
  now: phraseList(`
    now | right now | tonight | today | tomorrow | this morning | this afternoon | this evening | this weekend | at the moment | soon | later | in an hour | at lunch | after school | after college | hometime | home time | in a minute | currently | weekend | as we speak | straight away | immediately | asap | urgent | friday | saturday | sunday | monday | tuesday | wednesday | thursday | an hour ago | ten minutes ago | minutes ago
  `),
  clock: phraseList(
    'at 1 | at 2 | at 3 | at 4 | at 5 | at 6 | at 7 | at 8 | at 9 | at 10 | pm | half past | oclock | midnight',
  ),
  past: phraseList(`
    last year | last month | years ago | months ago | used to | previously | historic | when she was | when he was | history of | long ago | in the past | ago | former | anniversary | no longer | had been | last term | last summer
  `),
  not: phraseList('not | never | no | nobody | none | without | nothing | nor | neither'),
  say: phraseList(
    'say | tell | text | message | write | post | put | type | comment | caption | status | story | snap | whatsapp | tweet | disclose | shout | scream | sent | email | chat | voice note | live | stream | livestream',
  ),
  first: phraseList('i | me | my | myself'),
  child: phraseList(`
    child | pupil | student | boy | girl | lad | lass | kid | teenager | teen | youth | daughter | son | sister | brother | sibling | friend | mate | baby | toddler | classmate | peer | youngster | learner | young person | yp | y7 | y8 | y9 | y10 | y11 | foster | placement | client | little one | infant | young people | ward | year
  `),
  parent: phraseList(
    'mum | mummy | mam | mother | dad | daddy | father | stepdad | stepfather | stepmum | stepmother | parent | parents | nan | grandad | gran | family | carer | uncle | aunt | cousin | cousins | brothers | guardian',
  ),
  partner: phraseList('boyfriend | girlfriend | ex | partner | bf | gf | husband | wife'),
  man: phraseList(
    'man | men | bloke | guy | guys | stranger | strangers | older | adult | dude | fella | unknown | random | groomer | predator | paedophile | paedo | dealer | stalker ',
  ),
  someone: phraseList('someone | somebody | person | people'),
  staff: phraseList(
    'teacher | head | tutor | ta | staff | coach | caretaker | governor | nurse | doctor | police | social worker | officer | dsl | lado | ofsted | senco | camhs | photographer | driver | postman | plumber | engineer | builder | courier | visitor | visitors',
  ),
  online: phraseList(
    'online | internet | snapchat | instagram | tiktok | discord | roblox | fortnite | minecraft | whatsapp | telegram | facebook | omegle | xbox | playstation | kik | tinder | grindr | wizz | yubo | twitch | reddit | twitter | game | app | server | hinge | monkey | username | profile',
  ),
  meet: phraseList('meet | met | meeting | meet up | meetup | see him | see her | rendezvous | link up | hook up'),
  travel: phraseList(
    'train | bus | taxi | uber | coach | flight | fly | flying | ticket | passport | drive | driving | drove | travel | travelling | lift | car | van | on way | airport | station | hotel | airbnb | bnb',
  ),
  come: phraseList(
    'come for | come round | turn up | turned up | arrive | show up | on way | wait | waiting | wait for | parked | park up | follow | chase | chasing | tail | stalk | lurk | watch | watching',
  ),
  outside: phraseList(
    'outside | at the gate | at the gates | at the door | gate | gates | round the corner | car park | reception | window | garden | street | door | bus stop | doorstep',
  ),
  home: phraseList('home | house | flat | address | where he lives | where she lives | where they live | yard | ends'),
  secret: phraseList(
    'secret | secretly | sneak | alone | not tell | nobody know | lie | lied | pretend | behind | climb out | slip out | on her own | on his own',
  ),
  missing: phraseList(
    'missing | run away | run off | ran off | ran away | runaway | abscond | vanish | disappear | not seen | not been seen | not come home | not come back | gone off | can not find | no sign | whereabouts | lost | not arrive | never arrive',
  ),
  leave: phraseList('leave | walk out | pack'),
  held: phraseList(
    'held | hostage | kidnap | abduct | snatch | bundle | drag | captive | tied | tie up | lock in | locked in | lock up | trap | trapped | imprisoned | will not let | not let | can not leave | can not get out | trap house | prisoner | cuckoo | trafficked | traffic | smuggle',
  ),
  lock: phraseList('lock | locked | shut | bolt | barricade | key | keys'),
  force: phraseList(
    'make him | make her | make them | made to | force | forced | order | pressure | coerce | egg on | egging | encourage | dare | bully | told to | has to | have to',
  ),
  sexual: phraseList(
    'rape | raped | molest | abuse | abused | sexually | sex | sexual | touch | grope | incest | nonce | strip | naked',
  ),
  picture: phraseList(
    'nude | nudes | picture | photo | video | pic | image | selfie | topless | porn | indecent | sext | sexting | screenshot',
  ),
  height: phraseList(
    'roof | ledge | bridge | balcony | multi storey | car park roof | cliff | railings | railing | barrier | viaduct | scaffold | tower | window ledge | parapet | flats | top floor | flyover',
  ),
  track: phraseList(
    'railway | track | tracks | train line | trainline | rails | platform | motorway | dual carriageway | traffic | in front of | lorry | river | canal | lake | reservoir | sea | weir | quarry',
  ),
  jump: phraseList('jump | throw | chuck | leap | fall off | step off | climb | climb over | drop | walk in front'),
  tie: phraseList('rope | cord | belt | noose | scarf | ligature | tie | lace | cable | wire | sheet | string'),
  hang: phraseList('hang | hung | hanging | dangle'),
  scream: phraseList(
    'scream | screaming | whisper | cry | crying | beg | begging | plead | shaking | hide | hiding | hid',
  ),
  afraid: phraseList(
    'scared | afraid | terrified | frightened | petrified | fear | unsafe | not safe | danger | risk | panic',
  ),
  help: phraseList('help | ambulance | 999 | police | paramedic | sos | emergency | urgent | hurry | quick'),
  search: phraseList(
    'search | google | look up | how to | ways to | ways | method | methods | forum | painless | chatgpt | chatbot | bot | alexa',
  ),
  dare: phraseList(
    'challenge | dare | live | livestream | stream | webcam | cam | camera | com | sign | cutshow | fansign | group | server',
  ),
  marry: phraseList('marry | married | wedding | fgm | abroad | honour | shame | holidays'),
  drink: phraseList('alcohol | vodka | drunk | cider | whisky | wine | beer | drugs | drug'),
  dox: phraseList(
    'dox | doxx | doxxed | swat | swatting | swatted | leak | hacker | hack | track | tracker | snap map | snap maps | send people | send someone',
  ),
  baby: phraseList('baby | toddler | pregnant | little'),
  // What takes a sentence out of danger.
  lesson: phraseList(`
    lesson | lessons | assembly | essay | coursework | homework | curriculum | pshe | rse | training | webinar | workshop | inset | policy | procedure | leaflet | poster | display | teach | teaching | taught | study | worksheet | exam | exams | test | mock | gcse | revision | class discussion | topic | unit | english | history | science | drama | re | art | dt | awareness | resources | course
  `),
  fiction: phraseList(
    'film | movie | book | novel | story | play | series | show | character | poem | documentary | netflix | macbeth | romeo | juliet | script | musical | episode | podcast | cartoon | comic | rehearse | stage | prop',
  ),
  gaming: phraseList(
    'fortnite | minecraft | call of duty | gta | roblox | among us | paintball | nerf | laser tag | level | boss | airsoft | respawn | zelda | warzone | valorant | fifa | squid game | lego | toy | water pistol | plastic | pretend | costume',
  ),
  sport: phraseList(
    'football | netball | rugby | cricket | match | final | team | tennis | hockey | club | league | cup | goal | score | boxing | karate | judo | athletics | sports day | pe | swimming | training | tournament | archery | fencing | quiz | game',
  ),
  joke: phraseList('lol | joke | joking | funny | laugh | laughing | haha | banter | prank | pun | only messing'),
  workthing: phraseList(`
    printer | wifi | laptop | ipad | chromebook | email | emails | spreadsheet | data | register | form | marking | deadline | report | paperwork | minibus | photocopier | projector | timetable | rota | budget | account | password | login | invoice | letter home | consent | trip | residential | uniform | lunch | dinner | coffee | tea | biscuits | cake | boiler | fire drill | alarm
  `),
  animal: phraseList(
    'dog | cat | hamster | rabbit | fish | bird | pigeon | wasp | spider | seagull | horse | goose | bee | ants | flies | plant | plants | battery | phone',
  ),
  asks: phraseList(
    'what is | what does | mean | meaning | how do i | can i | can we | do we | is it | who do i | where do | number for | helpline | law | illegal | legal | advice | support for | lesson plan | signs of | what are',
  ),
  fine: phraseList(
    'fine | ok | okay | safe and well | found safe | sorted | resolved | happy | better | recovered | home safe | dealt | apologised | made up | false alarm | hoax | turned out | is back',
  ),
  accident: phraseList(
    'accident | accidentally | by mistake | fell | tripped | slipped | bumped | grazed | knocked | football | trampoline | playground | cooking | shaving',
  ),
  calm: phraseList(
    'collect | collecting | pick up | parents evening | dentist | appointment | doctors | holiday | birthday | party | club | lunch | tea | shopping | cinema',
  ),
  // The plain world: what stands beside these is seldom danger.
  food: phraseList(`
    food | breakfast | pizza | sandwich | crisps | chocolate | sweets | cake | biscuit | biscuits | chips | burger | chicken | fish fingers | pasta | rice | soup | salad | apple | banana | grape | fruit | vegetables | milk | juice | water bottle | coke | squash | yoghurt | cereal | toast | bread | butter | cheese | egg | eggs | ketchup | ice cream | snack | snacks | canteen | buffet | barbecue | picnic | curry | bacon | sausage | pudding | flour | sugar | popcorn | menu | starving | hungry
  `),
  stationery: phraseList(`
    pen | pens | pencil | pencils | ruler | rubber | paper | glue | stapler | folder | notebook | book | books | textbook | desk | chair | whiteboard | board | planner | bin | trolley | cupboard | sticker | stickers | badge | lanyard | card | cards | envelope | parcel | post | leaflets | posters | photocopies | cardboard | paint | paints | clay | beads | sheet
  `),
  clothes: phraseList(`
    shirt | blazer | jumper | skirt | trousers | shoes | trainers | boots | socks | hat | cap | glove | gloves | scarf | tights | dress | hoodie | kit | uniform | coat | glasses | jewellery | necklace | earrings | makeup | nails | haircut | fringe | dye
  `),
  weather: phraseList(
    'rain | snow | ice | sun | sunny | heat | hot | cold | wind | storm | weather | fog | flood | thunder',
  ),
  nature: phraseList(
    'tree | trees | flowers | garden | grass | leaves | beach | farm | cow | cows | sheep | pony | zoo | dinosaur | dinosaurs | volcano | planet | planets | moon | star | stars | butterfly | insects | worms | frog | snake | shark',
  ),
  arts: phraseList(`
    music | song | songs | band | choir | concert | orchestra | guitar | drum | drums | piano | violin | recorder | singing | sing | dance | dancing | disco | panto | nativity | drawing | draw | painting | sculpture | craft | crafts | gallery | museum | exhibition | playlist | album | gig | karaoke | audition | costume | lines | cast | talent show | prom
  `),
  subject: phraseList(`
    maths | english | science | history | geography | french | spanish | german | chemistry | physics | biology | computing | latin | citizenship | phonics | spelling | spellings | reading | times tables | grammar | essay | poem | project | diagram | experiment | sats | gcses | levels | btec | university | uni | college course | apprenticeship | careers | results | grades | marks
  `),
  device: phraseList(`
    laptop | laptops | chromebook | chromebooks | ipad | ipads | tablet computer | charger | cable | cables | headphones | airpods | mouse | keyboard | screen | monitor | projector | printer | toner | ink | router | wifi | signal | server | website | browser | password | passwords | login | account settings | update | software | app store | battery | remote | speaker | microphone
  `),
  admin: phraseList(`
    form | forms | register | registers | spreadsheet | report | reports | deadline | deadlines | budget | invoice | order | orders | receipt | minutes | agenda | diary | calendar | booking | bookings | room | rota | cover | timetable | training | inset | payslip | pension | contract | interview | vacancy | policy | policies | newsletter | survey | data | marking | planning | parents evening | open evening | assembly | governors | ofsted | inspection | union | strike | paperwork | signature | permission | slip
  `),
  place: phraseList(`
    office | staffroom | hall | gym | library | reception | classroom | corridor | canteen | field | playground | lab | studio | changing rooms | toilets | pool | cinema | shop | shops | town | park | station | hospital | church | mosque | castle | arena | stadium | theatre | pub | restaurant | cafe | mcdonalds | tesco | asda | supermarket | hotel | airport
  `),
  holiday: phraseList(
    'holiday | holidays | half term | christmas | easter | halloween | birthday | party | fete | fair | festival | residential | trip | visit | camp | camping | scouts | guides | brownies | weekend away | disneyland | alton towers | sleepover | exchange | wedding | anniversary',
  ),
  feeling: phraseList(
    'sad | upset | low | tired | anxious | worried | nervous | lonely | quiet | angry | cross | moody | embarrassed | ashamed | jealous | stressed | bored | grumpy | homesick | excited | happy | proud | pleased | shy',
  ),
  behave: phraseList(
    'rude | naughty | late | swear | swore | detention | report | truant | bunk | bunked | argue | argued | argument | fell out | fall out | banter | tease | teased | name | names | gossip | rumour | rumours | sulk | cheek | cheeky | disruptive | messing about',
  ),
  vape: phraseList('vape | vapes | vaping | smoke | smoking | weed | cannabis | cigarettes'),
  onlineharm: phraseList(`
    groom | grooming | sextort | sextortion | blackmail | catfish | catfished | nude | nudes | sexting | deepfake | fake account | troll | trolling | cyberbully | cyberbullying | cyberbullied | unfollowed | blocked | screenshot | screenshots | follower | followers | subscribed | onlyfans | porn | pornography | gore | racist | homophobic | sexist | radicalised | extremist | incel | meme | memes | comments | group chat | dm | dms | friend request | add | added | gift card | gift cards | robux | v bucks | skins | scam
  `),
  oldnews: phraseList(
    'last year | last month | last week | last term | last summer | years ago | yesterday | in primary | at her old school | at his old school | since then | anniversary | reviewed | closed | historic | already',
  ),
  supported: phraseList(
    'counsellor | counselling | camhs | therapy | therapist | support plan | safety plan | stable | social services | early help | core group | strategy meeting | mentor | elsa | pastoral | aware | supportive | parents know',
  ),
  money: phraseList(
    'money | pounds | quid | cash | debt | owe | owes | pay | paid | bank | grand | fee | price | ticket price | charity | raffle | donation',
  ),
  // More of the dangerous world.
  intruder: phraseList(
    'intruder | trespasser | stranger | unknown man | masked | balaclava | balaclavas | mask | masks | hooded | followed | prowler | break in | breaking in | kicking the door | banging on',
  ),
  urge: phraseList(
    'hurry | quick | quickly | asap | right now | come now | please | begging | desperate | help me | help him | help her | come quick',
  ),
  trust: phraseList(
    'promise not to tell | do not tell | swear not to tell | in confidence | secret | told me not to | keep it secret',
  ),
  sexact: phraseList(
    'rape | raped | touch me | touches me | touches her | made him | made her | forced himself | took turns | in bed with | sex with',
  ),
  wheels: phraseList('car | van | taxi | uber | boot | motorbike | moped | lift | driver | audi | bmw | golf | fiesta'),
  room: phraseList(
    'hotel | travelodge | premier inn | airbnb | flat | caravan | his house | his place | layby | woods | alley | car park | behind the church',
  ),
  age: phraseList(
    'older | 18 | 19 | 20 | 21 | 22 | 23 | 24 | 25 | 26 | 27 | 28 | 29 | 30 | 32 | 35 | 38 | 40 | 42 | 45 | 50 | 55 | 60 | year old man | grown',
  ),
  young: phraseList('5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14 | 15 | 16'),
  wished: phraseList('wish | wishes | hope | hopes | pray | praying | rather | begged | begging'),
  mark: phraseList(
    'bruise | bruises | bruised | marks | mark | line | red mark | burn marks | belt marks | black and blue | handprint',
  ),
};
