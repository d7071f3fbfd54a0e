/** What the reporter is told about the leads. */
export type Told = 'sent' | 'picked' | 'withheld' | 'already' | 'nowhere' | 'practice';

export const told: Readonly<Record<Told, string>> = {
  sent: 'We are telling your safeguarding leads that you raised a concern. Leads who open it see your answers as you chose them. A message is not enough: ring them.',
  picked:
    'We tell only the people you picked, each in a private message. They see your answers as you chose them. Nobody else where you work hears of it from us. A message is not enough: ring them.',
  withheld:
    'We tell nobody where you work, because you picked nobody as safe to tell. A notice could warn the adult. Ring the people below yourself.',
  already:
    'Before you changed an answer, we told others that you raised a concern: your safeguarding leads, or people you had picked. Those who opened it could see your answers. We cannot take that back. We tell them nothing more, unless you pick them now.',
  nowhere: 'We could not tell your safeguarding leads: no channel is set up for them here. Ring them now.',
  practice: 'Practice. Nobody was told.',
};

/** Said beside it, where it is so. */
export const besides = {
  namesPicked: 'You picked: ',
  notReached: 'We could not tell the people you picked: we have no account for them here. Ring them now.',
  calledBefore:
    'Earlier, you asked for a lead. All your leads saw that somebody needs one: a reference and a time, nothing more.',
  takenBack:
    'You took this concern back. Those we told see that. If you are in doubt, still ring the people below. To raise it after all, start again.',
  referralMade: 'You made the referral. Those we told see that.',
} as const;
