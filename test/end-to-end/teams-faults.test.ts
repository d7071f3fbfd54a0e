import { teamsSpace } from '../support/teams-space.ts';
import { faults } from './behaviours/faults.ts';

faults(teamsSpace);
