/**
 * Handing over: an answer may show another side of the concern ("a nude picture is involved"). Its questions are then
 * asked as well, and the answer is the one that it would have had under that topic. The rules say where (`goThrough`).
 */
import { type Facts, settled, type Topic } from './facts.ts';
import { rules } from './rules.ts';

const handing = rules.flatMap(({ when, says }) =>
  says.flatMap((saying) => (saying.kind === 'goThrough' ? [{ when, topic: saying.topic }] : [])),
);

/** The facts with every topic that the answers so far hand over to. What was not asked yet hands over to nothing. */
export function withHandedOver(facts: Facts): Facts {
  const known = settled(facts);
  const more = handing.filter(({ when, topic }) => !facts.topics.includes(topic) && when.holds(known));
  if (more.length === 0) return facts;
  const topics = [...new Set<Topic>([...facts.topics, ...more.map(({ topic }) => topic)])];
  return withHandedOver({ ...facts, topics });
}
