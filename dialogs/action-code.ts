/** The compact spelling of an action, as a button carries it. Codes stay as they are: cards live longer than a deploy. */
import { type Topic, topics } from '../rules/facts.ts';
import { type LeadAct, leadActs } from './leads/concern/concern-view.ts';
import { type Action, type PartName, partNames, type SetUpAct, setUpActs } from './message.ts';

const codes = {
  start: 's',
  answer: 'a',
  ticks: 't',
  back: 'b',
  change: 'c',
  restart: 'r',
  stop: 'x',
  forget: 'f',
  help: 'h',
  why: 'w',
  now: 'n',
  details: 'd',
  record: 'p',
  'go-through': 'g',
  'look-up': 'l',
  show: 'v',
  'get-lead': 'q',
  withdraw: 'y',
  referred: 'z',
  part: 'P',
  called: 'R',
  lead: 'L',
  concerns: 'C',
  setup: 'U',
} as const satisfies Record<Action['do'], string>;

const actions = new Map(Object.entries(codes).map(([action, code]) => [code as string, action as Action['do']]));

export function encodeAction(action: Action): string {
  return JSON.stringify([codes[action.do], ...details(action)]);
}

function details(action: Action): readonly string[] {
  switch (action.do) {
    case 'start':
      return [...(action.practice ? ['practice'] : action.topics ? ['real'] : []), ...(action.topics ?? [])];
    case 'answer':
      return [action.question, action.value];
    case 'ticks':
      return [action.question, ...given(action.shown)];
    case 'change':
      return given(action.question);
    case 'go-through':
      return [action.topic];
    case 'look-up':
      return given(action.query);
    case 'withdraw':
      return action.sure ? ['sure'] : [];
    case 'part':
      return [action.part];
    case 'called':
      return [action.result, ...given(action.whom), ...(action.whom === undefined ? [] : given(action.shown))];
    case 'lead':
      return [action.act, action.concern, ...given(action.detail)];
    case 'concerns':
      return action.page ? [action.filter ?? 'all', String(action.page)] : given(action.filter);
    case 'setup':
      // No site has such an id.
      if (action.site === undefined) return action.page ? [`#${action.page}`] : [];
      return [action.site, ...given(action.act)];
    default:
      return [];
  }
}

const given = (part: string | undefined): readonly string[] => (part === undefined ? [] : [part]);

/** `null`: not an action this version knows. Whether its question and value still exist is the dialog's to check. */
export function decodeAction(encoded: string): Action | null {
  const parts = textParts(encoded);
  if (parts === null) return null;
  const [code = '', first, second, third, ...rest] = parts;
  const action = actions.get(code);
  if (action === undefined || (rest.length > 0 && action !== 'start')) return null;
  switch (action) {
    case 'start':
      return decodeStart(first, parts.slice(2));
    case 'answer':
      return first === undefined || second === undefined ? null : { do: action, question: first, value: second };
    case 'ticks':
      return decodeTicks(first, second);
    case 'change':
      return first === undefined ? { do: action } : { do: action, question: first };
    case 'go-through':
      return isTopic(first) ? { do: action, topic: first } : null;
    case 'lead':
    case 'concerns':
    case 'setup':
      return decodeOfLeads(action, first, second, third);
    case 'look-up':
      return first === undefined ? { do: action } : { do: action, query: first };
    case 'withdraw':
      return first === 'sure' ? { do: action, sure: true } : { do: action };
    case 'part':
      return isPart(first) ? { do: action, part: first } : null;
    case 'called':
      return decodeCalled(first, second, third);
    default:
      return { do: action };
  }
}

function decodeTicks(question: string | undefined, shown: string | undefined): Action | null {
  if (question === undefined) return null;
  return shown === undefined ? { do: 'ticks', question } : { do: 'ticks', question, shown };
}

function decodeCalled(result: string | undefined, whom: string | undefined, shown: string | undefined): Action | null {
  if (!isResult(result)) return null;
  return {
    do: 'called',
    result,
    ...(whom === undefined ? {} : { whom }),
    ...(shown === undefined ? {} : { shown }),
  };
}

function decodeStart(kind: string | undefined, named: readonly string[]): Action {
  const known = named.filter(isTopic);
  return { do: 'start', practice: kind === 'practice', ...(known.length > 0 ? { topics: known } : {}) };
}

/** What the leads press. */
function decodeOfLeads(
  action: 'lead' | 'concerns' | 'setup',
  first: string | undefined,
  second: string | undefined,
  third: string | undefined,
): Action | null {
  switch (action) {
    case 'lead':
      return isLeadAct(first) && second !== undefined
        ? { do: action, act: first, concern: second, ...(third === undefined ? {} : { detail: third }) }
        : null;
    case 'concerns':
      return {
        do: action,
        ...(first === undefined || first === 'all' ? {} : { filter: first }),
        ...(second !== undefined && /^[1-9]\d{0,3}$/.test(second) ? { page: Number(second) } : {}),
      };
    case 'setup':
      if (first === undefined) return { do: action };
      if (/^#[1-9]\d{0,3}$/.test(first)) return { do: action, page: Number(first.slice(1)) };
      return isSetUpAct(second) ? { do: action, site: first, act: second } : { do: action, site: first };
  }
}

function textParts(json: string): readonly string[] | null {
  try {
    const value: unknown = JSON.parse(json);
    return Array.isArray(value) && value.every((part) => typeof part === 'string') ? value : null;
  } catch {
    return null;
  }
}

function isLeadAct(text: string | undefined): text is LeadAct {
  return leadActs.some((act) => act === text);
}

function isSetUpAct(text: string | undefined): text is SetUpAct {
  return setUpActs.some((act) => act === text);
}

function isPart(text: string | undefined): text is PartName {
  return partNames.some((part) => part === text);
}

const isResult = (text: string | undefined): text is 'rung' | 'no-answer' => text === 'rung' || text === 'no-answer';

function isTopic(text: string | undefined): text is Topic {
  return topics.some((topic) => topic === text);
}
