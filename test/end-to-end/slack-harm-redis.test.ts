/** Slack, on Redis. */
import { slackHarm } from '../support/harm-slack.ts';
import { harm } from './behaviours/harm.ts';

harm({ hung: 400, presses: true }, () => slackHarm({}));
