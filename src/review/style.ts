/** How the pack looks: a column that a phone holds, light or dark as the reader's machine is, black on white on paper. */
export const style = `
:root { color-scheme: light dark; --back: light-dark(#fff, #16191d); --ink: light-dark(#16191d, #eceff2);
  --soft: light-dark(#4a525b, #b7c0c9); --line: light-dark(#c5ccd3, #48515a); --panel: light-dark(#f3f5f7, #20252b);
  --link: light-dark(#0b5563, #7fd3e3); --red: light-dark(#a3121c, #ff9a9a); --red-back: light-dark(#fdecec, #3c1d20);
  --ours: light-dark(#6b3a00, #ffcf8f); --ours-back: light-dark(#fff3df, #3a2c17);
  --good: light-dark(#10552b, #8fe0ac); }
@page { size: A4; margin: 15mm; }
* { box-sizing: border-box; }
html { background: var(--back); color: var(--ink); font: 16px/1.5 system-ui, "Segoe UI", Arial, sans-serif; }
body { margin: 0; overflow-wrap: break-word; }
a { color: var(--link); }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.skip { position: absolute; left: -99rem; }
.skip:focus { left: .5rem; top: .5rem; background: var(--back); padding: .5rem; }
header, main, footer { max-width: 70rem; margin: 0 auto; padding: .75rem 1rem; }
header > p { margin: 0; font-weight: 700; }
nav ul { display: flex; flex-wrap: wrap; gap: 0 .9rem; margin: .3rem 0 0; max-width: none; padding: 0; list-style: none; }
nav a { display: inline-block; padding: .3rem 0; }
nav a[aria-current] { font-weight: 700; text-decoration: none; color: var(--ink); border-bottom: 3px solid var(--link); }
h1 { font-size: 1.7rem; line-height: 1.2; margin: .6rem 0; }
h2 { font-size: 1.3rem; margin: 2rem 0 .5rem; padding-top: .5rem; border-top: 2px solid var(--line); }
h3 { font-size: 1.05rem; margin: 1.2rem 0 .3rem; }
p, ul, ol, dl { margin: .4rem 0; max-width: 46rem; }
li { margin: .15rem 0; }
ul.told { padding-left: 1.2rem; }
table { border-collapse: collapse; width: 100%; margin: .6rem 0; }
caption { text-align: left; font-weight: 700; padding: .3rem 0; }
th, td { border: 1px solid var(--line); padding: .35rem .5rem; text-align: left; vertical-align: top; }
thead th { background: var(--panel); }
td.n, th.n { text-align: right; white-space: nowrap; }
.wide { overflow-x: auto; }
.box { border: 1px solid var(--line); border-radius: .4rem; background: var(--panel); padding: .6rem .8rem; margin: .6rem 0; }
.box > :first-child { margin-top: 0; } .box > :last-child { margin-bottom: 0; }
.two { display: grid; grid-template-columns: minmax(0, 2fr) minmax(0, 3fr); gap: .3rem 1.2rem; }
.small { font-size: .88rem; color: var(--soft); }
.tag { display: inline-block; font-size: .82rem; font-weight: 700; border: 1px solid currentColor; border-radius: .3rem; padding: 0 .35rem; white-space: nowrap; }
.tag.ours { color: var(--ours); background: var(--ours-back); } .tag.local { color: var(--link); }
.red { color: var(--red); } .box.red { border: 2px solid var(--red); background: var(--red-back); color: var(--ink); }
.box.red h2 { color: var(--red); border: 0; padding: 0; }
.good { color: var(--good); }
details { margin: .4rem 0; } summary { cursor: pointer; padding: .2rem 0; }
.figure { overflow-x: auto; border: 1px solid var(--line); border-radius: .4rem; margin: .6rem 0; }
.flow { display: block; font: 14px system-ui, "Segoe UI", Arial, sans-serif; }
.flow .question rect { fill: var(--back); stroke: var(--ink); } .flow .outcome rect { fill: var(--panel); stroke: var(--link); stroke-width: 2; }
.flow text { fill: var(--ink); } .flow .edge { fill: none; stroke: var(--soft); stroke-width: 1.4; } .flow .earlier { stroke-dasharray: 5 4; } .flow .tip { fill: var(--soft); }
.flow .label { font-size: 12.5px; } .flow .label rect { fill: var(--back); } .flow .label text { fill: var(--soft); }
.search > p { margin: 0; }
.search { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: end; margin: .6rem 0; }
input, select, button, textarea { font: inherit; color: inherit; background: var(--back); border: 1px solid var(--soft); border-radius: .3rem; padding: .35rem .5rem; }
input[type=search] { min-width: min(24rem, 80vw); }
select, input, textarea { max-width: 100%; } .search p, .decide label { min-width: 0; max-width: 100%; }
button { cursor: pointer; background: var(--panel); }
pre { white-space: pre-wrap; }
fieldset { border: 1px solid var(--line); border-radius: .4rem; margin: .6rem 0; padding: .4rem .8rem .6rem; }
legend { font-weight: 700; }
.choice { display: block; padding: .25rem 0; }
.decide { display: flex; flex-wrap: wrap; gap: .2rem 1.2rem; align-items: center; margin-top: .4rem; }
.board { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(20rem, 100%), 1fr)); gap: .6rem 1.2rem; align-items: start; }
.board h3 { margin: .4rem 0 0; }
.message { border: 1px solid var(--soft); border-radius: .4rem; padding: .4rem .7rem; font-size: .92rem; background: var(--back); } .message hr { border: 0; border-top: 1px solid var(--line); }
.message .title { font-weight: 700; } .message ul.ticks { list-style: none; padding-left: 0; } .message ul, .message ol { padding-left: 1.2rem; }
.folded { border-left: 3px solid var(--line); padding-left: .6rem; margin: .3rem 0; }
.press { display: inline-block; border: 1px solid var(--soft); border-radius: .3rem; padding: 0 .5rem; margin: .1rem .3rem .1rem 0; } .press.primary { border-width: 2px; font-weight: 700; } .press.danger { border-color: var(--red); color: var(--red); } .press.rare { border-style: dotted; }
.signed th:first-child { width: 30%; } .signed th:nth-child(2) { width: 30%; } .signed th:nth-child(3) { width: 25%; }
.blank { border-bottom: 1px solid var(--ink); min-height: 2.1rem; }
dl.facts { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: .2rem 1rem; } dt { font-weight: 700; } dd { margin: 0; }
.screens { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(21rem, 100%), 1fr)); gap: 1rem; }
.screen { border: 1px solid var(--line); border-radius: .5rem; padding: .6rem .8rem; break-inside: avoid; }
.screen .btn { display: inline-block; border: 1px solid var(--soft); border-radius: .3rem; padding: .1rem .5rem; margin: .15rem .2rem .15rem 0; }
.drawn { border: 1px solid var(--line); border-radius: .4rem; padding: .5rem; margin: .5rem 0; max-width: 34rem; }
.ask { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 1.5rem; align-items: start; }
@media (max-width: 60rem) { .two, .ask { grid-template-columns: minmax(0, 1fr); } }
@media (max-width: 44rem) { table.stack thead { position: absolute; left: -99rem; } table.stack, .stack tbody, .stack tr, .stack th, .stack td { display: block; width: auto; }
  .stack tr { border: 1px solid var(--line); margin-bottom: .7rem; } .stack th, .stack td { border: 0; border-bottom: 1px solid var(--line); }
  .stack td[data-title]::before { content: attr(data-title) ": "; font-weight: 700; } dl.facts { grid-template-columns: minmax(0, 1fr); } dd { margin-bottom: .4rem; } }
@media print { :root { color-scheme: light; } html { font-size: 10pt; } nav, .skip, .search, .screen-only { display: none; }
  header, main, footer { max-width: none; padding: 0; } .box, tr, .keep { break-inside: avoid; } h2, h3 { break-after: avoid; }
  .figure { overflow: visible; border: 0; } .flow { max-width: 100%; max-height: 250mm; height: auto; width: auto; } a { color: inherit; }
  thead { display: table-header-group; } }
`;
