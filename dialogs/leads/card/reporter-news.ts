/** What the person who raised a concern hears of it: told, seen and by whom, done; and what to do where it fails. */
import { contactsFor } from '../../../rules/contacts.ts';
import { nationOf, type Person, peopleOf, siteOf } from '../../../rules/local.ts';
import { coverOf } from '../../../rules/on-cover.ts';
import { ringSentence } from '../../answer/acts.ts';
import { andList } from '../../answer/citation.ts';
import { contactLine } from '../../answer/lines.ts';
import { planOf } from '../../answer/plan.ts';
import type { Block } from '../../message.ts';
import { sayTime } from '../../said.ts';
import { alert, text } from '../../screens/frame.ts';
import { reasonsTold, reporter as words } from '../../words/lead-news.ts';
import type { ConcernView, Happening } from '../concern/concern-view.ts';
import { shortOrderOf, tickable } from '../concern/duties.ts';
import { freeSince } from '../concern/history.ts';
import { sayAge } from '../concern/times.ts';

/**
 * Nothing where it is not theirs to hear, or their own doing.
 *
 * @param view as `guarded` leaves it.
 */
export function newsFor(happening: Happening, view: ConcernView, now: Date): readonly Block[] | undefined {
  switch (happening.what) {
    case 'raised':
    case 'changed':
    case 'referred':
    case 'no-answer':
    case 'reminded':
    case 'text':
    case 'outcome':
    case 'seen':
      return undefined;
    case 'withdrawn':
      return [text(words.withdrawn)];
    case 'told':
      return told(happening, view, now);
    case 'not-reached':
      return [alert(`${words.notReached}${andList(happening.places)}.`), ...ring(happening.places, view, now)];
    case 'gone':
      return happening.left > 0
        ? [alert(words.gone), text(words.pickAgainMore)]
        : [alert(words.goneAll), text(words.pickAgain), ...insteadOfThem(view, now)];
    case 'owner-gone':
    case 'parted':
    case 'site-gone':
      return [alert(words[happening.what]), ...ring([], view, now)];
    case 'taken':
      return [
        text(`${happening.who} ${view.kind === 'call' ? words.going : words.taken}`),
        ...numbersOf([happening.who], view),
      ];
    case 'untaken':
      return [alert(`${happening.who} ${words.untaken}`), ...ring([], view, now)];
    case 'handed':
      return [
        text(`${happening.who} ${words.handed}${happening.to}. ${happening.to} ${words.handedTo}`),
        ...numbersOf([happening.to], view),
      ];
    case 'contact':
      return [alert(`${happening.who} ${words.contact}`), ...numbersOf([happening.who], view)];
    case 'done':
    case 'undone':
    case 'tried':
    case 'not-needed':
    case 'not-mine':
      return ticked(happening, view);
    case 'closed':
    case 'reopened':
      return [text(`${happening.who} ${words[happening.what]}`), ...numbersOf([happening.who], view)];
    case 'snoozed':
      return [
        text(`${happening.who} ${words.snoozed}${sayTime(happening.until)}. ${words.snoozedRing}`),
        ...numbersOf([happening.who], view),
      ];
    case 'joined':
      return [text(`${happening.who} ${words.joined}${happening.reference}.`)];
    case 'gained':
      return [text(`${happening.who} ${words.gained}`)];
    case 'erase-asked':
      return [text(`${happening.who} ${words.eraseAsked}`)];
    case 'not-for-us':
      return notForUs(happening, view, now);
    case 'ended':
      return [alert(words.ended), ...ring([], view, now)];
  }
}

type Of<What extends Happening['what']> = Extract<Happening, { what: What }>;

function told({ level, places, at }: Of<'told'>, view: ConcernView, now: Date): readonly Block[] {
  if (level === 0)
    return [
      text(`${words.told}${andList(places)} now. ${words.ifNot} ${words.notTelling}`),
      ...(whoAnswers(places, view, now) ?? insteadOfThem(view, now)),
    ];
  const earlier = view.history.filter((each) => each.at.getTime() <= at.getTime());
  const waited = sayAge(freeSince(earlier, view.raisedAt), at);
  return [alert(`${words.nobodyYet}${waited}. ${words.nowTold}${andList(places)}.`), ...ring(places, view, now)];
}

/**
 * Those of these people who can answer now; else whoever is to be rung first. Nobody who is off while somebody who can
 * answer exists, and nobody who may not know of it.
 */
function ring(places: readonly string[], view: ConcernView, now: Date): readonly Block[] {
  const numbers = whoAnswers(places, view, now);
  if (numbers) return [text(words.ringThem), ...numbers];
  return view.concern ? insteadOfThem(view, now) : [text(words.ringYourself)];
}

function whoAnswers(places: readonly string[], view: ConcernView, now: Date): readonly Block[] | undefined {
  const able = places.filter((name) => canAnswer(name, view, now));
  return able.length > 0 ? numbersOf(able, view) : undefined;
}

/** Whom to ring in place of people who cannot be told. */
export function insteadOfThem({ concern }: ConcernView, now: Date): readonly Block[] {
  if (!concern) return [];
  const plan = planOf(concern.outcome, { ...concern.context, now }, concern.state.tried);
  return [{ kind: 'text', text: ringSentence(plan) }];
}

function canAnswer(name: string, view: ConcernView, now: Date): boolean {
  const person = personNamed(name, view);
  if (!view.concern || !person) return false;
  const { organisation, calendar } = view.concern.context;
  const site = siteOf(organisation, view.concern.outcome.place.site);
  return coverOf(person, now, nationOf(organisation, site), calendar).openNow !== false;
}

function numbersOf(names: readonly string[], view: ConcernView): readonly Block[] {
  const people = names.flatMap((name) => personNamed(name, view) ?? []);
  if (people.length === 0) return [];
  const lines = people.map(({ name, phone }) => ({ text: [{ bold: name }, ': ', { phone }] }));
  return [{ kind: 'list', lines }];
}

function personNamed(name: string, { concern }: ConcernView): Person | undefined {
  const site = concern && siteOf(concern.context.organisation, concern.outcome.place.site);
  return site && peopleOf(site).find((person) => person.name === name);
}

const theirs = {
  done: [words.done, words.doneCheck],
  undone: [words.undone, words.undoneCheck],
  tried: [words.tried, words.triedCheck],
  'not-needed': [words.notNeeded, words.doneCheck],
  'not-mine': [words.notMine, words.undoneCheck],
} as const;

/** What was said of something that they were asked to do themselves, so that nobody does it twice or not at all. */
function ticked({ what, who, duty: route }: Of<keyof typeof theirs>, view: ConcernView): readonly Block[] | undefined {
  const { concern } = view;
  const asked = concern && tickable(concern.outcome.decision.duties).filter(({ actor }) => actor === 'you');
  const duty = asked?.find((each) => each.route === route);
  if (!concern || !duty) return undefined;
  const [said, check] = theirs[what];
  return [text(`${who} ${said}"${shortOrderOf(duty, concern)}". ${check}`), ...numbersOf([who], view)];
}

function notForUs({ who, reason }: Of<'not-for-us'>, view: ConcernView, now: Date): readonly Block[] {
  const { concern } = view;
  const said = text(`${who} ${words.notForUs} ${reasonsTold[reason]}`);
  if (!concern) return [said, text(words.dutyStays)];
  const { organisation, calendar } = concern.context;
  const at = { organisation, calendar, moment: now, ...concern.outcome.place };
  const lines = contactsFor('childrens-social-care', at).map((line) => contactLine(line, now));
  return [said, text(words.stillWorried), { kind: 'list', lines }, text(words.dutyStays)];
}
