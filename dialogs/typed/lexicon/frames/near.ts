/** Danger by where somebody is: near a child, at a meeting, missing; and the words for help at once. */
import { phraseList } from '../list.ts';
import type { DangerFrame } from './frame.ts';

export const nearFrames: readonly DangerFrame[] = [
  {
    kind: 'somebody dangerous is near',
    softer: ['denied', 'over', 'story', 'work', 'ours'],
    said: phraseList(`
      @menace .. come/drive over/round/back .. @soon | @menace ... wait ... for @him |
      outside/at/near/by/round/around his/her/their/my/the @home .. @soon | @he/@unknown/@role ... outside
      his/her/their/my .. @home | outside his/her/their/my @home | @unknown ... @outside | @unknown in a/the ..
      car/van | tell/ask/try/want .. get in/into | try to? get/pull/drag/grab .. in/into .. car/van | @unknown ...
      here for/to | @menace .. be? drive/come/head/travel/fly/walk/cycle/march .. to/for/round/over/down ..
      @place/@him/@child/@home/here | @menace .. on @own way .. to/for/down/over/here/now/@him | he/she/they be
      drive/come/head/march/travel/fly .. to/round/for/down his/her/their/my @place/@home | @one ...
      come/drive/head/march/wait/on/up/down ... with a/the/his/some?
      @weapon/bat/bats/stick/sticks/dog/dogs/bottle/brick/bricks/chain/pole | @one ... come/drive/head/way/turn ...
      rage/raging/angry/furious/kick/drunk/fuming/sort @him? | @say ... @he be? round/around the corner | @he be?
      @outside .. for @him | @menace .. wait .. for/outside/near @him? | @menace/someone/somebody be?
      at/by/outside/under/near .. window/door/gate/gates | @menace .. be? park/stand/wait/sit/hang/lurk ..
      outside/near/by/at/round/across | come to? get/sort/find/hurt/take @him .. @soon/after | come .. and/to
      get/sort/do @him @soon? | @unknown ... ask for @him | attacker/rapist/abuser/stalker/ex/gang ..
      wait/waiting/outside/near/back | @unknown .. follow/watch/approach | he/she/they/ex/stalker .. @outside .. @soon
      | he/she/they/ex/stalker be/wait .. @outside .. for/with/refuse/again/try/ask/want/demand @him? | outside ..
      with .. @weapon | outside .. school/gate/gates/college .. wait for @him | turn/show up ..
      shout/shouting/angry/drunk/aggressive/demand/demanding/threaten/threatening/with |
      say/tell/text/message/write/send ... we/i/they be outside/here/come/coming | we be outside | turn/show up at ..
      @home/school/gate/gates/college/door | knock on/at .. door/window | bang on .. door/window |
      break/get/climb/force .. into/in .. @home | follow @him
      home/to/from/around/round/back/into/after/off/everywhere/now/in | follow .. @child .. home/to/from | be follow
      @him | be be follow | be follow home/by | chase @him | stalk .. @soon | come/come/on/drive @own way/over/round
      .. @soon | come to .. his/her/their/my house/home/school/door | on @own way to/over/round/here/there to? ..
      house/home/school/here/@him/there/pick/get/@home | come to get/pick/collect/take @him | find out where @he live
      | know where @he live/be/go | in his/a/the car/van/hotel/flat with/and | get in/into .. car/van with | get
      in/into .. car/van .. @unknown | hotel room
    `),
  },
  {
    kind: 'a meeting with somebody from online',
    softer: ['denied', 'over', 'story', 'work', 'ours'],
    said: phraseList(`
      meet .. @unknown | meet .. @unknown ... @soon | meet ... @online | meet .. @him .. @soon | meet up .. @soon |
      meet .. @soon .. @unknown | meet .. @unknown .. @online | be/@intend/@he meet @him | be meet him/her | @intend
      meet him/her | @soon .. meet .. @him/@unknown | go to see/visit/stay .. @unknown | go to see/visit/stay ..
      @online | sneak/slip/climb out | bunk off/out to? meet/see/be |
      travel/train/bus/taxi/uber/coach/fly/flight/drive .. to/and meet/see/visit .. @him/@unknown |
      train/bus/taxi/uber/coach/flight/ticket/tickets .. to/and/for meet/see/visit/stay | send/buy/book/pay ..
      taxi/uber/train/ticket/tickets/coach .. for/@him/to | book .. hotel/airbnb/room | pick/collect/fetch @him up? ..
      @soon | pick @him up .. @unknown/car/from | be/get pick up by @him/@unknown/someone/somebody | @unknown ... pick
      @him up | get picked up by/from .. @unknown | on @own way to meet/see | on @own way to .. @unknown | go off with
      .. @unknown/@online | with .. @unknown .. @online | wait for @him at/in .. hotel/station/airport/flat/park/car |
      stay/stayed/be with .. @unknown .. @soon/@online | run off .. with | run away .. with | go/leave/left .. with ..
      @unknown | at @own house/flat/place/hotel ... @online
    `),
  },
  {
    kind: 'missing',
    softer: ['denied', 'over', 'story', 'work', 'taught'],
    said: phraseList(`
      run away/off | go missing | be missing | miss from
      home/school/care/college/since/placement/hospital/lessons/class/the? | missing
      since/for/again/child/person/from/overnight/girl/boy/pupil/student | miss since | report missing | report
      @him/as missing | run out of school/college/class/lesson/building/house/home/site | leave/walk/run ..
      school/site/building/home/house .. alone/not/without/and/nobody/crying/upset | not come home/back | not return
      home/back/to | not go home | not home since/last | not be/be home/seen/heard since/from/all | not see/hear ..
      since yesterday/last/this/lunch/break/monday/friday/weekend/@soon | can not find .. @child | can not find
      him/her/them | can not get hold of @him | nobody/noone know where @he | no one know where @he | not know where
      @he be/go | nobody/noone have see/hear/seen @him | no one have see/hear/seen @him | disappear | leave/left ..
      phone behind/home | leave/left .. note .. phone/go/behind/gone | leave/left a note | not pick/picking up | not
      answer/answering @own? phone/calls/texts/messages | vanish | never get/come/arrive/reach/make ..
      home/school/back | lose/lost a/one child/pupil/student/kid/boy/girl/year | not turn up .. phone/know/seen/idea |
      no idea where .. @he/child/is | gone without .. trace/word | no sign of @him/@child | abscond | leave home | run
      for it | be out all night | phone be off/dead | phone off and
    `),
  },
  {
    kind: 'help is needed now',
    softer: ['story', 'denied', 'taught', 'practised'],
    said: phraseList(`
      trouble/difficulty/struggle/struggling .. breathe/breathing | not want to go home/back .. because/to/with .. @own/him/her/them |
      lose/lost .. blood | not want to go home/back/in ... scared/frightened/afraid/terrified | scared/frightened/afraid/terrified of @own .. @adult/@child .. tonight/now/home/today |
      in danger | scared/afraid/frightened/terrified ... what .. will/might/would/could/go do | be not safe | be
      unsafe | not feel/be .. safe in/at/with/from/to .. home/house/here/there/him/her/them/tonight/now | unsafe
      in/at/with .. home/house/here/there/him/them | @child be .. not safe | not feel/think/sound/look safe | not
      think @he be safe | feel unsafe | not safe to go/at/with/there/here/tonight/now/home | at risk now/tonight/of |
      immediate danger/risk/harm | bleeding | blood everywhere | cover in blood | blood .. over/down @own
      arm/arms/hand/hands/leg/legs/face/clothes | unconscious | unresponsive | not be?
      breathe/breathing/respond/wake/move | stop breathe | can not breathe | will not wake up | can not wake @him |
      pass out | collapse | can not wake | have/be .. stop breathing | barely/hardly breathe/breathing/conscious/awake
      | blood .. everywhere/floor/bathroom/bed/walls/sheets/sink/carpet | blood all over | blood
      pour/pouring/gush/gushing/drip/dripping/spurting | pouring with blood | go limp/floppy/blue | lose/losing ..
      blood | convulse/convulsing/fitting | seizure | foam at the mouth | turn blue | need/call/ring/get/send/phone ..
      police/ambulance/999/paramedics now/immediately/urgently/asap/quick/quickly | need/call/ring/get/send/phone an?
      ambulance | call/ring/dial/phone/need 999 | need help
      now/immediately/urgently/asap/right/quick/quickly/fast/straight | help
      now/immediately/urgently/quick/quickly/asap | help me now/quick/quickly/please/urgently |
      somebody/someone/please/pls help now/quick/urgently/us | life or/and death | could/might/may/will/go die | about
      to die | @he/@child/@adult/i .. be die | be die of/from/because/right/here/in/on | die @soon | come/come to harm
      | be live now/streaming/on | livestream .. abuse/sex/rape/death | sos
    `),
  },
];
