/** Sentences for what the bot cannot do: a talk that is too long, an organisation it does not know. */

export const refused =
  'This talk is too long, so what you just chose is not saved. Your answers before it are. If it was about who may know, or it is urgent, ring someone you trust now. To go on, type "start again".';

export const notSetUp = {
  title: 'We are not set up for your organisation',
  lines: [
    'So we cannot ask you questions, and we do not know your safeguarding leads. Nobody has been told.',
    'Worried about a child? Ring your safeguarding lead now, or the children\u2019s social care team of the council.',
    'You can look up helplines and other numbers below.',
  ],
};
