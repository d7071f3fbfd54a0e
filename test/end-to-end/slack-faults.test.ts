import { slackBehaviour } from '../support/slack-behaviour.ts';
import { faults } from './behaviours/faults.ts';

faults(slackBehaviour);
