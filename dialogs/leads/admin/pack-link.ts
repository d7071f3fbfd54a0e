/** The page that a link to the review pack opens: one button. */
import { packPage } from '../../words/pages.ts';
import { recordStyle } from '../record/record-style.ts';

/** @param key sealed: letters, digits and signs that mean nothing in HTML */
export function packLinkHtml(path: string, key: string): string {
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${packPage.title}</title>
<style>${recordStyle}</style>
</head>
<body>
<main>
<h1>${packPage.title}</h1>
${packPage.lines.map((line) => `<p>${line}</p>`).join('\n')}
<form method="post" action="${path}"><input type="hidden" name="key" value="${key}"><button type="submit">${packPage.open}</button></form>
</main>
</body>
</html>
`;
}
