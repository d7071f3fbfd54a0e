/** Setting up the leads' channel: the list of sites with who is told when, the test notice, and what came of it. */
import type { ReviewState } from '../../../rules/local.ts';
import type { Block, Button, ListLine, Message } from '../../message.ts';
import { ourEntries } from '../../ours.ts';
import { alert, framed, heading, quiet, text } from '../../screens/frame.ts';
import { reviewWords } from '../../words/answer.ts';
import { idWords, setup, textCame, troubles, weekWords } from '../../words/lead-set-up.ts';
import { sayDateTime } from '../concern/times.ts';
import { type Week, weekInShort, weekShown } from './week.ts';

export interface SiteSetUp {
  readonly id: string;
  readonly name: string;
  /** The organisation file names a channel for this platform. */
  readonly channel: boolean;
  /** How many of its leads can be reached by themselves on this platform. */
  readonly people?: number;
  /** Who acknowledged the test notice, and when. */
  readonly seen?: { readonly at: Date; readonly who: string };
  /** Somebody there can be texted. */
  readonly texts?: boolean;
  /** Why the newest test did not arrive: the platform's code. */
  readonly trouble?: string;
  readonly week?: Week;
}

/** As many sites as one message has room for, with their weeks and their buttons. */
export const sitesOnPage = 10;

/** Which of the pages this is, counted from 0. */
export interface SetUpPage {
  readonly page: number;
  readonly pages: number;
}

/**
 * @param sites of this page
 * @param review what the partnership has decided of the rules
 */
export function setupList(sites: readonly SiteSetUp[], review?: ReviewState, at: SetUpPage = onlyPage): Message {
  const tests = [
    ...sites.filter(({ channel }) => channel).map(testButton),
    ...sites.filter(({ texts }) => texts).map(textsButton),
  ];
  return framed(
    { practice: false },
    {
      summary: setup.summary,
      body: [
        heading(setup.title),
        text(setup.what),
        sites.length === 0 ? text(setup.none) : { kind: 'list', lines: sites.map(siteLine) },
        ...sites.flatMap(weekFold),
        ...reviewOf(review).map((words) => quiet(words)),
      ],
      moves: [...tests, ...pageButtons(at)],
    },
  );
}

const onlyPage: SetUpPage = { page: 0, pages: 1 };

function pageButtons({ page, pages }: SetUpPage): readonly Button[] {
  const to = (label: string, there: number): Button => ({
    label,
    action: there === 0 ? { do: 'setup' } : { do: 'setup', page: there },
  });
  return [...(page > 0 ? [to(setup.before, page - 1)] : []), ...(page + 1 < pages ? [to(setup.after, page + 1)] : [])];
}

function reviewOf(review: ReviewState | undefined): readonly string[] {
  const open = review ? review.open.length : ourEntries().length;
  return [
    ...(open > 0 ? [`${open}${reviewWords.toAccept}`] : []),
    ...(review?.changed ? [reviewWords.changed] : []),
    ...(review?.newEdition ? [reviewWords.newEdition] : []),
  ];
}

/** To a lead who is no administrator: of their own sites. */
export function weeksList(
  sites: readonly (Pick<SiteSetUp, 'id' | 'name'> & { readonly week: Week })[],
  at: SetUpPage = onlyPage,
): Message {
  const lines = sites.map(({ name, week }): ListLine => ({ text: [{ bold: name }, `: ${weekInShort(week)}`] }));
  const body = [heading(weekWords.summary), { kind: 'list', lines } as const, ...sites.flatMap(weekFold)];
  return framed({ practice: false }, { summary: weekWords.summary, body, moves: pageButtons(at) });
}

function weekFold({ id, name, week }: Pick<SiteSetUp, 'id' | 'name' | 'week'>): readonly Block[] {
  if (!week) return [];
  const title = `${weekWords.fold}${short(name)}`;
  return [{ kind: 'fold', title, blocks: weekShown(week), opens: { do: 'setup', site: id, act: 'week' } }];
}

