/** What none of the topics is about, but people write of. */
import { phraseList } from '../list.ts';
import type { TopicSigns } from './topic-words.ts';

export const other: TopicSigns = {
  clear: phraseList(`
    @worker ... shout/shouts/shouting/shouted/yell/yells/yelling/swear/swears/swearing/swore/scream/screaming .. at | @worker .. swears/swore/swearing | @worker ... drunk/tipsy/hungover | drunk .. work/lesson/school/duty | @worker ... smell/smells/smelt/stinks of alcohol/drink/booze | @worker .. has/have/plays/picks/with favourites | has/have/plays/picks favourites .. class/pupils/children/students | shouts/shouting/shouted/yells/yelling/swears/swearing/swore at pupils/children/kids/students | @worker ... rough/roughly/grabbed/grabs/drags/dragged/humiliates/humiliated/belittles/belittled/mocks/mocked | rough/roughly handles/handling/handled | handles/handled ... roughly | staff conduct/behaviour | whistleblowing |
    gambling | gamble | gambles | betting | loot box/boxes | skin betting | screen time | gaming all night | game/gaming/phone/tiktok/screen/internet/online/xbox/computer addict/addicted/addiction/obsessed | addicted to .. game/games/gaming/phone/tiktok/roblox/fortnite/screen/screens/youtube/snapchat | until/til/till/past 1am/2am/3am/4am/5am/midnight/late/one/two/three/four | game/gaming/xbox/playstation/phone/tiktok ... until/till/til/night/sleep/asleep/tired | asleep/falls/falling in/asleep class/lessons/school | too much game/gaming/phone/screen | up all night | on @own phone all night/day | scam | scammed | phishing | fraud | identity theft | hacking | hacker | ddos | cyber crime |
    nude/nudes/deepfake/picture/pictures/video/videos of .. teacher/teachers/staff/colleague/head | ai ... teacher/teachers/staff/colleague | low level concern | vaping | vapes | mental health | anxiety | anxious | tired .. school | parents .. posting/post/share/sharenting | sharenting | influencer | ai friend/girlfriend/boyfriend/companion | chatbot .. relationship/love/friend/boyfriend/girlfriend | spending .. money .. game/games/app | robux ... spent | parental controls | filter/filtering | vpn | privacy | age restriction | underage account
  `),
  faint: phraseList(`worried | concern | something | strange | odd | gut feeling | behaviour`),
};
