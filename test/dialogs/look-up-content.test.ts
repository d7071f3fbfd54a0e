import { describe, expect, it } from 'vitest';
import { itemsOf } from '../../dialogs/look-up/checklist.ts';
import { checklists } from '../../dialogs/look-up/checklists.ts';
import { glossary } from '../../dialogs/look-up/glossary.ts';
import { lawNotes } from '../../dialogs/look-up/law.ts';
import { everyEntry, lookUp, lookUpEncodes } from '../../dialogs/look-up.ts';
import { plainText } from '../../dialogs/plain.ts';
import { committedCalendar as calendar } from '../../rules/calendar.ts';
import { paragraph } from '../../rules/chapter.ts';
import statements from '../../rules/data/statements.json' with { type: 'json' };
import { serviceById } from '../../rules/services.ts';

const at = { moment: new Date('2026-11-23T12:00:00Z'), calendar };

/** All that an entry can show: at first, behind "More", and in each part. */
function said(id: string): string {
  const parts =
    everyEntry()
      .find((entry) => entry.id === id)
      ?.facts(at).parts ?? [];
  const queries = [id, `more:${id}`, ...parts.map((_, i) => `${id}#${i}`)];
  return queries.map((query) => plainText(lookUp(query, at))).join('\n');
}

const lines = new Map(statements.map(({ id, lines }) => [id, lines]));

describe('law notes', () => {
  it('name only Acts in the data', () => {
    for (const { acts } of lawNotes) for (const act of acts) expect(serviceById(act).kind).toBe('law');
  });

  it('correct every error of the chapter, as ours', () => {
    expect(said('law:meeting-a-child')).toContain('section 36 of the Criminal Justice and Courts Act 2015');
    expect(said('law:sexual-messages')).toContain('does not reasonably believe that they are 16 or over');
    expect(said('law:sexual-messages')).toContain('sexual pleasure');
    expect(said('law:indecent-images')).toContain(
      'section 1 of the Protection of Children Act 1978 and section 160 of the Criminal Justice Act 1988',
    );
    expect(said('law:indecent-images')).toContain('Just having it is section 160 of the 1988 Act');
    expect(said('lucy-faithfull-foundation')).toContain('The name is Lucy Faithfull');
    for (const { id, corrections } of lawNotes)
      if (corrections.length > 0) expect(said(id), id).toContain('This correction is ours');
  });

  it('correct what is imprecise or old', () => {
    expect(said('law:upskirting')).toContain('did not consent');
    expect(said('law:upskirting')).toContain('12 February 2019');
    expect(said('law:upskirting')).toContain('the same crimes');
    expect(said('law:showing-pornography')).toContain('the age (under 16), the purpose and the material');
    expect(said('law:bullying')).toContain('Online Safety Act 2023');
    expect(said('ceop-safety-centre')).toContain('a part of the National Crime Agency');
    expect(said('ceop-education')).toContain('It is now CEOP Education');
    expect(said('rcpch-screen-time')).toContain('January 2019');
  });

  it('neither give nor lift a legal duty to report under the Act of 2026', () => {
    const text = said('law:new-acts');
    expect(text).toContain('from when, we could not find');
    expect(text).toContain('not settled here. Ask your lead');
    expect(text).toContain('A person must check: Which parts of the Act of 2026 are in force');
    for (const { id } of everyEntry())
      expect(said(id), id).not.toMatch(/(no|a) (legal )?duty to report|you must report by law/i);
  });

  it('end with where it comes from and for which nations', () => {
    for (const { id } of lawNotes) expect(said(id), id).toContain('Law of England and Wales. Background only');
  });
});

describe('checklists', () => {
  it('put the chair first: who must be there, when, the separate meeting, the partner first', () => {
    const [first] = checklists.find(({ id }) => id === 'checklist:strategy-meeting')?.parts ?? [];
    expect(first?.items.map(({ id }) => id)).toEqual([
      'attendance',
      'on-arrest',
      'same-day',
      'lado-separate',
      'partner-first',
    ]);
  });

  it('hold the 22 pieces of information and the seven factors', () => {
    const ids = (id: string) =>
      checklists.filter((one) => one.id === id).flatMap((one) => itemsOf(one).flatMap(({ encodes }) => encodes));
    expect(ids('checklist:information').filter((id) => Number(id.slice(1)) >= 122)).toHaveLength(22);
    expect(ids('checklist:risk-factors')).toEqual(
      expect.arrayContaining(['R102', 'R103', 'R104', 'R105', 'R106', 'R107', 'R108']),
    );
  });

  it('name once, with both places, what the chapter says twice', () => {
    const twice = checklists.flatMap(itemsOf).filter(({ encodes, cites }) => encodes.length > 1 && cites.length > 1);
    expect(twice.map(({ encodes }) => encodes)).toEqual(
      expect.arrayContaining([
        ['R61', 'R94'],
        ['R62', 'R95'],
        ['R63', 'R97'],
        ['R60', 'R91'],
        ['R59', 'R91'],
      ]),
    );
    for (const checklist of checklists) {
      const ids = itemsOf(checklist).map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  it("never let the LADO meeting's five days pass for the reporter's", () => {
    for (const checklist of checklists)
      for (const { id, text, ours } of itemsOf(checklist))
        if (/\b5 working days/.test(text)) {
          expect(text, id).toContain('LADO');
          expect(ours, id).toContain('no national rule');
        }
    expect(said('checklist:lado')).toContain('It is never yours');
  });

  it('say that refer comes first where they speak of police and young people', () => {
    expect(said('checklist:police-response')).toContain('refer first');
  });
});

describe('statements carried', () => {
  it('exist, each with a citation of its own lines', () => {
    const carried = [...checklists.flatMap(itemsOf), ...lawNotes, ...glossary];
    for (const { id, encodes, cites } of carried)
      for (const statement of encodes) {
        const [from, to] = lines.get(statement) ?? [];
        expect(from, `${id}: ${statement}`).toBeDefined();
        const cited = cites.map((cite) => Number(cite.slice(1)));
        expect(
          cited.some((line) => line >= Number(from) && line <= Number(to)),
          `${id}: ${statement}`,
        ).toBe(true);
      }
    for (const statement of lookUpEncodes()) expect(lines.has(statement), statement).toBe(true);
  });

  it('cite paragraphs that exist', () => {
    for (const cite of [...checklists.flatMap(itemsOf), ...lawNotes, ...glossary].flatMap(({ cites }) => cites))
      expect(() => paragraph(cite)).not.toThrow();
  });

  it('leave out no statement meant for specialists alone that asks something of a meeting or an assessment', () => {
    const specialists = statements.filter(
      ({ for: readers, kind }) => readers.length === 1 && readers[0] === 'specialist' && kind !== 'information',
    );
    const carried = new Set(lookUpEncodes());
    expect(specialists.map(({ id }) => id).filter((id) => !carried.has(id))).toEqual([]);
  });
});
