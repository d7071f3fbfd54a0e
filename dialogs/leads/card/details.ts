/** What was advised, to the lead who asks for it: what it is about, about the parents, each thing to do and how it stands. */
import { parentsSaid } from '../../answer/bodies.ts';
import { andList } from '../../answer/citation.ts';
import { changedSince } from '../../answer/version.ts';
import type { Block, ListLine, Message, Rich } from '../../message.ts';
import { sayTime } from '../../said.ts';
import { alert, framed, heading, quiet, text } from '../../screens/frame.ts';
import { changeWords, topicClass } from '../../words/lead-duties.ts';
import { card, details, leadActWords } from '../../words/leads.ts';
import { versions } from '../../words/versions.ts';
import type { ConcernView } from '../concern/concern-view.ts';
import {
  isPeopleDuty,
  mostPressing,
  ringFor,
  shortOrderOf,
  tasksOf,
  tickable,
  type Worked,
} from '../concern/duties.ts';
import { guarded } from '../concern/guarded.ts';
import { leadButton } from '../concern/lead-button.ts';
import { sayMoment } from '../concern/times.ts';
import { callDetails } from './call-card.ts';
import { changesIn } from './changes.ts';
import { heldBy } from './notice-card.ts';
import { taskLine } from './task-screens.ts';

/** Somebody a concern can be handed to, as the organisation file names them. */
export interface NamedLead {
  readonly id: string;
  readonly name: string;
}

export function detailsCard(known: ConcernView, now: Date): Message {
  const view = guarded(known);
  const { concern } = view;
  if (!concern) return callDetails(view);
  const changes = changesIn(view, now);
  return framed(
    { practice: false },
    {
      summary: details.summary,
      discreet: true,
      body: [
        quiet(details.alone),
        ...(view.restricted ? [alert([details.restricted, ...pickedNames(view)].join(' '))] : []),
        ...about(view, concern, now),
        ...standing(view),
        ...texted(view),
        ...(changes ? [heading(changeWords.title), { kind: 'list', lines: changes } as const] : []),
        heading(details.due),
        ...dutiesShown(view, concern, now),
      ],
      moves: [leadButton('back', view.id, leadActWords.back)],
    },
  );
}

function about(view: ConcernView, concern: Worked, now: Date): readonly Block[] {
  const { facts, decision } = concern.outcome;
  const pressing = mostPressing(view, now);
  const advised = decision.duties
    .filter(isPeopleDuty)
    .filter(({ strength }) => strength !== 'may')
    .map((duty) => uncapital(shortOrderOf(duty, concern)));
  const parents = parentsSaid(concern.outcome);
  const lines: readonly ListLine[] = [
    { text: [{ bold: details.about }, `${andList(facts.topics.map((topic) => topicClass[topic]))}.`] },
    ...(pressing ? [{ text: [{ bold: details.soonest }, `${pressing.limit}. ${pressing.order}.`] }] : []),
    { text: [{ bold: details.advised }, `${advised.join('; ')}.`] },
    { text: [{ bold: details.parents }, `"${parents}"`], ...askedOf(parents, concern, now) },
    { text: [{ bold: details.speakWith }, { account: view.reporter, label: details.reporter }, '.'] },
  ];
  const place = view.site ? ` ${view.site}.` : '';
  return [
    heading(details.title),
    { kind: 'list', lines },
    quiet(`Reference ${view.reference}.${place} Raised ${sayMoment(view.raisedAt)}.`),
    ...changedSince(view.raisedUnder).map((line) => quiet(`${line} ${versions.afresh}`)),
  ];
}

/** Social care is asked about the parents also where it is not told otherwise: then its number stands here. */
function askedOf(parents: string, concern: Worked, now: Date): { readonly note?: Rich } {
  const told = concern.outcome.decision.duties.some(
    ({ route }) => route === 'childrens-social-care' || route === 'social-care-advice',
  );
  if (told || !/social care/.test(parents)) return {};
  return { note: ringFor({ route: 'social-care-advice', actor: 'lead' }, concern, now) };
}

const pickedNames = ({ picked = [] }: ConcernView): readonly string[] =>
  picked.length > 0 ? [`${details.picked}${andList(picked)}.`] : [];

const uncapital = (words: string) => words.charAt(0).toLowerCase() + words.slice(1);

function standing(view: ConcernView): readonly Block[] {
  const asked = view.history.findLast((each) => each.what === 'contact');
  return [
    ...(view.stage === 'open' ? [text(card.nobody)] : heldBy(view)),
    ...(asked?.what === 'contact' ? [text(`${asked.who} asked them to get in touch, ${sayMoment(asked.at)}.`)] : []),
  ];
}

/** What became of the newest text to each who got one. */
function texted({ history }: ConcernView): readonly Block[] {
  const texts = history.flatMap((each) => (each.what === 'text' ? [each] : []));
  const newest = [...Map.groupBy(texts, ({ who }) => who).values()].flatMap((of) => of.slice(-1));
  const said = newest.map(({ who, result, at }) =>
    result === 'delivered' ? `${who}: ${details.textDelivered} ${sayTime(at)}.` : `${who}: ${details.textFailed}`,
  );
  return said.length > 0 ? [quiet(said.join(' '))] : [];
}

function dutiesShown({ said }: ConcernView, concern: Worked, now: Date): readonly Block[] {
  const duties = tickable(concern.outcome.decision.duties);
  const lines = tasksOf(concern).map((task) => taskLine(task, concern, said.get(task), now));
  return [...(duties.some(({ actor }) => actor === 'you') ? [text(details.theirDuties)] : []), { kind: 'list', lines }];
}
