import { describe, expect, it } from 'vitest';
import { type SetState, takesLead } from './standing-rights.js';

const NOW = new Date('2026-11-22T12:00:00Z');
const inDays = (days: number): Date => new Date(NOW.getTime() + days * 86_400_000);
const nothing: SetState = { standing: null, until: null };
const suspended = (until: Date | null): SetState => ({ standing: 'suspended', until });
const set = (standing: SetState['standing']): SetState => ({ standing, until: null });

describe('takesLead', () => {
  it.each<[string, SetState, boolean]>([
    ['nothing', nothing, false],
    ['premoderation', set('premoderated'), false],
    ['a suspension of 30 days', suspended(inDays(30)), false],
    ['a suspension of more than 30 days', suspended(inDays(30.01)), true],
    ['a suspension without end', suspended(null), true],
    ['a suspension that is over', suspended(inDays(-1)), false],
    ['trust', set('trusted'), true],
    ['a ban', set('banned'), true],
  ])('is the same for setting and for lifting %s', (_, state, lead) => {
    expect(takesLead(nothing, state, NOW)).toBe(lead);
    expect(takesLead(state, nothing, NOW)).toBe(lead);
  });

  it('keeps moderators from turning a ban into something milder', () => {
    expect(takesLead(set('banned'), set('premoderated'), NOW)).toBe(true);
  });
});
