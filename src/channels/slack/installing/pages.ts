/** The pages that somebody sees who installs the app: that it worked and what comes next, or what to do instead. */
import type { HttpResponse } from '../../../http/route.ts';

export type Failure = keyof typeof failures;

/** Status, what happened, what to do. */
const failures = {
  cancelled: [400, 'You did not install Signpost', 'Nothing has changed. To install it after all, start again.'],
  'other-browser': [
    400,
    'This did not begin in this browser',
    'Start again, and finish in the same browser. If you see this again, allow cookies for this page.',
  ],
  late: [400, 'That took more than ten minutes', 'Start again.'],
  used: [
    400,
    'This page was opened twice',
    'If Signpost is in Slack, it worked, and you can close this page. If not, start again.',
  ],
  forged: [400, 'This link is not one of ours', 'Do not use links to this page. Start again from here.'],
  refused: [
    502,
    'Slack did not accept the installation',
    'Start again. If you see this again, ask whoever runs Signpost to check SLACK_CLIENT_ID and SLACK_CLIENT_SECRET.',
  ],
  scopes: [
    400,
    'Slack did not give Signpost all it needs',
    'Ask whoever runs Signpost to compare the app in Slack with the file manifest.yaml. Then start again.',
  ],
  slack: [502, 'We could not reach Slack', 'Wait a minute. Then start again.'],
  store: [503, 'We could not save the installation', 'Wait a minute. Then start again. Nothing is lost.'],
} as const satisfies Record<string, readonly [number, string, string]>;

export function failurePage(failure: Failure, headers: Record<string, string> = {}): HttpResponse {
  const [status, what, then] = failures[failure];
  return page(status, what, [then], '<p><a href="/slack/install">Start again</a></p>', headers);
}

/** @param workspace its id, which holds letters and digits alone */
export function installedPage(workspace: string, headers: Record<string, string>): HttpResponse {
  const next = [
    `The id of your workspace is ${workspace}.`,
    'Whoever runs Signpost puts this id into the organisation file, under workspaces, slack. Until then people can only look things up.',
    'Then open Slack, choose Signpost under Apps, and press Start.',
  ];
  return page(200, 'Signpost is installed', next, '', headers);
}

function page(
  status: number,
  title: string,
  lines: readonly string[],
  more: string,
  headers: Record<string, string>,
): HttpResponse {
  const paragraphs = lines.map((line) => `<p>${line}</p>`).join('');
  return {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'",
      ...headers,
    },
    body: `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>body{font:1.1rem/1.5 system-ui,sans-serif;max-width:34rem;margin:3rem auto;padding:0 1rem}</style><h1>${title}</h1>${paragraphs}${more}</html>`,
  };
}
