/**
 * A bot that says a few fixed things, to try a channel on: a start, a question, a tick list, an answer, and a notice
 * to the leads, that one of them takes and a deputy is told of. It takes what a channel takes and owes what the conversation owes, so the real one can stand here.
 */
import type { Action, Block, Message } from '../../dialogs/message.ts';
import type { Site } from '../../rules/local.ts';
import type { Address, Channel, Incoming, Outgoing, Taken } from '../../src/contract.ts';

export interface ScriptedBot {
  readonly take: (incoming: Incoming) => Promise<Taken>;
  /** Everything that was taken, in order. */
  readonly taken: Incoming[];
  /** Set to make the next take answer this and say nothing else. */
  next: Taken | undefined;
}

export function scriptedBot(channelOf: () => Channel): ScriptedBot {
  const cards = new Map<string, Address>();
  let noticed: Address | undefined;
  const bot: ScriptedBot = { take, taken: [], next: undefined };

  async function take(incoming: Incoming): Promise<Taken> {
    bot.taken.push(incoming);
    const fixed = bot.next;
    bot.next = undefined;
    if (fixed) return fixed;
    const { from, input, address } = incoming;
    if (from.person.startsWith('lead:')) await answerLead(incoming);
    else if (input.kind === 'hello' || input.kind === 'glance') await say(incoming, start);
    else if (input.kind === 'file') await say(incoming, doNotSend);
    else if (input.kind === 'look-up' || input.kind === 'illegible') await say(incoming, askAgain);
    else if (input.kind === 'command' || input.kind === 'aloud') await say(incoming, askAgain);
    else if (input.kind === 'text') await say(incoming, input.text === 'yes' ? topics : askAgain);
    else {
      const action = JSON.parse(input.token) as Action;
      await shrink(from.person, address, answered(action, input.ticked));
      if (action.do === 'start') await say(incoming, danger);
      else if (action.do === 'answer') await say(incoming, topics);
      else if (action.do === 'ticks') await reachAnswer(incoming);
      else if (action.do !== 'show') await say(incoming, start);
    }
    return { status: 'taken' };
  }

  async function reachAnswer(incoming: Incoming): Promise<void> {
    await say(incoming, answer(incoming.at));
    const leads = channelOf().leadsAddress(site, incoming.address);
    if (leads) noticed = await post(leads, { post: [notice] });
  }

  /** Whoever presses has it: the card says so, a line stands below it, they are shown more, and a deputy hears. */
  async function answerLead(incoming: Incoming): Promise<void> {
    const { input, address } = incoming;
    if (input.kind === 'press' && noticed) {
      await post(noticed, { post: [line], edit: [{ card: noticed, message: taken }] });
      const deputy = channelOf().personAddress('deputy', address);
      if (deputy) await post(deputy, { post: [forDeputy] });
    }
    await post(address, { post: [input.kind === 'text' ? concerns : about] });
  }

  async function say({ from, address }: Incoming, message: Message): Promise<void> {
    const card = await post(address, { post: [message] });
    if (card) cards.set(from.person, card);
  }

  async function shrink(person: string, to: Address, message: Message): Promise<void> {
    const card = cards.get(person);
    if (card) await post(to, { post: [], shrink: [{ card, message }] });
  }

  /** @returns where the first message stands. */
  async function post(to: Address, what: Omit<Outgoing, 'to' | 'token'>): Promise<Address | undefined> {
    const delivered = await channelOf().deliver({ to, ...what, token }, AbortSignal.timeout(5_000));
    return delivered.status === 'sent' ? delivered.cards[0] : undefined;
  }

  return bot;
}

/** The one site of `serveTryPage`'s organisations. */
const site = { id: 'school' } as Site;

const token = (action: Action): string => JSON.stringify(action);

const emergency: Block = {
  kind: 'text',
  text: ['Danger now? Ring ', { phone: '999' }, '. (This line is ours. It is not from the procedure.)'],
  tone: 'quiet',
};

const start: Message = {
  summary: 'Signpost: worried about a child online?',
  blocks: [
    { kind: 'heading', text: 'Worried about something online?' },
    {
      kind: 'text',
      text: ['Answer a few questions. You get ', { bold: 'who to ring, by when' }, ', and what not to do.'],
    },
    { kind: 'text', text: ['Do not type names or what happened: this chat keeps what you type.'], tone: 'alert' },
    {
      kind: 'buttons',
      buttons: [
        { label: 'Start', action: { do: 'start', practice: false }, look: 'primary' },
        { label: 'Practice (nobody is told)', action: { do: 'start', practice: true } },
        { label: 'Look something up', action: { do: 'look-up' } },
      ],
    },
    emergency,
  ],
};

