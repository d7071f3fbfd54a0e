/** Who accepted what is read by the program: it says what is not accepted, and never in the way of an act. */
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { partsOf } from '../../dialogs/answer/parts.ts';
import { setupList } from '../../dialogs/leads/admin/set-up.ts';
import { entriesOf, ourEntries, rulesPrint } from '../../dialogs/ours.ts';
import { plainText, richText } from '../../dialogs/plain.ts';
import { fold, startEntry } from '../../dialogs/state.ts';
import { type Outcome, outcomeOf } from '../../dialogs/steps.ts';
import { reviewWords } from '../../dialogs/words/answer.ts';
import type { ReviewState } from '../../rules/local.ts';
import { readOrganisation } from '../../src/organisation/file.ts';
import { OrganisationFileError } from '../../src/organisation/problems.ts';
import { emptyReview, printOf, printsOf, type ReviewFile, reviewStateOf } from '../../src/organisation/review-file.ts';
import { CannotSign, signed, withDecisions } from '../../src/review/sign.ts';
import { bare, contextOf } from '../support/every-message.ts';

const answers = new Map([
  ['danger', ['yes']],
  ['topics', ['harmfulSites']],
  ['obsessed', ['no']],
  ['harmConcern', ['no']],
  ['colleague', ['no']],
]);
const state = { ...fold([startEntry(false)]), answers };

/** What the answer shows: its last part, and all that stands before it. */
function shown(review?: ReviewState): { why: string; acts: string; outcome: Outcome } {
  const organisation = review ? { ...bare, review } : bare;
  const context = contextOf(organisation, 'a normal morning');
  const outcome = outcomeOf(state, context);
  const parts = partsOf(outcome, context);
  const text = (lines: (typeof parts)[number]['lines']) => lines.map((line) => richText(line.text)).join('\n');
  return {
    why: text(parts.find(({ id }) => id === 'why')?.lines ?? []),
    acts: parts
      .filter(({ id }) => id !== 'why')
      .map(({ lines }) => text(lines))
      .join('\n'),
    outcome,
  };
}

const hash = printOf(rulesPrint());
const every = ourEntries().map(({ id }) => id);
const decided = (ids: readonly string[], decision: 'accepted' | 'refused'): ReviewFile =>
  withDecisions(
    emptyReview,
    { name: 'A. Lead', role: '', hash, decisions: ids.map((id) => ({ id, decision })) },
    printsOf(bare),
    '2026-11-27',
  );
const stateOf = (review: ReviewFile) => reviewStateOf(review, bare);

test('nothing signed: the last part says so, nothing else does', () => {
  const { why, acts } = shown();
  expect(why).toContain(reviewWords.open);
  expect(acts).not.toContain('accepted');
});

test('all accepted: nothing is said; one that this answer rests on refused or open: it is', () => {
  const all = decided(every, 'accepted');
  expect(stateOf(all)).toEqual({ open: [], refused: [], changed: false });
  expect(shown(stateOf(all)).why).not.toMatch(/accept/);
  const [used = ''] = entriesOf(shown().outcome.decision.rules);
  const unused = every.filter((id) => !entriesOf(shown().outcome.decision.rules).includes(id));
  expect(
    shown(
      stateOf(
        decided(
          every.filter((id) => id !== used),
          'accepted',
        ),
      ),
    ).why,
  ).toContain(reviewWords.open);
  expect(
    shown(
      stateOf(
        decided(
          every.filter((id) => id !== unused[0]),
          'accepted',
        ),
      ),
    ).why,
  ).not.toMatch(/accept/);
  const refused = { ...all, entries: { ...all.entries, ...decided([used], 'refused').entries } };
  expect(shown(stateOf(refused)).why).toContain(reviewWords.refused);
});

test('what changed since it was signed is open again, and the whole is said to have changed', () => {
  const all = decided(every, 'accepted');
  const [first = ''] = every;
  const older = { ...all.entries[first], print: '0'.repeat(16) } as ReviewFile['entries'][string];
  const changed = stateOf({
    entries: { ...all.entries, [first]: older },
    signatures: all.signatures.map((each) => ({ ...each, hash: '0'.repeat(16) })),
  });
  expect(changed).toEqual({ open: [first], refused: [], changed: true });
  expect(shown({ open: [], refused: [], changed: true }).why).toContain(reviewWords.changed);
});

test('the set-up says how many are open', () => {
  const list = (review?: ReviewState) => plainText(setupList([], review));
  expect(list()).toContain(`${every.length}${reviewWords.toAccept}`);
  expect(list(stateOf(decided(every, 'accepted')))).not.toContain(reviewWords.toAccept);
  expect(list({ open: ['rule a'], refused: [], changed: true, newEdition: 'v22' })).toMatch(
    /changed[\s\S]*newer edition/,
  );
});

test('decisions on other rules, or on what is not there, are not written', () => {
  const given = { name: 'A', role: '', hash, decisions: [] };
  const sign = (decisions: Parameters<typeof withDecisions>[1]) =>
    withDecisions(emptyReview, decisions, printsOf(bare), '2026-11-27');
  expect(() => sign({ ...given, hash: 'f'.repeat(16) })).toThrow(CannotSign);
  expect(() => sign({ ...given, decisions: [{ id: 'rule gone', decision: 'accepted' }] })).toThrow(/rule gone/);
});

test('the command writes the file that the program reads; a broken one is refused with what to do', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'signpost-sign-'));
  const organisation = join(folder, 'organisation.yaml');
  await writeFile(organisation, await readFile(new URL('../../organisation.example.yaml', import.meta.url)));
  const decisions = join(folder, 'decisions.json');
  const accepted = every.slice(1).map((id) => ({ id, decision: 'accepted' }));
  await writeFile(decisions, JSON.stringify({ name: 'A. Lead', role: 'Lead', hash, decisions: accepted }));
  expect((await readOrganisation(organisation)).review).toBeUndefined();
  expect(await signed(decisions, organisation, new Date('2026-11-27T12:00:00Z'))).toContain(
    `${accepted.length} accepted`,
  );
  const { review } = await readOrganisation(organisation);
  expect(review?.open.filter((id) => !id.startsWith('local '))).toEqual(every.slice(0, 1));
  await writeFile(join(folder, 'organisation.review.json'), '{"entries": 3}');
  await expect(readOrganisation(organisation)).rejects.toThrow(OrganisationFileError);
});
