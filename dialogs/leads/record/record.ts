/** A concern's record as text, to copy into a case file. */
import type { Block, Message } from '../../message.ts';
import { framed, heading, list, quiet, text } from '../../screens/frame.ts';
import { blanks, leadRecord as words } from '../../words/lead-record.ts';
import { linkLife, noPage } from '../../words/pages.ts';
import type { ConcernView } from '../concern/concern-view.ts';
import { recordParts } from './record-parts.ts';

const line = '______________________';

/** @param link to the page to print, where there is one. */
export function recordText(view: ConcernView, now: Date, link?: string): Message {
  const { facts, answers, reasons, due, happened, foot } = recordParts(view, now);
  return framed(
    { practice: false },
    {
      summary: words.summary,
      discreet: true,
      body: [
        heading(words.title),
        text(words.intro),
        link ? { kind: 'text', text: [{ link, label: words.printable }, linkLife] } : quiet(noPage),
        list(facts.map(({ label, value }) => `${label}: ${value}`)),
        ...titled(
          words.answers,
          answers.map(({ ask, answer }) => `${ask} ${answer}`),
        ),
        ...titled(
          words.reasonsTitle,
          reasons.map((reason, i) => `${i + 1}. ${reason}`),
        ),
        ...titled(
          words.due,
          due.map(({ what, who, by, why, done }) =>
            [`${who}: ${what} ${words.by}: ${by}.`, why, ...(done ? [done] : [])].join(' '),
          ),
        ),
        ...titled(
          words.happened,
          happened.map(({ at, said }) => `${at}: ${said}`),
        ),
        heading(words.byHand),
        list(blanks.map(({ label }) => `${label}: ${line}`)),
        ...foot.map((sentence) => quiet(sentence)),
      ],
    },
  );
}

const titled = (title: string, lines: readonly string[]): readonly Block[] =>
  lines.length === 0 ? [] : [heading(title), list(lines)];
