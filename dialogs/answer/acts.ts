/** The plan as it is read: the acts in order, what to say, what not to do. */
import type { Facts } from '../../rules/facts.ts';
import { calmContact } from '../../rules/who.ts';
import type { Block, ListLine, Rich, Span } from '../message.ts';
import { sayMinutes, sayTime } from '../said.ts';
import { alert, heading, text } from '../screens/frame.ts';
import type { Context, Outcome } from '../steps.ts';
import { joined } from '../whole.ts';
import { askWords, bodyWords, dontShort, matterWords, acts as words } from '../words/acts.ts';
import type { OutsideRoute } from './calls.ts';
import { andList, marks } from './citation.ts';
import type { DontShort } from './donts.ts';
import { type Act, type Plan, standingAct } from './plan.ts';

export function actBlocks(plan: Plan, outcome: Outcome, context: Context): readonly Block[] {
  const emergency = plan.acts.find(({ kind }) => kind === 'emergency');
  const rest = plan.acts.filter((act) => act !== emergency);
  const lines = rest.map((act, i) => actLine(act, rest, i, plan, context));
  return [
    ...(emergency
      ? [alert('Ring ', { phone: '999' }, plan.withChild ? words.emergencyWhy : words.emergencyAlone)]
      : []),
    heading(sayPlanTime(plan)),
    { kind: 'list', numbered: true, lines },
    ...(plan.homeTime ? [homeTime(plan)] : []),
    ...(plan.ifNobodySafe
      ? [{ kind: 'text', text: [...nobodySafe(plan.ifNobodySafe), { phone: '999' }, { bold: '.' }] } as const]
      : []),
    sayBlock(plan, outcome),
    dontBlock(plan),
    ...(lastLine(plan) ? [text(lastLine(plan))] : []),
  ];
}

function lastLine({ withChild, danger, tellLater, guard, homeTime: ahead }: Plan): string {
  const later = guard === 'picked' ? words.tellPicked : words.tellLater;
  const stay = withChild && danger !== 'yes' ? [words.withChild] : [];
  // To write it down stands in the first part too; before home time it can wait.
  return joined([...stay, ...(ahead ? [] : [words.write]), ...(tellLater ? [later] : [])], ' ');
}

/** Near midnight there is less time than usual. The number comes next. */
export const nobodySafe = ({ minutes }: { readonly minutes: number }): Rich => [
  { bold: `${words.nobodySafe}${sayMinutes(minutes)}${words.theyAreSafe}` },
];

/** Not to confront the adult is said once: here, or with what else is not to be done. */
const homeTime = ({ donts }: Plan): Block => ({
  kind: 'text',
  text: [{ bold: words.homeTime }, { phone: '999' }, { bold: `.${saysNotToConfront(donts) ? '' : words.confront}` }],
});

const saysNotToConfront = (donts: readonly DontShort[]) =>
  donts.includes('tellAdult') || donts.includes('anyoneAround');

/** "NOW · midnight at the very latest", "TODAY by 5pm". */
function sayPlanTime({ time, homeTime: ahead }: Plan): string {
  if (time.kind === 'today') return time.by ? `${words.today} by ${sayTime(time.by)}` : words.today;
  // Home time is sooner than midnight, and said.
  return ahead ? words.now : `${words.now} · ${words.midnight}`;
}

function actLine(act: Act, all: readonly Act[], i: number, plan: Plan, context: Context): ListLine {
  if (act.done) return { text: doneText(act) };
  const after = all[i - 1];
  const opening = openingOf(act, after, plan);
  return { text: [...opening, ...reach(act, plan), ...more(act, plan, context)] };
}

const doneText = ({ contact, done }: Act): Rich =>
  done?.result === 'rung'
    ? [`✓ ${contact.who}: rung ${sayTime(done.at)}.`]
    : [`${words.noAnswerFrom}${contact.who}, ${done ? sayTime(done.at) : ''}.`];

/** "Ring Jo Marsh", "No answer in 10 minutes, or no? Ring the police", "Then social care". */
function openingOf(act: Act, before: Act | undefined, { time }: Plan): Rich {
  const name = nameOf(act);
  const ring = act.kind === 'lead' && time.kind === 'today' ? 'Tell' : 'Ring';
  if (act.kind === 'find' && !act.unless) return before ? ['Then: '] : [];
  if (act.unless) {
    const asked = before?.ask !== undefined;
    const wait = before?.done?.result === 'rung' ? 'Not done' : `No answer in ${sayMinutes(act.unless.minutes)}`;
    const opening = `${wait}${asked ? words.orNo : '?'} `;
    return act.kind === 'find' ? [opening] : [opening, 'Ring ', { bold: name }];
  }
  const then = before && before.kind !== 'lead' && before.done === undefined;
  return then ? ['Then ', { bold: name }] : [{ bold: `${ring} ${name}` }];
}

