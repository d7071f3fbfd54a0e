/** From Refuge's and the National Domestic Abuse Helpline's pages on technology and abuse. */
import { phraseList } from '../list.ts';
import type { TopicSigns } from './topic-words.ts';

export const domesticAbuse: TopicSigns = {
  clear: phraseList(`
    domestic abuse | domestic violence | dv | stalk | stalked | stalker | stalking | stalkerware | spyware | spy app/apps | tracker | trackers | tracking app/device | tracking @him/mum/her/them/wife/phone | track/tracks/tracked @him/mum/her/them/wife/phone/@own | airtag | airtags | air tag | life360 | find my phone/iphone | gps | location sharing | share .. location | knows .. where .. live/be | hidden camera/cameras | camera/cameras in .. house/home/bedroom | doorbell/ring/nest camera | smart doorbell/speaker/home/meter | alexa ... listen | listening device |
    ex partner | ex husband | ex wife | her/his/my/mums/mum ex | controlling | coercive | coercive control | control/controls/controlling .. phone/money/apps/accounts | refuge | fled | flee | hiding from | restraining order | non molestation | non mol | injunction |
    husband/partner/dad/father/boyfriend/ex/stepdad/wife .. check/checks/checking/monitor/monitors/monitoring/read/reads/reading/track/tracks/tracking/spy/spies/spying/watch/watches/go/goes/control/controls/hack/hacked/bug/bugged/install/installed ... |
    mum/mother ... scared/afraid/frightened of .. dad/husband/partner/him | violent .. dad/husband/partner/ex/father | dad/father/stepdad/partner/husband .. hit/hits/hurt/hurts/beat/beats/threaten/threatens .. mum/mother/her/wife | revenge porn .. mum/ex/partner/wife |
    through/via/using .. child/childs/kids/sons/daughters .. phone/tablet/ipad/xbox/console/device ... | contact/contacting/finding/find .. through .. child/kids/phone | hack/hacked .. mum/mums/wife/her phone/accounts/account/email | put .. app/software/tracker .. on .. phone | check/checks/checking @own phone | read/reads/reading @own messages
  `),
  faint: phraseList(
    `ex | husband | partner | mum | location | track | control | divorce | separated | custody | monitor`,
  ),
};
