/** What the reporter is told about the leads. */
export type Told = 'sent' | 'withheld' | 'already' | 'nowhere' | 'practice';

export const told: Readonly<Record<Told, string>> = {
  sent: 'We are telling your safeguarding leads that you raised a concern. They see no answers and no details. A chat post is not telling: ring them.',
  withheld:
    'We did not tell your safeguarding leads, because it may involve someone they know, or one of them. Ring the person below whom it is safe to tell.',
  already:
    'Before you changed an answer, we told your safeguarding leads that you raised a concern: no answers, no details. We cannot take that back. We tell them nothing more. Ring the person below whom it is safe to tell.',
  nowhere: 'We could not tell your safeguarding leads: no channel is set up for them here. Ring them now.',
  practice: 'Practice. Nobody was told.',
};
