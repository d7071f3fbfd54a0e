import type { KnownBlock } from '@slack/types';
import { useState } from 'react';
import { type MessageProps, Message as StillBlocks } from 'slack-blocks-to-jsx';
import librarySheet from 'slack-blocks-to-jsx/dist/style.css' with { type: 'text' };
import type { SlackMessage } from '../../../slack/render.ts';
import type { Press } from '../press.ts';
import { Shadow, sheet } from '../shadow.tsx';
import { type DrawnControls, Pressable, TickList } from './controls.tsx';
import ownSheet from './slack.css' with { type: 'text' };

const styles = sheet(librarySheet, ownSheet);

const hooks: NonNullable<MessageProps['hooks']> = {
  // Signpost sends no emoji codes: what the library takes for one is part of "09:00-17:00".
  emoji: ({ name }) => `:${name}:`,
  // Links open beside the conversation, not in its place.
  link: ({ href, children, className }) => (
    <a href={href} className={className} {...(!href.startsWith('tel:') && { target: '_blank', rel: 'noreferrer' })}>
      {children}
    </a>
  ),
};

interface Props {
  readonly message: SlackMessage;
  readonly dark: boolean;
  readonly onPress: (press: Press) => void;
}

/** One message in Block Kit. The library draws what stands still; it cannot report a press, so controls are ours. */
export function SlackDrawing({ message, dark, onPress }: Props) {
  const [ticked, setTicked] = useState(() => initiallyTicked(message));
  const asksTicks = message.blocks.some(isTickList);
  const controls: DrawnControls = {
    ticked,
    onTick: (value, on) => setTicked(on ? [...ticked, value] : ticked.filter((other) => other !== value)),
    // Slack sends the state of a message's inputs with every button of that message.
    onPress: (label, token) => onPress({ label, token, ...(asksTicks && { ticked }) }),
  };
  return (
    <Shadow styles={styles}>
      <div className="slack" data-theme={dark ? 'dark' : 'light'}>
        {grouped(message.blocks).map((group, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of a message keep their order
          <Group key={index} group={group} dark={dark} controls={controls} />
        ))}
      </div>
    </Shadow>
  );
}

function Group({ group, dark, controls }: { group: readonly KnownBlock[]; dark: boolean; controls: DrawnControls }) {
  const [first] = group;
  if (first?.type === 'actions') return <Pressable block={first} controls={controls} />;
  if (first?.type === 'container') {
    return (
      <details className="folded">
        <summary>{first.title?.text}</summary>
        {grouped(first.child_blocks).map((inner, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of a part keep their order
          <Group key={index} group={inner} dark={dark} controls={controls} />
        ))}
      </details>
    );
  }
  if (first && isTickList(first)) return <TickList block={first} controls={controls} />;
  return (
    <StillBlocks
      blocks={group.map(readAsMarkup) as MessageProps['blocks']}
      theme={dark ? 'dark' : 'light'}
      name="Signpost"
      logo=""
      hooks={hooks}
      withoutWrapper
    />
  );
}

/** To Slack `verbatim` means "make no links of your own"; the library takes it for "this is no markup". */
function readAsMarkup(block: KnownBlock): KnownBlock {
  return JSON.parse(JSON.stringify(block, (name, value) => (name === 'verbatim' ? undefined : value)));
}

/** Blocks that stand still stay together; each control is a group of its own. */
function grouped(blocks: readonly KnownBlock[]): readonly (readonly KnownBlock[])[] {
  const groups: KnownBlock[][] = [];
  let still = false;
  for (const block of blocks) {
    const control = block.type === 'actions' || block.type === 'container' || isTickList(block);
    if (still && !control) groups.at(-1)?.push(block);
    else groups.push([block]);
    still = !control;
  }
  return groups;
}

function initiallyTicked(message: SlackMessage): readonly string[] {
  return message.blocks.filter(isTickList).flatMap(({ element }) => {
    const options = element.type === 'checkboxes' ? (element.initial_options ?? []) : [];
    return options.map(({ value }) => value ?? '');
  });
}

const isTickList = (block: KnownBlock) => block.type === 'input';
