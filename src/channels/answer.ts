/** What a platform's request is answered, over HTTP. */
import type { HttpResponse } from '../http/route.ts';

/** @typeParam Reason the codes of what is refused. */
export type Answer<Reason extends string> =
  | { readonly is: 'done'; readonly body?: object }
  /** Not stored: the platform is to send it again. */
  | { readonly is: 'again' }
  | { readonly is: 'refused'; readonly reason: Reason };

/** @param refused what is refused gets; why, it keeps for the log. */
export function responseTo<Reason extends string>(
  answer: Answer<Reason>,
  refused: (reason: Reason) => HttpResponse,
): HttpResponse {
  switch (answer.is) {
    case 'refused':
      return refused(answer.reason);
    case 'again':
      return { status: 503 };
    case 'done':
      return answer.body ? json(answer.body) : { status: 200 };
  }
}

const json = (body: object): HttpResponse => ({
  status: 200,
  headers: { 'content-type': 'application/json; charset=utf-8' },
  body: JSON.stringify(body),
});
