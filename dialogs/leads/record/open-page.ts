/**
 * The page that stands at a link before anything is shown: one button. It is the same for everybody and holds nothing of
 * anybody, so a preview or a scanner that follows the link reads nothing and uses nothing up. What the link opens is
 * behind its `#`, which no browser sends and no proxy's log has; the page's own script puts it into the form.
 */
import { openPages } from '../../words/pages.ts';
import { emergencyLine } from '../../words/screens.ts';
import { recordStyle } from './record-style.ts';

/** Allowed by its hash alone. */
export const openScript = `
const key = decodeURIComponent(location.hash.slice(1));
const form = document.forms[0];
form.elements.namedItem('key').value = key;
form.hidden = key === '';
document.getElementById('cut').hidden = key !== '';
`;

/** @param path where it is sent */
export function openHtml(what: keyof typeof openPages.titles, path: string): string {
  const title = openPages.titles[what];
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${recordStyle}</style>
</head>
<body>
<main>
<h1>${title}</h1>
${openPages.lines[what].map((line) => `<p>${line}</p>`).join('\n')}
<form method="post" action="${path}" hidden><input type="hidden" name="key"><button type="submit">${openPages.open}</button></form>
<p id="cut">${openPages.cut}</p>
<p>${emergencyLine}</p>
</main>
<script>${openScript}</script>
</body>
</html>
`;
}
