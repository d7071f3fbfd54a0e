/**
 * What somebody gets where their own card could not be drawn: whom to ring now. Drawn from the organisation file and
 * as little else as can be, and from nothing at all where that fails too: it never throws.
 */
import { councilFinder } from '../../rules/contacts.ts';
import { capital } from '../../rules/hours-said.ts';
import { type Organisation, type Person, peopleOf, type Site } from '../../rules/local.ts';
import type { Block, Button, ListLine, Message, Rich } from '../message.ts';
import { plainCardWords as words } from '../words/plain-card.ts';
import { again, first, nowWords } from '../words/screens.ts';
import { alert, framed, heading, list, move, text } from './frame.ts';

export interface PlainCase {
  readonly organisation?: Organisation;
  readonly site?: Site | undefined;
  /** Who may be told: everybody named for the site, or only these. Not known: nobody there is named. */
  readonly guard?: 'open' | readonly string[];
  readonly practice?: boolean;
  /** What became of telling the leads, in a sentence. */
  readonly told?: string;
}

/** More could not be rung one after the other. */
const mostPeople = 3;

export function plainCard(known: PlainCase = {}): Message {
  try {
    return drawn(known);
  } catch {
    return bare;
  }
}

/** What is stored of the talk cannot be opened, so nobody knows who may be involved. One can begin anew. */
export function unreadCard(organisation: Organisation): Message {
  try {
    return drawn({ organisation }, again.broken, [startButton, move.lookUp]);
  } catch {
    return bare;
  }
}

const startButton: Button = { label: first.start, action: { do: 'start', practice: false }, look: 'primary' };

function drawn(
  { organisation, site, guard, practice = false, told }: PlainCase,
  why: string = words.wrong,
  moves: readonly Button[] = [move.show, move.lookUp],
): Message {
  const councils = organisation ? socialCareLines(organisation) : [];
  const lines = [...(councils.length > 0 ? councils : [anyCouncil]), police];
  return framed(
    { practice },
    {
      summary: words.summary,
      body: [
        heading(words.title),
        alert('In danger: ring ', { phone: '999' }, '.'),
        text(why),
        ...whomToRing(site, guard),
        { kind: 'list', lines },
        ...(told ? [text(told)] : []),
        list(nowWords.always),
      ],
      moves,
    },
  );
}

/** Nobody who may be involved is named. */
function whomToRing(site: Site | undefined, guard: PlainCase['guard']): readonly Block[] {
  if (guard === undefined) return [alert(words.anyLead)];
  if (guard === 'open') {
    const leads = ring(words.lead, site ? [...site.leads, ...site.deputies, ...(site.head ? [site.head] : [])] : []);
    return leads ? [{ kind: 'text', text: leads }, alert(words.skip)] : [alert(words.anyLead)];
  }
  const picked = site ? peopleOf(site).filter(({ id }) => guard.includes(id)) : [];
  const sentence = ring(words.picked, picked);
  return sentence ? [{ kind: 'text', text: sentence }, alert(words.onlyPicked)] : [alert(words.nobody)];
}

function ring(order: string, people: readonly Person[]): Rich | undefined {
  const [first, ...others] = people.slice(0, mostPeople);
  return first && [{ bold: order }, ...named(first), ...others.flatMap((each) => [words.noAnswer, ...named(each)])];
}

const named = ({ name, phone }: Person): Rich => [`${name}, `, { phone }, '. '];

/** Each council's numbers for children's social care. */
export function socialCareLines({ councils }: Organisation): readonly ListLine[] {
  return councils.flatMap(({ name, childrensSocialCare: { officeHours, outOfHours } }): ListLine[] => {
    const phones = [...new Set([officeHours?.phone, outOfHours?.phone].filter((phone) => phone !== undefined))];
    const spans: Rich = phones.flatMap((phone, i) => (i === 0 ? [{ phone }] : [', or ', { phone }]));
    return phones.length > 0 ? [{ text: [{ bold: `${name}, ${words.socialCare}` }, ...spans] }] : [];
  });
}

/** Where no number is filled in, or none can be read. */
const anyCouncil: ListLine = {
  text: [{ bold: capital(words.socialCare) }, { link: councilFinder, label: councilFinder }],
};

const police: ListLine = { text: [{ bold: words.police }, { phone: '101' }] };

/** Drawn once, when the program starts. */
const bare = drawn({});
