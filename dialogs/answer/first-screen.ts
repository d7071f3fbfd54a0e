/** The first phone screen of the answer: who to ring now, stay with the child, by when. Under 60 words. */
import { type ContactLine, contactsFor, councilFinder, type Moment } from '../../rules/contacts.ts';
import type { Due } from '../../rules/deadlines.ts';
import type { Duty } from '../../rules/outcome.ts';
import type { Block, Message, Rich } from '../message.ts';
import { sayDue, sayTimeLeft } from '../said.ts';
import { alert, framed, text } from '../screens/frame.ts';
import type { State } from '../state.ts';
import type { Context, Outcome } from '../steps.ts';
import { answer } from '../words/answer.ts';
import { routeNames } from '../words/decision.ts';
import { andList } from './citation.ts';
import { dueOf } from './lines.ts';

/** Where someone may come to harm, the order to ring 999 comes before all this, as a notice (view.ts). */
export function answerFirst(outcome: Outcome, state: State, context: Context, notice: readonly Block[] = []): Message {
  const due = (route: string) => outcome.decision.duties.find((duty) => duty.route === route);
  const deadline = deadlineSentence(outcome, context);
  return framed(state, {
    summary: answer.summary,
    notice,
    body: [
      {
        kind: 'text',
        text: ringSentence(due('safeguarding-lead')?.deadline.kind === 'now', outcome, context, 'below'),
      },
      ...whomToSkip(outcome),
      ...whatToSay(outcome).map(text),
      ...(deadline ? [{ kind: 'text', text: [{ bold: deadline }] } as const] : []),
    ],
  });
}

/** In danger there is room for little: to stay with the child is in the notice, the rest in the full answer. */
function whatToSay(outcome: Outcome): readonly string[] {
  const { facts, decision } = outcome;
  const inDanger = decision.duties.some(({ route }) => route === 'emergency');
  if (inDanger) return mayInvolveColleagues(outcome) ? [] : [answer.inDanger];
  // With no child in the talk, or one who may live with the adult, nothing is said to a child.
  const aboutAdult = mayInvolveColleagues(outcome) && facts.topics.every((topic) => topic === 'adult');
  const aboutContent = facts.topics.every((topic) => topic === 'content');
  if (facts.topics.includes('blackmail')) return [answer.blackmail, answer.briefly];
  return [aboutAdult || aboutContent ? answer.withYourNotes : answer.withTheChild];
}

function whomToSkip(outcome: Outcome): readonly Block[] {
  if (!mayInvolveColleagues(outcome)) return [];
  return [alert(outcome.told === 'picked' ? answer.onlyPicked : answer.skipInvolved)];
}

/** Who to ring first: a lead, or somebody picked as safe, or somebody outside where nobody was. */
export function ringSentence(now: boolean, outcome: Outcome, context: Context, calls: 'below' | 'here' = 'here'): Rich {
  if (outcome.told !== 'nobody') return leadSentence(now, outcome, context, calls);
  const { organisation, calendar, now: moment } = context;
  const at = { organisation, calendar, moment, ...outcome.place };
  const lado = outcome.decision.duties.some(({ route }) => route === 'lado') ? contactsFor('lado', at) : [];
  const outside = [...lado.slice(0, 1), ...contactsFor('childrens-social-care', at), ...contactsFor('police', at)];
  const [first, second] = outside.filter((line) => canAnswer(line) && !isEmergency(line));
  if (!first) return instead(at);
  const then: Rich = second ? [` ${answer.noAnswerThen}`, ...named(second), '.'] : [];
  return [{ bold: now ? answer.ringNow : answer.tellToday }, ...named(first), '.', ...then];
}

/**
 * Which lead to ring, then who if not, then social care; the police where its number is not known.
 *
 * @param calls `below`: the numbers of those to ring next follow on the same card.
 */
