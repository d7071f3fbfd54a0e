/** How people say yes, no, "I do not know" and "none". From what staff typed in trials, and phones' shorthand. */
import { phraseList } from './list.ts';

/** A whole reply, but for `manners`. In pattern.ts's notation. */
export const replies = {
  unsure: phraseList(`
    not sure | not so/too/very/really/quite/entirely/totally/100 sure | unsure | no idea | not a clue | no clue | do not know | not know | not certain | uncertain | unclear |
    not clear | maybe | may be | perhaps | possibly | possible | might be | might have | might | could be | could have | could | can not tell | can not say | can not be sure/certain | hard to say/tell |
    difficult to say/tell | who know | have not be told | not be told | not told | have not been told | was not told | be not told | not have be told |
    no way to/of know/tell | no one/body have told/tell/say | no one/body know | nobody know | nobody have told/tell/say | nobody tell | no information | not heard |
    not know yet | waiting to hear | have no idea | prefer not to say | unknown | not known | i wonder | depend | it depend | no way of knowing | never be told | pass | skip | 50 50 |
    think maybe | not convinced | could not say/tell | suspect so  | do not know yet | have not asked | not asked | wish i knew | not really sure | potentially | i would not know
  `),
  yes: phraseList(`
    yes | y | thumbs up | yeah | yea | yep | yup | ye | yh | yah | yas | yes please | aye | sure | sure be | definitely | certainly | absolutely | correct | true | right | affirmative | indeed |
    of course | i think so | think so | i believe so | i am afraid so | afraid so | afraid she/he/they could/be/do/have | it be | he be | she be | they be | they do | he do | she do | it do | he have | she have | they have |
    we do | yes it be | for sure | that be right/correct | totally | without doubt | no doubt | very much | very much so | very likely | very worried | she could | he could | they could | si | oui | ja
  `),
  /** Begins a reply that is a yes, whatever follows. */
  yesFirst: phraseList(
    `yes | y | yeah | yea | yep | yup | ye | yh | yah | aye | definitely | absolutely | of course | correct | certainly | i think so | i am afraid so`,
  ),
  no: phraseList(`
    no | n | nope | nah | na | naw | no way | never | not at all | negative | false | not now | not right now | not today | not tonight | not at the moment | not that i know of |
    not that i be aware of | not that we know of | not that i be aware | not that i know | not that we know | not to my knowledge | not as far as i know | not as far as we know | not as far as i be aware | not that i have heard |
    do not think so | not think so | i do not believe so | not believe so | definitely not | certainly not | absolutely not | of course not | not any more | not they do not | no one | nobody | it be not | he be not |
    she be not | they be not | they do not | he do not | she do not | they have not | none | not at present | not currently | not in danger | not involved | nothing like that | no thank you | no thanks | no danger | no it be not | no they do not | no adult | not an adult | no adults | no adult involved
  `),
  none: phraseList(`
    none | none of these | none of them | none of those | none of the above | none apply | none of it | nothing | nope | no | nah | neither | not any | not one | no ticks | nothing else |
    nothing that i know of | none that i know of | none that we know of | none fit | nothing fit | nil | zero | 0 | n a | na | not applicable | no to all | all no | none here | nothing here |
    not that i know of | not any of these/them/those | nothing like that | nothing of the kind | none really
  `),
  /** Of a tick list: what is ticked is right. Which boxes are, only its button says. */
  goOn: phraseList(`
    done | all done | send | send it | send this/them/these | submit | next | go on | carry on | continue | finished | finish | that be all | that be it | that be everything | ok | okay | ready | as ticked | looks right | correct
  `),
  /** Begins a reply that is a no, if nothing after it speaks of a yes. */
  noFirst: phraseList(`no | nope | nah | na | naw | not at all | definitely not | nobody | no one | no adult/adults`),
  /** After a "no" these may be the yes that was asked about. */
  noDoubt: phraseList(`
    teacher | coach | staff | carer | tutor | governor | volunteer | uncle | aunt | stepdad | stepmum | dad | mum ... know/have/ask/take/make | man | woman | adult | stranger | older | boss | colleague | idea | clue | hurt | harm | scared |
    danger | tonight | at risk | worried | well | yes | whether | when | who/what/why/how/which | anyone | anybody | told/tell me | until | one/body know/have/tell/say | way to/of | longer | more
  `),
  /** Harm within hours. */
  soon: phraseList(
    `now | right now | tonight | today | this evening | this afternoon | immediately | straight away | in an hour | after school | yes now | yes tonight`,
  ),
  /** Harm some day. */
  later: phraseList(
    `tomorrow | this week | next week | later | soon | at the weekend | this weekend | on monday/tuesday/wednesday/thursday/friday/saturday/sunday | in a few days`,
  ),
  manners: phraseList(`
    please | me | us | thanks | thank you | thankyou | ta | cheers | sorry | hi | hello | ok | okay | well | um | erm | er | hmm | i | we | think | guess | just | actually | really | honestly | so | that | at the moment | at present | yet |
    far | as far as i know | to be honest | tbh | imo | afaik | sir | miss | the | a | an | it | be | my answer | answer | choose | option | tick | pick | go with | go for | would say | say | i would say | apparently | that i/we be aware of? | that i/we know of? | that i/we have? be? tell/hear/see | as far as we know | as far as i be aware | to my/our knowledge | for certain/sure | any of that/it/them/this | about any/that/it/them/this | who | which one? | what | all fine/ok/good
  `),
  /** With one of these beside a yes or a no, it is neither. */
  but: phraseList(
    `but | however | although | though | except | unless | if | or | yes ... no | no ... yes | apart from | other than | maybe | perhaps | not sure | do not know | hope | hopefully | probably not`,
  ),
} as const;

export const numberWords: Readonly<Record<string, number>> = {
  one: 1,
  first: 1,
  '1st': 1,
  two: 2,
  second: 2,
  '2nd': 2,
  three: 3,
  third: 3,
  '3rd': 3,
  four: 4,
  fourth: 4,
  '4th': 4,
  five: 5,
  fifth: 5,
  '5th': 5,
  six: 6,
  sixth: 6,
  '6th': 6,
  seven: 7,
  seventh: 7,
  '7th': 7,
  eight: 8,
  eighth: 8,
  '8th': 8,
  nine: 9,
  ninth: 9,
  '9th': 9,
  ten: 10,
  tenth: 10,
  '10th': 10,
};

/** What may stand beside numbers. */
export const besideNumbers: ReadonlySet<string> = new Set(
  'and number numbers option options choice answer the one ones please i would say tick pick choose it is its n nos num'.split(
    ' ',
  ),
);
