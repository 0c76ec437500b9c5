import { expect, test } from 'vitest';
import { levelRules } from './level-values.ts';

const faultsOf = (least: number, most: number, inventoryLocationId = 7) =>
  (levelRules.safeParse({ inventoryLocationId, least, most }).error?.issues ?? []).map(({ path }) => path[0]);

test('a level needs a place, a least, and a most that is no less', () => {
  expect(faultsOf(20_000, 20_000)).toEqual([]);
  expect(faultsOf(20_000, 10_000)).toEqual(['most']);
  expect(faultsOf(Number.NaN, Number.NaN, 0)).toEqual(['inventoryLocationId', 'least', 'most']);
});
