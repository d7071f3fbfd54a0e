/**
 * The living card of one lead: what a concern is about, what is next, and what can be said of it, at most 70 words.
 * There is one of it for each lead and concern. Only they see it, so it may name the topic; notifications do not.
 */

import type { Topic } from '../../../rules/facts.ts';
import { capital } from '../../../rules/hours-said.ts';
import { andList } from '../../answer/citation.ts';
import type { Block, ListLine, Message, Rich } from '../../message.ts';
import { sayTime } from '../../said.ts';
import { framed, heading, quiet, text } from '../../screens/frame.ts';
import { topicClass } from '../../words/lead-duties.ts';
import { outcomeLabels, parentsShort, leadCardWords as words } from '../../words/lead-tasks.ts';
import { details, leadActWords } from '../../words/leads.ts';
import { type ConcernView, isSettled, outcomes } from '../concern/concern-view.ts';
import {
  isAllSettled,
  openDuties,
  ringFor,
  sayLimitShort,
  sayNeeded,
  shortOrderOf,
  tasksOf,
  type Worked,
} from '../concern/duties.ts';
import { guarded } from '../concern/guarded.ts';
import { leadButton } from '../concern/lead-button.ts';
import { callDetails } from './call-card.ts';
import { closedCard } from './closed-card.ts';
import { taskWords } from './task-words.ts';

/** @param viewer whose card it is, as the organisation file names them */
export function leadCard(known: ConcernView, now: Date, viewer: string): Message {
  const view = guarded(known);
  const { concern, stage, reference, site, id } = view;
  if (!concern) return callDetails(view);
  if (stage !== 'open' && stage !== 'owned') return closedCard(view);
  const isTheirs = view.owner === viewer;
  const settled = isTheirs && isAllSettled(view);
  return framed(
    { practice: false },
    {
      summary: words.summary,
      discreet: true,
      body: [
        heading(titleOf(view, now, viewer)),
        { kind: 'list', lines: linesOf(view, concern, now) },
        ...(settled ? [text(view.outcome ? words.log : words.allSettled)] : []),
        quiet(`${reference}.${site ? ` ${site}.` : ''}`),
        ...toSay(view, settled),
      ],
      moves: [
        ...(stage === 'open' ? [{ ...leadButton('take', id, leadActWords.take), look: 'primary' } as const] : []),
        ...(settled && view.outcome
          ? [{ ...leadButton('close', id, leadActWords.close), look: 'primary' } as const]
          : []),
        leadButton('advice', id, leadActWords.advice),
        leadButton('more', id, leadActWords.more),
      ],
    },
  );
}

/** A screen behind the card, where something happened meanwhile that the card shows. */
export const withNews = (screen: Message): Message => ({ ...screen, blocks: [text(words.news), ...screen.blocks] });

function titleOf(view: ConcernView, now: Date, viewer: string): string {
  if (!view.owner) return sayNeeded(view, now);
  return view.owner === viewer ? words.yours : `${view.owner} ${words.has}`;
}

function linesOf(view: ConcernView, concern: Worked, now: Date): readonly ListLine[] {
  const { facts, decision } = concern.outcome;
  const [next] = openDuties(view);
  const waits = view.until && view.until > now ? [`${words.later}${sayTime(view.until)}.`] : [];
  const way = next ? ringFor(next, concern, now) : [];
  // Why there is no number is a long story: it stands in what was advised.
  const isWay = way.length > 1 || way.some((span) => typeof span === 'string' && span.includes('@'));
  const rings: Rich = isWay || way.length === 0 ? way.slice(0, 3) : [words.noNumber];
  const lines: readonly Rich[] = [
    [{ bold: words.about }, `${sayTopics(facts.topics)}.`],
    ...(next
      ? [
          [
            { bold: words.next },
            `${shortOrderOf(next, concern)}: ${sayLimitShort(next, concern, now)}.`,
            ...(rings.length > 0 ? [' ', ...rings] : []),
          ],
        ]
      : []),
    ...(isSettled(view.said.get('parents'))
      ? []
      : [[{ bold: words.parents }, `${parentsShort[decision.parents.status]}.`]]),
    [words.raisedBy, { account: view.reporter, label: details.reporter }, '.'],
    ...(view.restricted ? [[{ bold: sayPicked(view) }]] : []),
    ...newsOf(view),
    ...(view.before ? [[{ bold: words.changed }]] : []),
    ...(waits.length > 0 ? [waits] : []),
  ];
  return lines.map((each) => ({ text: each }));
}

/** As many names as can be taken in at a look. */
const mostNames = 2;

function sayPicked({ picked = [] }: ConcernView): string {
  const areFew = picked.length > 0 && picked.length <= mostNames;
  return areFew ? `${words.pickedAre}${andList(picked)}.` : words.picked;
}

/** The newest of what whoever raised it did, or was asked for. */
function newsOf({ history }: ConcernView): readonly Rich[] {
  const newest = history.findLast(({ what }) => what === 'no-answer' || what === 'referred' || what === 'contact');
  switch (newest?.what) {
    case 'no-answer':
      return [[`${words.noAnswer}${andList(newest.who)}, ${sayTime(newest.at)}.`]];
    case 'referred':
      return [[`${words.referred}${sayTime(newest.at)}.`]];
    case 'contact':
      return [[`${words.asked}${newest.who}, ${sayTime(newest.at)}.`]];
    default:
      return [];
  }
}

/** The rest stands in what was advised. */
function sayTopics([first, second, ...rest]: readonly Topic[]): string {
  const named = [first, second].flatMap((topic) => (topic ? [topicClass[topic]] : []));
  return rest.length > 0 ? `${named[0]} ${words.and} ${rest.length + 1} ${words.more}` : andList(named);
}

/** As many as can be taken in at a look; the rest is said behind "Something else". */
const mostTasks = 4;

/** One button for each thing that is left: it is done. Anything else that is true of it is one press away. */
function toSay(view: ConcernView, settled: boolean): readonly Block[] {
  const { id, concern, said, stage } = view;
  if (stage !== 'owned') return [];
  if (settled)
    return view.outcome
      ? []
      : [{ kind: 'buttons', buttons: outcomes.map((each) => leadButton('outcome', id, outcomeLabels[each], each)) }];
  const open = tasksOf(concern).filter((task) => !isSettled(said.get(task)));
  const done = open.slice(0, mostTasks).map((task) => leadButton('done', id, capital(taskWords(task).ticked), task));
  return [{ kind: 'buttons', buttons: [...done, leadButton('task', id, leadActWords.task)] }];
}
