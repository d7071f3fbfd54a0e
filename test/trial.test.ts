import { describe, expect, it } from 'vitest';
import { peopleOf } from '../rules/local.ts';
import { peopleIn } from '../src/channels/web/people.ts';
import { readOrganisation } from '../src/organisation/file.ts';
import { trialOrganisations } from '../src/trial.ts';

describe('a trial’s organisations', async () => {
  const example = await readOrganisation('organisation.example.yaml');
  const organisations = trialOrganisations(example).map(({ organisation }) => organisation);

  it('give everybody an id of their own, also where two sites use the same one', () => {
    expect(example.sites.flatMap(({ leads }) => leads.map(({ id }) => id))).toContain('lead');
    for (const { sites } of organisations) {
      const ids = sites.flatMap(peopleOf).map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  it('offer everybody named, and the administrator, by those ids', () => {
    for (const organisation of organisations) {
      const named = organisation.sites.flatMap(peopleOf).map(({ id }) => id);
      expect(peopleIn(organisation).map(({ id }) => id)).toEqual([...named, 'administrator']);
    }
  });

  it('let everybody but the chair and the administrator read their site’s channel', () => {
    for (const organisation of organisations) {
      const chairs = organisation.sites.flatMap(({ chair }) => chair ?? []).map(({ id }) => id);
      const outside = peopleIn(organisation).filter(({ inChannel }) => !inChannel);
      expect(outside.map(({ id }) => id)).toEqual([...chairs, 'administrator']);
    }
  });
});
