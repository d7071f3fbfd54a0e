/**
 * The edition of the chapter that the rules encode: titles, sections and a fingerprint per paragraph, never its text.
 * `npm run edition -- FILE` compares another edition with these fingerprints and lists the rules to read again.
 */
import data from './data/chapter.json' with { type: 'json' };
import type { ParagraphId } from './outcome.ts';

export interface Paragraph {
  readonly id: ParagraphId;
  readonly section: string;
  /** Position within its section, from 1. */
  readonly paragraph: number;
  /** First 16 hex digits of the SHA-256 of the paragraph, bullets removed and white space folded. */
  readonly hash: string;
}

export interface Section {
  readonly title: string;
  /** `inferred`: the heading is missing from the published copy, so its title is ours. */
  readonly known: 'printed' | 'cross-reference' | 'inferred';
}

export const edition = {
  title: data.title,
  version: data.version,
  lastUpdated: data.lastUpdated,
  status: data.status,
} as const;

/** Raised by one whenever a rule, a fact or a question changes, so that an old conversation is recomputed and says so. */
export const rulesVersion = 8;

const paragraphs = new Map<string, Paragraph>(data.paragraphs.map((p) => [p.id, p as Paragraph]));
const sections: Readonly<Record<string, Section>> = data.sections as Record<string, Section>;

export function allParagraphs(): readonly Paragraph[] {
  return [...paragraphs.values()];
}

/** @throws {Error} when the edition has no such paragraph: a rule cites something that does not exist. */
export function paragraph(id: ParagraphId): Paragraph & { readonly heading: Section } {
  const found = paragraphs.get(id);
  const heading = found && sections[found.section];
  if (!found || !heading) throw new Error(`The chapter has no paragraph ${id}`);
  return { ...found, heading };
}

/** The number a section carries, for people: "2.1", or "Reporting box" for the unnumbered ones. */
export function sectionName(section: string): string {
  const unnumbered: Record<string, string> = {
    '0': 'Scope',
    '0.R': 'Scope, Reporting',
    '0.I': 'Scope, Information and advice',
    '2.L': 'Section 2, Legal Framework',
    '2.C': 'Section 2, Contextual Information',
    '7': 'See also',
  };
  return unnumbered[section] ?? `Section ${section}`;
}
