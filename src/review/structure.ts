/** What changed in the questions, the rules, the words and the numbers themselves, whatever comes of it. */
import type { Turn } from './changes.ts';
import type { Survey } from './survey.ts';

export interface Structural {
  readonly turn: Turn;
  readonly about: 'question' | 'rule' | 'words' | 'number' | 'version';
  readonly says: string;
}

export function questionChanges(before: Survey, after: Survey): readonly Structural[] {
  const was = new Map(before.questions.map((question) => [question.id, question]));
  const is = new Map(after.questions.map((question) => [question.id, question]));
  const about = 'question' as const;
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((id): readonly Structural[] => {
    const [old, now] = [was.get(id), is.get(id)];
    if (!now) return [{ turn: 'weaker', about, says: `No longer asked: “${old?.ask}”` }];
    if (!old) return [{ turn: 'other', about, says: `New question: “${now.ask}”` }];
    const lost = Object.entries(old.options).filter(([value]) => !(value in now.options));
    const added = Object.entries(now.options).filter(([value]) => !(value in old.options));
    const reworded = Object.entries(now.options).filter(
      ([value, label]) => old.options[value] !== undefined && old.options[value] !== label,
    );
    return [
      ...lost.map(([, label]) => ({
        turn: 'weaker' as const,
        about,
        says: `The answer “${label}” is gone from “${now.ask}”`,
      })),
      ...added.map(([, label]) => ({ turn: 'other' as const, about, says: `New answer “${label}” to “${now.ask}”` })),
      ...reworded.map(([value, label]) => ({
        turn: 'other' as const,
        about,
        says: `An answer to “${now.ask}” reads “${label}” instead of “${old.options[value]}”`,
      })),
      ...(old.ask === now.ask
        ? []
        : [{ turn: 'other' as const, about, says: `A question reads “${now.ask}” instead of “${old.ask}”` }]),
    ];
  });
}

export function tellings(before: Survey, after: Survey): readonly Structural[] {
  return [
    ...lostDoubt(before, after),
    ...mapChanges(before.contacts, after.contacts, 'number', (name) => name),
    ...ruleChanges(before, after),
    ...(isSaid(before)
      ? mapChanges(before.definitions, after.definitions, 'rule', (name) => `What “${name}” means`)
      : []),
    ...wordChanges(before, after),
    ...versionChanges(before, after),
  ];
}

/** Versions before conditions could be read have no names for them, and nothing to compare. */
const isSaid = ({ definitions }: Survey) => Object.keys(definitions).length > 0;

/** A fact that takes "not sure" no longer cannot be doubted. */
function lostDoubt(before: Survey, after: Survey): readonly Structural[] {
  return Object.entries(before.facts).flatMap(([fact, values]) => {
    const now = after.facts[fact];
    return now && values.includes('unsure') && !now.includes('unsure')
      ? [{ turn: 'weaker', about: 'question', says: `“Not sure” counts no longer for ${fact}` } as const]
      : [];
  });
}

function ruleChanges(before: Survey, after: Survey): readonly Structural[] {
  const about = 'rule' as const;
  const was = new Map(before.rules.map((rule) => [rule.id, rule]));
  const is = new Map(after.rules.map((rule) => [rule.id, rule]));
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((id): readonly Structural[] => {
    const [old, now] = [was.get(id), is.get(id)];
    const name = `“${id.replaceAll('-', ' ')}”`;
    if (!now) return [{ turn: 'other', about, says: `The rule ${name} is gone` }];
    if (!old) return [{ turn: 'other', about, says: `New rule ${name}, when: ${now.when}` }];
    const cases = old.when !== '' && now.when !== '' && old.when !== now.when;
    const said = JSON.stringify(old.says.map(bare)) !== JSON.stringify(now.says.map(bare));
    const source = old.basis !== now.basis || old.cites.join() !== now.cites.join();
    return [
      ...(cases
        ? [
            {
              turn: doubtsIn(now.when) < doubtsIn(old.when) ? ('weaker' as const) : ('other' as const),
              about,
              says: `The rule ${name} holds when: ${now.when}. Before: ${old.when}`,
            },
          ]
        : []),
      ...(said ? [{ turn: 'other' as const, about, says: `The rule ${name} says something else` }] : []),
      ...(source
        ? [
            {
              turn: 'other' as const,
              about,
              says: `The rule ${name} rests on ${now.basis} ${now.cites.join(', ')}. Before: ${old.basis} ${old.cites.join(', ')}`,
            },
          ]
        : []),
    ];
  });
}