function nameOf({ kind, contact, route }: Act): string {
  if (kind !== 'outside') return contact.who;
  const body = bodyWords[route as OutsideRoute];
  if (route === 'police' || route === 'police-advice') return body;
  return `${body}, ${contact.who.replace(/^LADO, /, '')}`;
}

function reach(act: Act, { time }: Plan): Rich {
  const { contact, kind, basis } = act;
  if (kind === 'find') {
    const url = contact.url ?? '';
    return [words.find, contact.who, words.findAt, { link: url, label: url }, words.findElse, { phone: '101' }, '.'];
  }
  const person = kind === 'lead' && time.kind === 'today' && act.unless === undefined ? words.inPerson : '';
  const open = kind === 'outside' && contact.openNow === true && contact.phone !== '101' ? ` (${words.openNow})` : '';
  const phone: Span[] = contact.phone ? [' ', { phone: contact.phone }] : [];
  return [`${marks[basis]}${person}${open}`, ...phone];
}

function more(act: Act, { time }: Plan, { organisation: _ }: Context): Rich {
  const ask = act.ask ?? [];
  const now = time.kind === 'now' ? words.willYouNow : words.willYouToday;
  return [
    ...(ask.length > 0
      ? ['\n', `${words.willYou}${andList([...new Set(ask.map((route) => askWords[route]))])}${now}`]
      : []),
    ...(act.askFor ? [` ${words.lado}`] : []),
  ];
}

function sayBlock(plan: Plan, { facts }: Outcome): Block {
  const { advice = false, alone = false, callBack } = plan.say ?? {};
  const opening = advice ? words.advice : words.referral;
  const back = alone ? `${words.ringBack}${callBack ? ` or ${callBack.split(',')[0]}` : ''}. ` : ' ';
  const sentence = `"${opening}${mattersOf(facts)}.${adultSaid(facts)}${back}${words.nameAndReference}"`;
  return { kind: 'text', text: [{ bold: alone ? words.sayAlone : words.say }, sentence] };
}

/** What is said on the phone is short: the first, and a second where both are few words. */
function mattersOf(facts: Facts): string {
  const { topics, adultConduct: conduct, upskirting, staffConduct } = facts;
  const named = topics.map((topic) => {
    if (topic === 'adult' && conduct === 'images') return matterWords.images;
    if (topic === 'adult' && calmContact.holds(facts)) return matterWords.calmContact;
    if (topic === 'adult' && conduct === 'contact') return matterWords.contact;
    if (topic === 'bullying' && upskirting === 'yes') return matterWords.upskirting;
    if (topic === 'other' && staffConduct === 'yes') return matterWords.staff;
    return matterWords[topic];
  });
  const both = andList(named.slice(0, 2));
  return both.split(' ').length <= 9 ? both : (named[0] ?? matterWords.other);
}

const adultSaid = ({ positionOfTrust }: Facts): string => (positionOfTrust === 'yes' ? words.mayWork : '');

const dontBlock = ({ donts }: Plan): Block => ({
  kind: 'text',
  text: [
    { bold: words.doNot },
    joined(
      donts.map((short) => dontShort[short]),
      ' · ',
    ),
    '.',
  ],
});

/** The buttons of the act that stands: done, or nobody there. */
export function standingNumber(plan: Plan): { readonly act: Act; readonly number: number } | undefined {
  const act = standingAct(plan);
  if (!act) return undefined;
  const number = plan.acts.filter(({ kind }) => kind !== 'emergency').indexOf(act) + 1;
  return { act, number };
}

/** "Ring Jo Marsh, 07700 900102. " Nothing where no number is known yet. */
export function firstToRing(plan: Plan): Rich {
  const first = plan.acts.find(({ done, kind }) => done === undefined && kind !== 'emergency');
  if (!first?.contact.phone) return [];
  return [{ bold: `Ring ${first.contact.who.split(',')[0]}` }, ...reachPlain(first), '. '];
}

/** One sentence, where a card of its own would be too much: the first to ring, and the next. */
export function ringSentence(plan: Plan): Rich {
  const [first, second] = plan.acts.filter(({ done, kind }) => done === undefined && kind !== 'emergency');
  if (!first) return [words.allDone];
  const opening: Rich =
    first.kind === 'find' ? reach(first, plan) : [{ bold: `Ring ${nameOf(first)}` }, ...reachPlain(first), '.'];
  if (!second || first.kind === 'find') return opening;
  const next: Rich =
    second.kind === 'find' ? reach(second, plan) : [`Ring ${nameOf(second)}`, ...reachPlain(second), '.'];
  return [...opening, ' No answer? ', ...next];
}

const reachPlain = ({ contact }: Act): Rich => (contact.phone ? [', ', { phone: contact.phone }] : []);
