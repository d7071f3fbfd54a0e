/** The topics that a description may be about. Only ever a suggestion; read here and forgotten. */
import type { Topic } from '../../rules/facts.ts';
import { adult } from './lexicon/topics/adult.ts';
import { blackmail } from './lexicon/topics/blackmail.ts';
import { bullying } from './lexicon/topics/bullying.ts';
import { content } from './lexicon/topics/content.ts';
import { domesticAbuse } from './lexicon/topics/domestic-abuse.ts';
import { exposure } from './lexicon/topics/exposure.ts';
import { extremism } from './lexicon/topics/extremism.ts';
import { harmfulSites } from './lexicon/topics/harmful-sites.ts';
import { imagery } from './lexicon/topics/imagery.ts';
import { other } from './lexicon/topics/other.ts';
import { type TopicSigns, topicWords } from './lexicon/topics/topic-words.ts';
import { createReader, type TypedLine } from './pattern.ts';
import type { WordToken } from './tokens.ts';

const signs: Readonly<Record<Topic, TopicSigns>> = {
  blackmail,
  imagery,
  adult,
  exposure,
  bullying,
  extremism,
  harmfulSites,
  content,
  domesticAbuse,
  other,
};

const reader = createReader(
  topicWords,
  Object.values(signs).flatMap(({ clear, faint }) => [...clear, ...faint]),
);

export interface Spoken {
  readonly topic: Topic;
  /** 2 for what is clear, 1 for what is faint; each sign counts once. */
  readonly weight: number;
}

const clearly = 2;
/** More signs of one topic than this make it no likelier. */
const heaviest = 8;
const most = 3;
/** One that is so much fainter than the best is chance. */
const share = 0.3;

/** The topics spoken of, the likeliest first. */
export function topicsIn(tokens: readonly WordToken[]): readonly Spoken[] {
  const line = reader.line(tokens);
  const spoken = Object.entries(signs)
    .map(([topic, { clear, faint }]) => ({
      topic: topic as Topic,
      weight: Math.min(heaviest, clearly * said(clear, line) + said(faint, line)),
    }))
    .filter(({ weight }) => weight >= clearly)
    .toSorted((a, b) => b.weight - a.weight);
  const best = spoken[0]?.weight ?? 0;
  return spoken.filter(({ weight }) => weight >= best * share).slice(0, most);
}

const said = (patterns: readonly string[], line: TypedLine): number =>
  patterns.filter((pattern) => reader.find(pattern, line) !== undefined).length;
