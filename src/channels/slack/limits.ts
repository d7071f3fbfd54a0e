/**
 * What Slack accepts, in UTF-16 units unless it is a count. From Slack's Block Kit reference, except:
 * `allText` (not documented: messages with 11,341 characters of text in blocks were refused, bolt-js 2867) and
 * `fallback` (the most bytes that `chat.update` takes; every message may be edited later).
 */
export const slackLimits = Object.freeze({
  blocks: 50,
  /** Blocks inside one `container`. */
  children: 10,
  header: 150,
  section: 3_000,
  context: 2_000,
  inputLabel: 2_000,
  buttons: 25,
  menu: 5,
  menuValue: 150,
  buttonLabel: 75,
  buttonValue: 2_000,
  options: 10,
  optionLabel: 75,
  optionHelp: 75,
  optionValue: 150,
  blockId: 255,
  allText: 10_000,
  fallback: 4_000,
});
