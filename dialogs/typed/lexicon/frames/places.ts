/** Danger by what somebody stands on, holds or is held by: heights, tracks, means at hand, a door that is locked. */
import { phraseList } from '../list.ts';
import { type DangerFrame, usual } from './frame.ts';

export const placeFrames: readonly DangerFrame[] = [
  {
    kind: 'somebody on a height or a track',
    softer: [...usual, 'taught', 'play', 'outing'],
    said: phraseList(`
      vodka/alcohol/whisky/gin ... and ... @pills | @pills ... and/with ... vodka/alcohol/whisky/gin | pack/packs/packet/packets/strip/strips of @pills .. in/under/on/and |
      someone/somebody/@child/@adult ... be on @of? .. @high |
      bring .. petrol/firelighters/accelerant | will not open .. door/toilet/cubicle/bathroom | will not put .. @weapon down |
      climb/scale @of? .. @high | @upthere .. @onto @of? .. @high | wrong/other/outside side of .. @high |
      get onto @of? .. @high | get on/out/up to/on/onto @of? .. @high | get on @of? roof |
      @one/@child/@adult be? @upthere? @onto .. @high | @one/@child/@adult have be? @upthere? @onto .. @high |
      @upthere @onto .. @high | @upthere .. over .. @high | get up? @onto @of? .. @high and/say/will/can/refuse |
      @high ... say/threaten/will/want/about .. jump | @high ... can/will not .. come/get/climb down | on/at/near @of?
      edge of @of? .. @high | leg/legs/feet .. over .. @high | @upthere .. on/near/at/by/over edge/top of | @upthere
      .. on/near/at/by/over @of? edge | @intend jump !@jumpto | jump and/if/unless/because |
      walk/go/step/run/stand/get .. on/onto/to the? ice | frozen lake/pond/river/canal/reservoir | up a/the ..
      @high/tree | go/climb/get/lean/hang/step .. out .. window | @one/@child .. top of ..
      @high/car/building/block/flats | in/into @of? .. traffic/dual/motorway | on @of? hard? shoulder | by/near/on
      @of? railway
    `),
  },
  {
    kind: 'means at hand',
    softer: [...usual, 'taught', 'outing', 'ours', 'accident'],
    said: phraseList(`
      @means/@pills/@medicine in/inside .. hand/hands/pocket/pockets/mouth/lap/fist | @means/@pills/blade
      in/inside/under .. bag/rucksack/backpack/locker/pillow/bed/mattress/bedroom/jacket/coat/drawer/case |
      @he/@child/@role have/hold/carry/bring/hide/buy/find/show .. @means/@pills | @one .. hold/clutch/grip ..
      @pills/@medicine/@means | find a/some/the .. noose/ligature | petrol/fuel/paraffin/accelerant .. and/with/plus
      .. lighter/match/matches | lighter/matches .. and/with/plus .. petrol/fuel/paraffin/accelerant | petrol ..
      over/on @self/@him/door/floor/house/car | tie .. cord/rope/sheet/sheets/belt/scarf .. to/from/over/on/round |
      rope/cord/sheet/belt .. hatch/beam/banister/rail/tree/hook/door/ceiling | with/get/have .. @pills ..
      ready/set/lined/counted | line/count .. up/out @pills/@medicine
    `),
  },
  {
    kind: 'held, trapped or not let go',
    softer: ['denied', 'over', 'story', 'taught', 'play'],
    said: phraseList(`
      shut/lock/trap/hold in/inside a/the/his .. room/house/flat/car/van/shed | put/throw/bundle/force/push @him/@of/@child .. in/into the? back? of? .. car/van/boot | @he/@child/@adult be be? hold somewhere/by/in/against/there/prisoner | drive off with @him/@child |
      @one/they have @him/@of/@child .. trap/lock/tie/pin/corner/chain/shut/hold/stick | trap @him | @him/@child ..
      trapped in/at/with/inside/by | be trapped in/at/with/inside/by ..
      house/home/flat/car/van/room/bedroom/bathroom/him/her/someone/somebody/man/boyfriend/ex/shed/garage | will not
      let @of? @child .. out/go/leave | will not let .. out/leave/go home | not allow/let .. leave ..
      house/home/flat/room | lock/bolt/block/barricade .. door/doors .. not/inside/with/so/and | tie to ..
      chair/bed/radiator/tree/post/pipe/table | keep/hold @him/@child .. in/at/inside @own/a/the ..
      house/flat/room/car/van/cellar/garage/hotel/shed/basement | lock/shut/trap/stick .. in/inside ..
      boot/garage/loo/toilet/car/van/shed/cellar/basement/cupboard/bedroom | keep ..
      lock/locked/prisoner/captive/trapped | be keep in/at/inside .. house/flat/room/car/van/cellar/garage/hotel/place
      .. and/with/against/by | drag/pull/bundle/haul/shove/carry @of? @him/@child .. into/in/off/away/out/to | take ..
      against @own will | can not/nt? escape/get away/out/leave ..
      him/her/them/house/flat/room/car/door/boyfriend/man/shed
    `),
  },
];
