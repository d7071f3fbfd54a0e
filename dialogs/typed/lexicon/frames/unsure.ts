/** What is often harmless and sometimes the only sign: the question about danger is asked, and nothing more. */
import { phraseList } from '../list.ts';
import type { DangerFrame } from './frame.ts';

export const unsureFrames: readonly DangerFrame[] = [
  {
    kind: 'may be danger',
    softer: ['unsure'],
    said: phraseList(`
      blood on @own | she/he be scared/frightened/terrified |
      @he can not get out/away | write/wrote .. letters to/for all/each/every/@own | give @own .. away | when/if @he be not here/around | @say .. @he be done | thanks/thank for be my | from .. roof/ledge/bridge/balcony | clear out @own room/locker | scared/frightened/afraid/terrified of @own @adult | in/into/on .. car/van .. drive/driven off | know/say .. not safe | or else |
      be up? @onto @of? .. @high | say/think/feel/reckon/know there? be? no point | say/tell/text/message ... @intend
      do it | say/tell/text/message ... would do it | pick/choose/set a/the day/date/time | say/tell/text/message ...
      look after @own mum/dad/mother/father/sister/brother/nan/cat/dog/rabbit/hamster | will not need
      it/them/this/those | say/post/text/message/write/put/status .. thank you for everything | lighter/matches |
      shoot up | blow up | be die | bomb | there be nothing for me/him/her/them | ask/tell/want .. to take/have/keep
      @own dog/cat/pet/rabbit/hamster | rope .. buy/have | show me a/the/his/her rope | no more pain/chances/time left
      | @one/@child have a/the? rope | everything be over soon | it be all? over soon/now | can not .. find a/the? way
      out | not come to/into school and
    `),
  },
];
