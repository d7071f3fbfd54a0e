/** Slack, on Redis. */
import { slackHarm } from '../support/harm-slack.ts';
import { harm } from './behaviours/harm.ts';

harm(() => slackHarm({}));
