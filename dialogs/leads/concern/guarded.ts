import { amongPicked } from '../../answer/picked.ts';
import type { ConcernView } from './concern-view.ts';

/** The same concern in a place where only those work who may know of it: whatever is drawn from it names nobody else. */
export function guarded(view: ConcernView): ConcernView {
  const { concern, before } = view;
  return {
    ...view,
    ...(concern ? { concern: among(concern) } : {}),
    ...(before ? { before: among(before) } : {}),
  };
}

function among({ state, outcome, context }: NonNullable<ConcernView['concern']>) {
  return { state, ...amongPicked(state, outcome, context) };
}
