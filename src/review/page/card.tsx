import { useState } from 'react';
import type { Answers } from '../../../dialogs/flow.ts';
import { committedCalendar } from '../../../rules/calendar.ts';
import { renderSlack } from '../../channels/slack/render.ts';
import { renderTeams } from '../../channels/teams/render.ts';
import { SlackDrawing } from '../../channels/web/page/slack/drawing.tsx';
import { TeamsDrawing } from '../../channels/web/page/teams/drawing.tsx';
import { cardOfEnding, endingOf } from '../ending.ts';
import type { DrawnFrom } from '../pages/decisions.ts';

interface Props {
  readonly answers: Answers;
  readonly from: DrawnFrom;
}

const dark = () => matchMedia('(prefers-color-scheme: dark)').matches;
/** Nothing is signed here, and Slack's drawing takes no empty value. */
const unsigned = () => 'shown';

/** The card at the end of a way, drawn as the platforms draw it. Its parts open; its buttons do nothing. */
export function Card({ answers, from: { organisation, moment } }: Props) {
  const [teams, setTeams] = useState(false);
  const context = { organisation, calendar: committedCalendar, now: new Date(moment) };
  const message = cardOfEnding(endingOf(answers, context), context);
  if (!message) return null;
  return (
    <div>
      <p>
        <label>
          <input type="checkbox" checked={teams} onChange={() => setTeams(!teams)} /> as Teams shows it, not Slack
        </label>
      </p>
      {(teams ? renderTeams(message, unsigned) : renderSlack(message, unsigned)).map((drawn, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the messages of a card keep their order
        <div className="drawn" key={i}>
          {'attachments' in drawn ? (
            <TeamsDrawing message={drawn} dark={dark()} onPress={() => {}} />
          ) : (
            <SlackDrawing message={drawn} dark={dark()} onPress={() => {}} />
          )}
        </div>
      ))}
    </div>
  );
}
