import { describe, expect, test } from 'vitest';
import type { ConcernView, Happening } from '../../../dialogs/leads/concern/concern-view.ts';
import { reminderLine, reporterLine, threadLine } from '../../../dialogs/leads/concern/lines.ts';
import { type LeadRefusal, refusalLine } from '../../../dialogs/leads/concern/refusals.ts';
import { plainText } from '../../../dialogs/plain.ts';
import { emergencyLine } from '../../../dialogs/words/screens.ts';
import { peopleOf } from '../../../rules/local.ts';
import {
  adult,
  callOf,
  happenings,
  minutesLater,
  owned,
  owner,
  picture,
  reporter,
  secrets,
  taken,
  viewOf,
  withPicked,
} from '../../support/concern-views.ts';
import { example } from '../../support/every-message.ts';

const now = minutesLater(20);
const one = <What extends Happening['what']>(what: What): Happening & { what: What } => {
  const found = happenings.find((each) => each.what === what);
  if (!found) throw new Error(`Nothing of the kind ${what}`);
  return found as Happening & { what: What };
};
const duty = (route: string, concern = picture) => {
  const found = concern.outcome.decision.duties.find((each) => each.route === route);
  if (!found) throw new Error(`${route} is not due`);
  return found;
};

/** By this person, or at a place that nobody can ring. */
function nameless(happening: Happening, who: string): Happening {
  if (happening.what === 'untaken') return { ...happening, who };
  return happening.what === 'not-reached' ? { ...happening, places: ['somebody who has left'] } : happening;
}

describe('the thread of a card', () => {
  test.each([
    ['raised', '6.30pm: It was raised.'],
    ['changed', '6.32pm: The person who raised it changed an answer. Open it to see what is different.'],
    ['withdrawn', '6.32pm: The person who raised it took it back.'],
    ['referred', '6.32pm: The person who raised it has told someone who must be told.'],
    ['told', '6.31pm: Told: the leads’ channel.'],
    ['not-reached', '6.31pm: We could not reach the leads’ channel.'],
    ['taken', '6.34pm: Sam Okafor has it.'],
    ['untaken', '6.35pm: Sam Okafor gave it back. Nobody has it now.'],
    ['contact', '6.35pm: Sam Okafor asked the person who raised it to get in touch.'],
    ['handed', '6.36pm: Sam Okafor handed it to Priya Nair.'],
    ['done', '6.37pm: Sam Okafor ticked one thing as done.'],
    ['undone', '6.38pm: Sam Okafor took back what they said of one thing.'],
    ['reminded', '6.39pm: Reminded: Sam Okafor.'],
    ['joined', '6.40pm: Sam Okafor joined it to reference EF56-GH78.'],
    ['gained', '6.40pm: Sam Okafor joined another concern to it.'],
    ['not-for-us', '6.40pm: Sam Okafor closed it as not for us.'],
    ['ended', '7.30pm: This is over.'],
  ] as const)('%s', (what, line) => {
    expect(threadLine(one(what), now)).toEqual({ summary: line, blocks: [{ kind: 'text', text: [line] }] });
  });

  test('names the day when it is read on another', () => {
    expect(threadLine(taken, minutesLater(3_000)).summary).toBe('Friday 27 November at 6.34pm: Sam Okafor has it.');
  });
});