export function leadSentence(
  now: boolean,
  outcome: Pick<Outcome, 'place' | 'told'>,
  context: Context,
  calls: 'below' | 'here' = 'here',
): Rich {
  const { organisation, calendar, now: moment } = context;
  const at = { organisation, calendar, moment, ...outcome.place };
  const lines = contactsFor('safeguarding-lead', at);
  const [first, second] = lines.filter(canAnswer);
  if (!first) return nobodyOnCover(lines, at, outcome.told);
  const [ring, tell] = outcome.told ? [answer.ringNow, answer.tellToday] : [answer.ringLead, answer.tellLead];
  const opening: Rich = [{ bold: now ? ring : tell }, ...named(first), '. '];
  if (!now) return [...opening, answer.notTelling];
  const then: Rich = second ? [answer.noAnswer, ...named(second), `. ${answer.stillNone}`] : [answer.nobodyElse];
  return [...opening, ...then, ' ', ...(calls === 'below' ? [answer.callBelow] : instead(at))];
}

function nobodyOnCover(lines: readonly ContactLine[], at: Moment, told: Outcome['told']): Rich {
  if (told) return [`${answer.nobodyPickedOnCover} `, ...instead(at), ` ${answer.tellThemLater}`];
  const missing = lines.find((line) => line.kind === 'missing');
  const known = lines.some((line) => line.kind === 'contact');
  const said = known || !missing ? answer.nobodyOnCover : missing.said;
  const after = known ? ` ${answer.tellLater}` : '';
  return [`${said} `, ...instead(at), after];
}

function instead(at: Moment): Rich {
  const care = contactsFor('childrens-social-care', at).find(canAnswer);
  if (care) return [answer.ringInstead, ...named(care), '.'];
  const [police] = contactsFor('police', at);
  const finder = { link: councilFinder, label: councilFinder };
  return [answer.findNumber, finder, ` ${answer.orRing}`, ...(police ? named(police) : []), '.'];
}

const isEmergency = (line: ContactLine) => line.kind === 'contact' && line.phone === '999';
const canAnswer = (line: ContactLine) => line.kind === 'contact' && line.openNow !== false && line.phone !== undefined;

function named(line: ContactLine): Rich {
  return line.kind === 'contact' && line.phone ? [`${line.who}, `, { phone: line.phone }] : [line.who];
}

const toTell = ['police', 'childrens-social-care', 'lado', 'police-advice', 'social-care-advice'] as const;
type DutyToTell = Duty & { readonly route: (typeof toTell)[number] };

/** "Tell the police and children's social care: today, by midnight (5 hours 29 minutes left)." */
function deadlineSentence(outcome: Outcome, context: Context): string | undefined {
  const due = outcome.decision.duties.filter((duty): duty is DutyToTell =>
    (toTell as readonly string[]).includes(duty.route),
  );
  const [worst] = due;
  if (!worst) return undefined;
  const when = sayLimit(dueOf(worst.deadline, outcome, context));
  const together = due.filter((duty) => sayLimit(dueOf(duty.deadline, outcome, context)) === when);
  return `${who(together)} ${whom(together)}: ${when}.`;
}

function who(duties: readonly DutyToTell[]): string {
  if (duties.some(({ route }) => !route.endsWith('-advice'))) return 'Tell';
  return duties.every(({ actor }) => actor === 'lead') ? 'Your lead asks' : 'Ask';
}

function whom(duties: readonly DutyToTell[]): string {
  const names = (chosen: readonly DutyToTell[]) => chosen.map(({ route }) => routeNames[route]);
  const either = names(duties.filter(({ strength }) => strength === 'oneOf'));
  const certain = names(duties.filter(({ strength }) => strength !== 'oneOf'));
  if (certain.length > 0) return `${andList(certain)}${either.length > 0 ? ` (in doubt, ${andList(either)} too)` : ''}`;
  return either.length > 1 ? `${either.join(' or ')} (in doubt, both)` : either.join();
}

/** Where there is no time to lose, the time left says midnight well enough. */
function sayLimit(due: Due): string {
  return due.kind === 'today' && due.urgent
    ? `as soon as you can today (${sayTimeLeft(due.minutesLeft)})`
    : sayDue(due);
}

const mayInvolveColleagues = ({ decision }: Outcome) => decision.guarded;
