/** From the Prevent duty guidance, the NCA and the Children's Society on county lines, and pupils' words. */
import { phraseList } from '../list.ts';
import type { TopicSigns } from './topic-words.ts';

export const extremism: TopicSigns = {
  clear: phraseList(`
    extremist | extremism | extreme views | radical | radicalise | radicalised | radicalisation | radicalization | terror | terrorism | terrorist | isis | isil | daesh | al qaeda | al qaida | jihad | jihadi | jihadist | islamist | nasheed | caliphate | martyr | hamas | hezbollah | taliban | national action | sonnenkrieg | atomwaffen |
    nazi | nazis | neo nazi | far right | far left | hard right | white supremacist | white supremacy | white power | great replacement | edl | britain first | patriotic alternative | hitler | swastika | holocaust denial | incel | incels | manosphere | misogynist | misogyny | andrew tate | tate | red pill | blackpill | antisemitic | anti semitic | islamophobic | islamophobia | fascist | fascism | hate preacher | propaganda | manifesto | accelerationist | qanon | conspiracy theories/theory | eco terrorist | animal rights extremist |
    too many immigrants | immigrants | hate muslims/jews/gays/immigrants/women/asylum | against muslims/jews/immigrants/asylum | kill .. muslims/jews/immigrants/infidels/kuffar | kuffar | infidel | riot | riots | asylum hotel/hotels | deport |
    massacre | massacres | mass shooters/shooter/shooting/shootings/killers/killing/violence | columbine | school shooters/shooter/shootings | school shooting videos | bomb making | make bombs | 764 | com network | no lives matter | o9a | satanic |
    gang | gangs | gang member/members | county line | county lines | countylines | going country | go country | going cunch | cunch | ot | trap house | trapping | trap phone | trap | drill | drill video/videos | drill music | postcode | opps | opp block | plug | shot/shotting/shooting drugs | shotter | shift weed | shift .. weed/drugs/food/packs | sell/selling/deal/dealing/run/running/carry/carrying/deliver/delivering/push/pushing/move/moving/hold/holding .. drug/drugs/weed/cocaine/coke/crack/heroin/cannabis/pills/packages/packs/ket/xanax/vapes/spice |
    drug dealer/dealers/dealing/running/runner/lines/mule | dealer | dealers | weed | cannabis | cocaine | debt bondage | cuckoo | cuckooing | cuckooed | exploited | exploitation | criminal exploitation | money mule | money mules | mule account | squares | bank account ... money | money .. bank account | deets and squares | train ticket/tickets ... @him? | unexplained/new .. trainers/money/phone/phones/clothes | burner phone | two phones | second phone | older boys/lads/youths/men ... car/cars | elder/elders | recruit | recruited | recruiting | join .. gang/army/movement/group/syria | travel to syria/gaza/ukraine
  `),
  faint: phraseList(
    `group | telegram | violence | violent | weapon | knife | older | money | flag | march | immigrants | trainers | hate | videos | followers | idolise | obsessed | views`,
  ),
};