/** How often a doubt counts in it, as conditions.ts says it. */
const doubtsIn = (when: string): number => (when.match(/in doubt|not sure/gi) ?? []).length;

const bare = ({ text: _, ...line }: Survey['rules'][number]['says'][number]) => line;

function mapChanges(
  was: Readonly<Record<string, string>>,
  is: Readonly<Record<string, string>>,
  about: Structural['about'],
  name: (key: string) => string,
): readonly Structural[] {
  return [...new Set([...Object.keys(was), ...Object.keys(is)])].flatMap((key): readonly Structural[] => {
    if (was[key] === is[key]) return [];
    const says =
      is[key] === undefined
        ? `${name(key)}: gone. It was: ${was[key]}`
        : was[key] === undefined
          ? `${name(key)}: new: ${is[key]}`
          : `${name(key)}: ${is[key]}. Before: ${was[key]}`;
    // A number that is other or gone is what nobody finds by reading.
    return [{ turn: about === 'number' && was[key] !== undefined ? 'weaker' : 'other', about, says }];
  });
}

/** Words that stand elsewhere now, and are the same, have not changed for anybody who reads them. */
function wordChanges({ words: was }: Survey, { words: is }: Survey): readonly Structural[] {
  const old = new Set(Object.values(was));
  const now = new Set(Object.values(is));
  return [...new Set([...Object.keys(was), ...Object.keys(is)])].flatMap((key): readonly Structural[] => {
    const [from, to] = [was[key], is[key]];
    if (from === to || (from === undefined && old.has(to ?? '')) || (to === undefined && now.has(from ?? '')))
      return [];
    const says =
      to === undefined
        ? `No longer said: “${from}”`
        : from === undefined
          ? `New words: “${to}”`
          : `It says “${to}” instead of “${from}”`;
    const loosened = from !== undefined && (to === undefined || isLooser(from, to));
    return [{ turn: loosened ? 'weaker' : 'other', about: 'words', says }];
  });
}

const forbids = /\b(do not|don't|never|nobody|no one|must not)\b/i;
const limits = /\b(now|today|at once|must|999|same day|ring)\b/gi;

/** Words that forbade and forbid no longer, or that lost "now", "must" or a number to ring: to be read first. */
function isLooser(from: string, to: string): boolean {
  const count = (text: string) => (text.match(limits) ?? []).length;
  return (forbids.test(from) && !forbids.test(to)) || count(to) < count(from);
}

function versionChanges(before: Survey, after: Survey): readonly Structural[] {
  const about = 'version' as const;
  const of = ({ rules, questions }: Survey) =>
    JSON.stringify([rules.map((rule) => (isSaid(before) ? rule : { ...rule, when: '' })), questions]);
  const same = of(before) === of(after);
  return [
    ...(before.edition === after.edition
      ? []
      : [{ turn: 'other' as const, about, says: `Edition ${after.edition} instead of ${before.edition}` }]),
    ...(before.rulesVersion === after.rulesVersion
      ? same
        ? []
        : [
            {
              turn: 'weaker' as const,
              about,
              says: `Rules or questions changed, and the rules version is still ${after.rulesVersion}: open conversations are not worked out afresh`,
            },
          ]
      : [
          {
            turn: 'other' as const,
            about,
            says: `Rules version ${after.rulesVersion} instead of ${before.rulesVersion}`,
          },
        ]),
  ];
}
