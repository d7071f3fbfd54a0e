/**
 * Compares the rules as they are here with those of another revision. That one's `rules/` and `dialogs/` are taken out
 * into a folder of their own, with this survey beside them, and asked in a process of their own.
 */
import { execFile, spawn } from 'node:child_process';
import { cp, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import type { Facts } from '../../rules/facts.ts';
import { apart, type RulesTold } from './against/told.ts';
import { compareRules, type RulesComparison } from './compare.ts';
import { decidedBy, surveyOf } from './survey.ts';

/** The message says what to do. */
export class CannotCompare extends Error {
  override readonly name = 'CannotCompare';
}

const run = promisify(execFile);
const root = join(import.meta.dirname, '..', '..');

/** @throws {CannotCompare} where there is no such revision, or its rules are too old for this survey */
export async function compareAgainst(revision: string): Promise<RulesComparison> {
  const after = surveyOf({ pairs: true });
  const folder = await mkdtemp(join(tmpdir(), 'signpost-review-'));
  try {
    await takeOut(revision, folder);
    const told = await ask(
      revision,
      folder,
      after.paths.map(({ facts }) => facts),
    );
    const ours = told.survey.paths.map(({ facts }) => decidedBy(facts));
    return compareRules(told.survey, after, apart(told), ours);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function takeOut(revision: string, folder: string): Promise<void> {
  const archive = join(folder, 'rules.tar');
  try {
    // What begins with a dash would be an option.
    const { stdout } = await run('git', ['rev-parse', '--verify', '--end-of-options', `${revision}^{commit}`], {
      cwd: root,
    });
    await run('git', ['archive', '--output', archive, stdout.trim(), 'rules', 'dialogs'], { cwd: root });
    await run('tar', ['-xf', archive, '-C', folder]);
  } catch (cause) {
    const says = `There is no revision ${revision} here with rules/ and dialogs/. Name a commit, a branch or a tag.`;
    throw new CannotCompare(says, { cause });
  }
  await cp(join(root, 'src', 'review'), join(folder, 'src', 'review'), { recursive: true });
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
  await writeFile(join(folder, 'package.json'), '{"type":"module"}');
}

async function ask(revision: string, folder: string, facts: readonly Facts[]): Promise<RulesTold> {
  const asked = spawn(process.execPath, [join(folder, 'src', 'review', 'against', 'tell.ts')], {
    cwd: folder,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  asked.stdin.end(JSON.stringify(facts));
  const [told, wrong] = await Promise.all([text(asked.stdout), text(asked.stderr)]);
  try {
    return JSON.parse(told) as RulesTold;
  } catch {
    const [said = ''] = wrong.split('\n').filter((line) => /Error/.test(line));
    const says = `The rules of ${revision} cannot be asked by this version of the pack. ${said}`;
    throw new CannotCompare(says.trim());
  }
}
