import { phraseList } from './list.ts';

/**
 * Ordinary things said in the words of danger. They are taken out of the line before it is read. From lists of English
 * idioms, and from what schools write every day.
 */
export const harmlessSayings = phraseList(`
      attack by ads/adverts/emails/spam/trolls | disappear from social/view/sight/the | not wake up for school/lessons/college |
      murder/kill/batter/hammer/destroy/thrash us/them 2/3/4/5/6/7/8/9/10 | die @own hair/shirt/shirts/eyebrows/clothes | choke up | pc/computer/laptop/grammar/song/phone have? be? be? murder/kill | attack by a/the/some
      wasp/wasps/bee/bees/seagull/seagulls/goose/swan/midges/virus/bug | team/side/squad get/be hammer/beat/batter/thrash/destroy |
      can not take any more cover/lessons/marking/bookings/children/pupils/orders/places/emails/names/entries/work/meetings | goodbye and good luck |
      cat/dog/bird/fox/hamster/pigeon/squirrel/ball/lead/cable/drone be? trap/stick |
      die to know/see/meet/hear/try/find/go/tell/read/get/show/ask/watch/start/join | die of/from/with
      laughter/laughing/boredom/embarrassment/shame/curiosity/hunger/thirst/heat/old/natural/cancer/covid | die
      laughing | to die for | die down | die out | die for a/an/some/lunch/break/friday/half/summer/the/wee/tea/coffee
      | die of/from/with laughter | overdose/od/oded on/of @treat !@medicine | choke/cry/scream/howl/die/roll/dead
      with/from/of laughter/laugh/laughing | choke on my/our/their
      tea/coffee/drink/lunch/dinner/breakfast/water/sweets/crisps/toast | could/would kill for |
      phone/battery/laptop/ipad/tablet/computer/plants/hamster/dog/cat/fish/rabbit/plant have? be? die | kill it |
      kill time | kill the time/mood/lights/music/vibe/engine/buzz/process/noise/printer/atmosphere | kill two birds |
      kill .. if @he be late | if looks could kill | my/his/her/their/your
      feet/back/head/legs/knees/arms/shoes/neck/stomach/eyes be? kill me/him/her/them | this/the? queue/week/day/year/weather/commute/essay/playlist/wait/waiting/wifi/silence/rain/stairs/shoes be? kill
      me/us/him/her/them | bomb in the? exam/paper/test !@room |
      homework/marking/deadline/deadlines/exam/exams/revision/test/term/job/heat/workload/timetable/printer/paperwork/ofsted/suspense/traffic/hayfever/cold/cough
      be? kill me/us/him/her/them | this/it/that be kill me/us |
      test/exam/lesson/traffic/week/day/term/journey/match/training be murder | kill me with/when/every/laughing |
      deadline/homework/marking/workload/exam/exams/job/timetable/ofsted will kill me/us | dressed to kill | make a
      killing | painkiller prescription | shoot .. an? email/message/text/line/mail/note/question/reply | shoot
      over/across/through/past to? | shoot
      hoops/pool/penalties/goals/baskets/some/video/footage/film/scenes/photos/pictures/stars/clay/the | shoot at goal
      | photo/film/video/fashion/green/bean/bamboo/news shoot | shooting
      star/stars/practice/club/guard/lesson/script/gallery/range/schedule | a shot at/of/in |
      flu/covid/booster/screen/head/vaccine/long/big shot | good/great/best/nice shot | worth a shot | hang out | hang
      on | hang up | hang back | hang about | hang around | hang in there | hang the?
      display/displays/picture/pictures/coat/coats/bag/bags/work/painting/paintings/washing/banner/lights/decorations/posters/art
      | get the hang of | hanging gardens/basket/baskets | cut down/out/back/short | cut the/some/his/her/their/my
      paper/grass/hair/cake/card/nails/ribbon/cost/costs/budget/corners/wood/fabric/bread/fringe/sandwiches | cut and
      paste/stick | cut corners | budget/spending/staff/paper/hair cut/cuts | a/the short cut | clear cut | cutting
      edge | jump to conclusions/the | jump from level | jump on/off the?
      trampoline/bandwagon/call/zoom/teams/bus/box/bouncy/horse/vault/diving | jump in/into the? puddles/pool/straight/leaves/conversation |
      can not go on
      a/an/the/my/his/her/our/their/teams/zoom/holiday/trip/trips/it/snapchat/social/youtube/tiktok/instagram/line/online/computer/residential/that/facebook
      | go/hit through the roof | hit the roof | through the roof | cross that bridge | bridge the gap | on track | on
      the right track | on the edge of his/her/their/my/our seat | on edge | trap in/by traffic/lift/snow/rain/queue |
      jump to/at/up/rope/higher/around/out | jump for joy | jump the gun/queue | high/long/triple/bungee/star/ski/show
      jump | have/take/make a stab at | stab in the dark | stab .. in the back | get away with murder | murder mystery
      | could murder a | bite the bullet | bullet points/point/journal/proof/train | silver bullet |
      glue/nerf/water/toy/heat/staple/nail/paint/speed/spray/massage/bubble/top/ray/foam/squirt gun/guns |
      toy/plastic/foam/rubber/cardboard/wooden/fake/prop/lego/minecraft/fortnite
      sword/knife/gun/pistol/axe/hammer/weapon/bomb/blade/dagger | stick to his/her/their/your guns | knife and fork |
      knives and forks | butter/palette/putty/bread/cake/cutlery/fish/craft knife | on a knife edge | knife
      skills/block/rack/drawer | a/the blade of grass | blades of grass | roller blade/blades | rollerblades |
      fan/turbine/shoulder/wind blade/blades | razor sharp/light | acid rain/test/attack/reflux/base/jazz |
      amino/citric/hydrochloric/sulphuric/sulfuric/folic/lactic/nitric/stomach/fatty/carbonic acid/acids | acid and/or
      alkali/alkalis/base/bases | photo bomb | photobomb | bath bomb/bombs | went down a bomb | cost a bomb | bomb
      disposal | bomb out | sex bomb | seed bombs/bomb | world war/two/one | the blitz | blow up
      the/some/a/his/her/those/all? balloon/balloons/photo/picture/mattress/bed/ball/image/castle/tyres/lilo | blow up
      on tiktok/twitter/instagram/social/youtube | burn calories/a/cds/the toast/rubber | burn out | run off
      some/copies/the/a/more/extra | run away with the/it | run out of | run over
      the/by/time/to/budget/plan/my/our/notes | miss his/her/their/my/our/the/a/some/lots/lot/too/any
      homework/coursework/lesson/lessons/school/book/bag/bus/mum/dad/family/friend/friends/assembly/page/deadline/point/coat/tooth
      | missing
      homework/coursework/data/page/pages/register/link/letter/word/words/number/marks/work/assignment/assignments/book/books/equipment/signature/jumper/coat/bag/piece/consent/tooth/teeth/information/lessons
      | missing a/an/the/his/her/their/my/some/one/two/three/out | missing from the/his/her/their/my
      list/register/book/file/folder/bag/display/photo/set/box | missing you/mum/dad/home/friends | beat the?
      deadline/traffic/clock/record/score/queue/rush/heat/egg/eggs/drum | beat .. at/in/on
      chess/football/netball/cards/rugby/final/sports/match/quiz/race/points/penalties/cup/cricket/hockey/fifa/tennis
      | beat boxing/box | off the beaten track | hit the/a/it/on/his/her
      target/ball/jackpot/road/nail/roof/wall/head/shops/brakes/button/shelf/gym | hit and miss | hit
      song/single/show/record/points | panic/heart/asthma/anxiety/cyber/counter attack/attacks | attack of the |
      attack the task/question/problem/ball/goal/space | hurt .. feelings | hurt to | it/that/does/will not? hurt to |
      take .. register/photo/photos/picture/pictures/bus/train/minutes/break/turns/part/place/over/notes/seat/class |
      drop dead gorgeous | dead
      line/lines/end/heat/good/easy/nice/funny/proud/impressed/pleased/tired/keen/excited/cute/lovely | over my dead
      body | suicide squad | beat himself/herself/myself/themselves up about/over |
      fine/ok/okay/better/happy/settled/good/well now | ship shape | fight for/over a/the/her/his/their/our
      rights/last/place | fight off a? cold/infection/bug | fire fight | food/snowball/pillow/water/play/bull
      fight/fights/fighting | fight against racism/bullying/climate/poverty/cancer/inequality | sword fish/dance/play
      | off sick/site/school/today/timetable/games/topic/task/to/with | see/check/keep it/for/to/an
      himself/herself/themselves/yourself | end of/the | ended up with/at/being/late/going/here | crash/jump course | choke on a/his/her/the/some |
      rope skipping/climbing/ladder/bridge | tug of war | gas
      bill/man/leak/engineer/meter/works/boiler/canister/light/lighting/lit | top of ..
      class/table/league/list/morning/group/year/game/page/form | top up/marks/set/form/tips/trumps/ten | ammo box |
      be die to | drown in
      emails/email/marking/work/paperwork/homework/coursework/admin/data/forms/messages/debt/tears | not breathe for |
      blow up over/at/about/when/because |
      england/scotland/wales/ireland/arsenal/liverpool/chelsea/everton/spurs/united be? get?
      beat/batter/thrash/hammer/destroy/murder/kill | attack well/down | get/be
      beat/batter/hammer/thrash/destroy/smash/murder in/by the?
      final/match/game/semi/quarter/tournament/quiz/league/cup/5/4/3/6 | shoot up ..
      rankings/league/table/chart/charts/class/levels/grades | grow .. shoot up | say goodbye to
      a/the/our/year/mr/mrs/miss/summer | carry/go on with a/the/my/our/work/it/this/these !@existence |
      bag/bags/kit/pen/pens/pencil/pencils/ruler/shirt/tie/trainers/boots/racket/whistle/cone/cones/chair/chairs/mug
      be? go? missing | @he bomb in @own mock/exam/test/interview |
      boiler/car/engine/printer/wifi/signal/app/website/plant/flower/tree/language/trade be? die
    `);
