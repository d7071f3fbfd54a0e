/** How the record looks: black on white, rows and blanks kept whole across pages, one column on a phone. */
import { sheets } from '../../words/lead-record.ts';

export const recordStyle = `
@page { size: A4; margin: 16mm 15mm 18mm; }
* { box-sizing: border-box; }
html { background: #fff; color: #000; font: 16px/1.45 Arial, Helvetica, sans-serif; color-scheme: light; }
body { margin: 0; }
main { max-width: 60rem; margin: 0 auto; padding: 1.25rem; overflow-wrap: break-word; }
h1 { font-size: 1.5em; line-height: 1.2; margin: 0 0 .5em; }
h2 { font-size: 1.15em; margin: 1.6em 0 .5em; padding-bottom: .2em; border-bottom: 2px solid #000; break-after: avoid; }
p { margin: 0 0 .4em; }
.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(14rem, 1fr)); gap: .6em 1.5em; margin: 1em 0 0; }
dt { font-weight: bold; }
dd { margin: 0; }
table { width: 100%; border-collapse: collapse; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { border: 1px solid #000; padding: .4em .5em; text-align: left; vertical-align: top; }
th { font-weight: bold; }
.answers th { width: 60%; }
tbody th { font-weight: normal; }
.answers td { font-weight: bold; }
.due th:nth-child(1) { width: 36%; }
.due th:nth-child(2) { width: 19%; }
.due th:nth-child(4) { width: 19%; }
.reasons { margin: 0; padding-left: 1.6em; }
.happened { margin: 0; padding: 0; list-style: none; }
.happened li { padding: .25em 0; border-bottom: 1px solid #999; break-inside: avoid; }
.blank { break-inside: avoid; margin: 0 0 1em; }
.blank p { font-weight: bold; margin: 0; }
.line { height: 9mm; border-bottom: 1px solid #000; }
button { font: inherit; font-weight: bold; min-height: 2.75rem; padding: .5em 1.5em; margin: .6em 0 1.2em; }
footer { margin-top: 1.5em; font-size: .85em; break-inside: avoid; }
@media screen and (max-width: 44rem) {
  thead { position: absolute; left: -999rem; }
  table, tbody, tr, th, td { display: block; width: auto !important; }
  tr { border: 1px solid #000; margin: 0 0 .8em; }
  th, td { border: 0; border-bottom: 1px solid #999; }
  tr > :last-child { border-bottom: 0; }
  td:empty { display: none; }
  td::before { content: attr(data-title); display: block; font-weight: normal; font-size: .85em; }
}
@media print {
  html { font-size: 10.5pt; line-height: 1.35; }
  main { max-width: none; padding: 0; }
  .screen { display: none; }
}
`;

/** Sheets come apart: every one says which record it is of, and which of how many. */
export function recordSheets(reference: string): string {
  const foot = 'font: 9pt Arial, Helvetica, sans-serif; vertical-align: top; padding-top: 4mm;';
  return `${recordStyle}@page {
  @bottom-left { ${foot} content: "${sheets.record}${reference.replace(/[^A-Za-z0-9-]/g, '')}"; }
  @bottom-right { ${foot} content: "${sheets.page}" counter(page) "${sheets.of}" counter(pages); }
}
`;
}
