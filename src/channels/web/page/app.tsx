import { useRef, useState } from 'react';
import type { NamedPerson, PageEntry } from '../view.ts';
import { Behind } from './behind.tsx';
import { Composer } from './composer.tsx';
import { useLook, useWidth, type Width } from './device.ts';
import { LeadsPane } from './leads/leads-pane.tsx';
import { type LeadsChoice, looking, useChoice } from './leads/looking.ts';
import { type Awaited, useNewest } from './newest.ts';
import { Pane } from './pane.tsx';
import type { Press } from './press.ts';
import { isSeenBy, privateRoom, type Room, roomOf } from './rooms.ts';
import { type Scenario, Scenarios, stepsOf } from './scenarios.tsx';
import { useSession } from './session.ts';
import { Settings } from './settings.tsx';
import { type Tab, Tabs } from './tabs.tsx';
import { useUnread } from './unread.ts';

type PaneId = 'slack' | 'teams' | 'leads';
type TabId = PaneId | 'both';

const tabsAt: Record<Width, readonly Tab<TabId>[]> = {
  wide: [],
  medium: [
    { id: 'both', name: 'Slack and Teams' },
    { id: 'leads', name: 'The leads' },
  ],
  narrow: [
    { id: 'slack', name: 'Slack' },
    { id: 'teams', name: 'Teams' },
    { id: 'leads', name: 'Leads' },
  ],
};

const noPeople: readonly NamedPerson[] = [];

