/** What danger to oneself sounds like: suicide, self-harm, no wish to live, a goodbye, something taken. */
import { phraseList } from '../list.ts';
import { type DangerFrame, usual } from './frame.ts';

export const selfFrames: readonly DangerFrame[] = [
  {
    kind: 'suicide or self-harm, by name',
    softer: [...usual, 'taught', 'treated', 'practised'],
    said: phraseList(`
      not see .. way out/forward |
      not see why .. be/live/carry here/alive/on | if @he be not around/here/alive ... easier/better/happier | easier/better/happier ... if @he be not | nothing left for @him/he/she/i | in the next/another life | when/once @he be not here/around/alive any/no more | have .. date/day/time set/picked/chosen/planned | set/pick .. date .. to? die/end |
      @suicide | @selfharm | thoughts of end | search ... ways/how to die | painless way/ways | how to tie
    `),
  },
  {
    kind: 'an act against oneself',
    softer: [...usual, 'accident'],
    said: phraseList(`
      @harm .. @self | @harm it all | end it | finish it | blow @own brain/brains/head out/off | bullet in
      @own/the/his/her head/teacher? | put a bullet in | take them all | take all of them | take the lot | tonight be
      the night | barricade/lock/shut @self in/inside | be do with life/live/everything/living/world | nothing left to
      | have nothing left | belt/rope/cord/scarf/lace/ligature/noose/wire ... round/around ..
      neck/door/handle/beam/hook/rail/tree/banister | belt/rope/cord/scarf/lace ... neck |
      wander/walk/stand/sit/run/near/by/at .. train/railway/rail line/lines/track/tracks | end it all | end things
      tonight/now/today/tomorrow/soon | take .. @own life | jump off/from ..
      bridge/roof/building/window/balcony/cliff/car/stairs/ledge/flats/block/multistorey/viaduct/top |
      jump/step/walk/throw/run/go in front of | jump off something | jump in/into ..
      river/canal/sea/water/lake/reservoir/weir/traffic | @intend jump off | @intend jump .. bridge/roof/window |
      @intend jump from | on .. bridge/roof/ledge/railway/tracks/rail/track ... jump | do something/anything/stuff to
      @self | do something stupid/silly/terrible/drastic/daft/awful | see you on the other side | see you in
      heaven/hell/another/next | not be a? problem/burden/bother/trouble/worry | be a burden | harm come to @self |
      @hurt .. @self | hear .. voice/voices | voices .. tell | sit/stand/climb .. on/over ..
      bridge/roof/ledge/railing/railings/tracks/windowsill/edge |
      bag/rope/cord/belt/scarf/lace/wire/ligature/tie/string/cable .. round/around/over @own neck/head | hands
      round/around .. neck/throat | tie .. round/around @own neck | bang @own head | stop/refuse eat/eating and drink
      | @intend die | @intend be dead | @intend commit | @intend overdose | stockpile | hoard .. @pills | save up ..
      @pills | hoard .. @medicine | save up .. @medicine | stash .. @medicine | @intend do it again | @intend do it
      @soon | go/will/have to? through with it | do it .. nobody/no .. stop | nobody can stop @him | no one can stop
      @him | @intend do it .. swear/promise/honest/mean | tonight the night | @intend end it
    `),
  },
  {
    kind: 'no wish to live',
    softer: usual,
    said: phraseList(`
      @notwant @live any? more? | not be here any more/tomorrow/next/for/much/soon/after/on/when/by/come | not be here
      @soon | not be alive/around @soon | not be alive/around any/much/for/by/when/next | will not see/make
      tomorrow/christmas/morning/it | can not go/carry/live on | can not/not do this/life/it any/no more | not want to
      do this/life/it/be any/no more/here | can not take it/this/life/any any? more? | can not take any more | can not
      cope any more | can not live like this | wish @he be dead | wish i/he/she/they be dead | wish .. never/not
      be/wake born/up | wish .. dead | better off dead | better .. without me/him/her/them | better off without |
      better if @he be not/dead/gone | what be? the? point .. live/be/carry/life/anything | not see .. point/reason
      in/to/of be/live/go/carry/anything/life | no/any/see/what point .. live/go/carry/be/life | no point any/no more
      | no point in/to anything/life/living/it/trying | life/living .. not worth | not worth live/be/carry/go ..
      any/here/alive/on/life? | life .. no/pointless/over/meaningless/worthless/finished | have enough of
      live/life/everything/world | have enough of it all | have enough of this life/world | have enough and want ..
      out/end/it | want out of .. life/world/here | fed up of/with .. live/life/alive/exist/here | sick of ..
      alive/living/here | waste of space/oxygen/air |
      everyone/everybody/they/people/world/family/friends/mum/dad/we/you/us/all .. be? happier/easier/better ..
      without/if @him/i/he/she/they | no reason to live/be/carry/go/stay | nothing/nobody to/left live for | nothing
      left to live | tired of live/life/be/exist/everything | sick of live/life/being alive | hate @own life | want ..
      everything/it/pain/life/this all? to stop/end | want it to? be? over | want to disappear/vanish | want to? go?
      to? sleep for ever/forever | want to go to sleep and not/never | sleep forever | sleep and not/never wake |
      never wake up | not want to wake | want to be dead | want/wish/like to be? in heaven | want to be with ..
      heaven/dead | not see .. future | no future | no hope left | rope/noose/pills/tablets ready | spread/scatter
      @own ashes | nobody/noone would/will .. care/notice/miss | no one would/will .. care/notice/miss | care if ..
      die/dead/go | end up dead | rather be dead/die | rather die | ready to die | plan to die | want to give up on?
      life | give up on life | @own last day/night/message/post/video/words/week/christmas/birthday/time | last
      day/night on earth | final message/goodbye/post/note/words/video/day/letter | world ... better without |
      nobody/no .. miss me/him/her/them | no one ... miss me/him/her/them if | miss me when/if .. go | when/once/after
      i/he/she/they be dead/gone | what .. happens when you die | want to die | wants out of? life
    `),
  },
  {
    kind: 'goodbye',
    softer: ['denied', 'over', 'story', 'ours'],
    said: phraseList(`
      say/write/post/send/leave goodbye/goodbyes/bye ..
      everyone/everybody/all/friends/family/us/world/people/me/followers/group | say/write/post/send/leave .. goodbyes
      | say goodbye forever/online/on/in/to | say @own goodbyes/goodbye | goodbye
      forever/everyone/world/everybody/note/letter/message/video/post/cruel | love you all/everyone | i be sorry for
      everything/it all | say/message/text/write/post .. forgive me/him/her | do not blame yourself/yourselves/anyone
      | goodbye letters/notes/messages/videos | bye forever/everyone | leave/write/find a/an? note/letter say/goodbye
      | write .. letters .. everyone/family/friends/mum | suicide note | give/hand .. out/away/to ... not .. need |
      find .. pills/blades/noose/rope/ligature | @pills and a? note/letter | give away ..
      things/stuff/possessions/belongings/everything/pet/clothes/games/console/toys | give ..
      things/stuff/possessions/belongings away | give everything away | plan @own funeral | plan own funeral | funeral
      .. songs/song/playlist | write/make .. will and/to/for/at
    `),
  },
  {
    kind: 'a message that says goodbye',
    softer: ['over', 'story'],
    said: phraseList(`
      @say .. sorry for be | @say .. sorry ... such a let/burden/disappointment/failure/mess |
      not @own fault ... love/sorry/goodbye | tell @own mum/dad/nan/sister/brother/family .. not @own fault |
      @say .. goodbye/bye @relative/forever/love/xx | @say ... sorry for everything/it all | @say ... sorry ...
      goodbye/bye | @say ... goodbye/bye ... sorry | goodbye/bye @relative | @say ... goodbye and? thanks/thank for
      try | by the time you/they/he/she/anyone read/see/find/get | look after .. when/if/once/after @he/i/me
      be/have/go/die/dead | look after .. for me | @say ... look after my | @say ... love you always/all/forever/so |
      tell @own? mum/dad/nan/family/everyone .. i be? love/sorry | @say ... i be? gone | leave/left ..
      letter/note/envelope .. on/under/in .. bed/pillow/bedroom | give ..
      xbox/ps4/ps5/playstation/console/phone/bike/trainers/laptop/guitar/clothes/savings/necklace/things/stuff ..
      to/away ... not .. need/want/use
    `),
  },
  {
    kind: 'an overdose or something taken',
    softer: [...usual, 'taught', 'accident', 'treated'],
    said: phraseList(`
      drink/swallow/eat .. something/stuff/liquid/chemical/chemicals ... sink/cupboard/shed/garage/cleaning/bottle |
      @swallow .. @pills | @swallow .. @toomuch .. @pills | @swallow .. @toomuch .. @medicine | swallow .. @medicine |
      overdose | take/have an od | @intend @swallow .. @pills | @intend swallow ... @medicine | empty ..
      packet/packets/bottle/blister/box .. @pills | empty .. packet/packets/bottle .. @medicine | empty
      packets/packet/blister | how many .. @pills | how many .. @medicine ... die/kill/death/overdose |
      something/stuff .. take .. not/wont wake | take something and | @medicine and/with ..
      alcohol/vodka/drink/drinking/whisky/wine/beer/gin | take something .. drowsy/sleepy/sick/collapse/faint/unwell |
      spike | been spiked
    `),
  },
  {
    kind: 'made to harm oneself',
    softer: usual,
    said: phraseList(`
      make/force/get/tell/order/dare/encourage/pressure/push/blackmail/ask/want/urge/egg @him ... @harm .. @self |
      make/force/get/tell/order/dare/encourage/pressure/push/ask/urge @him to/on ..
      kill/die/jump/cut/hang/bleed/strip/end/starve/choke/overdose/drink/swallow/burn/carve | tell/told .. @one ..
      to/go .. kill/die/jump/hang/cut/end | go and? kill/hang/die/jump/end @self? | unless/until @he
      cut/die/jump/hurt/harm/hang/strip/bleed/burn | go die | make/force .. cut/hurt/carve/bleed/burn | kill @own
      cat/dog/pet/hamster/rabbit | carve .. name/names/initials/word/symbol/number | cut .. name/names/initials/word
      .. into/in/on | name .. in blood | blackout/choking/skull challenge/game | choke/blackout/skull/pass challenge |
      video/picture/photo/clip/footage .. cut/choke/strangle/hang/self/bleed | hurt animal/animals/pet/pets/cat/dog ..
      camera/cam/stream/video/call | on camera/cam/livestream/stream/call/facetime ..
      cut/hurt/kill/choke/bleed/strip/hang | @intend livestream
    `),
  },
];
