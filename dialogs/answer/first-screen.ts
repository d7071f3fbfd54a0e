/** The first phone screen of the answer: who to ring now, stay with the child, by when. Under 60 words. */
import { type ContactLine, contactsFor } from '../../rules/contacts.ts';
import type { Duty, PeopleRoute } from '../../rules/outcome.ts';
import type { Block, Message, Rich } from '../message.ts';
import { sayDue } from '../said.ts';
import { alert, framed, heading } from '../screens/frame.ts';
import type { State } from '../state.ts';
import type { Context, Outcome } from '../steps.ts';
import { answer } from '../words/answer.ts';
import { routeWords } from '../words/decision.ts';
import { andList } from './citation.ts';
import { dueOf } from './lines.ts';

export function answerFirst(outcome: Outcome, state: State, context: Context, notice: readonly Block[] = []): Message {
  const due = (route: string) => outcome.decision.duties.find((duty) => duty.route === route);
  const blocks: Block[] = [heading('Do this first')];
  if (due('emergency')) blocks.push(alert('Ring ', { phone: '999' }, ` ${answer.emergencyFirst}`));
  const lead = due('safeguarding-lead');
  blocks.push({ kind: 'text', text: leadSentence(lead?.deadline.kind === 'now', outcome, context) });
  if (mayInvolveColleagues(outcome)) blocks.push(alert(answer.skipInvolved));
  blocks.push({ kind: 'text', text: [aboutContentOnly(outcome) ? answer.withYourNotes : answer.withTheChild] });
  const deadline = deadlineSentence(outcome, context);
  if (deadline) blocks.push({ kind: 'text', text: [{ bold: deadline }] });
  return framed(state, { summary: answer.summary, notice, body: blocks });
}

/** Who to ring, then who if not; where nobody is on cover, social care. */
export function leadSentence(now: boolean, outcome: Pick<Outcome, 'place'>, context: Context): Rich {
  const { organisation, calendar, now: moment } = context;
  const at = { organisation, calendar, moment, ...outcome.place };
  const leads = contactsFor('safeguarding-lead', at).filter((line) => canAnswer(line));
  const [first, second] = leads;
  const missing = contactsFor('safeguarding-lead', at).find((line) => line.kind === 'missing');
  if (!first) {
    const care = contactsFor('childrens-social-care', at).find((line) => canAnswer(line));
    return [missing?.kind === 'missing' ? missing.said : answer.ringLead, ...(care ? [' ', ...named(care)] : [])];
  }
  const opening: Rich = [{ bold: now ? answer.ringLead : answer.tellLead }, ...named(first), '. '];
  if (!now) return [...opening, answer.notTelling];
  const next: Rich = second ? [answer.noAnswer, ...named(second), `. ${answer.stillNone}`] : [answer.nobodyElse];
  return [...opening, ...next, ` ${answer.notTelling}`];
}

const canAnswer = (line: ContactLine) => line.kind === 'contact' && line.openNow !== false && line.phone !== undefined;

function named(line: ContactLine): Rich {
  return line.kind === 'contact' && line.phone ? [`${line.who}, `, { phone: line.phone }] : [line.who];
}

/** "The police and children's social care: today, by midnight (5 hours 29 minutes left)." */
export function deadlineSentence(outcome: Outcome, context: Context): string | undefined {
  const told: readonly PeopleRoute[] = [
    'police',
    'childrens-social-care',
    'lado',
    'police-advice',
    'social-care-advice',
  ];
  const due = outcome.decision.duties.filter((duty): duty is Duty & { route: PeopleRoute } =>
    (told as readonly string[]).includes(duty.route),
  );
  const [worst] = due;
  if (!worst) return undefined;
  const when = sayDue(dueOf(worst.deadline, outcome, context));
  const together = due.filter((duty) => sayDue(dueOf(duty.deadline, outcome, context)) === when);
  const named = (duties: readonly (Duty & { route: PeopleRoute })[]) =>
    duties.map(({ route }) => routeWords[route].name);
  const either = named(together.filter(({ strength }) => strength === 'oneOf'));
  const certain = named(together.filter(({ strength }) => strength !== 'oneOf'));
  const whom =
    certain.length === 0
      ? `${either.join(' or ')} (in doubt, both)`
      : `${andList(certain)}${either.length > 0 ? ` (in doubt, ${andList(either)} too)` : ''}`;
  return `Tell ${whom}: ${when}.`;
}

const mayInvolveColleagues = ({ decision }: Outcome) => decision.parents.status === 'tell-nobody';
const aboutContentOnly = ({ facts }: Outcome) => facts.topics.every((topic) => topic === 'content');
