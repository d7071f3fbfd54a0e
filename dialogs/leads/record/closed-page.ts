/** The page that stands where a link opens nothing. It says the same whatever the reason, so it tells nobody anything. */
import { closedPage } from '../../words/pages.ts';
import { emergencyLine } from '../../words/screens.ts';
import { recordStyle } from './record-style.ts';

export function closedHtml(why: keyof typeof closedPage): string {
  const { title, lines } = closedPage[why];
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
${[...lines, emergencyLine].map((line) => `<p>${line}</p>`).join('\n')}
</main>
</body>
</html>
`;
}
