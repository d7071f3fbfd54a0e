/** The page before its script runs. Everything comes from this program: nothing is inline, nothing from elsewhere. */

export const shellPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

export const shell = `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Try Signpost</title>
<link rel="icon" type="image/svg+xml" href="/try/icon.svg">
<link rel="stylesheet" href="/try/page.css">
<script type="module" src="/try/page.js"></script>
</head>
<body>
<div id="page"></div>
<noscript>
<h1>Try Signpost</h1>
<p>This page needs JavaScript, and your browser has it turned off. Turn it on for this address, then reload.</p>
</noscript>
</body>
</html>
`;

export const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
<rect width="32" height="32" rx="7" fill="#14505c"/>
<path d="M15 5h2v22h-2z" fill="#fff"/>
<path d="M9 8h13l3.5 3.25L22 14.5H9z" fill="#f6c453"/>
<path d="M23 16.5H11L7.5 19.25 11 22h12z" fill="#fff"/>
</svg>
`;
