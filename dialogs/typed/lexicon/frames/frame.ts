export type Softener =
  | 'denied'
  | 'over'
  | 'taught'
  | 'story'
  | 'accident'
  | 'ours'
  | 'work'
  | 'play'
  | 'outing'
  | 'practised'
  | 'treated'
  /** Could be harmless as well: it only ever asks. */
  | 'unsure';

/** What one kind of danger sounds like, in pattern.ts's notation, and what makes it softer. */
export interface DangerFrame {
  readonly kind: string;
  readonly softer: readonly Softener[];
  readonly said: readonly string[];
}

export const usual: readonly Softener[] = ['denied', 'over', 'story'];
