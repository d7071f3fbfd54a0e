/** Messages to look at: one of each kind of card, in the shape that the dialog gives them. */
import type { Button, Message } from '../../dialogs/message.ts';

const answer = (label: string, value: string): Button => ({
  label,
  action: { do: 'answer', question: 'danger', value },
});
const ways: readonly Button[] = [
  { label: 'Why do you ask?', action: { do: 'why' } },
  { label: 'Back', action: { do: 'back' } },
  { label: 'What must I do now?', action: { do: 'now' } },
  { label: 'Stop', action: { do: 'stop' }, look: 'danger' },
];
const emergency: Message['blocks'][number] = {
  kind: 'text',
  tone: 'alert',
  text: ['If a child is in danger now, ring ', { phone: '999' }, '.'],
};

export const messages: Record<string, Message> = {
  question: {
    summary: 'Question 3 of about 6',
    blocks: [
      emergency,
      { kind: 'text', tone: 'quiet', text: ['Question 3 of about 6'] },
      { kind: 'heading', text: 'Is an adult involved?' },
      { kind: 'text', text: ['An adult is anyone aged 18 or over. Think of who sent, asked for or paid for it.'] },
      { kind: 'buttons', buttons: [answer('Yes', 'yes'), answer('No', 'no'), answer('Not sure', 'unsure')] },
      { kind: 'buttons', buttons: ways },
    ],
  },
  ticks: {
    summary: 'Question 2 of about 6',
    blocks: [
      emergency,
      {
        kind: 'ticks',
        question: 'topics',
        label: 'What is it about? Tick all that fit.',
        options: [
          {
            value: 'blackmail',
            label: 'Threats or blackmail',
            help: 'Asking for money, pictures or favours',
            ticked: true,
          },
          { value: 'imagery', label: 'Nude or sexual pictures of a child', help: 'Also made or changed by a computer' },
          { value: 'adult', label: 'An adult and sexual pictures of children' },
          { value: 'exposure', label: 'A child has seen sexual or violent material', ticked: true },
          { value: 'bullying', label: 'Bullying online' },
          { value: 'extremism', label: 'Extreme views or terror' },
          { value: 'harmfulSites', label: 'Sites about self-harm, suicide or eating' },
          { value: 'content', label: 'Content that should be taken down' },
          { value: 'domesticAbuse', label: 'Control or abuse by a partner or ex-partner, by phone or online as well' },
          { value: 'other', label: 'Something else' },
        ],
        submit: { label: 'Go on', action: { do: 'ticks', question: 'topics' }, look: 'primary' },
      },
      { kind: 'buttons', buttons: ways.slice(1) },
    ],
  },
  answer: {
    summary: 'What to do now',
    blocks: [
      { kind: 'text', tone: 'alert', text: ['Ring the police on ', { phone: '999' }, ' now. Do not wait for anyone.'] },
      { kind: 'heading', text: 'Do now' },
      {
        kind: 'list',
        numbered: true,
        lines: [
          {
            text: ['Ring ', { bold: 'Starting Point' }, ', Derbyshire: ', { phone: '01629 533190' }, '.'],
            note: ['You must, today by 23:59. Section 3, paragraph 12. Counted as a precaution: you said "not sure".'],
          },
          {
            text: ['Tell your safeguarding lead: ', { phone: '01332 641172' }, '.'],
            note: ['You must, now. We add "now"; the chapter sets no limit.'],
          },
          { text: ['Report it to ', { label: 'CEOP', link: 'https://www.ceop.police.uk/Safety-Centre/' }, '.'] },
        ],
      },
      { kind: 'divider' },
      { kind: 'heading', text: 'Do not' },
      {
        kind: 'list',
        lines: [
          { text: [{ bold: 'Do not' }, ' look at, copy or send on the picture.'] },
          { text: [{ bold: 'Do not' }, ' tell the person you are worried about.'] },
          { text: [{ bold: 'Do not' }, ' promise to keep it secret.'], note: ['Section 2, paragraph 4.'] },
        ],
      },
      { kind: 'text', tone: 'quiet', text: ['Edition 21, 9 September 2024. Rules 1. 999 is not from this chapter.'] },
      {
        kind: 'buttons',
        buttons: [
          { label: 'Show the details', action: { do: 'details' }, look: 'primary' },
          { label: 'Text for your record', action: { do: 'record' } },
          { label: 'Change an answer', action: { do: 'change' } },
        ],
      },
    ],
  },
  hostile: {
    summary: 'A helpline',
    blocks: [
      { kind: 'heading', text: '*Childline* <!channel> & co' },
      { kind: 'text', text: ['<!channel> [Tap](https://evil.example) *bold* _x_ `code` <at>all</at> & 儿童 شخص'] },
      { kind: 'list', lines: [{ text: ['Free, all day: ', { phone: '0800 1111' }] }, { text: ['# no heading'] }] },
    ],
  },
};
