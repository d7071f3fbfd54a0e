/** What one press shows, to the lead who pressed: what it is about, what was advised, and each duty to tick. */
import { parentsSaid } from '../../answer/bodies.ts';
import { andList } from '../../answer/citation.ts';
import type { Block, Button, ListLine, Message, Rich } from '../../message.ts';
import { sayTime } from '../../said.ts';
import { alert, framed, heading, quiet, text } from '../../screens/frame.ts';
import { changeWords, dutyWords, topicClass } from '../../words/lead-duties.ts';
import { acts, card, details } from '../../words/leads.ts';
import type { ConcernView } from '../concern/concern-view.ts';
import { isPeopleDuty, mostPressing, orderOf, ringFor, sayLimit, tickable, type Worked } from '../concern/duties.ts';
import { guarded } from '../concern/guarded.ts';
import { leadButton } from '../concern/lead-button.ts';
import { sayMoment } from '../concern/times.ts';
import { callDetails } from './call-card.ts';
import { changesIn } from './changes.ts';
import { heldBy } from './notice-card.ts';

/** Somebody a concern can be handed to, as the organisation file names them. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/**
 * @param named whom it can be handed to; nobody: no button for it.
 * @param viewer who looks, as the organisation file names them: what only the owner can do is left out for others.
 */
export function detailsCard(known: ConcernView, now: Date, named: readonly Named[], viewer?: string): Message {
  const view = guarded(known);
  const { concern } = view;
  if (!concern) return callDetails(view);
  const changes = changesIn(view, now);
  const duties = tickable(concern.outcome.decision.duties);
  return framed(
    { practice: false },
    {
      summary: details.summary,
      discreet: true,
      body: [
        quiet(details.alone),
        ...(view.restricted ? [alert(details.restricted)] : []),
        ...about(view, concern, now),
        ...standing(view),
        ...texted(view),
        ...(changes ? [heading(changeWords.title), { kind: 'list', lines: changes } as const] : []),
        heading(details.due),
        ...dutiesShown(duties, view, concern, now),
        ...ticks(view, duties),
      ],
      moves: moves(view, named, viewer),
    },
  );
}

function about(view: ConcernView, concern: Worked, now: Date): readonly Block[] {
  const { facts, decision } = concern.outcome;
  const pressing = mostPressing(view, now);
  const advised = decision.duties
    .filter(isPeopleDuty)
    .filter(({ strength }) => strength !== 'may')
    .map((duty) => uncapital(orderOf(duty, concern)));
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

type Ticked = ReturnType<typeof tickable>[number];

function dutiesShown(duties: readonly Ticked[], view: ConcernView, concern: Worked, now: Date): readonly Block[] {
  if (duties.length === 0) return [text(details.nothingDue)];
  return [
    ...(duties.some(({ actor }) => actor === 'you') ? [text(details.theirDuties)] : []),
    { kind: 'list', lines: duties.map((duty) => dutyLine(duty, view, concern, now)) },
  ];
}

function dutyLine(duty: Ticked, { done }: ConcernView, concern: Worked, now: Date): ListLine {
  const order: Rich = [{ bold: orderOf(duty, concern) }];
  const tick = done.get(duty.route);
  if (tick) return { text: [...order, `: done. ${tick.who} ticked it, ${sayMoment(tick.at)}.`] };
  const note: Rich = [...(duty.actor === 'lead' ? [`${details.leadsDuty} `] : []), ...ringFor(duty, concern, now)];
  return { text: [...order, `: ${sayLimit(duty, concern, now)}.`], ...(note.length > 0 ? { note } : {}) };
}

/** One button a duty, also to take a tick back; none once the concern is closed. */
function ticks({ id, stage, done }: ConcernView, duties: readonly Ticked[]): readonly Block[] {
  if (duties.length === 0 || (stage !== 'open' && stage !== 'owned' && stage !== 'done')) return [];
  const tick = ({ route }: Ticked): Button =>
    done.has(route)
      ? leadButton('done', id, `Take back: ${dutyWords[route].ticked}`, `-${route}`)
      : leadButton('done', id, `Done: ${dutyWords[route].ticked}`, route);
  return [{ kind: 'buttons', buttons: duties.map(tick) }];
}

function moves({ id, stage, owner }: ConcernView, named: readonly Named[], viewer: string | undefined): Button[] {
  const running = stage === 'open' || stage === 'owned';
  const theirs = viewer === undefined || viewer === owner;
  const take: Button = { ...leadButton('take', id, acts.take), look: 'primary' };
  return [
    ...(stage === 'open' ? [take] : []),
    ...(stage === 'owned' && theirs ? [leadButton('untake', id, acts.untake)] : []),
    ...(stage === 'owned' && theirs && named.length > 0 ? [leadButton('hand', id, acts.hand)] : []),
    ...(running || stage === 'done' || stage === 'withdrawn' ? [leadButton('contact', id, acts.contact)] : []),
    ...(running ? [leadButton('same', id, acts.same), leadButton('not-us', id, acts.notForUs)] : []),
    ...(running ? [] : [{ ...leadButton('erase', id, acts.erase), look: 'danger' } as const]),
    leadButton('record', id, acts.record),
  ];
}
