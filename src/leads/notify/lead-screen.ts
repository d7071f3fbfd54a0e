/** What a lead asked to see of a concern, drawn as it stands now. */
import {
  handReasonScreen,
  handScreen,
  notForUsScreen,
  notForUsSure,
  sameScreen,
} from '../../../dialogs/leads/card/choices.ts';
import { detailsCard } from '../../../dialogs/leads/card/details.ts';
import { leadCard } from '../../../dialogs/leads/card/lead-card.ts';
import {
  moreScreen,
  notNeededScreen,
  snoozeScreen,
  taskScreen,
  tasksScreen,
} from '../../../dialogs/leads/card/task-screens.ts';
import { type ConcernView, notForUsReasons } from '../../../dialogs/leads/concern/concern-view.ts';
import { tasksOf } from '../../../dialogs/leads/concern/duties.ts';
import type { Message } from '../../../dialogs/message.ts';
import type { Organisation } from '../../../rules/local.ts';
import { colleaguesOf, othersOf } from '../concern/colleagues.ts';
import type { Concern } from '../concern/concern.ts';
import type { LeadsPorts } from '../concern/ports.ts';
import { tenantOf } from '../concern/reading.ts';
import { leadOf } from '../concern/roles.ts';
import type { ShownScreen } from '../concern/screens.ts';

export interface Showing {
  readonly shown: Pick<ShownScreen, 'screen' | 'detail' | 'account'>;
  readonly concern: Concern;
  readonly view: ConcernView;
  readonly organisation: Organisation;
  readonly now: Date;
}

/** Nothing where they may not see it any more. Whatever does not stand any more is shown as their card. */
export async function screenOf(showing: Showing, ports: LeadsPorts): Promise<Message | undefined> {
  const { shown, concern, view, organisation, now } = showing;
  const from = { ...tenantOf(concern), person: shown.account };
  const lead = leadOf(concern, organisation, from);
  if (!lead) return undefined;
  const { name } = lead.person;
  const colleagues = colleaguesOf(concern, lead, organisation, ports);
  const named = colleagues.map(({ mark, name: each }) => ({ id: mark, name: each }));
  const task = tasksOf(view.concern).find((each) => each === shown.detail);
  const card = () => leadCard(view, now, name);
  switch (shown.screen) {
    case 'advice':
      return detailsCard(view, now);
    case 'more':
      return moreScreen(view, name, named.length > 0);
    case 'tasks':
      return tasksScreen(view);
    case 'task':
      return task ? taskScreen(view, task, now) : card();
    case 'not-needed':
      return task ? notNeededScreen(view, task) : card();
    case 'hand':
    case 'hand-changed':
      return handScreen(view, named, shown.screen === 'hand-changed');
    case 'hand-reason':
      return colleagues.some(({ mark }) => mark === shown.detail) ? handReasonScreen(view, shown.detail ?? '') : card();
    case 'snooze':
      return snoozeScreen(view);
    case 'same':
      return sameScreen(view, await othersOf(from, organisation, view.id, concern, ports));
    case 'not-us':
      return notForUsScreen(view);
    case 'not-us-sure': {
      const reason = notForUsReasons.find((each) => each === shown.detail);
      return reason ? notForUsSure(view, reason) : card();
    }
    case 'card':
      return card();
  }
}
