import { slackBehaviour } from '../support/slack-behaviour.ts';
import { trouble } from './behaviours/trouble.ts';

trouble(slackBehaviour, ['ekm_access_denied', 'restricted_action', 'messages_tab_disabled', 'user_not_visible']);
