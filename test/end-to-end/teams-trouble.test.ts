import { teamsSpace } from '../support/teams-space.ts';
import { trouble } from './behaviours/trouble.ts';

trouble(teamsSpace, ['ForbiddenOperationException', 'NotEnoughPermissions']);
