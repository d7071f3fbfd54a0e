/** The organisation's own contacts as look-ups: "number for social care", "LADO", "who is my safeguarding lead". */
import { type ContactLine, contactsFor } from '../../rules/contacts.ts';
import type { Organisation, Place } from '../../rules/local.ts';
import type { PeopleRoute } from '../../rules/outcome.ts';
import { serviceById } from '../../rules/services.ts';
import { contactLine } from '../answer/lines.ts';
import type { ListLine, Span } from '../message.ts';
import { sayOpening } from '../said.ts';
import { editionEntry } from './edition.ts';
import type { At, LookUpEntry, LookUpFacts } from './entry.ts';
import { ask } from './frame.ts';
import { procedureEntries } from './procedures.ts';
import { sentencesOf, serviceEntry } from './service.ts';
import { wordsIn } from './short.ts';

/** Asked for without a place: the council here comes before the finder of all councils. */
const nearFirst = [
  'EDT',
  'emergency duty team',
  'child protection',
  'child protection number',
  'report child abuse',
  'report abuse',
];

function finderEntry(): LookUpEntry {
  const general = serviceEntry(serviceById('childrens-social-care'));
  return { ...general, aliases: general.aliases.filter((alias) => !nearFirst.includes(alias)) };
}

/** One entry for each council's team and LADO, for the leads of each site, and the procedures with their links. */
export function localEntries(organisation: Organisation): readonly LookUpEntry[] {
  const councils = organisation.councils.flatMap(({ id, name }): LookUpEntry[] => {
    const short = withoutKind(name);
    return [
      entry(organisation, {
        id: `local:${id}:social-care`,
        name: `${name}: children's social care`,
        aliases: [
          `${name} social care`,
          `${short} social care`,
          `social care ${short}`,
          `${short} MASH`,
          'social care',
          'MASH',
          'front door',
          ...nearFirst,
        ],
        asks: 'refer referral child at risk council team duty out of hours night emergency weekend starting point initial response call',
        about: 'Tell the council that a child may be at risk.',
        route: 'childrens-social-care',
        place: { council: id },
      }),
      entry(organisation, {
        id: `local:${id}:lado`,
        name: `${name}: LADO`,
        aliases: [`${name} LADO`, `${short} LADO`, `LADO ${short}`, 'LADO', 'designated officer'],
        asks: 'allegation staff volunteer teacher colleague foster carer works with children',
        about: 'The council officer for worries about people who work with children.',
        route: 'lado',
        place: { ladoCouncil: id },
      }),
    ];
  });
  const sites = organisation.sites.map(({ id, name }) =>
    entry(organisation, {
      id: `local:${id}:leads`,
      name: `${name}: safeguarding leads`,
      aliases: [
        'safeguarding lead',
        'DSL',
        'designated safeguarding lead',
        `${name} lead`,
        `${name} DSL`,
        'my lead',
        'who is my lead',
      ],
      asks: 'who is my lead deputy head headteacher head teacher tell safeguarding number ring',
      about: 'The people to tell at your place of work.',
      route: 'safeguarding-lead',
      place: { site: id },
    }),
  );
  const manual = manualEntry(organisation);
  return [
    ...councils,
    ...sites,
    policeEntry(organisation),
    finderEntry(),
    ...procedureEntries(organisation),
    ...(manual ? [manual] : []),
    ...(organisation.edition || organisation.review?.newEdition ? [editionEntry(organisation)] : []),
  ];
}

/** Where the local procedures are read. */
function manualEntry({ manual, councils }: Organisation): LookUpEntry | undefined {
  if (!manual) return undefined;
  const { name, url } = manual;
  const places = councils.map((council) => `${withoutKind(council.name)} procedures`);
  const lines: readonly ListLine[] = [{ text: [{ link: url, label: 'Read them here' }, '.'] }];
  return {
    id: 'local:manual',
    kind: 'procedure',
    name,
    aliases: [
      'procedures manual',
      'local procedures',
      'safeguarding procedures',
      'safeguarding policy',
      'manual',
      ...places,
    ],
    asks: 'procedures manual local policy chapter trix',
    about: 'The local safeguarding procedures.',
    facts: () => ({ heading: name, lines, whole: [], see: [ask('Procedures', 'procedures')] }),
  };
}

/** 101 reaches the police of every council here; people ask for it by the place. */
function policeEntry({ councils }: Organisation): LookUpEntry {
  const general = serviceEntry(serviceById('police-non-emergency'));
  const named = councils.flatMap(({ name, police }) => [
    ...(police ? [police.name] : []),
    `police ${withoutKind(name)}`,
    `${withoutKind(name)} police`,
  ]);
  return { ...general, aliases: [...new Set([...general.aliases, ...named])] };
}

/** "Derby City Council" is asked for as "Derby". */
function withoutKind(council: string): string {
  return council.replace(/ (City|County|Borough|Metropolitan|District)?\s?Council$/, '');
}

interface LocalEntry extends Pick<LookUpEntry, 'id' | 'name' | 'aliases' | 'asks' | 'about'> {
  readonly route: PeopleRoute;
  readonly place: Place;
}

function entry(organisation: Organisation, { route, place, ...words }: LocalEntry): LookUpEntry {
  const contacts = ({ moment, calendar }: At): readonly ContactLine[] =>
    contactsFor(route, { organisation, calendar, moment, ...place });
  return {
    ...words,
    kind: 'local',
    hasPhone: true,
    answersNow: (at) => contacts(at).some((line) => line.kind === 'contact' && line.openNow === true),
    facts: (at): LookUpFacts => {
      const found = contacts(at);
      return {
        heading: words.name,
        lines: found.map((line) => shortLine(line, at.moment)),
        whole: [{ kind: 'list', lines: found.map((line) => contactLine(line, at.moment)) }],
        ...(route === 'lado' ? { see: [ask('What a LADO is', 'word:lado')] } : {}),
      };
    },
  };
}

/** "Ask for the LADO." stands beside the number; how to confirm in writing waits behind "More". */
const fewWords = 6;

/** The number first, then who answers there and whether now. */
function shortLine(line: ContactLine, moment: Date): ListLine {
  if (line.kind === 'missing') return { text: [line.said] };
  const { phone, email, url, who, person, openNow, note } = line;
  const reach: Span = phone ? { phone } : url ? { link: url, label: 'GOV.UK finder' } : (email ?? '');
  const open = person && openNow === true ? ' On cover now.' : phone ? ` ${sayOpening(line, moment)}` : '';
  const [first = ''] = sentencesOf(note ?? '');
  const toSay = first !== '' && wordsIn(first) <= fewWords ? ` ${first}` : '';
  return { text: [reach, ` ${who}.${open}${toSay}`] };
}
