/**
 * What Teams accepts. `bytes` is for a message with its card in UTF-8: 28 KB, the smallest figure that Microsoft's
 * pages give, less 2 KB for the addresses that the connector adds. `buttonsInRow` is what Teams shows of one set
 * before it hides the rest; `rowLabels` is about the width of a phone, in characters with 4 for each button's edges.
 */
export const teamsLimits = Object.freeze({
  bytes: 26 * 1024,
  buttonsInRow: 6,
  rowLabels: 40,
  options: 10,
});
