/** From the IWF's and Report Harmful Content's own words on what to report. */
import { phraseList } from '../list.ts';
import type { TopicSigns } from './topic-words.ts';

export const content: TopicSigns = {
  clear: phraseList(`
    find/come across/stumble across/stumble on/stumbled upon/see/spot/notice/discover/sent/receive .. web? site/website/page/webpage/link/channel/server/post/group/advert/ad/url/forum/app |
    found .. online | found .. on the internet/web/dark | come across .. online/@picture/video/account/advert | web page with | website with/showing/selling/about/that | site with/showing/selling/that | link to .. @abusePictures/abuse/child/porn | 
    report .. website/site/page/link/post/content/url/video/account/channel/app/game/advert/@abusePictures | should be reported | needs? reporting | how do i report | where do i report | take .. website/site/page/post/video/content down | take down .. website/site/page/post/video/content |
    @abusePictures .. online/website/site/page/web/internet/twitter/x/telegram/discord/server/reddit | website/page/site/server/channel/group/internet/telegram/twitter ... @abusePictures | child porn | child pornography | child abuse images | csam | dark web | darkweb |
    illegal content/material/website/site | terrorist content/video/videos/material/website/propaganda | extremist content/video/videos/material/website | beheading video | harmful content | pop up/ups | advert/adverts/ad/ads for/on/in/showing |
    ai app/apps/bot/chatbot/website/site | chatbot | nudify app/apps/site/website | drug/drugs/vapes/weapons/knives .. sold/selling/sale .. online/snapchat/telegram/instagram | selling .. drugs/knives/weapons/vapes .. online/snapchat/telegram/instagram | no known child
  `),
  faint: phraseList(
    `website | web site | web page | webpage | link | found | came across | url | channel | server | app | page | forum`,
  ),
};
