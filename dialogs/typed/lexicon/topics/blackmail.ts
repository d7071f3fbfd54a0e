/** From the NCA's alert on financially motivated sexual extortion, the IWF's Report Remove pages, and pupils' words. */
import { phraseList } from '../list.ts';
import type { TopicSigns } from './topic-words.ts';

export const blackmail: TopicSigns = {
  clear: phraseList(`
    blackmail | sextort | sextortion | extort | extortion | ransom | sexploitation | doxx | dox | doxxing |
    threaten .. share/send/post/leak/release/publish/show/expose/tell/put/spread/upload/forward/distribute |
    threaten ... @picture | say .. will share/send/post/leak/release/publish/show/expose/spread/upload/forward |
    go to leak/expose/post/share/send/show/publish .. @picture/nude/it/them | or .. leak/expose/publish |
    or .. share/post/send/show/spread .. @picture/nude/them/it/everyone/friends/family/followers |
    or .. tell/send .. everyone/family/parents/mum/school | if .. not send/pay .. | unless .. send/pay/give/do |
    demand .. money/cash/payment/gift/bitcoin/vouchers/more/nude/@picture/cards/paypal/crypto | want money | ask .. for money |
    pay .. or | pay @him or | want .. paying | pay up | steam/amazon/apple/itunes/google gift? card/cards/voucher/vouchers |
    send more or | want more .. or | hold .. against @him | hold .. over @him | use .. against @him |
    has .. @picture ... want .. more | have .. @picture ... ask .. more | have .. @picture ... want .. money/more |
    com group/groups/network | scammed .. @picture/nude | scammer ... @picture/nude | trick ... money
  `),
  faint: phraseList(
    `threaten | money | pay | paypal | bitcoin | gift card | leak | expose | against @him | scam | force ... more`,
  ),
};
