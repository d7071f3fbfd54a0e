/** A term as counts, for governors: in the lead's chat, and as a page to print. No people, and no number below five. */
import type { Day } from '../../../rules/london.ts';
import type { Message } from '../../message.ts';
import { sayDate } from '../../said.ts';
import { framed, heading, quiet, text } from '../../screens/frame.ts';
import { countWords, termWords as words } from '../../words/lead-lists.ts';
import { linkLife, noPage } from '../../words/pages.ts';
import { escaped } from '../record/record-page.ts';
import { recordStyle } from '../record/record-style.ts';
import { toldOf } from './counts.ts';
import { type Bar, barOf, countsShown, endingBars, ordered, sumsOf, topicBars } from './month-counts.ts';
import type { Tally } from './tally.ts';

export interface TermCounts {
  readonly name: string;
  /** The Mondays of its first week and its last. */
  readonly first: Day;
  readonly last: Day;
  /** How many of its weeks were never counted. */
  readonly missing: number;
  readonly tally: Tally;
}

export interface TermReport {
  readonly site: string;
  /** The newest first. */
  readonly terms: readonly TermCounts[];
  /** When the next one is ready. */
  readonly next: Day;
}

/** The newest term, and a link to all of them. @param link nothing where the program has no address of its own */
export function termCard({ site, terms, next }: TermReport, link: string | undefined): Message {
  const [newest] = terms;
  const ready = quiet(`${words.ready}${sayDate(next)}.`);
  const body = newest
    ? [
        text(newest.name),
        ...countsShown(toldOf(newest.tally)),
        ...limitsOf(newest).map((line) => quiet(line)),
        link ? ({ kind: 'text', text: [{ link, label: words.open }, linkLife] } as const) : text(noPage),
        ready,
      ]
    : [text(words.none), ready];
  return framed({ practice: false }, { summary: words.summary, body: [heading(words.title), quiet(site), ...body] });
}

const limitsOf = ({ missing }: TermCounts): readonly string[] => [
  words.settled,
  ...(missing > 0 ? [`${words.missing}${missing}.`] : []),
  words.restricted,
  words.other,
];

export const termStyle = `${recordStyle}section + section { break-before: page; }
`;

/** Everything in it is escaped. Each term begins a sheet. */
export function termHtml({ site, terms, next }: TermReport, today: Day): string {
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${escaped(words.title)}</title>
<style>${termStyle}</style>
</head>
<body>
<main>
<h1>${escaped(`${words.title}: ${site}`)}</h1>
<p>${escaped(words.intro)}</p>
<p class="screen">${escaped(`${words.ready}${sayDate(next)}.`)}</p>
${terms.length > 0 ? terms.map(section).join('\n') : `<p>${escaped(words.none)}</p>`}
<footer>
<p>${escaped(sayDate(today))}</p>
</footer>
</main>
</body>
</html>
`;
}

function section(term: TermCounts): string {
  const told = toldOf(term.tally);
  const lines =
    told.total === undefined
      ? paragraph(countWords.tooFew)
      : [
          ...sumsOf(told).map(paragraph),
          part(countWords.topics, told.topics && topicBars(told.topics)),
          part(countWords.endings, told.endings && endingBars(told.endings)),
          paragraph(countWords.means),
        ].join('\n');
  const weeks = `${words.from}${sayDate(term.first)} to ${sayDate(term.last)}. `;
  return `<section>
<h2>${escaped(term.name)}</h2>
${lines}
${paragraph(weeks + limitsOf(term).join(' '))}
</section>`;
}

function part(title: string, bars: readonly Bar[] | undefined): string {
  if (!bars) return `<h3>${escaped(title)}</h3>\n${paragraph(countWords.hidden)}`;
  const { given } = ordered(bars);
  const hidden = bars.filter(({ count }) => count === undefined);
  const rows = [
    ...given.map(({ label, count }) => row(label, `${count} <span aria-hidden="true">${barOf(count, bars)}</span>`)),
    ...hidden.map(({ label }) => row(label, escaped(words.fewer))),
  ];
  const head = [title, words.number].map((each) => `<th scope="col">${escaped(each)}</th>`).join('');
  return `<h3>${escaped(title)}</h3>\n<table class="counts">\n<thead><tr>${head}</tr></thead>\n<tbody>\n${rows.join('\n')}\n</tbody>\n</table>`;
}

const row = (label: string, cell: string): string =>
  `<tr><th scope="row">${escaped(label)}</th><td data-title="${escaped(words.number)}">${cell}</td></tr>`;

const paragraph = (sentence: string): string => `<p>${escaped(sentence)}</p>`;
