import { describe, expect, test } from 'vitest';
import { recallProposal } from './recall-proposal.ts';

const [HVAC, PLUMBING] = [1, 2];
const type = (id: number, name: string, businessUnitIds: number[] = [HVAC], active = true) => ({
  id,
  name,
  active,
  businessUnitIds,
});
const units = [
  { id: HVAC, active: true },
  { id: PLUMBING, active: false },
];
const original = { jobTypeId: 11, businessUnitId: HVAC, priority: 'High' as const };
const noCool = type(11, 'No cool');
const propose = (kind: 'recall' | 'warranty', jobTypes: ReturnType<typeof type>[], about = original) =>
  recallProposal(kind, about, { jobTypes, businessUnits: units });

describe('a recall proposes', () => {
  test('what the job it is about was, with its unit and priority', () => {
    expect(propose('recall', [noCool])).toEqual({ jobTypeId: 11, businessUnitId: HVAC, priority: 'High' });
  });

  test.each([
    ['recall', 'HVAC recall', 12],
    ['recall', 'Recall', 12],
    ['warranty', 'Warranty repair', 12],
    ['recall', 'Warranty repair', 11],
    ['recall', 'Recalling old letters', 11],
  ] as const)('for a %s the unit’s type “%s” where that is what it is for', (kind, name, id) => {
    expect(propose(kind, [noCool, type(12, name)]).jobTypeId).toBe(id);
  });

  test('no type of another unit, and none that is out of use', () => {
    expect(propose('recall', [noCool, type(12, 'Recall', [PLUMBING])]).jobTypeId).toBe(11);
    expect(propose('recall', [noCool, type(12, 'Recall', [HVAC], false)]).jobTypeId).toBe(11);
    expect(propose('recall', [type(11, 'No cool', [HVAC], false)]).jobTypeId).toBeNull();
  });

  test('no unit that is out of use', () => {
    expect(propose('recall', [], { ...original, businessUnitId: PLUMBING }).businessUnitId).toBeNull();
  });
});
