/** Teams, on the embedded store. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { teamsHarm } from '../support/harm-teams.ts';
import { harm } from './behaviours/harm.ts';

const folder = () => mkdtempSync(join(tmpdir(), 'signpost-harm-'));

harm({ hung: 400, presses: false }, () => teamsHarm({ REDIS_URL: '', DATA_DIR: folder() }));
