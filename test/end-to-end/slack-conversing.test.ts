import { slackBehaviour } from '../support/slack-behaviour.ts';
import { conversing } from './behaviours/conversing.ts';

conversing(slackBehaviour);