describe('the person who raised it', () => {
  const onCover = new Date('2026-11-27T16:00:00Z');
  const news = (happening: Happening, view: ConcernView = owned(), at = now) => {
    const message = reporterLine(happening, view, at);
    return message && plainText(message);
  };

  test('reads nothing of it in the notification', () => {
    for (const each of happenings) {
      const message = reporterLine(each, owned(), now);
      if (!message) continue;
      expect(message.summary).toBe('News of the concern that you raised');
      expect(plainText(message)).toContain(emergencyLine);
      expect(plainText(message)).toContain('Reference AB12-CD34.');
    }
  });

  test('hears nothing of what they did themselves, or of reminders', () => {
    for (const what of ['raised', 'changed', 'referred', 'reminded'] as const) expect(news(one(what))).toBeUndefined();
  });

  test('hears that it was sent, to whom, and that this is not telling', () => {
    expect(news(one('told'))).toContain(
      'We are telling the leads’ channel now. If that fails, we say so here. A message is not enough: ring them.',
    );
  });

  test('hears that nobody took it, for how long, and whom to ring', () => {
    const later = happenings.find((each) => each.what === 'told' && each.level > 0) as Happening;
    const text = news(later, viewOf({ level: 1 }), onCover);
    expect(text).toContain('Nobody has taken it yet, after 11 minutes. Now we have told Priya Nair');
    expect(text).toContain('Ring them yourself now.\n- Priya Nair: 07700 900101');
  });

  test('hears that somebody could not be reached, with the number', () => {
    expect(news({ ...one('not-reached'), places: [owner] }, undefined, onCover)).toContain(
      'Important: We could not reach Sam Okafor.\nRing them yourself now.\n- Sam Okafor: 01632 960101',
    );
  });

  test('is sent to nobody who is off while somebody who can answer exists', () => {
    const text = news({ ...one('not-reached'), places: [owner] });
    expect(text).not.toContain('01632 960101');
    expect(text).toMatch(/Ring .*\d/);
  });

  test('where a channel could not be reached, hears who to ring, and who if not', () => {
    expect(news(one('not-reached'))).toMatch(/could not reach the leads’ channel\.\nRing .*\d\. No answer\? Ring/);
  });

  test('hears that it was seen, by whom, and their number', () => {
    expect(news(one('taken'))).toContain('Sam Okafor has seen it and has it now.');
    expect(news(one('taken'))).toContain('- Sam Okafor: 01632 960101');
    expect(news(one('handed'))).toContain('Sam Okafor has handed it to Priya Nair. Priya Nair has it now.');
    expect(news(one('contact'))).toContain('Sam Okafor asks you to contact them');
    expect(news(one('untaken'))).toMatch(/Nobody has it now, so we are asking others\.\nRing .*\d/);
  });

  test('hears of a tick at what they were asked to do themselves, and of one taken back', () => {
    expect(news(one('done'))).toContain('ticked one thing that you were asked to do: "Report it to the police".');
    expect(news(one('undone'))).toContain('is not done after all: "Report it to the police".');
    expect(news({ ...one('done'), duty: 'something else' })).toBeUndefined();
  });

  test('hears that it is dealt with and closed, opened again, or put off, with the number', () => {
    const at = minutesLater(9);
    for (const happening of [
      { at, what: 'closed', who: owner },
      { at, what: 'reopened', who: owner },
      { at, what: 'snoozed', who: owner, until: minutesLater(30) },
    ] as const) {
      expect(news(happening)).toMatch(
        /Sam Okafor (has dealt with it and closed it|has opened it again|goes on with it at 7pm)/,
      );
      expect(news(happening)).toMatch(/Sam Okafor: \d/);
    }
    expect(news({ at, what: 'outcome', who: owner, outcome: 'referred' })).toBeUndefined();
  });

  test('hears what was said of something they were asked to do themselves', () => {
    const at = minutesLater(9);
    const of = { at, who: owner, duty: 'police' } as const;
    expect(news({ ...of, what: 'tried' })).toContain('got no answer: "Report it to the police".');
    expect(news({ ...of, what: 'not-needed', reason: 'known' })).toContain('is not needed: "Report it to the police".');
    expect(news({ ...of, what: 'not-mine' })).toContain('not theirs to do: "Report it to the police".');
    expect(news({ ...of, what: 'tried', duty: 'parents' })).toBeUndefined();
  });

  test('hears that it was joined, and under which reference it goes on', () => {
    expect(news(one('joined'))).toContain('Its reference is now EF56-GH78.');
    expect(news(one('gained'))).toContain('Its reference stays.');
    expect(news(one('gained'))).not.toContain('EF56-GH78');
  });

  test('closed as not for them: hears why, the numbers to refer it, and that their duty stays', () => {
    const text = news(one('not-for-us'));
    expect(text).toContain('The reason given: it belongs to another school or service.');
    expect(text).toContain('If you still worry, you can refer it yourself:\n- Derby City Care Line: 01332 786968');
    expect(text).toContain('Closing it lifts no duty of yours to report.');
  });

  test('took it back: hears that it stays visible', () => {
    expect(news(one('withdrawn'))).toContain('marked as withdrawn');
  });

  test('called for a lead: hears who is going, or that nobody said so', () => {
    expect(news(one('taken'), callOf())).toContain('Sam Okafor is going to you now.');
    expect(news(one('ended'), callOf())).toContain(
      'Nobody has said that they are going to you.\nRing a safeguarding lead yourself now.',
    );
  });

  test('of a concern that only some may know of, is sent to nobody else of the place', () => {
    const [site] = example.sites;
    if (!site?.head) throw new Error('The example has a site with a head');
    const { head } = site;
    const others = peopleOf(site).filter(({ id }) => id !== head.id);
    for (const picked of [[head.id], []]) {
      const view = owned({ concern: withPicked(adult, picked), restricted: true, owner: head.name });
      for (const what of ['untaken', 'not-reached', 'ended'] as const) {
        const message = reporterLine(nameless(one(what), head.name), view, now);
        const text = message && plainText(message);
        for (const { phone, name } of others) {
          expect(text).not.toContain(phone);
          expect(text).not.toContain(name);
        }
      }
    }
  });
});

