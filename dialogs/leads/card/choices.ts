/** Choices a lead makes about a concern: who takes it over, which one it is the same as, why it is not for them. */
import type { Message } from '../../message.ts';
import { framed, heading, list, quiet, text } from '../../screens/frame.ts';
import { handReasonWords } from '../../words/lead-tasks.ts';
import { choose, notForUsWords } from '../../words/leads.ts';
import { type ConcernView, handReasons, type NotForUs, notForUsReasons } from '../concern/concern-view.ts';
import { leadButton } from '../concern/lead-button.ts';
import { sayMoment } from '../concern/times.ts';
import type { NamedLead } from './details.ts';
import { screen } from './task-screens.ts';

/**
 * @param named `id` is a mark of who they are
 * @param changed another stands behind the button that was pressed: it told nobody
 */
export function handScreen(view: ConcernView, named: readonly NamedLead[], changed = false): Message {
  const people = named.map(({ id, name }) => leadButton('hand', view.id, short(name), id));
  const help = named.length > 0 ? choose.handHelp : choose.handNobody;
  const said = changed ? `${choose.handChanged} ${help}` : help;
  return screen(view, choose.handSummary, choose.hand, [text(said)], people);
}

/** @param to the mark of who stood on the button */
export function handReasonScreen(view: ConcernView, to: string): Message {
  const reasons = handReasons.map((reason) => leadButton('hand', view.id, handReasonWords[reason], `${to}!${reason}`));
  return screen(view, choose.handReasonSummary, choose.handReason, [text(choose.handReasonHelp)], reasons);
}

/** @param others open concerns that the one who asks may see. */
export function sameScreen(view: ConcernView, others: readonly ConcernView[]): Message {
  const them = others.map(({ id, reference, raisedAt }) =>
    leadButton('same', view.id, `${reference}, raised ${sayMoment(raisedAt)}`, id),
  );
  return screen(
    view,
    choose.sameSummary,
    choose.same,
    [text(others.length > 0 ? choose.sameHelp : choose.sameNone)],
    them,
  );
}

export function notForUsScreen(view: ConcernView): Message {
  const why = notForUsReasons.map((reason) => leadButton('not-us', view.id, notForUsWords[reason], reason));
  return screen(view, choose.reasonSummary, choose.reason, [text(choose.reasonHelp)], why);
}

/** Closing it is confirmed: nobody hears of it again after that. */
export function notForUsSure(view: ConcernView, reason: NotForUs): Message {
  return framed(
    { practice: false },
    {
      summary: choose.sureSummary,
      body: [
        heading(choose.sure),
        text(`${notForUsWords[reason]}.`),
        list(choose.sureHelp),
        quiet(`Reference ${view.reference}.`),
      ],
      moves: [
        { ...leadButton('not-us', view.id, choose.sureYes, `${reason}!`), look: 'danger' },
        leadButton('back', view.id, choose.sureNo),
      ],
    },
  );
}

/** A button holds 75 characters. */
const short = (name: string) => (name.length > 75 ? `${name.slice(0, 74)}…` : name);
