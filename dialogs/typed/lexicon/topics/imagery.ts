/** From UKCIS's advice on sharing nudes, IWF and NSPCC pages, and pupils' words. */
import { phraseList } from '../list.ts';
import type { TopicSigns } from './topic-words.ts';

export const imagery: TopicSigns = {
  clear: phraseList(`
    nude | nudes | nood | noods | nudez | sext | sexting | dick pic | dick picture | dickpic | naked | topless | deepfake | deep fake |
    nudify | nudified | undress | undressed | undressing | onlyfans | only fans | sex tape | sex video | sexual selfie | semi nude | fanny picture | tit picture |
    @sexual .. @picture | @picture .. @sexual | @picture of @own @sexual | @picture .. having sex | @picture .. sex/sexual act |
    @picture ... body | @picture .. strip/stripping | strip .. camera/cam/webcam/online/live/call |
    send .. @picture .. of himself/herself/themselves/myself/yourself | leaked .. @picture | @picture .. leaked | @picture .. go round/around |
    @picture .. be? pass/share .. round/around | youth produced | self generated | face swap | face ... onto/on/with .. body/porn/nude/naked | feet/foot pic/pictures/photos |
    film/photograph ... shower/bath/bathroom/toilet/changing | bikini/underwear .. picture |
    picture/photo/video of himself/herself ... send/ask |
    ai/fake/edited/photoshopped .. nude/naked/@picture | @picture .. made .. ai/app |
    have @own @picture | masturbate | flash/flashing .. camera/cam/call | send .. private parts | body .. snapchat |
    take off @own clothes/top/bra | take @own clothes/top/bra off | without @own clothes/top | in @own underwear/bra/knickers/boxers/pants |
    sexual act/acts ... @picture | @picture ... sexual act/acts | bait out | baited out | @picture .. sexual | @picture .. kiss/touching/touch himself/herself/themselves/myself/yourself |
    send .. @picture .. to .. boy/boyfriend/lad/girl/girlfriend/ex | swap .. @picture/selfies | share .. intimate | took/take @picture .. changing room/shower/toilet/toilets/changing
  `),
  faint: phraseList(
    `@picture of @self | @picture .. @him | send .. @picture | share .. @picture | @picture .. share/shared | snapchat ... @picture | send @picture | webcam | explicit`,
  ),
};
