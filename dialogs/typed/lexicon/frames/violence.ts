/** What violence sounds like: weapons, threats, attacks on people and on places. */
import { phraseList } from '../list.ts';
import { type DangerFrame, usual } from './frame.ts';

export const violenceFrames: readonly DangerFrame[] = [
  {
    kind: 'a weapon',
    softer: [...usual, 'taught', 'play', 'ours'],
    said: phraseList(`
      @one ... @hold .. @weapon | @hold a/an/some/two/his/her/their/the? .. @weapon | @weapon ... in/under/up/down ..
      @carryplace | @weapon ... on/with/at him/her/them/he/she/school/college | @weapon to ..
      school/class/college/throat/neck/party/fight/park/lessons/head | @intend .. @weapon | arm with | be armed |
      tooled up | strapped up | picture/photo/video/selfie/pose/posing .. with/holding .. @weapon |
      post/send/share/upload .. picture/photo/video/selfie .. @weapon | threaten .. @weapon | throw .. @weapon
    `),
  },
  {
    kind: 'violence that is intended or threatened',
    softer: [...usual, 'ours', 'play'],
    said: phraseList(`
      track @him down | put @own window/windows .. in/through | or @own .. get it/hurt/killed/stabbed | or your .. get it/hurt/killed/stabbed |
      @intend .. @kill .. @one | @intend .. @kill .. @him | @intend stab/shank/rape/behead/strangle/shoot/ching/murder
      | @intend get/have @one stabbed/killed/jumped/shot/battered/beaten/raped/done | @intend get @one @soon | @intend
      @hurt .. @one | @intend @hurt .. @him | @intend kill !@thing | @intend @hurt .. @bodypart | @intend
      kick/smash/cave/stove .. @bodypart | @hurt .. @one .. @soon | @soon .. @hurt .. @one | @soon .. @kill | fight ..
      @soon | fight .. arranged/planned/organised | arrange/plan/organise .. fight | would ... @kill/@hurt @him/@one |
      would ... @kill/bomb/burn/slit ... @place/@own/@him/@one/house | death threat/threats | death list | rape
      threat/threats | threat/threats .. kill/stab/rape/shoot/hurt/life/lives | threat/threats of violence | threaten
      .. violence | threaten @own life | threaten @one life | threaten .. @kill | threaten .. @hurt .. @one | hit list
      | kill list | list of people/pupils/students/names/kids/teachers/those .. kill/hurt/die/shoot/get | list ..
      people/pupils/students/names/kids/teachers .. kill/hurt/die/shoot | people .. want .. dead | want @one dead |
      want @him dead | you be .. dead | be a? dead man/meat | be dead @soon | be dead if/when @he | dead on sight | on
      sight | watch @own back | put .. in hospital/coffin/ground/wheelchair | end .. up in hospital | wait .. for @him
      after school | wait .. for @him .. to @hurt | send .. someone/people/boys/men/lads round/around/to | come
      round/after/for to? @him @soon | come for @him | know where @he live | price/bounty on @own head | hit/contract
      .. out? on @him | hit/bounty/contract on @of @child | after @him .. with | set @him up | revenge .. @soon |
      knives/tooled/weapons out
    `),
  },
  {
    kind: 'an attack that is seen or told',
    softer: ['denied', 'over', 'story', 'taught', 'play'],
    said: phraseList(`
      set about @of? @child/year/@him | make/force @him strip/undress/perform | be be? @hurt ... hear/heard | hear/heard .. be @hurt |
      be be @kill | lay into @him | @one/@child have be @kill/@hurt |
      see/watch/hear/witness .. @one/@child be/get/have .. @kill/@hurt | see/watch/witness .. @one/@child @kill/@hurt
      @him/@child/@of | @one/@child/@adult be
      kick/punch/hit/beat/batter/attack/assault/slap/strangle/stab/smack/stamp/headbutt/choke @of? ..
      @child/@adult/@him | smack/knock/slap/throw/push/beat @him about/around | just/now .. @kill/@hurt a/the/my?
      @child/@adult/@him | be/get .. be? @hurt/@kill .. @soon/outside/in/on/by/behind/near ..
      shop/park/floor/street/stop/toilet/toilets/corridor/house/home/gate/field/school/live/facetime/video/stream/call
      | @kill/@hurt @of? @child/@him .. right? now/live
    `),
  },
  {
    kind: 'violence going on',
    softer: ['denied', 'over', 'story', 'taught', 'ours', 'play'],
    said: phraseList(`
      @kill @him | @kill @of @child | @kill @of @adult | @kill a/the/his/her/their/my/another .. @child | be
      strangle/stab/shoot/rape/choke/slash/murder/kidnap/abduct/torture/molest/behead/drown/smother/suffocate | get
      strangle/stab/shoot/rape/choke/slash/jump/batter/beat/attack/shank/kidnap | have be
      stab/shoot/rape/strangle/choke/slash/attack/assault/jump/kidnap | be be @hurt | keep/start @hurt @him | be @hurt
      @him @soon? | be sexually? abused/attacked/assaulted/beaten/raped/battered/tortured/molested/groped |
      sexually/physically abused/assaulted/abusing/assaulting | sexual assault | @he/@role .. rape/strangle/molest
      @him? | rape | choke @him | choke out | strangle | beat @him | not stop/keep .. @hurt .. @one |
      grab/pin/hold/squeeze/hand/hands/grip/press .. throat/neck | by the throat/neck/hair | smash/wreck/trash ..
      house/flat/home/place up | smash/wreck/trash up? the/@own house/flat/home/place | hide ..
      upstairs/bathroom/cupboard/toilet/toilets/bedroom/from | hide from @him | touch @him | touch @own |
      come/get/climb into @own room/bed/bedroom | force .. marry/marriage/married/wedding | take .. abroad ..
      marry/married/marriage/wedding/cut/husband | forced marriage | fgm | make .. have sex | force @him .. sex/into |
      be hit/hurt/punch/kick/slap/push/burn/whip/cane/belt .. by @own/@one | @adult ..
      hit/punch/kick/slap/whip/belt/burn @him | @intend .. @hurt .. @child | beat .. @of @child | beat .. @of @adult |
      batter @him | attack @him | lock .. in/up ..
      room/cupboard/house/flat/shed/garage/cellar/basement/bedroom/bathroom | hold .. against @own will | hold ..
      captive/prisoner/hostage | will not let @him leave/go/out | not let @him
      leave/out/go/call/ring/speak/eat/sleep/home/see | lock @him in/up/inside/outside/out | lock in ..
      shed/cupboard/room/house/garage/cellar/basement/toilet/bathroom/car | pin @him down/against | pin down | hold
      @him down | surround/corner @him | if .. can not have @him nobody/no | be take by @unknown/someone | @unknown in
      .. toilet/toilets/changing/bushes/room/flat/house .. with | kidnap | abduct | traffick/trafficked/trafficking |
      tie .. up | scream .. for/in/help/outside/down/next | hear/heard .. scream/screams/screaming |
      scared/afraid/frightened/terrified .. go home | scared/afraid/frightened/terrified to go |
      scared/afraid/frightened/terrified .. for @own life/lives | fear for @own life/safety
    `),
  },
  {
    kind: 'an attack on a place',
    softer: ['denied', 'over', 'story', 'taught', 'play'],
    said: phraseList(`
      @intend shoot up | shoot up @of? .. @place/everyone/everybody/people/party | @intend blow up | @place ... be/get
      blow/bomb/burn/shoot/attack .. up/down? | come .. to? @place and/to
      bomb/shoot/stab/kill/burn/blow/attack/hurt/get | come .. and/to bomb/shoot/stab/burn/blow/attack/kill | @intend
      blow/bomb/burn/shoot .. @place/it | @intend bomb it/the | shoot .. @place up | blow .. up .. @place | blow up @of? ..
      @place/car/him/her/them/everyone/us/itself | be/get blow up | firebomb | petrol bomb | bomb .. @place | @intend
      .. bomb | @intend .. burn .. @place | @intend .. attack .. @place | @intend set fire to | set .. @place on
      fire/alight | set fire to .. @place | burn .. @place down | burn down .. @place | bomb threat/scare/under/go |
      a/the/another bomb in/at/under/inside/outside | there be bomb | plant a/the? bomb | make/build a/the?
      bomb/bombs/explosive/explosives/grenade | school shooting/shooter/shootings/shooters/massacre | shoot/stab
      everyone/everybody/people/kids/children/pupils/students/teachers/all | kill
      everyone/everybody/people/kids/children/pupils/students/teachers/all/us | mass
      shooting/murder/attack/stabbing/killing/shooter/stabbings | columbine | carry out .. attack/attacks | attack
      plan/plans | plan .. attack/attacks/massacre/shooting | do not come/go to? school/in tomorrow/on/today | not ..
      come/go .. in/school/college .. @soon | something bad/terrible/big/awful .. happen | stay home/away from?
      tomorrow/friday/monday/school/tuesday/wednesday/thursday | drive .. car .. into/at ..
      people/crowd/school/children/kids | run .. people over | acid attack | terror attack | terrorist attack
    `),
  },
];
