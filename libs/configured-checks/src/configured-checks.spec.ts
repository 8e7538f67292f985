import { describe, expect, it } from 'vitest';
import { loadConfig } from '#config';
import { configuredChecks } from './configured-checks.js';

const last = async (environment: Record<string, string>) =>
  (await configuredChecks(loadConfig(environment))).slice(-2);

describe('the checks of a worker', () => {
  it('end with the two of the shipped classifier, in one version', async () => {
    const [spam, classifier] = await last({});
    expect([spam?.name, classifier?.name]).toEqual(['spam-model', 'classifier']);
    expect(classifier?.version).not.toBe('');
    expect(spam?.version).toBe(classifier?.version);
  });

  it('have the scorer that is configured in its place, and keep the spam model', async () => {
    const settings = { SCORER: 'perspective', SCORER_URL: 'https://scores.example/analyze' };
    const checks = await last(settings);
    expect(checks.map(({ name }) => name)).toEqual(['spam-model', 'perspective']);
  });
});
