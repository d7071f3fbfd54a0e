import { type Action, AdaptiveCard, ExecuteAction, SerializationContext, Version } from 'adaptivecards';
import librarySheet from 'adaptivecards/lib/adaptivecards.css' with { type: 'text' };
import { useEffect, useRef } from 'react';
import type { TeamsMessage } from '../../../teams/render.ts';
import { tickedOf } from '../../../ticked.ts';
import type { Press } from '../press.ts';
import { Shadow, sheet } from '../shadow.tsx';
import { hostConfig } from './host-config.ts';
import { markdownToHtml } from './markdown.ts';
import ownSheet from './teams.css' with { type: 'text' };

const styles = sheet(librarySheet, ownSheet);

AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = markdownToHtml(text);
  result.didProcess = true;
};

interface Props {
  readonly message: TeamsMessage;
  readonly dark: boolean;
  readonly onPress: (press: Press) => void;
}

/** One message with its card, drawn by Microsoft's own renderer. */
export function TeamsDrawing(props: Props) {
  return (
    <Shadow styles={styles}>
      <Card {...props} />
    </Shadow>
  );
}

function Card({ message, dark, onPress }: Props) {
  const holder = useRef<HTMLDivElement>(null);
  const report = useRef(onPress);
  report.current = onPress;
  const [{ content }] = message.attachments;

  useEffect(() => {
    const card = new AdaptiveCard();
    card.hostConfig = hostConfig(dark);
    card.onExecuteAction = (action) => {
      const press = pressOf(action);
      if (press) report.current(press);
    };
    card.parse(content, new SerializationContext(new Version(1, 4)));
    const drawn = card.render();
    // The library makes the card itself a stop of the Tab key; only what can be pressed should be one.
    drawn?.removeAttribute('tabindex');
    holder.current?.replaceChildren(...(drawn ? [drawn] : []));
  }, [content, dark]);

  return <div ref={holder} className="teams" data-theme={dark ? 'dark' : 'light'} />;
}

/** The card's inputs arrive in the action's data: ticked values with commas between them. */
function pressOf(action: Action): Press | undefined {
  if (!(action instanceof ExecuteAction)) return undefined;
  const data = action.data as { token?: string } & Record<string, unknown>;
  const ticked = tickedOf(data);
  return { label: action.title ?? '', token: data.token ?? '', ...(ticked && { ticked }) };
}
