/** Groups that the lexicons of all topics put their phrases together from. */
import type { Groups } from '../../pattern.ts';
import { dangerWords } from '../danger.ts';
import { phraseList } from '../list.ts';

const { of, child, adult, him, he, own, self, unknown, online } = dangerWords;

export const topicWords = {
  of,
  child,
  adult,
  him,
  he,
  own,
  self,
  unknown,
  online,
  young: phraseList(`
    @child | pupils | students | girls | boys | children | kids | year 1/2/3/4/5/6/7/8/9/10/11/12/13 | underage |
    under age | under 18 | under 16 | under 13 | minor | minors | teens | peer | each other | one another
  `),
  picture: phraseList(`
    picture | photo | photograph | image | video | selfie | clip | footage | film | screenshot | snapchat | recording |
    shot | livestream | gif | meme | material
  `),
  sexual: phraseList(`
    nude | naked | topless | bottomless | undressed | sexual | sexually explicit | explicit | intimate | x rated | rude |
    private parts | private | privates | genital | genitals | underwear | bra | knickers | pants | boxers | penis | willy |
    dick | cock | breast | breasts | boobs | tits | bum | vagina | vulva | no clothes | without clothes |
    no clothes on | inappropriate | lewd | sexy | semi nude | masturbating | masturbation | dirty | indecent | compromising
  `),
  abusePictures: phraseList(`
    indecent image/images/picture/pictures/photo/photos/video/videos | abuse image/images/picture/pictures/video/videos/material |
    abusive image/images/picture/pictures/video/videos | child porn | child pornography | kiddie porn | cp | csam | iioc | csa |
    images/pictures/videos/photos of child/kids/minors/toddlers/babies/underage | child sex abuse | child sexual abuse |
    category a | category b | category c | child abuse image/images/picture/pictures/video/videos | paedophile/paedo/pedo images/pictures/material
  `),
  worker: phraseList(`
    teacher | tas | tutors | head | headteacher | head teacher | coach | tutor | volunteer | colleague | teaching assistant | ta |
    staff member | member of staff | staff | leader | scout leader | cub leader | youth worker | caretaker | governor |
    supply teacher | foster carer | carer | instructor | trainer | priest | vicar | imam | football coach | driver |
    dinner lady | technician | nursery worker | childminder | mentor | music teacher | student teacher | cover teacher |
    librarian | social worker | nurse | counsellor | chaplain | manager | babysitter | employee | worker | co worker | coworker
  `),
  relative: phraseList(`
    dad | father | stepbrother | step brother | brother | half brother | sister | mum | mother | stepdad | step dad | stepfather | step father | stepmum | uncle | grandad |
    grandfather | cousin | brother in law | parent | husband | wife | partner | neighbour | lodger | family friend |
    mums/mum boyfriend/partner | her/his mums boyfriend/partner | ex husband
  `),
  holds: phraseList(
    `have | has got | keep | download | view | look at | possess | store | collect | watch | find on | share | make | swap`,
  ),
  device: phraseList(`
    laptop | phone | computer | hard drive | tablet | ipad | usb | memory stick | device | devices | pc | cloud | phone gallery |
    camera roll | drive | dropbox | email | mac
  `),
} satisfies Groups;

/** What speaks of one topic. */
export interface TopicSigns {
  /** One of these is enough. */
  readonly clear: readonly string[];
  /** Two of these, or one where nothing else speaks. */
  readonly faint: readonly string[];
}
