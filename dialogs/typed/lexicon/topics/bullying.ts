/** From the Anti-Bullying Alliance, Childnet, the DfE's advice on cyberbullying, and pupils' words. */
import { phraseList } from '../list.ts';
import type { TopicSigns } from './topic-words.ts';

export const bullying: TopicSigns = {
  clear: phraseList(`
    bully | bullied | bullies | bullying | cyberbully | cyberbullied | cyberbullying | cyber bully | cyber bullying | troll | trolling | trolled | harass | harassed | harassing | harassment | humiliate | humiliated | humiliating | mock | mocked | mocking | taunt | tease | teased | teasing | torment | degrade | degrading | shame | slut shame | body shame |
    mean/nasty/horrible/abusive/cruel/hurtful/vile/racist/homophobic/sexist/transphobic/hateful/offensive/insulting/threatening/rude/degrading message/messages/comment/comments/post/posts/texts/things/names/dms/account/page/video/videos/voice |
    fake account/accounts/profile/profiles/page | account .. name/logo | impersonate | impersonation | pretend .. to be .. @of? .. pupil/teacher/school/her/him/another | rumour | rumours | rumor | spread .. lies/gossip |
    group chat ... about | left out .. group/chat | exclude/kicked .. from/out .. group/chat | removed .. from .. group | hate .. page/account/chat/group |
    upskirt | upskirts | upskirting | up .. skirt | down .. top/blouse/shirt | skirt | pick on | picked on | picking on | gang up | ganging up | name calling | call .. names | roast | roasting | ratio |
    gossip account/page | expose/exposing/exposed account/page | bait out | baiting out | rate/rating .. girls/looks/pupils/boys | ranking .. girls/pupils |
    tell/told @him to? .. kill/die/hang @self? | kys | @young ... tell/told ... to kill | happy slap | happy slapping | film .. fight/attack/beaten/beating | fight video/videos/account/page | fights ... posted |
    pressure/pressuring/pressured/pester/pestering/hassle/begging/asking/asks/keep ask .. for? .. nude/nudes/@picture/sex |
    unsolicited/unwanted .. @picture/dick/nude/message/messages | cyberflash | cyberflashing | cyber flashing | sexual comment/comments/joke/jokes/name/names/remarks/harassment | sexualised comment/comments | 
    abuse/abusive at/about/towards/toward/against/aimed/directed/from/posts/page | full of abuse | slag off | slagging off | slagged off | slating | have a go at | post/share/put/send/made/make .. @picture/meme/memes/tiktok/sticker/stickers .. of .. @him/@young/teacher/teachers/staff | meme/memes/tiktok of/about | laugh at | laughing at | make/making fun of | made fun of | joke about |
    racist | racism | homophobic | transphobic | sexist | misogynistic | antisemitic comments | hate crime | slur | slurs | n word | threats/threaten ... from .. pupil/pupils/boys/girls/peers/year/students/classmates | 
    prank account | prank calls | spam .. calls/messages | hacked .. account | hack .. account | posts about .. teacher/staff/pupils | comments about .. teacher/staff/pupils/body/weight/looks
  `),
  faint: phraseList(
    `comment | comments | post | group chat | nasty | mean | horrible | upset | classmates | boys | girls | year 7/8/9/10/11 | account | names | tiktok | snapchat | instagram | whatsapp | another pupil/student/child/boy/girl`,
  ),
};
