/** The conversation of the benchmark, for bots that draw Slack's blocks. */
export interface State {
  readonly answers: readonly string[];
}

export const steps = Number(process.env.STEPS ?? 8);
const words = 'Is anyone in danger now? If so, ring 999 first. Then press a button below.';

export const asked = (number: number) => ({
  text: `Question ${number}: ${words}`,
  blocks: [
    { type: 'section' as const, text: { type: 'mrkdwn' as const, text: `Question ${number}: ${words}` } },
    {
      type: 'actions' as const,
      elements: ['Yes', 'No', 'Not sure'].map((label, at) => ({
        type: 'button' as const,
        text: { type: 'plain_text' as const, text: label },
        action_id: label === 'No' ? 'next' : `other-${at}`,
        value: `${number}`,
      })),
    },
  ],
});

/** A message without buttons. */
export const said = (text: string) => ({
  text,
  blocks: [{ type: 'section' as const, text: { type: 'mrkdwn' as const, text } }],
});

export const answer = 'Your answer: ring your lead today.';
