import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cellOf, pointOfCell, roadMinutes, roadTimesOf } from './road-times.ts';
import { DEFAULT_TRAVEL, travelMinutes } from './travel.ts';

const point = fc.record({
  latitude: fc.double({ min: -90, max: 90, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
});
const office = { latitude: 42.25, longitude: -71 };
const harbor = { latitude: 42.3, longitude: -71.05 };
const nowhere = { latitude: null, longitude: null };

test('every place on earth lies in one cell, whose middle is at most half a thousandth of a degree away', () => {
  fc.assert(
    fc.property(point, (at) => {
      const middle = pointOfCell(cellOf(at));
      expect(Math.abs(middle.latitude - at.latitude)).toBeLessThanOrEqual(0.000501);
      expect(Math.abs(middle.longitude - at.longitude)).toBeLessThanOrEqual(0.000501);
      expect(cellOf(middle)).toBe(cellOf(at));
    }),
  );
});

test('a drive the road map knows is taken as it says, there and back apart', () => {
  const cells = [cellOf(office), cellOf(harbor)];
  const roads = roadTimesOf([{ cells, minutes: [null, 31, 24, null] }]);
  const travel = { ...DEFAULT_TRAVEL, roads };
  expect(roadMinutes(roads, office, harbor)).toBe(31);
  expect(travelMinutes(office, harbor, travel)).toEqual({ minutes: 31, isKnown: true, isByRoad: true });
  expect(travelMinutes(harbor, office, travel)).toEqual({ minutes: 24, isKnown: true, isByRoad: true });
});

test('where it knows none the distance counts, and is told to be about right; without a road map nothing is told', () => {
  const byDistance = travelMinutes(office, harbor, DEFAULT_TRAVEL);
  expect(byDistance).toEqual({ minutes: 14, isKnown: true });
  const travel = { ...DEFAULT_TRAVEL, roads: roadTimesOf([]) };
  expect(travelMinutes(office, harbor, travel)).toEqual({ ...byDistance, isByRoad: false });
  expect(travelMinutes(office, nowhere, travel)).toEqual({ minutes: 20, isKnown: false, isByRoad: false });
});

test('within one cell there is no road to ask for', () => {
  const next = { latitude: 42.2501, longitude: -71.0001 };
  const travel = { ...DEFAULT_TRAVEL, roads: roadTimesOf([]) };
  expect(travelMinutes(office, next, travel)).toEqual({ minutes: 1, isKnown: true, isByRoad: true });
});

test('blocks of several days are one map', () => {
  const [a, b, c] = [1, 2, 3].map((at) => cellOf({ latitude: at, longitude: at })) as [
    number,
    number,
    number,
  ];
  const roads = roadTimesOf([
    { cells: [a, b], minutes: [null, 10, 11, null] },
    { cells: [a, c], minutes: [null, 20, null, null] },
  ]);
  expect([...roads.get(a)!]).toEqual([
    [b, 10],
    [c, 20],
  ]);
  expect(roads.get(c)!.size).toBe(0);
});
