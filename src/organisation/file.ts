/**
 * Reads the organisation file. A bad file stops the start: every problem is listed with its line, its field and the fix.
 * What is only unwise is a warning (warnings.ts).
 */
import { readFile } from 'node:fs/promises';
import { type Document, isMap, isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { type Organisation, organisationSchema } from '../../rules/local.ts';
import { type FileProblem, OrganisationFileError } from './problems.ts';
import { readReview, reviewStateOf } from './review-file.ts';

/** Where something stands in the file, as the names and places that lead to it. */
export type FieldPath = readonly (string | number)[];

export interface WrittenOrganisation {
  readonly organisation: Organisation;
  /** Counted from 1: of what is there, or of what is nearest around it. */
  lineOf(path: FieldPath): number;
}

/** With what stands in the review file beside it. @throws OrganisationFileError also when the file cannot be opened. */
export async function readWritten(file: string): Promise<WrittenOrganisation> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (cause) {
    const said = 'the file cannot be opened; check that ORGANISATION_FILE names it and that it may be read';
    throw new OrganisationFileError({ file, problems: [{ line: 1, field: '', said }] }, { cause });
  }
  const written = parseWritten(text, file);
  const review = await readReview(file);
  if (!review) return written;
  const { organisation } = written;
  return { ...written, organisation: { ...organisation, review: reviewStateOf(review, organisation) } };
}

/** The organisation alone. @throws OrganisationFileError */
export const readOrganisation = async (file: string): Promise<Organisation> => (await readWritten(file)).organisation;

/** The organisation alone. @throws OrganisationFileError */
export const parseOrganisation = (text: string, file?: string): Organisation => parseWritten(text, file).organisation;

/** @throws OrganisationFileError */
export function parseWritten(text: string, file = 'organisation.yaml'): WrittenOrganisation {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0) {
    const problems = document.errors.map((error) => ({
      line: lines.linePos(error.pos[0]).line,
      field: '',
      said: `this is not YAML (${error.message}); check the spaces at the start of the line, colons and quotes`,
    }));
    throw new OrganisationFileError({ file, problems });
  }
  const checked = organisationSchema.safeParse(toPlain(document, file), { reportInput: true });
  if (checked.success) {
    return { organisation: checked.data, lineOf: (path) => lineOf(path, document, lines) };
  }
  const problems = checked.error.issues.flatMap((issue) => problemsOf(issue, document, lines));
  throw new OrganisationFileError({ file, problems });
}

/** Too many aliases (a "billion laughs" file) make `yaml` throw. */
function toPlain(document: Document.Parsed, file: string): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch (cause) {
    const said = 'this file repeats parts of itself too often (& and *); write them out';
    throw new OrganisationFileError({ file, problems: [{ line: 1, field: '', said }] }, { cause });
  }
}

type Issue = z.core.$ZodIssue;

function problemsOf(issue: Issue, document: Document.Parsed, lines: LineCounter): readonly FileProblem[] {
  const at = (path: readonly PropertyKey[]) => ({ line: lineOf(path, document, lines), field: fieldName(path) });
  if (issue.code !== 'unrecognized_keys') return [{ ...at(issue.path), said: inPlainWords(issue) }];
  const said = 'there is no such field; correct its spelling, move it, or take it out';
  return issue.keys.map((key) => ({ ...at([...issue.path, key]), said }));
}

const missing = 'this is missing';

/** Our own messages are plain already; zod's are for programmers. */
function inPlainWords(issue: Issue): string {
  const absent = issue.input === undefined || issue.input === null;
  if (!isZodsOwn(issue))
    return absent && issue.code === 'invalid_type' ? `${missing}; ${issue.message}` : issue.message;
  switch (issue.code) {
    case 'invalid_type':
      return absent ? `${missing}; add ${kind(issue.expected)}` : `this must be ${kind(issue.expected)}`;
    case 'invalid_value':
      return `${absent ? missing : `"${issue.input}" is not known here`}; write one of: ${issue.values.join(', ')}`;
    case 'invalid_union':
      return `${absent ? missing : 'this is not known here'}; write one of: tighten, route, do, dont`;
    case 'too_small':
      return `write at least ${issue.minimum}`;
    case 'too_big':
      return `write at most ${issue.maximum}${issue.origin === 'string' ? ' letters' : ''}`;
    default:
      return issue.message;
  }
}

function isZodsOwn({ message }: Issue): boolean {
  return message.startsWith('Invalid') || message.startsWith('Too ');
}

const kind = (expected: string): string => kinds[expected] ?? expected;

const kinds: Record<string, string> = {
  string: 'text; put numbers and dates in quotes',
  int: 'a whole number',
  number: 'a number',
  array: 'a list, each item on its own line after "- "',
  object: 'a group of fields, indented under this one',
};

function fieldName(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (name, part) => (typeof part === 'number' ? `${name}[${part}]` : `${name}${name ? '.' : ''}${String(part)}`),
    '',
  );
}

/** The line of a field, or of the nearest part of the file around a field that is not there. */
function lineOf(path: readonly PropertyKey[], document: Document.Parsed, lines: LineCounter): number {
  for (let length = path.length; length > 0; length--) {
    const parent = length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true);
    const last = path[length - 1];
    const key = isMap(parent)
      ? parent.items.find((pair) => isNode(pair.key) && String(pair.key) === last)?.key
      : undefined;
    const node = key ?? document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}
