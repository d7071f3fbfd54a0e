/** Sizes and colours in which Teams draws a card, after the host configuration that Microsoft publishes for it. */
import { HostConfig } from 'adaptivecards';

export function hostConfig(dark: boolean): HostConfig {
  const { ink, soft, accent, good, bad, badPaper } = dark ? darkColours : lightColours;
  const pair = (main: string, subtle = main) => ({ default: main, subtle });
  const foregroundColors = {
    default: pair(ink, soft),
    accent: pair(accent),
    good: pair(good),
    attention: pair(bad),
    warning: pair(bad),
  };
  return new HostConfig({
    fontFamily: '"Segoe UI", system-ui, "Helvetica Neue", Arial, sans-serif',
    fontSizes: { small: 12, default: 14, medium: 18, large: 18, extraLarge: 24 },
    fontWeights: { lighter: 400, default: 400, bolder: 600 },
    lineHeights: { small: 17, default: 20, medium: 24, large: 24, extraLarge: 32 },
    spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 12 },
    // Alpha comes first in the library's colours.
    separator: { lineThickness: 1, lineColor: dark ? '#40ffffff' : '#26000000' },
    supportsInteractivity: true,
    inputs: { label: { requiredInputs: { weight: 'bolder' }, optionalInputs: { weight: 'bolder' } } },
    actions: { maxActions: 10, spacing: 'default', buttonSpacing: 8, actionsOrientation: 'horizontal' },
    containerStyles: {
      default: { backgroundColor: 'transparent', foregroundColors },
      attention: { backgroundColor: badPaper, foregroundColors },
    },
  });
}

const lightColours = {
  ink: '#242424',
  soft: '#616161',
  accent: '#4f52b2',
  good: '#0e700e',
  bad: '#b10e1c',
  badPaper: '#fdf3f4',
};
const darkColours = {
  ink: '#ffffff',
  soft: '#adadad',
  accent: '#a6a7dc',
  good: '#92c353',
  bad: '#f1707b',
  badPaper: '#3d2527',
};