describe('a reminder', () => {
  const police = duty('police');

  test('in a channel, and of a concern that only some may know of, says only that something is due and by when', () => {
    const views = [owned(), owned({ restricted: true })] as const;
    for (const text of [
      plainText(reminderLine([police], views[0], now)),
      plainText(reminderLine([police], views[1], now, 'person')),
    ]) {
      expect(text).toContain('Nobody has ticked one thing that is due: today, by 7pm.');
      for (const secret of secrets) expect(text.toLowerCase(), secret).not.toContain(secret);
    }
  });

  test("in a person's own messages says which duty, by when, and whom to ring", () => {
    const message = reminderLine([police], owned(), now, 'person');
    expect(message.summary).toBe('Something is still due on a concern');
    expect(plainText(message)).toContain('Report it to the police: today, by 7pm. Ring Derbyshire Constabulary, 101.');
    expect(plainText(message)).toContain('Sam Okafor has this concern.');
    expect(JSON.stringify(message)).not.toContain(reporter);
  });

  test('says when nobody has it, and when it is late', () => {
    const text = plainText(reminderLine([police], viewOf(), new Date('2026-11-28T00:00:00Z')));
    expect(text).toContain('Nobody has this concern.');
    expect(text).toContain('late. The limit was midnight at the end of Friday 27 November.');
  });

  test('rings 999 once', () => {
    const text = plainText(reminderLine([duty('emergency')], owned(), now, 'person'));
    expect(text).toContain('Ring 999 for whoever is in danger: now. \nIs it done?');
  });
});

describe('a press that changes nothing', () => {
  const said = (why: LeadRefusal, view?: ConcernView) => refusalLine(why, view);

  test('is told in the very same words whether it is over, never was, or is not theirs to know of', () => {
    const view = owned({ restricted: true });
    const all = (['not-yours', 'ended', 'unknown'] as const).flatMap((why) => [said(why), said(why, view)]);
    expect(new Set(all.map((message) => JSON.stringify(message))).size).toBe(1);
  });

  test('says who has it', () => {
    expect(plainText(said('taken-by-other', owned()))).toContain('Sam Okafor has it already.');
    expect(plainText(said('taken-by-other', viewOf()))).toContain('Nobody has it now.');
    expect(plainText(said('taken-by-other'))).toContain('Another lead has it already.');
  });

  test('says that it was done, or that it is closed', () => {
    expect(plainText(said('already'))).toContain('That was done already.');
    expect(plainText(said('closed'))).toContain('This is closed already.');
  });
});