function siteLine({ name, channel, people, seen, trouble, week }: SiteSetUp): ListLine {
  const alone = people === 0 && !channel ? ` ${setup.nobody}` : '';
  const note = week ? { note: [weekInShort(week)] } : {};
  return { text: [{ bold: name }, `: ${standing()}${alone}`], ...note };

  function standing(): string {
    if (!channel) return setup.noChannel;
    if (trouble !== undefined) return troubleSaid(trouble);
    return seen ? `${setup.seen}${seen.who}, ${sayDateTime(seen.at)}.` : setup.notSeen;
  }
}

const short = (name: string) => (name.length > 55 ? `${name.slice(0, 54)}…` : name);

const textsButton = ({ id, name }: Pick<SiteSetUp, 'id' | 'name'>): Button => ({
  label: `${setup.sendTexts}${short(name)}`,
  action: { do: 'setup', site: id, act: 'texts' },
});

const testButton = ({ id, name }: Pick<SiteSetUp, 'id' | 'name'>): Button => ({
  label: `${setup.send}${short(name)}`,
  action: { do: 'setup', site: id },
});

/** Goes to the site's channel. It counts once a lead has pressed; from then on it says who. */
export function setupTest({ id, name, seen }: Pick<SiteSetUp, 'id' | 'name' | 'seen'>): Message {
  return framed(
    { practice: false },
    {
      summary: setup.testSummary,
      body: [
        heading(setup.testTitle),
        text(setup.testWhat),
        quiet(name),
        ...(seen ? [quiet(`${setup.testSeen}${seen.who}, ${sayDateTime(seen.at)}.`)] : []),
      ],
      moves: [
        { label: setup.testSee, action: { do: 'setup', site: id, act: 'seen' }, look: 'primary' },
        { label: setup.testMe, action: { do: 'setup', site: id, act: 'me' } },
      ],
    },
  );
}

/** To the administrator, once the test notice is posted. */
export function setupSent(site: string): Message {
  return told(setup.sentSummary, [text(`${setup.sent}${site}. ${setup.sentNext}`)]);
}

/** To the lead who pressed. */
export function setupDone(site: string): Message {
  return told(setup.doneSummary, [text(`${setup.done}${site}.`)]);
}

/**
 * To whoever asks: their own id, as the file needs it.
 *
 * @param line as it stands in the file, `slack: U0123`; nothing on the try page
 * @param isNamed false: they pressed as a lead of a place that does not name them
 */
export function ownId(line: string | undefined, isNamed: boolean): Message {
  const said = line === undefined ? [text(idWords.none)] : [text(idWords.give), text(line)];
  return told(idWords.summary, [...(isNamed ? [] : [text(idWords.notNamed)]), ...said]);
}

/** What came of a test text to one person. */
export interface TextTried {
  readonly who: string;
  readonly came: keyof typeof textCame;
  readonly at?: Date;
}

/** To the administrator who tested them. */
export function textsTried(site: string, tried: readonly TextTried[]): Message {
  const lines = tried.map(({ who, came, at }): ListLine => {
    const when = at ? ` ${sayDateTime(at)}.` : '';
    return { text: [{ bold: who }, `: ${textCame[came]}${when}`] };
  });
  return told(setup.textsSummary, [quiet(site), { kind: 'list', lines }, text(setup.textsNext)]);
}

/** @param reason the platform's code, or `no-channel`. */
export function setupTrouble(site: string, reason: string): Message {
  return told(setup.troubleSummary, [
    alert(`${setup.trouble}${site}. ${troubleSaid(reason)}`),
    text(setup.troubleNext),
  ]);
}

const told = (summary: string, body: Parameters<typeof framed>[1]['body']): Message =>
  framed({ practice: false }, { summary, body: [heading(summary), ...body] });

/** What a platform's code means, and what to do. */
export function troubleSaid(reason: string): string {
  return troubles[reason] ?? `${setup.otherTrouble}${reason}.`;
}
