/** "Phone number", and no more: those that are asked for most, on one card. */
import { serviceById } from '../../rules/services.ts';
import type { LookUpEntry } from './entry.ts';
import { ask } from './frame.ts';

const usual = ['police-non-emergency', 'childline', 'nspcc-helpline', 'samaritans'] as const;

export const usualNumbers = 'usual-numbers';

export function numbersEntry(): LookUpEntry {
  const services = usual.map(serviceById);
  const lines = [
    { text: [{ phone: '999' }, ' In danger.'] },
    ...services.map(({ name, phone = '' }) => ({ text: [{ phone }, ` ${name.replace(/: \d+$/, '')}.`] })),
  ];
  return {
    id: usualNumbers,
    kind: 'question',
    name: 'Numbers to ring',
    aliases: [
      'phone number',
      'phone numbers',
      'telephone number',
      'who do I ring',
      'who do I call',
      'emergency numbers',
      'contacts',
      'contact numbers',
      'useful numbers',
      'contact list',
      'phone list',
    ],
    asks: 'phone number numbers telephone contact contacts ring call emergency useful',
    about: '',
    facts: () => ({
      heading: 'Numbers to ring',
      lines,
      whole: [],
      see: [ask('My lead', 'who is my lead'), ask('Social care', 'social care')],
    }),
  };
}
