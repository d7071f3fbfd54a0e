/** What every page of the pack shares: its head, the way to the others, its foot. */
import { sayDate } from '../../dialogs/said.ts';
import { edition, rulesVersion } from '../../rules/chapter.ts';
import { dayOf } from '../../rules/london.ts';
import { type Content, type Html, html, raw } from './html.ts';
import type { Pack } from './pack.ts';

export interface ReviewPage {
  /** Its file, without folder. */
  readonly file: string;
  /** In the way to it. */
  readonly name: string;
  readonly title: string;
  readonly body: Content;
  /** It needs the script of the pack. */
  readonly scripted?: true;
}

export function drawn(page: ReviewPage, pages: readonly ReviewPage[], { hash, moment, organisation }: Pack): string {
  const made: Html = html`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${page.title} – Signpost review pack</title>
<link rel="stylesheet" href="review.css">
${page.scripted ? raw('<script defer src="review.js"></script>') : ''}
</head>
<body>
<a class="skip" href="#main">Skip to the page</a>
<header>
<p>Signpost review pack</p>
<nav aria-label="Pages of the pack"><ul>
${pages.map(({ file, name }) => html`<li><a href="${file}"${file === page.file ? raw(' aria-current="page"') : ''}>${name}</a></li>`)}
</ul></nav>
</header>
<main id="main">
<h1>${page.title}</h1>
${page.body}
</main>
<footer class="small">
<p>“${edition.title}”, ${edition.version}, last updated ${sayDate(edition.lastUpdated)}, ${edition.status}. Rules version ${rulesVersion}, hash ${hash}. ${organisation.name}. Made on ${sayDate(dayOf(moment))}.</p>
</footer>
</body>
</html>
`;
  return made.html;
}
