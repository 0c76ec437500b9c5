import { describe, expect, test } from 'vitest';
import { coversZone, hasSkills, missingSkills } from './skills-and-zones.ts';

const gasAndAir = { skillIds: [1, 2] };

describe('skills', () => {
  test('a technician with all of a visit’s skills can do it, whatever else they can', () => {
    expect(hasSkills(gasAndAir, [2])).toBe(true);
    expect(hasSkills(gasAndAir, [])).toBe(true);
    expect(missingSkills(gasAndAir, [2])).toEqual([]);
  });

  test('one that lacks some cannot, and it is said which', () => {
    expect(hasSkills(gasAndAir, [3, 2, 4])).toBe(false);
    expect(missingSkills(gasAndAir, [3, 2, 4])).toEqual([3, 4]);
  });
});

describe('dispatch zones', () => {
  test.each([
    ['a technician of the zone goes there', [7, 8], 7, true],
    ['one of other zones does not', [8], 7, false],
    ['one without zones goes anywhere', [], 7, true],
    ['a place in no zone leaves nobody out', [8], null, true],
  ])('%s', (_, zoneIds, zoneId, goes) => {
    expect(coversZone({ zoneIds }, zoneId)).toBe(goes);
  });
});
