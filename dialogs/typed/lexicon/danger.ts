/**
 * Words of danger, in groups that danger.ts puts together. Where they come from: Samaritans' and Papyrus' lists of
 * signs and of coded words for suicide and self-harm; the NCA's warning on com networks; the Ben Kinsella Trust and
 * police youth teams on words for knives and attacks; the Children's Society on missing children; NSPCC learning on
 * grooming; and the way staff and pupils write.
 */
import type { Groups } from '../pattern.ts';
import { phraseList } from './list.ts';

export const dangerWords = {
  self: phraseList(`
      himself | herself | themselves | yourself | myself | ourselves | @own wrist/throat/life/live
    `),
  own: ['his/her/their/my/your/our own?', 'own'],
  /** One person who can be meant. */
  one: phraseList(`
      @he | @him | @role | someone | somebody | anyone | anybody | everyone | everybody | people
    `),
  he: ['he', 'she', 'they'],
  him: phraseList('him | her | them | you | me | each other | us'),
  role: phraseList(`
      @of @child | @of @adult | kid | pupils | students | children | kids | girls | boys | teachers | staff
    `),
  of: phraseList(`
      a | the | my | his | her | their | your | our | another | some | this | that | one | two | other
    `),
  child: phraseList(`
      child | pupil | student | boy | girl | lad | kid | teenager | teen | youth | daughter | son | sister | brother |
      sibling | friend | mate | baby | toddler | classmate | peer | boyfriend | girlfriend | ex | youngster | lass |
      learner
    `),
  adult: phraseList(`
      man | woman | mum | mummy | mam | mother | daddy | dad | father | stepdad | stepfather | stepmum | stepmother |
      nan | grandad | parent | carer | teacher | head | uncle | aunt | cousin | family | neighbour | guy | bloke |
      stranger | partner | husband | wife | colleague | coach | tutor | person | driver | gang | group | dealer |
      groomer | predator
    `),
  unknown: phraseList(`
      a/some/this/the/older/another/random/unknown/strange older/random/unknown/strange/grown/adult?
      man/men/bloke/guy/guys/stranger/adult/male/lad/woman/person/boy/girl/dude | someone | somebody | some one |
      strangers | people @he meet | boy/girl/man/guy/bloke/lad/person/friend from
      online/snapchat/instagram/discord/roblox/tiktok/internet | online friend/boyfriend/girlfriend |
      boyfriend/girlfriend/friend @he met | groomer | predator | dealer
    `),
  /** Says that it is still to come, or wished for. */
  intend: phraseList(`
      will | go to | want to | wants him/her/them to | plan to | plan on | plans/plan/planning | threaten to |
      threaten @him with | threat to | about to | intend to | try to | ready to | need to | wish to | vow to | promise
      to | swear to | swear he/she/they will | love to | would like to | feel like | think of | think about | thought
      of | thought about | thoughts of | consider | talk of | talk about | speak of | speak about | threaten | might |
      could | may | have to | should | tempted to | urge to | urges to | decide to | attempt to | attempt | tried to |
      how to | ways to | way to | dare @him to | say to | order @him to | get ready to | offer to
    `),
  /** Done to oneself it is always danger. */
  harm: phraseList(`
      kill | hurt | harm | cut | hang | drown | stab | shoot | burn | slit | slash | injure | poison | strangle |
      choke | suffocate | electrocute | starve | top | off | end | unalive | delete | neck | rope | gas | do in | do
      away with | mutilate | scar | punch | bleed | throw | jump | punish | carve | overdose | asphyxiate | execute |
      murder | dispose of | finish | end it for | set fire to | finish off | set alight | exit
    `),
  /** Done to somebody else it is danger even without a word of intent. */
  kill: phraseList(`
      kill | murder | stab | shank | shoot | strangle | throttle | choke | smother | suffocate | drown | behead |
      execute | rape | slash | chef | cheff | ching | poison | acid | gun down | stab up | chef up | cheff up | cut up
      | set fire to | set on fire | slit | unalive | finish off | do in | torture | burn alive | bury alive | sexually
      assault | molest | kidnap | abduct | firebomb | petrol bomb | knife | gas | dip | splash | execute | lynch |
      hang
    `),
  /** Done to somebody else it is danger when it is intended, or going on. */
  hurt: phraseList(`
      hurt | harm | hit | beat | beat up | batter | attack | assault | punch | kick | slap | jump | bottle | glass |
      wet | wet up | poke | bang | bang out | spark | spark out | knock out | deck | duff up | do over | fight | smash
      up | smash | mash up | run over | burn | cut | break | kneecap | throw off | push under | push off | push in
      front of | ambush | rush | get | abuse | touch up | force | lock up | trap | blow up | shoot up | destroy |
      starve
    `),
  bodypart: phraseList(`
      head in | face in | legs/leg/arm/arms/neck/jaw/knees/kneecaps/fingers/skull/bones/ribs/nose | house down |
      throat
    `),
  weapon: phraseList(`
      knife | blade | machete | zombie knife | dagger | sword | axe | hatchet | cleaver | hammer | gun | pistol |
      handgun | firearm | shotgun | rifle | revolver | glock | strap | air rifle | bb gun | taser | stun gun | acid |
      ammonia | corrosive | crossbow | knuckle duster | knuckleduster | baseball bat | crowbar | bomb | explosive |
      grenade | molotov | pipe bomb | petrol bomb | razor | razor blade | stanley knife | shank | shiv | rambo | rambo
      knife | weapon | bullet | ammo | ammunition | pepper spray | screwdriver | nunchucks | samurai sword | katana |
      box cutter | scalpel | bottle of acid | petrol can | noose
    `),
  hold: phraseList(`
      have | has got | have got | got | carry | bring | take | hide | buy | order | own | keep | hold | pull out |
      pull | wave | wave round | wave around | brandish | show off | show | pack | stash | conceal | get hold of | get
      | grab | steal | make | build | swing | point | pose with | arm with | with | go for him/her/them with | come at
      him/her/them with | chase @him with | threaten @him with | threaten with | hurt @him with | attack @him with |
      throw | want | use
    `),
  carryplace: phraseList(`
      bag | rucksack | backpack | locker | pocket | waistband | sock | jacket | coat | trousers | hoodie | sleeve |
      shoe | under bed/pillow/mattress | bedroom | drawer | pencil case | school | college | class | park | bus |
      train | car | playground | throat | neck | hand | face
    `),
  pills: phraseList(`
      hand? sanitiser/sanitizer | calpol | cough medicine/syrup | cleaning fluid/product/products | disinfectant |
      dettol | nail varnish remover | white spirit | petrol | washing? capsules | laundry pods | pills | pill |
      paracetamol | paracetamols | ibuprofen | aspirin | bleach | antifreeze | weed killer | weedkiller | poison |
      antidepressants | sleeping tablets/pills | painkillers | insulin | codeine | xanax | diazepam | propranolol |
      sertraline | button batteries/battery | batteries | detergent | blades
    `),
  medicine: phraseList('tablets | tablet | medication | meds | medicine | drugs | capsules | medicines'),
  toomuch: phraseList(`
      lots of | load of | loads of | too many/much | a bunch of | handful of | box of | boxes of | packet of | packets
      of | bottle of | whole box/packet/bottle/lot | all of | all his/her/their/my/the | all | whole | many | bunch of
      | strip of | stack of | mum/mums/dad/dads/nan/nans | 10/12/15/16/20/24/25/30/32/40/50/60/100 |
      ten/twenty/thirty/forty/fifty/sixteen/twelve/hundred
    `),
  swallow: phraseList(`
      take | swallow | drink | neck | pop | down | ingest | eat | inject | have | neck back
    `),
  place: phraseList(`
      school | schools | college | class | classroom | assembly | building | church | mosque | synagogue | mosques |
      bus | house | home | place | club | canteen | playground | academy | sixth form | prom | sports day | hospital |
      hotel | flat | centre
    `),
  soon: phraseList(`
      now | right now | tonight | today | tomorrow | this morning | this afternoon | this evening | this weekend |
      this week | after school | after college | at lunch | at break | at lunchtime | at breaktime | at home time | at
      hometime | later | soon | on monday/tuesday/wednesday/thursday/friday/saturday/sunday |
      monday/tuesday/wednesday/thursday/friday/saturday/sunday | at 1/2/3/4/5/6/7/8/9/10/11 | in an hour | in a minute
      | straight away | at the moment | any minute | next week | half term | as we speak | weekend
    `),
  online: phraseList(`
      online | on line | on the internet | internet | off the internet | in/on/off/through/via a?
      game/app/server/chat/chatroom | on/off/from/through/via
      snapchat/instagram/tiktok/discord/roblox/fortnite/minecraft/whatsapp/telegram/facebook/omegle/xbox/playstation/kik/tinder/grindr/wizz/yubo/twitch/reddit/twitter/x/youtube/monkey
      | discord/roblox/wizz/yubo/omegle | gaming
    `),
  outside: phraseList(`
      outside | at the gate | at the gates | at the door | at his/her/their/my door | by the gate | in the car park |
      round the corner | around the corner | at the school gate/gates | near the school | down the road | across the
      road | at the bus stop | at the window | in the bushes | in his/a car
    `),
  home: phraseList(`
      house | home | flat | door | front door | window | address | bedroom | garden | street | block
    `),
  /** Coded and plain words for suicide. Alone they alarm; a lesson or a look-up softens them. */
  suicide: phraseList(`
      suicide | suicidal | suicides | kys | kms | kts | ktfs | krs | ctb | unalive | unaliving | unalived | unaliving
      | sewerslide | sewer slide | sewercide | self delete | self exit | self deletion | catch the bus | noose | self
      destruct | neck rope | commit toaster bath | toaster bath | self unalive | a suicide note | suicide pact |
      suicide plan | parasuicide
    `),
  selfharm: phraseList(`
      self harm | self injury | self injure | self mutilation | overdose | od | oded | ods | ligature | ligatures |
      self cutting | razor blades | cut his/her/their/my/your
      arm/arms/wrist/wrists/leg/legs/thigh/thighs/stomach/skin/hand/hands | slit his/her/their/my/your own?
      wrist/wrists/throat | cutting/cuts/cut again | cuts on/up/down/all his/her/their/my/over?
      arm/arms/wrist/wrists/leg/legs/thigh/thighs | burn his/her/their/my/your arm/arms/skin/leg/legs |
      barcode/barcodes on his/her/their/my arm/arms/wrist/wrists/leg/legs | hit styro | hit beans | doing sh | sh
      scars | sh again | started sh | sh wounds | fresh cuts/scars/wounds | cutsign | cut sign | cutsigns | bloodsign
      | fansign | fan sign | blood sign | write/wrote his/her/their/my/a name in blood | carve | bleed out
    `),
  notwant: phraseList(`
      not want to | no longer want to | not wish to | not wanna | wish @he was/were not | never want to
    `),
  live: phraseList(`
      be here | live | be alive | exist | wake up | be on this earth/planet/world | be in this world | go on | carry
      on | be around | see tomorrow | keep going | continue living | grow up | see another day | see christmas/summer
      | breathe
    `),
  /** Where a person is in danger of falling or of being run over. */
  high: phraseList(`
      roof | rooftop | rooftops | roofs | ledge | window ledge | windowsill | window sill | balcony | bridge |
      footbridge | flyover | overpass | viaduct | multi storey | multistorey | car park roof | scaffolding | scaffold
      | crane | pylon | cliff | parapet | railings | railing | barrier | railway | railway line/lines/track/tracks |
      train line/lines/track/tracks | tracks | rails | live rail | tower block | tower | chimney | bike shed | bike
      sheds | top floor | fire escape | quarry | weir | gantry | sill | high wall | stairwell | banisters | lock
      gate/gates | shed | barn | water tower | mast | rail | bridge rail
    `),
  /** How a person is up there; "go over the bridge" is a way home. */
  upthere: phraseList(`
      stand | sit | sat | stood | climb | climb up | climb out | hang | dangle | balance | perch | lean | get up | go
      up | up | lie | crouch | kneel | squat | wander
    `),
  onto: phraseList(
    'on | onto | on to | on top | on top of | up on | up on to | up onto | over | off | out on | out on to | out onto | out of | by edge of | edge of',
  ),
  /** What one takes too much of with no more than a stomach ache. */
  treat: phraseList(`
      sweets | sugar | coffee | haribo | chocolate | caffeine | tea | crisps | cake | biscuits | pizza | ice cream |
      red bull | monster | netflix | tiktok | christmas | easter eggs/chocolate | cheese | pepsi | coke | fizzy drinks
      | candy | donuts | doughnuts | energy drinks
    `),
  /** What one cannot go on with, in earnest. */
  existence: phraseList('life | living | world | pain | anything | feeling'),
  room: phraseList('hall | room | block | centre | building'),
  /** What one jumps to, or for, or with, without harm. */
  jumpto: phraseList(`
      in/into the? conversation/lesson/chat/pool/puddle/puddles/call | up | higher | high | further | rope | straight
      | ahead | the | with | on trampoline/the/a/teams/zoom/bouncy/it/that/this/call | on | around | about | to | at |
      for | through | back | between
    `),
  /** What one can use against oneself, and hardly for anything else at school. */
  means: phraseList(`
      noose | ligature | razor blade | razor blades | blade | blades | pills | petrol | lighter fluid | bleach |
      poison | antifreeze | weedkiller | acid | a lighter | lighter | rope | paracetamol
    `),
  /** Somebody who has no good reason to come. */
  menace: phraseList(`
      @unknown | two/three/four/five/six/several/some/group men/lads/boys/blokes/youths/guys/people |
      group/bunch/car/load of men/lads/boys/youths | the/that/this/older/same man/bloke/guy/lad/men/lads/gang/group |
      ex | her/his/their/my ex | stalker | groomer | gang | paedophile | abuser | her/his/their/my
      boyfriend/girlfriend/stepdad/stepfather/uncle | dealers
    `),
  /** What is written or said. */
  say: phraseList(`
      say | tell | text | message | write | post | put | send | caption | whatsapp | snapchat | email | dm | type |
      voicemail | comment | tweet | note | letter | status | story | bio
    `),
  relative: phraseList(
    'mum | mummy | mam | dad | daddy | nan | gran | everyone | everybody | all | world | friends | family | sis | bro',
  ),
  /** What is "killed" in a manner of speaking. */
  thing: phraseList(`
      it | time | this | that | the | some | a | an | process | weeds | plants | bugs | flies | ants | germs |
      bacteria | two | off
    `),
} satisfies Groups;
