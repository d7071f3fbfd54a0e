/** Said where the rules changed while something was under way. */
export const versions = {
  began: 'The questions began under ',
  raised: 'Raised, or last changed, under ',
  afresh: 'What is due here is worked out afresh by those that hold now.',
} as const;
