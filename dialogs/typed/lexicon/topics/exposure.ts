/** From the chapter's own words, Internet Matters' guides and pupils' words. */
import { phraseList } from '../list.ts';
import type { TopicSigns } from './topic-words.ts';

export const exposure: TopicSigns = {
  clear: phraseList(`
    porn | pornography | pornographic | porno | pornhub | xvideos | xhamster | hentai | onlyfans sites | adult sites/site/website/content/film/films/video/videos | hardcore |
    see/watch/view/access/visit/stumble/show/look/open/search/google/find/come .. at/on/across/to/for/upon? .. porn/sexual/sex/explicit/abuse/abusive/indecent/violent/gore/graphic/beheading/inappropriate/disturbing |
    watch ... @abusePictures | view ... @abusePictures | look at ... @abusePictures | see ... @abusePictures |
    show/shown .. @him .. porn/sexual/explicit/inappropriate/video/videos/abuse | be show .. sexual/explicit/porn/inappropriate/abuse | sexual websites/website/sites/site |
    inappropriate content/website/websites/video/videos/sites/material/site | sexual content/material/images/websites/video/videos ... see/saw/seen/watch/watched/youtube |
    explicit content/material/websites/video/videos | sent .. porn | gore | gore video/videos/site/sites | beheading | 18 rated | search/searched/searching .. sex/sexual/porn/naked | sex video/videos |
    expose .. to .. sexual/explicit/porn/abuse/abusive | exposed to | airdrop .. sexual/porn/explicit/picture/video | abuse video
  `),
  faint: phraseList(`watch | see | show | look at | saw | sites | content | disturbing | search | viewed`),
};
