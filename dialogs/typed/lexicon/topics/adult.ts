/** From NSPCC learning and CEOP on grooming, the Lucy Faithfull Foundation on adults' offending, and pupils' words. */
import { phraseList } from '../list.ts';
import type { TopicSigns } from './topic-words.ts';

export const adult: TopicSigns = {
  clear: phraseList(`
    groom | groomed | grooming | groomer | paedo | pedo | paedophile | pedophile | nonce | noncing | nonces | predator | sugar daddy | sugar daddies | sex offender |
    @abusePictures .. on .. @device | @holds ... @abusePictures | @worker/@relative/man/woman/guy ... @abusePictures |
    police ... image/images/computer/laptop/device/devices | police raid | police seize/took/take .. @device | arrest ... image/images/child/online/sexual |
    caution ... image/images | convict ... image/images/child | image/images on @own @device | @picture .. on .. @worker/@relative @device |
    pictures/photos/videos/images of kids/children/pupils/girls/boys/daughter/son/@of .. on .. @device |
    @relative/@worker have picture/pictures/photos/images/videos | have picture/pictures/photos/images/videos of kids/children/pupils/girls/boys/child/daughter/son |
    @relative/@worker/colleague take/took/film/photograph .. picture/pictures/photos/girls/boys/children/pupils |
    @relative ... sexual/nude/naked/indecent .. @picture |
    older man/men/woman/guy/bloke/boyfriend/girlfriend/lad/male/person/boy | grown man | adult .. online | adult man/male | man online | woman online | stranger | strangers |
    man/guy/bloke/adult/woman/someone/person/people/boy/friend .. @he? meet/met/knows/talk/talking/speaking/chatting/chats ... @online |
    meet .. @online | someone online | somebody online | person online | friend online | online friend/boyfriend/girlfriend/relationship/stranger | special friend | internet boyfriend |
    talk/chat/speak/message/text/snapchat/dm .. to/with .. man/men/adult/stranger/strangers/older/someone/somebody/unknown |
    man/men/adult/someone/stranger/guy/bloke/somebody .. message/messaging/messages/text/texting/dm/contact/add/snapchat/ask/asking/send/sends @him |
    messages/message/dms/texts/contact .. from .. man/men/adult/older/@worker/stranger/@relative |
    slide/sliding .. dms/dm/messages | in @own dms | be meet up? .. someone/man/stranger/person | ask ... to meet | want ... to meet | want ... to? meet up | meet .. face to face | meet .. in person | meet up .. with |
    @worker ... message/messaging/text/texting/dm/snapchat/instagram/whatsapp/facebook/add/follow/send/sends .. @young/@him |
    @worker ... private/secret message/messages/chat/chats/account | @worker ... relationship | @worker ... inappropriate |
    @worker ... gift/gifts/present/presents/lift/lifts ... @young | @worker ... sexual | @worker .. flirt | @worker .. kiss |
    relationship .. with .. @worker/pupil/student/adult/child/girl/boy | @young ... relationship ... @worker/older/man/woman/adult |
    sexual message/messages/chat/texts/conversation/conversations ... @young/@him | 
    boyfriend/girlfriend/man/woman/partner/he/she .. be? 18/19/20/21/22/23/24/25/26/27/28/29/30/32/35/38/40/42/45/50/55/60 |
    18/19/20/21/22/23/24/25/26/27/28/29/30/32/35/38/40/42/45/50/55/60 year old | 18/19/20/21/22/23/24/25/26/27/28/29/30/32/35/38/40/42/45/50/55/60 yo |
    turned 18 | in his/her/their twenties/thirties/forties/fifties/sixties | aged 18/19/20/21/22/23/24/25/26/27/28/29/30/32/35/38/40/42/45/50/55/60 |
    pretend .. to be .. boy/girl/teenager/teen/child/younger/14/15/16 | pose .. as .. boy/girl/teenager/teen/child/younger | catfish | catfished | catfishing |
    @worker/@relative .. abuse/abuses/abused/abusing .. @him/@young | @unknown/@worker/@relative/man/men/woman/guy ... send/ask/pay/film/photograph/message/add/follow/touch/kiss/invite/give/buy/offer/like/likes/collect/drive/tell ... @him/@young | friend request | follow request | film/photograph ... shower/bath/bathroom/toilet/changing/asleep/sleep | feet/foot pic/pics/picture/pictures/photos | pay/pays/paid .. for/in .. picture/pictures/photos/pics/videos/nudes/vbucks/robux | @young ... secret account/friend/relationship | position of trust | says he is 14/15/16/17 | 
    @worker/@relative .. sexual/indecent | worried about @worker | colleague ... picture/pictures/images/photos | 
    film/films/filming/filmed .. up .. skirt | he/she/they send/buy/buying .. gifts/gift/present/robux/vbucks/money ... online |
    robux/vbucks/skins for pictures/photos/nudes | unknown adult/man/male/account/person | adult
  `),
  faint: phraseList(
    `man | woman | @worker | @relative | @online | meet | discord | omegle | roblox | fortnite | secret | chatroom | husband | account`,
  ),
};
