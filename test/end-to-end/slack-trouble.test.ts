import { slackBehaviour } from '../support/slack-behaviour.ts';
import { trouble } from './behaviours/trouble.ts';

trouble(slackBehaviour);
