import { useRef, useState } from 'react';
import type { Place } from '../view.ts';
import { Behind } from './behind.tsx';
import { Composer } from './composer.tsx';
import { useLook, useWidth, type Width } from './device.ts';
import { LeadsAs } from './leads-as.tsx';
import type { Drawn } from './message.tsx';
import { type Awaited, useNewest, useUnseen } from './newest.ts';
import { Pane } from './pane.tsx';
import type { Press } from './press.ts';
import { useSession } from './session.ts';
import { Settings } from './settings.tsx';
import { type Tab, Tabs } from './tabs.tsx';

type PaneId = 'slack' | 'teams' | 'leads';
type TabId = PaneId | 'both';

const tabsAt: Record<Width, readonly Tab<TabId>[]> = {
  wide: [],
  medium: [
    { id: 'both', name: 'Slack and Teams' },
    { id: 'leads', name: 'Leads’ channel' },
  ],
  narrow: [
    { id: 'slack', name: 'Slack' },
    { id: 'teams', name: 'Teams' },
    { id: 'leads', name: 'Leads' },
  ],
};

export function App() {
  const { model, ask } = useSession();
  const { look, dark, setLook } = useLook();
  const width = useWidth();
  const [tab, setTab] = useState<TabId>('slack');
  const [leadsAs, setLeadsAs] = useState<Drawn>('slack');
  const { settings, entries, own } = model;
  const of = (place: Place) => ({
    entries: entries.filter((entry) => entry.place === place),
    own: own.filter((each) => each.place === place),
  });
  const conversation = of('conversation');
  const leads = of('leads');

  const tabs = tabsAt[width];
  const shownTab = tabs.some(({ id }) => id === tab) ? tab : (tabs[0]?.id ?? 'both');
  const shows = (id: PaneId) => width === 'wide' || shownTab === id || (shownTab === 'both' && id !== 'leads');
  const unseen = useUnseen(leads.entries.length, shows('leads'));

  const awaited = useRef<Awaited>(undefined);
  const announced = useNewest(entries, awaited);

  const press = (pane: PaneId, place: Place) => (pressed: Press) => {
    const { label, token, ticked } = pressed;
    awaited.current = { pane, place, after: entries.at(-1)?.number ?? 0 };
    void ask(
      { act: 'press', place, token, ...(ticked && { ticked: [...ticked] }) },
      { kind: 'pressed', place, text: label },
    );
  };

  const shared = { dark, tabbed: width !== 'wide' };
  const drawings = (
    <>
      {shows('slack') && (
        <Pane
          id="slack"
          title="As Slack shows it"
          as="slack"
          {...shared}
          {...conversation}
          tabbed={width === 'narrow'}
          empty="The first message is on its way."
          onPress={press('slack', 'conversation')}
        />
      )}
      {shows('teams') && (
        <Pane
          id="teams"
          title="As Teams shows it"
          as="teams"
          {...shared}
          {...conversation}
          tabbed={width === 'narrow'}
          empty="The first message is on its way."
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
        {settings && <Settings folded={width === 'narrow'} values={settings} look={look} onLook={setLook} ask={ask} />}
        <div role="alert" className="trouble">
          {model.trouble}
        </div>
        <main id="conversation" tabIndex={-1} className="panes" data-width={width}>
          {tabs.length > 0 && (
            <Tabs
              label="Which view"
              tabs={tabs.map((each) => (each.id === 'leads' ? { ...each, unseen } : each))}
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
          {shows('leads') && (
            <Pane
              id="leads"
              title="The leads’ channel"
              as={leadsAs}
              {...shared}
              {...leads}
              empty="Nothing yet. When a concern reaches an answer, the safeguarding leads see it here."
              onPress={press('leads', 'leads')}
            >
              <LeadsAs drawn={leadsAs} onDrawn={setLeadsAs} />
            </Pane>
          )}
        </main>
        {shownTab !== 'leads' || width === 'wide' ? (
          <Composer
            onText={(text) => void ask({ act: 'text', text }, { kind: 'typed', place: 'conversation', text })}
            onPicture={() => void ask({ act: 'file' }, { kind: 'file', place: 'conversation', text: '' })}
          />
        ) : null}
      </div>
      <Behind entries={entries} exchange={model.exchange} />
      <div role="log" aria-live="polite" className="unseen-word">
        {announced.map(({ number, text }) => (
          <p key={number}>{text}</p>
        ))}
      </div>
    </>
  );
}
