/**
 * What another organisation file does before it is in force: which sentences of which cards change at each site, and who
 * is told over a week. Every decision is drawn once, at one moment, as its card and with all that the card holds folded.
 */

import { plainText } from '../../dialogs/plain.ts';
import type { Context } from '../../dialogs/steps.ts';
import type { WorkingCalendar } from '../../rules/calendar.ts';
import type { Organisation, Site } from '../../rules/local.ts';
import { answersOf, cardOfEnding, endingOf } from './ending.ts';
import type { Survey, SurveyPath } from './survey.ts';
import { type SaidStretch, socialCareOpen, toldFirst, type WeekFrom } from './week.ts';

/** On so many cards these lines stand no longer, and those stand instead. */
export interface CardChange {
  readonly cards: number;
  readonly lost: readonly string[];
  readonly gained: readonly string[];
  /** One way to such a card. */
  readonly example: SurveyPath;
}

/** A stretch of the week in both files. */
export interface BothWeeks {
  readonly from: Date;
  readonly before: string;
  readonly after: string;
}

export interface SiteChange {
  readonly site: string;
  /** The site stands in one of the files alone. */
  readonly only?: 'before' | 'after';
  /** Of how many. */
  readonly of: number;
  readonly cards: readonly CardChange[];
  readonly told: readonly BothWeeks[];
  readonly socialCare: readonly BothWeeks[];
}

interface Files {
  readonly before: Organisation;
  readonly after: Organisation;
  readonly calendar: WorkingCalendar;
  readonly moment: Date;
}

export function fileChange(survey: Pick<Survey, 'paths'>, files: Files): readonly SiteChange[] {
  const ways = [...new Map(survey.paths.map((path) => [path.decision, path])).values()];
  const ids = new Set([...files.before.sites, ...files.after.sites].map(({ id }) => id));
  return [...ids].map((id) => siteChange(id, ways, files));
}

function siteChange(id: string, ways: readonly SurveyPath[], { before, after, calendar, moment }: Files): SiteChange {
  const [was, is] = [before, after].map((file) => file.sites.find((site) => site.id === id));
  if (!was || !is) {
    const site = (was ?? is)?.name ?? id;
    return { site, only: was ? 'before' : 'after', of: ways.length, cards: [], told: [], socialCare: [] };
  }
  const both = (at: (site: Site, week: WeekFrom) => readonly SaidStretch[]) =>
    beside(
      at(was, { organisation: before, calendar, from: moment }),
      at(is, { organisation: after, calendar, from: moment }),
    );
  return {
    site: is.name,
    of: ways.length,
    cards: cardChanges(ways, [before, was], [after, is], { calendar, now: moment }),
    told: both(toldFirst),
    socialCare: both(socialCareOpen),
  };
}

function cardChanges(
  ways: readonly SurveyPath[],
  before: readonly [Organisation, Site],
  after: readonly [Organisation, Site],
  at: Omit<Context, 'organisation'>,
): readonly CardChange[] {
  const found = new Map<string, CardChange>();
  const lines = ([organisation, site]: readonly [Organisation, Site]) => {
    const context = { ...at, organisation: { ...organisation, sites: [site] } };
    return (way: SurveyPath) => linesOf(way, context);
  };
  const [was, is] = [lines(before), lines(after)];
  for (const example of ways) {
    const [old, now] = [was(example), is(example)];
    const lost = old.filter((line) => !now.includes(line));
    const gained = now.filter((line) => !old.includes(line));
    if (lost.length + gained.length === 0) continue;
    const key = JSON.stringify([lost, gained]);
    found.set(key, { lost, gained, example, cards: (found.get(key)?.cards ?? 0) + 1 });
  }
  return [...found.values()].toSorted((a, b) => b.cards - a.cards);
}

function linesOf(way: SurveyPath, context: Context): readonly string[] {
  const card = cardOfEnding(endingOf(answersOf(way), context), context);
  return card
    ? [
        ...new Set(
          plainText(card)
            .split('\n')
            .map((line) => line.trim().replace(/^- /, '')),
        ),
      ]
    : [];
}

/** Both weeks, from one change of either to the next. */
function beside(before: readonly SaidStretch[], after: readonly SaidStretch[]): readonly BothWeeks[] {
  const at = (week: readonly SaidStretch[], from: Date) => week.findLast((stretch) => stretch.from <= from)?.said ?? '';
  const times = new Set([...before, ...after].map(({ from }) => from.getTime()));
  return [...times]
    .toSorted((a, b) => a - b)
    .map((time) => new Date(time))
    .map((from) => ({ from, before: at(before, from), after: at(after, from) }));
}
