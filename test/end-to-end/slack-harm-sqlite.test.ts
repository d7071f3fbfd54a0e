/** Slack, on the embedded store. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { slackHarm } from '../support/harm-slack.ts';
import { harm } from './behaviours/harm.ts';

const folder = () => mkdtempSync(join(tmpdir(), 'signpost-harm-'));

harm({ hung: 60, presses: true }, () => slackHarm({ REDIS_URL: '', DATA_DIR: folder() }));
