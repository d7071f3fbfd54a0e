import { describe, expect, it } from 'vitest';
import { looksLikeLookUp } from '../../dialogs/look-up.ts';

describe('typed text that asks for a look-up', () => {
  it.each([
    'number for childine',
    'childline',
    'chidline',
    'samaritins',
    'What is the number for Childline?',
    'Can you give me the NSPCC helpline number please',
    'I need the number for social services',
    'report terrorist video',
    'report child abuse images',
    'report a fake instagram account',
    'who do I ring about nudes',
    'Who should I contact about a pupil being groomed?',
    'how do I report a website',
    'where to report terrorist content',
    'lado number',
    'LADO',
    'prevent',
    'suicide helpline',
    'helplines',
    'is Childline open now',
    'what time does POSH close',
    'what is county lines',
    'What does LADO mean?',
    'strategy meeting checklist',
    'law on upskirting',
    'glossary',
    'lucy faithful',
  ])('%s', (text) => {
    expect(looksLikeLookUp(text)).toBe(true);
  });
});

describe('typed text that does not', () => {
  it.each([
    '',
    'yes',
    'no',
    'not sure',
    'y',
    '2',
    '1 and 3',
    '12',
    '999',
    'back',
    'help',
    'stop',
    'stop it',
    'start again',
    'why',
    'what must I do now?',
    'what should I do',
    'what is going on',
    'what now',
    'what is this',
    'who are you',
    'A boy gave a stranger his number',
    'She phoned a helpline yesterday',
    'they sent a link to a nude',
    'he has her phone number',
    'a pupil has a link to a nude',
    'I want to report a concern about a child',
    'report a child being groomed',
    'a girl in year 10 was asked for nudes and I do not know who to call',
    'my colleague has pictures of children on his phone, who do I ring',
    'a man asked her for a picture',
    'pupil talks about suicide',
    'nudes are going round year 9',
    'someone threatens to share her nude',
    'there is a video of a fight',
    'adult messaging a child on snapchat',
    'a student shared a website about self harm',
    'I do not know',
    'no idea',
    `who do I ring ${'about this '.repeat(50)}`,
    '👍',
  ])('%s', (text) => {
    expect(looksLikeLookUp(text)).toBe(false);
  });
});