export function App() {
  const { model, ask } = useSession();
  const { look, dark, setLook } = useLook();
  const width = useWidth();
  const [tab, setTab] = useState<TabId>('slack');
  const { settings, entries, own } = model;
  const people = settings?.organisations.find(({ id }) => id === settings.organisation)?.people ?? noPeople;
  const choice = useChoice(people);
  const [story, setStory] = useState<Scenario>();

  const tabs = tabsAt[width];
  const shownTab = tabs.some(({ id }) => id === tab) ? tab : (tabs[0]?.id ?? 'both');
  const shows = (id: PaneId) => width === 'wide' || shownTab === id || (shownTab === 'both' && id !== 'leads');
  const front: readonly Room[] = [
    ...(shows('slack') || shows('teams') ? (['conversation'] as const) : []),
    ...(shows('leads') && choice.room ? [choice.room] : []),
  ];
  const unread = useUnread(entries, front);
  const leads = looking(choice, unread);

  const newForLeads = shows('leads')
    ? 0
    : leads.unread.channel + people.reduce((sum, each) => sum + leads.waiting(each), 0);

  const awaited = useRef<Awaited>(undefined);
  const announced = useNewest(entries, {
    awaited,
    show: (room) => room === privateRoom(choice.person.id) && choice.setView('private'),
    say: (entry) => said(entry, choice),
  });

  const press =
    (pane: PaneId, room: Room, as?: string) =>
    ({ label, token, ticked }: Press) => {
      awaited.current = { pane, room, after: entries.at(-1)?.number ?? 0 };
      void ask(
        { act: 'press', token, ...(as !== undefined && { as }), ...(ticked && { ticked: [...ticked] }) },
        { kind: 'pressed', room, text: label },
      );
    };

  const typeAsLead = (text: string) => {
    choice.setView('private');
    void ask({ act: 'text', as: choice.person.id, text }, { kind: 'typed', room: privateRoom(choice.person.id), text });
  };

  async function tell(scenario: Scenario): Promise<void> {
    setStory(scenario);
    setTab(tabs[0]?.id ?? 'both');
    choice.startAfresh();
    for (const step of stepsOf(scenario)) {
      await ask(step, step.act === 'text' ? { kind: 'typed', room: 'conversation', text: step.text } : undefined);
    }
  }

  function afresh(): void {
    setStory(undefined);
    choice.startAfresh();
    void ask({ act: 'reset' });
  }

  const conversation = {
    dark,
    tabbed: width === 'narrow',
    room: 'conversation',
    entries: entries.filter((entry) => roomOf(entry) === 'conversation'),
    own: own.filter(({ room }) => room === 'conversation'),
    empty: 'The first message is on its way.',
  } as const;
  const drawings = (
    <>
      {shows('slack') && (
        <Pane
          id="slack"
          title="As Slack shows it"
          whose="The worried person’s screen"
          as="slack"
          {...conversation}
          onPress={press('slack', 'conversation')}
        />
      )}
      {shows('teams') && (
        <Pane
          id="teams"
          title="As Teams shows it"
          whose="The same talk, the same person"
          as="teams"
          {...conversation}
          onPress={press('teams', 'conversation')}
        />
      )}
    </>
  );

  return (
    <>
      <div className="stage">
        <header className="top">
          <a className="skip" href="#conversation">
            Skip to the conversation
          </a>
          <div className="brand">
            <img src="/try/icon.svg" alt="" width="40" height="40" />
            <div>
              <h1>Signpost</h1>
              <p>Who to tell, by when, and what not to do</p>
            </div>
          </div>
          <p className="trial">
            <strong>This is a trial.</strong> Nothing leaves this machine, and nobody is told. If a child needs help,
            ring your safeguarding lead yourself. In danger, ring 999.
          </p>
        </header>
        <Scenarios told={story} onTell={(scenario) => void tell(scenario)} onAfresh={afresh} />
        {settings && <Settings values={settings} look={look} onLook={setLook} ask={ask} />}
        <div role="alert" className="trouble">
          {model.trouble}
        </div>
        <main id="conversation" tabIndex={-1} className="panes" data-width={width}>
          {tabs.length > 0 && (
            <Tabs
              label="Which view"
              tabs={tabs.map((each) => (each.id === 'leads' ? { ...each, unseen: newForLeads } : each))}
              shown={shownTab}
              onShow={setTab}
            />
          )}
          {width === 'medium' && shownTab === 'both' ? (
            <div role="tabpanel" id="panel-both" aria-labelledby="tab-both" className="both">
              {drawings}
            </div>
          ) : (
            drawings
          )}
          {(shows('slack') || shows('teams')) && (
            <Composer
              id="typed"
              title="Your message"
              label="Type as the worried person"
              hint="The buttons above do everything. Typing works too."
              examples="yes, 2, help, a helpline’s name"
              onText={(text) => void ask({ act: 'text', text }, { kind: 'typed', room: 'conversation', text })}
            >
              <button
                type="button"
                className="quiet-button"
                onClick={() => void ask({ act: 'file' }, { kind: 'file', room: 'conversation', text: '' })}
              >
                Attach a picture
              </button>
            </Composer>
          )}
          {shows('leads') && (
            <LeadsPane
              looking={leads}
              entries={entries}
              own={own}
              dark={dark}
              tabbed={width !== 'wide'}
              onPress={press('leads', privateRoom(choice.person.id), choice.person.id)}
              onText={typeAsLead}
            />
          )}
        </main>
      </div>
      <Behind entries={entries.filter((entry) => isSeenBy(choice.person, entry))} exchange={model.exchange} />
      <div role="log" aria-live="polite" className="unseen-word">
        {announced.map(({ number, text }) => (
          <p key={number}>{text}</p>
        ))}
      </div>
    </>
  );
}

/** What a screen reader is told of a message. Of one that only others see: only that there is one. */
function said(entry: PageEntry, { people, person }: LeadsChoice): string {
  const { place, as, summary } = entry;
  if (place === 'conversation') return summary;
  if (isSeenBy(person, entry))
    return `${as === undefined ? 'New in the leads’ channel' : 'New private message'}: ${summary}`;
  if (as === undefined) return 'New in another leads’ channel';
  return `New private message for ${people.find(({ id }) => id === as)?.name ?? 'somebody'}`;
}
