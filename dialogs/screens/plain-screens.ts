/** First, help, why, change, stopped, files: the screens around the questions. */
import { citation, citesInferred, inferredNote } from '../answer/citation.ts';
import { type Ask, chosenLabels } from '../ask.ts';
import type { Block, Button, Message } from '../message.ts';
import { shortened } from '../plain.ts';
import type { State } from '../state.ts';
import * as words from '../words/screens.ts';
import { alert, framed, heading, list, move, quiet, text } from './frame.ts';

export function firstScreen(state: State, notice: readonly Block[] = []): Message {
  const { first } = words;
  return framed(state, {
    summary: first.summary,
    notice,
    body: [heading(first.title), text(first.what), { kind: 'text', text: [{ bold: first.keep }] }, text(first.told)],
    moves: [
      { label: first.start, action: { do: 'start', practice: false }, look: 'primary' },
      { label: first.practice, action: { do: 'start', practice: true } },
      { label: first.lookUp, action: { do: 'look-up' } },
    ],
  });
}

export function helpScreen(state: State): Message {
  const { help } = words;
  const open: readonly Button[] =
    state.stage === 'open' ? [move.show, move.change, move.now, move.restart, move.stop] : [move.show];
  return framed(state, {
    summary: help.summary,
    body: [heading(help.title), list(help.lines)],
    moves: [...open, move.lookUp],
  });
}

/** Why a question is asked, with its place in the chapter. */
export function whyScreen(ask: Ask, state: State): Message {
  const source =
    ask.cites.length > 0 ? citation({ basis: 'chapter', cites: ask.cites }) : citation({ basis: 'ours', cites: [] });
  return framed(state, {
    summary: 'Why we ask',
    body: [
      heading('Why we ask'),
      text(ask.ask),
      text(ask.why),
      quiet(citesInferred(ask.cites) ? `${source} ${inferredNote}` : source),
    ],
    moves: [move.show, move.now],
  });
}

/** The answers so far, each with a button to change it. @param canTakeBack somebody was told of this concern. */
export function changeScreen(
  asks: readonly { ask: Ask; values: readonly string[] }[],
  state: State,
  canTakeBack: boolean,
): Message {
  const { change, withdraw } = words;
  const changes = asks.map(({ ask }): Button => {
    return { label: shortened(ask.ask, change.labelLength), action: { do: 'change', question: ask.id } };
  });
  return framed(state, {
    summary: change.summary,
    body: [
      heading(change.title),
      asks.length === 0
        ? text(change.none)
        : {
            kind: 'list',
            lines: asks.map(({ ask, values }) => ({ text: [`${ask.ask} `, { bold: chosenLabels(ask, values) }] })),
          },
      ...(changes.length > 0 ? [{ kind: 'buttons', buttons: changes } as const] : []),
    ],
    moves: [move.show, ...(canTakeBack ? [{ label: withdraw.label, action: { do: 'withdraw' } } as const] : [])],
  });
}

/** Asks if sure: what was told cannot be called back. */
export function withdrawScreen(state: State): Message {
  const { withdraw } = words;
  return framed(state, {
    summary: withdraw.summary,
    body: [heading(withdraw.title), list(withdraw.lines)],
    moves: [move.show, { label: withdraw.sure, action: { do: 'withdraw', sure: true }, look: 'danger' }],
  });
}

export function stoppedScreen(state: State, notice: readonly Block[] = []): Message {
  const { stopped, first } = words;
  return framed(state, {
    summary: stopped.summary,
    notice,
    body: [heading(stopped.title), list(stopped.lines)],
    moves: [{ label: first.start, action: { do: 'start', practice: false } }, move.lookUp],
  });
}

/** Nothing of a file is opened, kept or passed on. */
export function fileNotice(): readonly Block[] {
  const { file } = words;
  return [alert(file.title), list(file.lines), { kind: 'divider' }];
}