const danger: Message = {
  summary: 'Question 1 of about 4: is anyone in danger now?',
  blocks: [
    { kind: 'text', text: ['Question 1 of about 4'], tone: 'quiet' },
    { kind: 'heading', text: 'Could anyone come to harm now or tonight?' },
    {
      kind: 'text',
      text: ['Include talk of suicide or self-harm, meeting someone, threats, running away, a weapon.'],
    },
    {
      kind: 'buttons',
      buttons: [
        { label: 'Yes', action: { do: 'answer', question: 'danger', value: 'yes' }, look: 'danger' },
        { label: 'No', action: { do: 'answer', question: 'danger', value: 'no' } },
        { label: 'Not sure', action: { do: 'answer', question: 'danger', value: 'unsure' } },
      ],
    },
    { kind: 'buttons', buttons: [{ label: 'What must I do now?', action: { do: 'now' } }] },
    emergency,
  ],
};

const topics: Message = {
  summary: 'Question 2 of about 4: what is it about?',
  blocks: [
    { kind: 'text', text: ['Question 2 of about 4'], tone: 'quiet' },
    { kind: 'heading', text: 'What is it about?' },
    {
      kind: 'ticks',
      question: 'topics',
      label: 'Tick everything that fits',
      options: [
        { value: 'blackmail', label: 'Threats over pictures', help: 'Or somebody wants money or more pictures' },
        { value: 'imagery', label: 'A nude or sexual picture of anyone under 18', help: 'Real, edited or AI-made' },
        { value: 'bullying', label: 'Bullying, sexual messages or pressure' },
        { value: 'other', label: 'Something else' },
      ],
      submit: { label: 'These fit', action: { do: 'ticks', question: 'topics' }, look: 'primary' },
    },
    emergency,
  ],
};

const answer = (at: Date): Message => ({
  summary: 'Your answer: ring your safeguarding lead now',
  blocks: [
    { kind: 'heading', text: 'Ring your safeguarding lead now' },
    { kind: 'text', text: ['Ring ', { bold: 'Sam Example' }, ' on ', { phone: '01332 641172' }, '.'] },
    { kind: 'text', text: ['Do not look at the picture, and do not have it sent to you.'], tone: 'alert' },
    { kind: 'divider' },
    {
      kind: 'list',
      numbered: true,
      lines: [
        {
          text: [{ bold: 'You' }, ' must tell your lead today.'],
          note: ['From the procedure, "Responding", paragraph 12. Open 09:00-17:00.'],
        },
        {
          text: ['Your lead may use ', { link: 'https://www.example.org/remove', label: 'Report Remove' }, '.'],
          note: ['We added this.'],
        },
      ],
    },
    { kind: 'text', text: [`Counted from ${at.toUTCString()}.`], tone: 'quiet' },
    { kind: 'buttons', buttons: [{ label: 'Text for the record', action: { do: 'record' } }] },
  ],
});

const notice: Message = {
  summary: 'A concern needs a safeguarding lead by 16:30',
  blocks: [
    { kind: 'heading', text: 'A concern needs a safeguarding lead' },
    { kind: 'text', text: ['Somebody raised a concern. Please take it by ', { bold: '16:30' }, '.'] },
    { kind: 'buttons', buttons: [{ label: 'I have this', action: { do: 'show' }, look: 'primary' }] },
  ],
};

const taken: Message = {
  summary: 'A safeguarding lead has this concern',
  blocks: [{ kind: 'heading', text: 'A lead has this' }],
};

const line: Message = { summary: 'Taken', blocks: [{ kind: 'text', text: ['16:02: a lead has it.'] }] };

const about: Message = {
  summary: 'A concern, for you alone',
  blocks: [
    { kind: 'heading', text: 'What it is about' },
    { kind: 'buttons', buttons: [{ label: 'Copy as text', action: { do: 'record' } }] },
  ],
};

const forDeputy: Message = {
  summary: 'A concern is taken, for the deputy alone',
  blocks: [{ kind: 'heading', text: 'For the deputy alone' }],
};

const concerns: Message = { summary: 'Open concerns: 1', blocks: [{ kind: 'heading', text: 'Open concerns: 1' }] };

const doNotSend: Message = {
  summary: 'Do not send pictures',
  blocks: [{ kind: 'text', text: ['Do not send it. Do not view or copy it.'], tone: 'alert' }],
};

const askAgain: Message = {
  summary: 'I did not understand',
  blocks: [{ kind: 'text', text: ['I did not understand. Please press a button, or type yes or no.'] }],
};

/** The card that was answered, without its buttons. */
function answered(action: Action, ticked: readonly string[] | undefined): Message {
  const said = action.do === 'answer' ? action.value : ticked?.length ? ticked.join(' and ') : 'done';
  return { summary: `Answered: ${said}`, blocks: [{ kind: 'text', text: [`Answered: ${said}`], tone: 'quiet' }] };
}
