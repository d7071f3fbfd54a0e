/** Setting up the leads' channel: the list of sites, the test notice, and what came of it. */
import type { ReviewState } from '../../../rules/local.ts';
import type { Button, ListLine, Message } from '../../message.ts';
import { ourEntries } from '../../ours.ts';
import { alert, framed, heading, quiet, text } from '../../screens/frame.ts';
import { reviewWords } from '../../words/answer.ts';
import { setup, textCame, troubles } from '../../words/lead-set-up.ts';
import { sayDateTime } from '../concern/times.ts';

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
}

/** @param review what the partnership has decided of the rules */
export function setupList(sites: readonly SiteSetUp[], review?: ReviewState): Message {
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
        ...reviewOf(review).map((words) => quiet(words)),
      ],
      moves: tests,
    },
  );
}

function reviewOf(review: ReviewState | undefined): readonly string[] {
  const open = review ? review.open.length : ourEntries().length;
  return [
    ...(open > 0 ? [`${open}${reviewWords.toAccept}`] : []),
    ...(review?.changed ? [reviewWords.changed] : []),
    ...(review?.newEdition ? [reviewWords.newEdition] : []),
  ];
}

function siteLine({ name, channel, people, seen, trouble }: SiteSetUp): ListLine {
  const alone = people === 0 && !channel ? ` ${setup.nobody}` : '';
  return { text: [{ bold: name }, `: ${standing()}${alone}`] };

  function standing(): string {
    if (!channel) return setup.noChannel;
    if (trouble !== undefined) return troubleSaid(trouble);
    return seen ? `${setup.seen}${seen.who}, ${sayDateTime(seen.at)}.` : setup.notSeen;
  }
}

const short = (name: string) => (name.length > 55 ? `${name.slice(0, 54)}…` : name);

const textsButton = ({ id, name }: Pick<SiteSetUp, 'id' | 'name'>): Button => ({
  label: `${setup.sendTexts}${short(name)}`,
  action: { do: 'setup', site: id, texts: true },
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
      moves: [{ label: setup.testSee, action: { do: 'setup', site: id, seen: true }, look: 'primary' }],
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
