/** The first page: what the pack is for, and what to do with it. */
import { html } from '../html.ts';
import type { ReviewPage } from '../layout.ts';
import type { Pack } from '../pack.ts';
import { orphansBox } from './procedure.ts';

export function startPage({ survey, statements, ours }: Pack, others: readonly ReviewPage[]): ReviewPage {
  const about: Readonly<Record<string, string>> = {
    'changes.html': 'What a change to the rules does. What became weaker comes first, in red.',
    'file.html': 'What your new organisation file changes: on every card, and over a week.',
    'procedure.html': `The chapter's ${statements.length} statements in our words, each beside the rules that carry it.`,
    'rules.html': `All ${survey.rules.length} rules in words: when, who, by when, from where.`,
    'ours.html': `The ${ours.length} things that we add. Accept, refuse or reword each.`,
    'flows.html': 'Pictures of the questions, topic by topic.',
    'decisions.html': `All ${survey.decisions.length} decisions, each with its card and the ways that lead there.`,
    'ask.html': 'Answer the questions yourself. See which rules hold, and what another answer would change.',
    'contacts.html': 'Numbers, hours and links: when checked, and who must ring.',
    'corrections.html': 'Where the chapter has the law or a name wrong.',
    'week.html': 'Who is rung and told, hour by hour for a week.',
    'storyboard.html': 'Every screen, with its number of words and its reading age.',
    'sign.html': 'The sheet to sign.',
  };
  return {
    file: 'index.html',
    name: 'Start',
    title: 'Can we trust what it tells our staff?',
    body: html`<p>Signpost tells staff whom to ring, by when, and what not to do. This pack lets you check that without reading code. It is made from the very rules that run. Nothing here is sent anywhere.</p>
${orphansBox(statements)}
<ol>
<li>Take cases you know. Answer them under “Ask it”. Is the answer right?</li>
<li>Read “The chapter” with the chapter beside you. Is anything missing, weaker or later?</li>
<li>Decide on each entry of “Ours and local”.</li>
<li>Have every number rung.</li>
<li>Sign.</li>
</ol>
<h2>What is in it</h2>
<ul>${others.map(({ file, name }) => html`<li><a href="${file}">${name}</a>. ${about[file]}</li>`)}</ul>
<h2>How to read it</h2>
<ul><li>“The chapter” marks what it says itself. “Follows from the chapter” is what its words come to. <span class="tag ours">ours</span> is what we add. <span class="tag local">local</span> is what your organisation adds.</li>
<li>A “way” is one set of answers through the questions.</li>
<li>“Not sure” counts as a worry, unless a rule says otherwise: “Rules” lists where.</li></ul>`,
  };
}
