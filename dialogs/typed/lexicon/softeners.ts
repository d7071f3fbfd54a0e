import { phraseList } from './list.ts';

/** Words that make a word of danger a thing of the past, of lessons, of games or of work. By the way schools write. */
export const softeners = {
  not: phraseList('not | never | no | nobody | none | without | deny | nor | neither'),
  /** A "not" that denies nothing. */
  notDenied: phraseList(`
      not sure | not know if/whether/what/who/when/where/how/about | not know | not certain/clear | not only/just |
      not stop | never stop | no idea | no one know/see | nobody know/see/believe/would/will/care | not want to
      live/be/wake/go/talk/tell/come/get/see/eat/worry/alarm | not safe | not
      answer/reply/come/respond/eat/sleep/listen/turn/pick/let/stay/breathe | not feel | not cope | not believe/think
      it/he/she/they/this/i/be safe/joke/joking | not joke/joking/kid/kidding/lie/lying/messing/play/playing | not
      been/be seen/heard/home/in/at/here/back | not tell/told/say/said | not get/ring/pay/send/do | not respond | not
      stop until | no longer want | no point/reason | not if | not care | no i/he/she/they/but/and | without
      me/him/her/them/tell/anyone/permission
    `),
  over: phraseList(`
      last year/month/term/summer/christmas/autumn/winter/spring/century |
      year/years/month/months/decade/decades/long/ages/time/days/weeks ago | in the past | used to |
      previously/formerly/historically/historic/historical | history of | a history | when he/she/they/i be
      little/young/younger/small/five/six/seven/eight/nine/ten/eleven/twelve/a | when i be in/at/their | in year
      1/2/3/4/5/6/7 | as a child | in 2010/2011/2012/2013/2014/2015/2016/2017/2018/2019/2020/2021/2022/2023/2024/2025
      | die by suicide | no longer | be convicted/sentenced/jailed/imprisoned/arrested | turn out to be | false alarm
      | be found safe | safe and well | come back safe | be back/home/found now/safe/already | be back home/safe | be
      already dealt/closed/resolved | already know/dealt/closed/reported/resolved | have stop/stopped | be hand/handed
      in | grew out of
    `),
  again: phraseList(`
      again | now | tonight | today | tomorrow | still | this time | at the moment | keep | once more
    `),
  taught: phraseList(`
      
      lesson/lessons/assembly/assemblies/essay/coursework/homework/curriculum/pshe/rse/syllabus/training/webinar/conference/seminar/workshop/inset
      |
      policy/policies/procedure/procedures/guidance/leaflet/leaflets/poster/posters/display/article/research/statistic/statistics
      | book/novel/film/movie/poem/documentary/netflix/macbeth/hamlet/juliet/shakespeare/play/script/musical |
      awareness/prevention/preventing/campaign/charity/curriculum/toolkit/resource/resources/slides/powerpoint/presentation/quiz/debate/unit/topic/module/scheme
      | leaflets/law/legal/illegal/offence | we/i/class/year/tutor/group/form/pupils/students/children
      talk/discuss/cover/teach/learn/study/look/watch/read .. about/at/on |
      we/class/year/group/form/pupils/students/children do .. about/at/on | we/i discuss/cover/teach/study/learn |
      what be/do/counts | meaning/definition of | knife/gun crime | youth/knife violence | how/advice/support/where
      to/on/for/about/with/do .. support/talk/help/teach/deal/handle/report | in
      english/history/drama/science/chemistry/biology/art/dt/cooking/food/tech/pe/re/geography/maths |
      chemistry/science/biology/food/cooking/dt/woodwork/technology/art
      lesson/class/room/lab/practical/tech/teacher/department |
      kitchen/canteen/cookery/baking/catering/dinner/recipe/cake/chef/butcher |
      museum/exhibition/trip/castle/roman/romans/viking/vikings/tudors/tudor/war/soldiers/remembrance/army/cadets/police/fireworks
      | sign/signs of | risk assessment/assessments | a/an/the? word/term | first aid |
      drill/drills/exercise/practice/simulation | be it a? crime/illegal/legal/allowed/offence/against
    `),
  /** Then it is about somebody, not about a lesson. */
  somebody: phraseList(`
      he/she/him/her/himself/herself/themselves/myself/they | @of @child |
      pupil/student/boy/girl/lad/child/kid/learner
      be/have/say/tell/take/bring/show/want/find/get/try/post/write/self/carry/threaten/disclose/talk/search/look/use
      | i be | i have | i want to die/kill
    `),
  story: phraseList(`
      in a/the/his/her/our/this
      film/movie/book/novel/musical/series/show/scene/chapter/episode/soap/documentary/drama/poem | the/main
      character/characters/villain/hero |
      romeo/juliet/macbeth/hamlet/ophelia/lennie/sherlock/frankenstein/dracula/tybalt/mercutio/shakespeare/orwell |
      school play/production |
      book/novel/film/movie/play/documentary/series/programme/episode/podcast/chapter/drama/article/news/poem/story
      about/where/who/which | read/watch/study a/an/the/this/our/some ..
      book/novel/film/movie/play/documentary/series/programme/episode/musical/podcast | in/during the war | on the
      news/telly/tv/eastenders/corrie/hollyoaks/casualty | in the news/paper/story/play | news ..
      story/item/report/about |
      boleyn/caesar/tudor/tudors/romans/vikings/nazi/nazis/hitler/archduke/gladiator/gladiators/ww1/ww2/trojans/spartans/aztecs
      | king/queen henry/charles/john/edward/harold/richard/mary | battle of | in the game/level/round | in call of duty | in among us | in
      assassins creed | the play | a bad? dream/nightmare | mock trial
    `),
  /** "Overdosed on", of something that is no drug. */
  overdoneOn: phraseList('overdose/od/oded would? on'),
  drug: phraseList(
    '@pills | @medicine | @means | @toomuch | heroin | cocaine | ket | ketamine | mdma | fentanyl | morphine | spice | pregabalin | gabapentin | alcohol | vodka | antihistamines | something | them | it | purpose | again | @self',
  ),
  /** Rehearsed, so that it is known what to do. */
  practised: phraseList(`
      cpr on/with/training | dummy/mannequin |
      training/inset/course/workshop/webinar/drill/policy/guidance/poster ... what/how/if | lesson/assembly on/about what/how |
      train/trained to/in/on/for | case of
    `),
  outing: phraseList(`
      activity/outdoor/adventure/climbing centre/wall/club/frame/session/instructor | on/at/for/during a/the/our
      school? trip/residential/visit/outing/tour | theme park | roof/roofs
      leak/leaking/tiles/garden/repair/repairs/work/works/workers/builder/builders |
      builder/builders/roofer/roofers/caretaker/contractor/contractors/engineer/engineers/workmen/scaffolders |
      bird/birds/pigeon/pigeons/seagull/seagulls/cat/squirrel/snow/panels/solar/flag/ball/balls/drone/football/frisbee
    `),
  /** After the story it is about somebody. */
  sincere: phraseList(`
      now | tonight | tomorrow | real life | for real | copy | after watch/read/see/play | and
      say/want/tell/threaten/try/plan
    `),
  accident: phraseList(`
      for a/his/her/the? headache/pain/period/fever/temperature/cold/cough/hayfever/migraine/toothache/cramps | from
      the nurse/doctor/office/gp | prescribe/prescribed/prescription | by accident/mistake |
      accident/accidentally/accidental | fall/fell/trip/tripped/slip/slipped | in/during/at/playing/on the?
      pe/dt/football/rugby/netball/playtime/break/lunchtime/playground/hockey/gym/gymnastics/cricket/cooking/science/trampoline/scooter/bike/sports/art/shaving
      | on the/a/some
      paper/glass/kettle/oven/iron/stairs/scissors/tray/hob/radiator/slide/swing/ice/edge/corner/straighteners/bunsen/pan/stapler/fence/thorn/thorns/sun
      | sunburn | shave/shaving | chop/chopping/peel/peeling/cooking/baking/running/climbing/skateboarding | with
      scissors/a stapler | plaster on | leg playing
    `),
  /** Then "I" and "we" are somebody else. */
  quoted: phraseList('say/tell/message/text/write/post/threaten/shout/scream/type/snap/dm/note/letter'),
  onPurpose: phraseList(`
      on purpose | deliberate/deliberately | again | intentional/intentionally | keep | want to
    `),
  /** We ourselves, in a manner of speaking. */
  ours: phraseList(`
      i will/could/would/might | i be go to | i want to | we be/will/have/should/must/could/go |
      we/i/school/kitchen/department/museum/shop/army/police/farmer/chef/caretaker/technician
      have/use/keep/order/need/buy | we .. to? | my? mum/mam/dad/boss/manager/husband/wife/head/line/partner will/be
      .. kill/murder me | kill/murder me if/when/for | i/we/us .. say/meet/see/go | i
      have/hold/fight/beat/hit/get/take/miss/say
    `),
  work: phraseList(`
      collect/fetch/pick .. @own son/daughter/child/children/kids/grandson/granddaughter |
      photographer/photographers | to fix/mend/repair/service/install/inspect/deliver/photograph |
      boiler/alarms/delivery | parents/open evening |
      parent/parents/carer/carers/governor/governors/social/worker/workers/lado/camhs/senco/ofsted/inspector/inspectors/police/council/union/hr/nurse/doctor/gp/counsellor/therapist/mentor/tutor/headteacher/head/lead/dsl/teacher/teachers/staff/team/colleague/mum/dad/nan/gran/grandma/grandad/grandparents/sister/brother/cousin/auntie/aunt/uncle/cousins/friends/family/committee/board/agency/agencies/professionals/department/coach
      ... meet | meet ...
      parent/parents/carer/carers/governor/governors/social/worker/lado/camhs/senco/ofsted/inspector/police/council/union/hr/nurse/doctor/gp/counsellor/therapist/mentor/tutor/headteacher/head/lead/dsl/teacher/teachers/staff/team/colleague/colleagues/mum/dad/nan/gran/grandma/grandad/grandparents/committee/board/agency/agencies/professionals/department/strategy/author/mp/santa/class
      | i/we be? meet/see | meet/see our/the/your new | book a meeting | meeting
      room/about/agenda/minutes/notes/after/at |
      homework/coursework/data/page/pages/register/link/signature/form/forms/lunch/money/key/keys/book/books/file/files/laptop/ipad/charger/email/emails/consent/tablet/tablets/trolley/charger/ball/jacket/jumper/purse/wallet/camera/cable/equipment/parcel/shoe/shoes/glasses/card/cards/pens/scissors/resources/cat/dog/pet/device/devices/airpods/headphones/bike/scooter
      ... missing | missing ...
      homework/coursework/data/page/pages/register/link/signature/form/forms/lunch/money/key/keys/book/books/file/files/laptop/ipad/charger/email/emails/consent
      |
      tablet/tablets/trolley/charger/ball/jacket/jumper/purse/wallet/camera/cable/equipment/parcel/shoe/shoes/glasses/card/cards/pens/scissors/resources/cat/dog/pet/device/devices/airpods/headphones/bike/scooter/key/keys/homework/coat/book/books/laptop/phone/document/file/email
      be/go missing/disappear/vanish |
      delivery/postman/plumber/builder/builders/electrician/taxi/bus/minibus/driver/milk/photographer/caterer/contractor/contractors/visitor/visitors/ice/courier/window/cleaner
      be/wait | hamster/rabbit/gerbil/guinea/tortoise/parrot ... missing | our ... missing |
      mum/dad/nan/gran/grandad/parents/sister/brother/auntie/uncle/stepdad/stepmum/taxi ...
      pick/collect/fetch |
      outside play/area/learning/space/classroom/toilets/lesson/tap/in
    `),
  play: phraseList(`
      half time | second/first half | shot/shots/striker/keeper/goalkeeper .. goal/target/saved/save |
      police/army/soldier/soldiers/cadet/cadets/marines/navy/raf/military/officer |
      archery/clay/hunting/farmer/farm/vet | drill/drills | in/on/at/playing/play a/the/his/her?
      game/fortnite/minecraft/cod/gta/roblox/warzone/valorant/halo/zelda/fifa/xbox/playstation/call/laser/paintball/chess/football/netball/rugby/match/final/pe/sports/cup/league/tournament/quiz/cricket/dodgeball
      | in/at/during/for/win/won/lose/lost the/a/our/his/her/their .. final/match/game/cup/league/tournament/quiz
    `),
} satisfies Readonly<Record<string, readonly string[]>>;
