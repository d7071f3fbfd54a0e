/** Whether texts can be sent: the key, the template's words, and whom there is a number of. Nobody is texted. */
import { type Organisation, peopleOf } from '../../rules/local.ts';
import type { NotifyConfig } from '../config/notify.ts';
import { lookAtTemplate, templateText } from '../paging/notify.ts';
import { type DoctorFinding, fine, unwise, wrong } from './finding.ts';

const why = 'Whoever does not see chat is not reached.';

export async function textsOf(config: NotifyConfig, organisation: Organisation): Promise<readonly DoctorFinding[]> {
  return [templateFinding(await lookAtTemplate(config)), ...numbersOf(organisation)];
}

function templateFinding(found: Awaited<ReturnType<typeof lookAtTemplate>>): DoctorFinding {
  switch (found) {
    case 'fine':
      return fine('texts', 'GOV.UK Notify takes the key, and the template has our words.');
    case 'other-words':
      return wrong(
        'texts',
        'The template has other words, or is no text message.',
        why,
        `make it say: ${templateText}`,
      );
    case 'no-template':
      return wrong('texts', 'Notify has no such template.', why, 'copy its id into NOTIFY_TEMPLATE_ID.');
    case 'key':
      return wrong('texts', 'Notify refuses NOTIFY_API_KEY.', why, 'make a key under "API integration", and set it.');
    case 'busy':
    case 'timeout':
    case 'unreachable':
      return wrong(
        'texts',
        'Notify cannot be reached.',
        why,
        'let this machine reach NOTIFY_API_URL, then run this again.',
      );
  }
}

function numbersOf({ sites }: Organisation): readonly DoctorFinding[] {
  return sites
    .filter((site) => peopleOf(site).every(({ mobile }) => mobile === undefined))
    .map(({ id }) =>
      unwise('texts', `sites.${id}: nobody has a mobile number in the file.`, why, 'add "mobile" to the people there.'),
    );
}
