/** A concern's record as a page that prints to clean A4: no script, nothing from anywhere else, nothing to press. */
import { blanks, leadRecord as words } from '../../words/lead-record.ts';
import { emergencyLine } from '../../words/screens.ts';
import type { ConcernView } from '../concern/concern-view.ts';
import { type DueRow, recordParts } from './record-parts.ts';
import { recordSheets } from './record-style.ts';

/** Everything in it is escaped. Its title, which browsers keep, says only the reference. */
export function recordHtml(view: ConcernView, now: Date): string {
  const { facts, answers, reasons, due, happened, foot } = recordParts(view, now);
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>Record ${escaped(view.reference)}</title>
<style>${recordSheets(view.reference)}</style>
</head>
<body>
<main>
<h1>${escaped(words.title)}</h1>
<p>${escaped(words.intro)}</p>
<p class="screen">${escaped(words.shared)}</p>
<p class="screen">${escaped(emergencyLine)}</p>
<dl class="facts">
${lines(facts, ({ label, value }) => `<div><dt>${escaped(label)}</dt><dd>${escaped(value)}</dd></div>`)}
</dl>
${section(words.answers, answers.length > 0 ? answersTable(answers) : '')}
${section(words.reasonsTitle, reasons.length > 0 ? `<ol class="reasons">\n${lines(reasons, item)}\n</ol>` : '')}
${section(words.due, due.length > 0 ? dueTable(due) : '')}
${section(words.happened, `<ol class="happened">\n${lines(happened, ({ at, said }) => `<li><b>${escaped(at)}.</b> ${escaped(said)}</li>`)}\n</ol>`)}
${section(words.byHand, `<div class="blanks">\n${lines(blanks, blank)}\n</div>`)}
<footer>
${lines(foot, paragraph)}
</footer>
</main>
</body>
</html>
`;
}

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text that is nothing but text, between tags and in attributes. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign);
}

const lines = <T>(all: readonly T[], drawn: (each: T) => string): string => all.map(drawn).join('\n');
const paragraph = (sentence: string): string => `<p>${escaped(sentence)}</p>`;
const item = (sentence: string): string => `<li>${escaped(sentence)}</li>`;

const section = (title: string, body: string): string =>
  body === '' ? '' : `<section>\n<h2>${escaped(title)}</h2>\n${body}\n</section>`;

function answersTable(answers: readonly { readonly ask: string; readonly answer: string }[]): string {
  const rows = lines(
    answers,
    ({ ask, answer }) => `<tr><th scope="row">${escaped(ask)}</th>${cell(words.answer, answer)}</tr>`,
  );
  return table('answers', [words.question, words.answer], rows);
}

function dueTable(due: readonly DueRow[]): string {
  return table('due', [words.what, words.by, words.why, words.done], lines(due, dueRow));
}

function dueRow({ what, who, by, why, done }: DueRow): string {
  const cells = [
    `<th scope="row">${escaped(who)}: <b>${escaped(what)}</b></th>`,
    cell(words.by, by),
    cell(words.why, why),
    cell(words.done, done ?? ''),
  ];
  return `<tr>${cells.join('')}</tr>`;
}

function table(name: string, titles: readonly string[], rows: string): string {
  const head = titles.map((title) => `<th scope="col">${escaped(title)}</th>`).join('');
  return `<table class="${name}">\n<thead><tr>${head}</tr></thead>\n<tbody>\n${rows}\n</tbody>\n</table>`;
}

/** On a narrow screen the row is a small list: then each cell says which column it was. */
const cell = (title: string, text: string): string => `<td data-title="${escaped(title)}">${escaped(text)}</td>`;

const blank = ({ label, lines: count }: (typeof blanks)[number]): string =>
  `<div class="blank"><p>${escaped(label)}</p>${'<div class="line"></div>'.repeat(count)}</div>`;
