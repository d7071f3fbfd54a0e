/** What administrators are shown: references and counts, a link to the audit, and what is wrong. Never what a concern is about. */
import type { Message } from '../../message.ts';
import { alert, framed, heading, list, quiet, text } from '../../screens/frame.ts';
import {
  findingWords,
  peopleChanged,
  platformWords,
  textsWords,
  administrator as words,
} from '../../words/administrator.ts';
import { linkLife } from '../../words/pages.ts';
import { troubleSaid } from './set-up.ts';

/** Something that keeps a site's leads from hearing of concerns on one platform. */
export interface LeadsFinding {
  readonly finding: keyof typeof findingWords;
  readonly channel: keyof typeof platformWords;
  readonly site: { readonly id: string; readonly name: string };
  /** The platform's code, where a notice did not arrive. */
  readonly reason?: string;
}

/** As many as fit one message. */
const mostListed = 100;

/** @param references of the concerns that anybody named for a site may see, newest first. */
export function keptList(references: readonly string[]): Message {
  const shown = references.slice(0, mostListed);
  return framed(
    { practice: false },
    {
      summary: words.listSummary,
      body: [
        heading(`${words.listTitle}${references.length}`),
        ...(shown.length > 0 ? [text(shown.join(', ')), quiet(words.listErase)] : [text(words.listNone)]),
        ...(references.length > shown.length ? [quiet(words.listMost)] : []),
      ],
    },
  );
}

/** @param link nothing where the program has no address of its own. */
export function exportReady(link: string | undefined): Message {
  return framed(
    { practice: false },
    {
      summary: words.exportSummary,
      body: [
        heading(words.exportTitle),
        text(words.exportWhat),
        link ? { kind: 'text', text: [{ link, label: words.exportLink }, linkLife] } : alert(words.exportNoPage),
      ],
    },
  );
}

/** @param link nothing where the program has no address of its own. */
export function packReady(link: string | undefined): Message {
  return framed(
    { practice: false },
    {
      summary: words.packSummary,
      body: [
        heading(words.packTitle),
        text(words.packWhat),
        link ? { kind: 'text', text: [{ link, label: words.packLink }, linkLife] } : alert(words.exportNoPage),
      ],
    },
  );
}

/** It says nothing of any concern: it comes whether there is one or not. @param sites by their names */
/** @param sites `changed` by name; `left` by id, since the file no longer says how they are called */
export function peopleChangedNote({ changed, left }: Readonly<Record<'changed' | 'left', readonly string[]>>): Message {
  const body = [
    heading(peopleChanged.summary),
    ...(changed.length > 0 ? [text(`${peopleChanged.what}${changed.join(', ')}.`)] : []),
    ...(left.length > 0 ? [alert(`${peopleChanged.left}${left.join(', ')}. ${peopleChanged.leftMeans}`)] : []),
    text(peopleChanged.next),
  ];
  return framed({ practice: false }, { summary: peopleChanged.summary, body });
}

/** @param aDay as many as the organisation file says */
export function textsNote(aDay: number): Message {
  const body = [
    heading(textsWords.summary),
    text(`${textsWords.sent}${aDay}. ${textsWords.goOn}`),
    text(textsWords.next),
  ];
  return framed({ practice: false }, { summary: textsWords.summary, body });
}

export function findingsNote(findings: readonly LeadsFinding[]): Message {
  return framed(
    { practice: false },
    {
      summary: words.readySummary,
      body: [heading(words.readyTitle), list(findings.map(findingLine)), text(words.readyNext)],
      moves: [{ label: words.readySetUp, action: { do: 'setup' } }],
    },
  );
}

/** One sentence or two, for a list or a terminal. */
export function findingLine({ finding, channel, site, reason }: LeadsFinding): string {
  const why = reason === undefined ? '' : ` ${troubleSaid(reason)}`;
  return `${site.name}, ${platformWords[channel]}: ${findingWords[finding]}${why}`;
}
