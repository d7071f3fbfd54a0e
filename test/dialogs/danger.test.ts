import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { dangerIn } from '../../dialogs/typed/danger.ts';
import { tokensOf } from '../../dialogs/typed/tokens.ts';

const { reported, danger, ordinary }: Record<'reported' | 'danger' | 'ordinary', readonly string[]> = JSON.parse(
  readFileSync(new URL('../hear/danger.json', import.meta.url), 'utf8'),
);
const heard = (text: string) => dangerIn(tokensOf(text));

describe('danger in everyday words', () => {
  test('nine in ten of all sentences alarm, and of those that people reported', () => {
    const missed = (all: readonly string[]) => all.filter((one) => heard(one) !== 'alarm');
    expect(missed(danger).length, missed(danger).join('\n')).toBeLessThanOrEqual(danger.length / 10);
    expect(missed(reported).length, missed(reported).join('\n')).toBeLessThanOrEqual(reported.length / 10);
  });

  test('at most three of every sixty ordinary sentences alarm', () => {
    const alarms = ordinary.filter((one) => heard(one) === 'alarm');
    expect(alarms.length, alarms.join('\n')).toBeLessThanOrEqual((3 * ordinary.length) / 60);
  });

  test.each([
    ['he wants to kill himself', 'he does not want to kill himself'],
    ['she took an overdose', 'she took an overdose three years ago'],
    ['he has a knife', 'we learnt about knife crime in the lesson'],
    ['he kills himself', 'in the film he kills himself'],
    ['she is meeting a man tonight', 'I am meeting the social worker tonight'],
    ['she hurt herself', 'she fell over in PE and hurt herself'],
    ['he has got onto the roof', 'he threw his phone on the roof'],
    ['she is standing on a bridge', 'we will cross that bridge later'],
    ['he is going to jump', 'he is going to jump in the puddles'],
    ['she overdosed on tablets', 'she overdosed on sherbet'],
    ['he is dying', 'he is dying to see it'],
    ['a man is driving to her school now', 'a man is driving to school now to fix the boiler'],
    ['i saw a boy being attacked', 'i saw a film where a boy is attacked'],
    ['he says he would come to school and bomb it', 'he bombed in his mock'],
    ['she was choking and went blue', 'she was choking with laughter'],
    ['i dont feel safe at home', 'training on what to do if a child is not safe at home'],
    ['she wrote sorry for everything, goodbye mum', 'say goodbye to the year 11s on friday'],
    ['she wants 2 die', 'she wants 2 pens'],
    ['he says he will bomb the school', 'they bombed the test'],
    ['he says he will end up dead', 'he ended up late'],
    ['a man drove to her school', 'a man drove to school to collect his own son'],
    ['they set about a lad with a bat', 'we set about the marking'],
    ['she finks of topin herself', 'she finks of shoppin'],
    ['my sister is being held somewhere', 'the meeting is being held somewhere'],
    ['her brother is laying into her now', 'he is laying the table now'],
    ['he has lost loads of blood', 'he has lost loads of books'],
  ])('%s alarms; %s does not', (alarming, other) => {
    expect(heard(alarming)).toBe('alarm');
    expect(heard(other)).not.toBe('alarm');
  });

  test.each([
    'he tried to kill himself last year and says he will do it again tonight',
    'she does not want to live',
    'he will not stop saying he will kill her',
    'not sure if he will kill her',
    'I do not know if she is safe. she said she wants to die',
    'he watched a film about a murder and now he says he will kill her',
    'he said his final message is that he will stab her',
    'half an hour ago a boy was stabbed',
    'someone on my football team has a knife',
    'i do not feel safe at home',
    'we talked about suicide in class and then she told me she wants to kill herself',
  ])('what is over, denied or taught hides nothing that is not: %s', (text) => {
    expect(heard(text)).toBe('alarm');
  });

  test.each([
    'there is a ladder up to the roof and the ball is on the roof',
    'she put thank you for everything on her status',
    'in the book the mum is murdered',
    'she hurt herself last year',
    'we talked about suicide in class',
  ])('what may be harmless is asked about, and never silenced: %s', (text) => {
    expect(heard(text)).toBe('ask');
  });

  test.each([
    'SHE WANTS TO DIEEEE',
    'she wnats to kil herslef',
    "he's gonna k1ll her",
    'k y s',
    'suicdal',
    'shes got a knfe',
  ])('slips, shorthand and shouting: %s', (text) => {
    expect(heard(text)).toBe('alarm');
  });
});

test('a line of any length takes a bounded time', () => {
  const long = ['he ', 'kill ', 'she will not ', 'a'.repeat(50), 'meet a man tonight outside her house '];
  for (const words of long) {
    const text = words.repeat(Math.ceil(10_000 / words.length));
    const began = process.cpuUsage();
    heard(text);
    // Of this process alone, so that a busy machine changes nothing.
    expect(process.cpuUsage(began).user, words).toBeLessThan(500_000);
  }
});
