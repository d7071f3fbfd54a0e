/** Teams, on Redis. */
import { teamsHarm } from '../support/harm-teams.ts';
import { harm } from './behaviours/harm.ts';

harm({ hung: 60, presses: false }, () => teamsHarm({}));
