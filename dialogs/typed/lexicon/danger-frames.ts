/**
 * What danger sounds like, put together from the groups of danger.ts in pattern.ts's notation. A frame is softened by
 * the words that softeners.ts keeps under the same names.
 */
import { list } from './list.ts';

export type Softener = 'denied' | 'over' | 'taught' | 'story' | 'accident' | 'ours' | 'work' | 'play';

export interface Frame {
  readonly kind: string;
  readonly softer: readonly Softener[];
  readonly said: readonly string[];
}

const usual: readonly Softener[] = ['denied', 'over', 'story'];

export const frames: readonly Frame[] = [
  {
    kind: 'suicide or self-harm, by name',
    softer: [...usual, 'taught'],
    said: list(`
      @suicide | @selfharm | thoughts of end | search ... ways/how to die | painless way/ways | how to tie
    `),
  },
  {
    kind: 'an act against oneself',
    softer: [...usual, 'accident'],
    said: list(`
      @harm .. @self | @harm it all | end it | finish it | blow @own brain/brains/head out/off | bullet in @own head | take them all | take all of them | take the lot | tonight be the night | barricade/lock/shut @self in/inside | be do with life/live/everything/living/world | nothing left to | have nothing left | belt/rope/cord/scarf/lace/ligature/noose/wire ... round/around .. neck/door/handle/beam/hook/rail/tree/banister | belt/rope/cord/scarf/lace ... neck | wander/walk/stand/sit/run/near/by/at .. train/railway/rail line/lines/track/tracks | near/by/on the? railway/motorway/cliff/weir | end things tonight/now/today/tomorrow/soon | take .. @own life
      | jump off/from ..
      bridge/roof/building/window/balcony/cliff/car/stairs/ledge/flats/block/multistorey/viaduct/top |
      jump/step/walk/throw/run/go in front of | jump off something | jump in/into ..
      river/canal/sea/water/lake/reservoir/weir/traffic | @intend jump off | @intend jump ..
      bridge/roof/window | @intend jump from | on .. bridge/roof/ledge/railway/tracks/rail/track ... jump |
      @one .. on the/a .. ledge/railway/tracks/roof/bridge/windowsill | @one .. up on the roof | do
      something/anything/stuff to @self | do something stupid/silly/terrible/drastic/daft/awful | see you on
      the other side | see you in heaven/hell/another/next | not be a? problem/burden/bother/trouble/worry |
      be a burden | harm come to @self | @hurt .. @self | hear .. voice/voices | voices .. tell |
      sit/stand/climb .. on/over .. bridge/roof/ledge/railing/railings/tracks/windowsill/edge |
      bag/rope/cord/belt/scarf/lace/wire/ligature/tie/string/cable .. round/around/over @own neck/head | hands
      round/around .. neck/throat | tie .. round/around @own neck | bang @own head | stop/refuse eat/eating
      and drink | @intend die | @intend be dead | @intend commit | @intend overdose | stockpile | hoard ..
      @pills | save up .. @pills | hoard .. @medicine | save up .. @medicine | stash .. @medicine | @intend do
      it again | @intend do it tonight/tomorrow/now | @intend end it
    `),
  },
  {
    kind: 'no wish to live',
    softer: usual,
    said: list(`
      @notwant @live any? more? | not be here any more/tomorrow/next/for/much/soon/after/on/when/by/come | not
      be here @soon | not be alive/around @soon | not be alive/around any/much/for/by/when/next | will not
      see/make tomorrow/christmas/morning/it | can not go/carry/live on | can not do this/life any more | can
      not take it/this/life/any any? more? | can not take any more | can not cope any more | can not live like
      this | wish @he be dead | wish i/he/she/they be dead | wish .. never/not be/wake born/up | wish .. dead
      | better off dead | better .. without me/him/her/them | better off without | better if @he be
      not/dead/gone | no/any/see/what point .. live/go/carry/be/life | no point any more | no point in?
      anything/life/it? | no reason to live/be/carry/go/stay | nothing/nobody to/left live for | nothing left
      to live | tired of live/life/be/exist/everything | sick of live/life/being alive | hate @own life | want
      .. everything/it/pain/life/this all? to stop/end | want it to? be? over | want to disappear/vanish |
      want to sleep for ever/forever | want to go to sleep and not/never | sleep forever | sleep and not/never
      wake | never wake up | not want to wake | want to be dead | want/wish/like to be? in heaven | want to be
      with .. heaven/dead | not see .. future | no future | no hope left | rope/noose/pills/tablets ready | spread/scatter @own ashes | nobody/no one would/will .. care/notice/miss | care if .. die/dead/go | end up dead | rather be dead/die | rather die | ready to die | plan to die | want to give up on?
      life | give up on life | @own last day/night/message/post/video/words/week/christmas/birthday/time |
      last day/night on earth | final message/goodbye/post/note/words/video/day/letter | world ... better
      without | nobody/no .. miss me/him/her/them | no one ... miss me/him/her/them if | miss me when/if .. go
      | when/once/after i/he/she/they be dead/gone | what .. happens when you die | want to die | wants out
      of? life
    `),
  },
  {
    kind: 'goodbye',
    softer: ['denied', 'over', 'story', 'ours'],
    said: list(`
      say/write/post/send/leave goodbye/goodbyes/bye ..
      everyone/everybody/all/friends/family/us/world/people/me/followers/group | say/write/post/send/leave ..
      goodbyes | say goodbye forever/online/on/in/to | say @own goodbyes/goodbye | goodbye forever/everyone/world/everybody/note/letter/message/video/post/cruel | love you all/everyone | i be sorry for everything/it all | say/message/text/write/post .. forgive me/him/her | do not blame yourself/yourselves/anyone | goodbye
      letters/notes/messages/videos | bye forever/everyone | leave/write/find a/an? note/letter say/goodbye |
      write .. letters .. everyone/family/friends/mum | suicide note | give away ..
      things/stuff/possessions/belongings/everything/pet/clothes/games/console/toys | give ..
      things/stuff/possessions/belongings away | give everything away | plan @own funeral | plan own funeral |
      funeral .. songs/song/playlist | write/make .. will and/to/for/at
    `),
  },
  {
    kind: 'an overdose or something taken',
    softer: [...usual, 'taught', 'accident'],
    said: list(`
      @swallow .. @pills | @swallow .. @toomuch .. @pills | @swallow .. @toomuch .. @medicine | swallow ..
      @medicine | overdose | take/have an od | @intend @swallow .. @pills | @intend swallow ... @medicine |
      empty .. packet/packets/bottle/blister/box .. @pills | empty .. packet/packets/bottle .. @medicine |
      empty packets/packet/blister | how many .. @pills | how many .. @medicine ... die/kill/death/overdose |
      something/stuff .. take .. not/wont wake | take something and | @medicine and/with ..
      alcohol/vodka/drink/drinking/whisky/wine/beer/gin | take something ..
      drowsy/sleepy/sick/collapse/faint/unwell | spike | been spiked
    `),
  },
  {
    kind: 'a weapon',
    softer: [...usual, 'taught', 'play', 'ours'],
    said: list(`
      @one ... @hold .. @weapon | @hold a/an/some/two/his/her/their/the? .. @weapon | @weapon ...
      in/under/up/down .. @carryplace | @weapon ... on/with/at him/her/them/he/she/school/college | @weapon to
      .. school/class/college/throat/neck/party/fight/park/lessons/head | @intend .. @weapon | arm with | be
      armed | tooled up | strapped up | picture/photo/video/selfie/pose/posing .. with/holding .. @weapon | post/send/share/upload .. picture/photo/video/selfie .. @weapon  | threaten .. @weapon | throw .. @weapon
    `),
  },
  {
    kind: 'violence that is intended or threatened',
    softer: [...usual, 'ours', 'play'],
    said: list(`
      @intend .. @kill .. @one | @intend .. @kill .. @him | @intend
      stab/shank/rape/behead/strangle/shoot/ching/murder | @intend get/have @one
      stabbed/killed/jumped/shot/battered/beaten/raped/done | @intend get @one @soon | @intend @hurt .. @one |
      @intend @hurt .. @him | @intend kill !@thing | @intend @hurt .. @bodypart | @intend
      kick/smash/cave/stove .. @bodypart | @hurt .. @one .. @soon | @soon .. @hurt .. @one | @soon .. @kill |
      fight .. @soon | fight .. arranged/planned/organised | arrange/plan/organise .. fight | death
      threat/threats | death list | rape threat/threats | threat/threats ..
      kill/stab/rape/shoot/hurt/life/lives | threat/threats of violence | threaten .. violence | threaten @own
      life | threaten @one life | threaten .. @kill | threaten .. @hurt .. @one | hit list | kill list | list
      of people/pupils/students/names/kids/teachers/those .. kill/hurt/die/shoot/get | list ..
      people/pupils/students/names/kids/teachers .. kill/hurt/die/shoot | people .. want .. dead | want @one
      dead | want @him dead | you be .. dead | be a? dead man/meat | be dead @soon | be dead if/when @he |
      dead on sight | on sight | watch @own back | put .. in hospital/coffin/ground/wheelchair | end .. up in
      hospital | wait .. for @him after school | wait .. for @him .. to @hurt | send ..
      someone/people/boys/men/lads round/around/to | come round/after/for to? @him @soon | come for @him |
      know where @he live | price/bounty on @own head | hit/contract .. out? on @him | hit/bounty/contract on
      @of @child | after @him .. with | set @him up | revenge .. @soon | knives/tooled/weapons out 
    `),
  },
  {
    kind: 'violence going on',
    softer: ['denied', 'over', 'story', 'taught', 'ours', 'play'],
    said: list(`
      @kill @him | @kill @of @child | @kill @of @adult | @kill a/the/his/her/their/my/another .. @child | be
      strangle/stab/shoot/rape/choke/slash/murder/kidnap/abduct/torture/molest/behead/drown/smother/suffocate
      | get strangle/stab/shoot/rape/choke/slash/jump/batter/beat/attack/shank/kidnap | have be
      stab/shoot/rape/strangle/choke/slash/attack/assault/jump/kidnap | be be @hurt | keep/start @hurt @him |
      be @hurt @him @soon? | be sexually?
      abused/attacked/assaulted/beaten/raped/battered/tortured/molested/groped | sexually/physically
      abused/assaulted/abusing/assaulting | sexual assault | @he/@role .. rape/strangle/molest @him? | rape |
      choke @him | choke out | strangle | beat @him | not stop/keep .. @hurt .. @one |
      grab/pin/hold/squeeze/hand/hands/grip/press .. throat/neck | by the throat/neck/hair | smash/wreck/trash
      .. house/flat/home/place up | smash/wreck/trash up? the/@own house/flat/home/place | hide ..
      upstairs/bathroom/cupboard/toilet/toilets/bedroom/from | hide from @him | touch @him | touch @own |
      come/get/climb into @own room/bed/bedroom | force .. marry/marriage/married/wedding | take .. abroad ..
      marry/married/marriage/wedding/cut/husband | forced marriage | fgm | make .. have sex | force @him ..
      sex/into | be hit/hurt/punch/kick/slap/push/burn/whip/cane/belt .. by @own/@one | @adult .. hit/punch/kick/slap/whip/belt/burn @him | @intend .. @hurt .. @child | beat .. @of @child | beat .. @of @adult | batter @him | attack
      @him | lock .. in/up .. room/cupboard/house/flat/shed/garage/cellar/basement/bedroom/bathroom | hold ..
      against @own will | hold .. captive/prisoner/hostage | will not let @him leave/go/out | not let @him leave/out/go/call/ring/speak/eat/sleep/home/see | lock @him in/up/inside/outside/out | lock in .. shed/cupboard/room/house/garage/cellar/basement/toilet/bathroom/car | pin @him down/against | pin down | hold @him down | surround/corner @him | if .. can not have @him nobody/no | be take by @unknown/someone | @unknown in .. toilet/toilets/changing/bushes/room/flat/house .. with | kidnap | abduct | traffick/trafficked/trafficking | tie .. up | scream ..
      for/in/help/outside/down/next | hear/heard .. scream/screams/screaming |
      scared/afraid/frightened/terrified .. go home | scared/afraid/frightened/terrified to go |
      scared/afraid/frightened/terrified .. for @own life/lives | fear for @own life/safety
    `),
  },
  {
    kind: 'an attack on a place',
    softer: ['denied', 'over', 'story', 'taught', 'play'],
    said: list(`
      shoot up | shoot .. @place up | blow .. up .. @place | blow up | bomb .. @place | @intend .. bomb |
      @intend .. burn .. @place | @intend .. attack .. @place | @intend set fire to | set .. @place on
      fire/alight | set fire to .. @place | burn .. @place down | burn down .. @place | bomb
      threat/scare/in/at/under/go | plant a/the? bomb | make/build a/the?
      bomb/bombs/explosive/explosives/grenade | school shooting/shooter/shootings/shooters/massacre |
      shoot/stab everyone/everybody/people/kids/children/pupils/students/teachers/all | kill
      everyone/everybody/people/kids/children/pupils/students/teachers/all/us | mass
      shooting/murder/attack/stabbing/killing/shooter/stabbings | columbine | carry out .. attack/attacks |
      attack plan/plans | plan .. attack/attacks/massacre/shooting | do not come/go to? school/in
      tomorrow/on/today | not .. come/go .. in/school/college .. @soon | something bad/terrible/big/awful ..
      happen | stay home/away from? tomorrow/friday/monday/school/tuesday/wednesday/thursday | drive .. car ..
      into/at .. people/crowd/school/children/kids | run .. people over | acid attack | terror attack |
      terrorist attack
    `),
  },
  {
    kind: 'somebody dangerous is near',
    softer: ['denied', 'over', 'story', 'work', 'ours'],
    said: list(`
      outside/at/near/by/round/around his/her/their/my/the @home .. @soon | @he/@unknown/@role ...
      outside his/her/their/my .. @home | outside his/her/their/my @home | @unknown ... @outside | @unknown in
      a/the .. car/van | tell/ask/try/want .. get in/into | try to? get/pull/drag/grab .. in/into .. car/van |
      @unknown ... here for/to | @unknown ... ask for @him | attacker/rapist/abuser/stalker/ex/gang .. wait/waiting/outside/near/back | @unknown .. follow/watch/approach |
      he/she/they/ex/stalker .. @outside .. @soon | he/she/they/ex/stalker be/wait .. @outside ..
      for/with/refuse/again/try/ask/want/demand @him? | outside .. with .. @weapon | outside ..
      school/gate/gates/college .. wait for @him | turn/show up .. shout/shouting/angry/drunk/aggressive/demand/demanding/threaten/threatening/with | say/tell/text/message/write/send ... we/i/they be outside/here/come/coming | we be outside | turn/show up at .. @home/school/gate/gates/college/door |
      knock on/at .. door/window | bang on .. door/window | break/get/climb/force .. into/in .. @home | follow
      @him home/to/from/around/round/back/into/after/off/everywhere/now/in | follow .. @child .. home/to/from
      | be follow @him | be be follow | be follow home/by | chase @him | stalk .. @soon | come/come/on/drive
      @own way/over/round .. @soon | come to .. his/her/their/my house/home/school/door | on @own way
      to/over/round/here/there to? .. house/home/school/here/@him/there/pick/get/@home | come to
      get/pick/collect/take @him | find out where @he live | know where @he live/be/go | in his/a/the
      car/van/hotel/flat with/and | get in/into .. car/van with | get in/into .. car/van .. @unknown | hotel
      room
    `),
  },
  {
    kind: 'a meeting with somebody from online',
    softer: ['denied', 'over', 'story', 'work', 'ours'],
    said: list(`
      meet .. @unknown | meet .. @unknown ... @soon | meet ... @online | meet .. @him .. @soon | meet up ..
      @soon | meet .. @soon .. @unknown | meet .. @unknown .. @online | be/@intend/@he meet @him | be meet
      him/her | @intend meet him/her | @soon .. meet .. @him/@unknown | go to see/visit/stay .. @unknown | go
      to see/visit/stay .. @online | sneak/slip/climb out | bunk off/out to? meet/see/be |
      travel/train/bus/taxi/uber/coach/fly/flight/drive .. to/and meet/see/visit .. @him/@unknown |
      train/bus/taxi/uber/coach/flight/ticket/tickets .. to/and/for meet/see/visit/stay | send/buy/book/pay ..
      taxi/uber/train/ticket/tickets/coach .. for/@him/to | book .. hotel/airbnb/room | pick/collect/fetch
      @him up? .. @soon | pick @him up .. @unknown/car/from | be/get pick up by @him/@unknown/someone/somebody
      | @unknown ... pick @him up | get picked up by/from .. @unknown | on @own way to meet/see | on @own way
      to .. @unknown | go off with .. @unknown/@online | with .. @unknown .. @online | wait for @him at/in ..
      hotel/station/airport/flat/park/car | stay/stayed/be with .. @unknown .. @soon/@online | run off .. with
      | run away .. with | go/leave/left .. with .. @unknown | at @own house/flat/place/hotel ... @online
    `),
  },
  {
    kind: 'missing',
    softer: ['denied', 'over', 'story', 'work', 'taught'],
    said: list(`
      run away/off | go missing | be missing | miss from
      home/school/care/college/since/placement/hospital/lessons/class/the? | missing
      since/for/again/child/person/from/overnight/girl/boy/pupil/student | miss since | report missing |
      report @him/as missing | run out of school/college/class/lesson/building/house/home/site |
      leave/walk/run .. school/site/building/home/house .. alone/not/without/and/nobody/crying/upset | not
      come home/back | not return home/back/to | not go home | not home since/last | not be/be home/seen/heard
      since/from/all | not see/hear .. since yesterday/last/this/lunch/break/monday/friday/weekend/@soon | can
      not find .. @child | can not find him/her/them | can not get hold of @him | nobody/noone know where @he
      | no one know where @he | not know where @he be/go | nobody/noone have see/hear/seen @him | no one have
      see/hear/seen @him | disappear | leave/left .. phone behind/home | leave/left .. note .. phone/go/behind/gone | leave/left a note | not pick/picking up | not answer/answering @own? phone/calls/texts/messages | vanish | abscond | leave home | run for it | be out all night | phone
      be off/dead | phone off and
    `),
  },
  {
    kind: 'made to harm oneself',
    softer: usual,
    said: list(`
      make/force/get/tell/order/dare/encourage/pressure/push/blackmail/ask/want/urge/egg @him ... @harm ..
      @self | make/force/get/tell/order/dare/encourage/pressure/push/ask/urge @him to/on ..
      kill/die/jump/cut/hang/bleed/strip/end/starve/choke/overdose/drink/swallow/burn/carve | tell/told ..
      @one .. to/go .. kill/die/jump/hang/cut/end | go and? kill/hang/die/jump/end @self? | unless/until @he cut/die/jump/hurt/harm/hang/strip/bleed/burn | go die |
      make/force .. cut/hurt/carve/bleed/burn | kill @own cat/dog/pet/hamster/rabbit | carve ..
      name/names/initials/word/symbol/number | cut .. name/names/initials/word .. into/in/on | name .. in
      blood | blackout/choking/skull challenge/game | choke/blackout/skull/pass challenge |
      video/picture/photo/clip/footage .. cut/choke/strangle/hang/self/bleed | hurt
      animal/animals/pet/pets/cat/dog .. camera/cam/stream/video/call | on
      camera/cam/livestream/stream/call/facetime .. cut/hurt/kill/choke/bleed/strip/hang | @intend livestream
    `),
  },
  {
    kind: 'help is needed now',
    softer: ['story', 'denied', 'taught'],
    said: list(`
      in danger | be not safe | be unsafe | not feel/think/sound/look safe | not think @he be safe | feel
      unsafe | not safe to go/at/with/there/here/tonight/now/home | at risk now/tonight/of | immediate
      danger/risk/harm | bleeding | blood everywhere | cover in blood | blood .. over/down @own arm/arms/hand/hands/leg/legs/face/clothes | unconscious | unresponsive | not be?
      breathe/breathing/respond/wake/move | stop breathe | can not breathe | will not wake up | can not wake
      @him | pass out | collapse | convulse/convulsing/fitting | seizure | foam at the mouth | turn blue |
      need/call/ring/get/send/phone .. police/ambulance/999/paramedics
      now/immediately/urgently/asap/quick/quickly | need/call/ring/get/send/phone an? ambulance |
      call/ring/dial/phone/need 999 | need help
      now/immediately/urgently/asap/right/quick/quickly/fast/straight | help
      now/immediately/urgently/quick/quickly/asap | help me now/quick/quickly/please/urgently |
      somebody/someone/please/pls help now/quick/urgently/us | life or/and death | could/might/may/will/go die
      | about to die | be die | die @soon | come/come to harm | be live now/streaming/on | livestream ..
      abuse/sex/rape/death | sos
    `),
  },
];
