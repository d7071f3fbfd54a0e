/** Answer the questions and watch the rules. The page is drawn by the pack's script. */
import { html } from '../html.ts';
import type { ReviewPage } from '../layout.ts';
import type { Pack } from '../pack.ts';
import { drawnFrom } from './decisions.ts';

export function askPage(pack: Pack): ReviewPage {
  return {
    file: 'ask.html',
    name: 'Ask it',
    title: 'Ask it',
    body: html`<p>Answer as your staff would. These are the rules that the bot runs, in this page: nothing is sent, nothing is kept.</p>
<div id="ask"></div>
<noscript><p>This page needs JavaScript. The other pages do not.</p></noscript>
${drawnFrom(pack, [])}`,
    scripted: true,
  };
}
