/** The ways people ask for a number, a helpline, a place to report or a meaning. */
import SearchableMap from 'minisearch/SearchableMap';
import { services } from '../../rules/services.ts';
import { fold, withoutBrackets } from './words.ts';

const mostWords = 12;

const politely =
  /^((hi|hello|hey|please|pls|ok|so|can|could|would) )*((you|i|we) )?((please|just) )?((give|tell|send|show|get|find) (me|us) )?((i|we) (need|want|am looking for|am after) )?(to know )?/;

const thanks = /( (please|pls|thanks|thank you|asap|now))+$/;

/** Asks for somebody whose role has a name, ours or not. */
const roles =
  /^((who|whos|what|whats) (is |are )?)?((the|a|my|our) )?(lado|dsl|(designated )?safeguarding (lead|leads|team)|socialcare)$/;

/** Then it is a story about somebody, whatever else it asks. */
const story =
  /\b(he|she|him|hers|his|her|they|them|my|said|told|sent|gave|asked|got|has been|have been|was|were|keeps|showed|found out|messaged|rang|phoned|called|texted|wants|threatened|threatening|received)\b/;
const somebody =
  /\b(child|pupil|student|girl|boy|kid|lad|teenager|colleague|teacher|parent|mum|dad|mother|father|year \d+|daughter|son|friend)\b/;
/** Names of things, not of a child. */
const things = /\bchild (sexual )?(abuse|porn|pornography|exploitation|protection)\b/g;

const contact =
  '(phone |telephone |contact |free |emergency )?(numbers?|helplines?|hotline|phone line|advice line|contact details|opening hours|report(ing)? form|report page|website|web address|link)';

/** Asks for somebody to turn to: this may name whom it is about ("who do I ring about a pupil"). */
const asksWhom: readonly RegExp[] = [
  /^whom? (do|should|can|could|must|shall) (i|we|you|staff) (ring|call|phone|contact|report|tell|speak to|refer to|text|email)\b/,
  /^(where|how) (do|should|can|could|must) (i|we|you|staff) (report|ring|call|phone|contact|reach|get hold of)\b/,
  /^(where|who|how) to (report|ring|call|phone|contact)\b/,
];

const asksWhat: readonly RegExp[] = [
  new RegExp(
    `^((what|whats|which|where) )?((is|are) )?(there )?((the|a|an|any) )?([a-z0-9]+ ){0,3}${contact}( (for|of|to|about) .+)?$`,
  ),
  /^(is|are) [a-z0-9 ]{2,30} (open|closed)( (now|today|tonight|at the weekend|at weekends))?$/,
  /^(when|what time) (is|are|does|do) [a-z0-9 ]{2,30} (open|close|shut)$/,
  /^(what|whats) ((is|are|does) )?((a|an|the) )?[a-z0-9 ]{2,30}( mean| stand for)?$/,
  /^(look up|lookup|define|meaning of) .+/,
  /^([a-z0-9]+ ){0,4}checklists?( for .+)?$/,
  /^(the )?laws? (on|about|for) .+/,
  /^report(ing)? ((an?|some|the) )?([a-z]+ ){0,3}(content|material|videos?|websites?|site|page|posts?|images?|pictures?|link|account|profile|scam|fraud)( on [a-z]+)?$/,
  /^(helplines?|checklists?|glossary|lookup|lado|dsl)$/,
];

/** Questions about this bot or about what to do are the conversation's, not look-ups. */
const notOurs =
  /^what (do|should|must|can|now|next|happens|happened|if|else)\b|\b(this|that|it|you|your|going on|wrong)$/;

/** Takes text as `fold` gives it. */
export function isAsked(said: string): boolean {
  const asked = said.replace(politely, '').replace(thanks, '');
  if (asked === '' || asked.split(' ').length > mostWords) return false;
  if (isName(asked) || roles.test(asked)) return true;
  if (story.test(asked)) return false;
  if (asksWhom.some((one) => one.test(asked))) return true;
  const isOfSomebody = somebody.test(asked.replace(things, ''));
  return !isOfSomebody && !notOurs.test(asked) && asksWhat.some((one) => one.test(asked));
}

let names: SearchableMap<true> | undefined;

/** The name of a service and nothing else, one wrong letter forgiven where it is long. */
function isName(asked: string): boolean {
  if (/^\d+$/.test(asked)) return false;
  names ??= SearchableMap.from(
    services
      .filter(({ kind }) => kind !== 'law')
      .flatMap(({ name, aliases = [] }) =>
        [name, ...aliases].map((one) => [fold(withoutBrackets(one)), true] as [string, true]),
      ),
  );
  return names.has(asked) || (asked.length >= 7 && names.fuzzyGet(asked, 1).size > 0);
}
