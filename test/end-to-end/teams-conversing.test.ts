import { teamsSpace } from '../support/teams-space.ts';
import { conversing } from './behaviours/conversing.ts';

conversing(teamsSpace);
