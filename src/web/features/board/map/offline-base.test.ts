import { describe, expect, test } from 'vitest';
import { areaAround, boundsOf, distanceToLine, hullOf, regionsOf } from './geometry.ts';
import { type KnownPlace, offlineBase } from './offline-base.ts';

const place = (lng: number, lat: number, more: Partial<KnownPlace> = {}): KnownPlace => ({
  lng,
  lat,
  city: 'Quincy',
  zip: '02169',
  zoneId: 1,
  ...more,
});

describe('the plain map', () => {
  test('names each town once, where most of it is, whatever one wrong coordinate says', () => {
    const { towns } = offlineBase([
      place(-71, 42.25),
      place(-71.01, 42.26),
      place(-71.02, 42.24),
      place(-70.9, 10),
      place(-71.1, 42.4, { city: 'Boston' }),
    ]);
    expect(towns.map(({ name, count }) => [name, count])).toEqual([
      ['Quincy', 4],
      ['Boston', 1],
    ]);
    expect(towns[0]!.lat).toBeGreaterThan(42.2);
  });

  test('draws each zone around its postal codes, and leaves out a code far from the others', () => {
    const { areas } = offlineBase([
      place(-71, 42.25),
      place(-71.1, 42.3, { zip: '02118' }),
      place(-71.05, 42.4, { zip: '02139' }),
      place(-87.6, 41.9, { zip: '60614' }),
      place(-71.05, 42.3, { zoneId: null }),
    ]);
    const bounds = boundsOf(areas[0]!.ring)!;
    expect(areas).toHaveLength(1);
    expect(bounds.west).toBeGreaterThan(-71.2);
    expect([bounds.south < 42.25, bounds.north > 42.4]).toEqual([true, true]);
  });

  test('nets each region by itself: nothing is drawn between two cities', () => {
    const { net, regions } = offlineBase([
      place(-71, 42.25),
      place(-71.1, 42.4),
      place(-87.6, 41.9, { city: 'Chicago' }),
    ]);
    expect(regions.map(({ name, places }) => [name, places.length])).toEqual([
      ['Quincy', 2],
      ['Chicago', 1],
    ]);
    expect(net.length).toBeGreaterThan(8);
    expect(net.length).toBeLessThan(100);
    expect(net.some(([{ lng }]) => lng > -87 && lng < -72)).toBe(false);
  });

  test('of a company without places is empty', () => {
    expect(offlineBase([])).toEqual({ regions: [], towns: [], areas: [], net: [] });
  });
});

describe('the geometry', () => {
  test('a hull leaves out what lies inside', () => {
    const square = [
      { lng: 0, lat: 0 },
      { lng: 2, lat: 0 },
      { lng: 2, lat: 2 },
      { lng: 0, lat: 2 },
    ];
    expect(new Set(hullOf([...square, { lng: 1, lat: 1 }, { lng: 1, lat: 0 }]))).toEqual(new Set(square));
  });

  test('an area around one place is a circle in kilometres, at any latitude', () => {
    for (const lat of [0, 60]) {
      const { west, east, south, north } = boundsOf(areaAround([{ lng: 10, lat }], 2))!;
      expect((north - south) * 111.2).toBeCloseTo(4, 1);
      expect((east - west) * 111.2 * Math.cos((lat * Math.PI) / 180)).toBeCloseTo(4, 1);
    }
  });

  test('a line is as far as its nearest point, beyond its end too', () => {
    const from = { x: 0, y: 0 };
    const to = { x: 10, y: 0 };
    expect(distanceToLine({ x: 5, y: 3 }, from, to)).toBe(3);
    expect(distanceToLine({ x: 13, y: 4 }, from, to)).toBe(5);
    expect(distanceToLine({ x: 3, y: 4 }, from, from)).toBe(5);
  });

  test('a region goes on from place to place', () => {
    const chain = Array.from({ length: 5 }, (_, step) => ({ lng: step, lat: 0 }));
    expect(regionsOf([...chain, { lng: 40, lat: 0 }]).map(({ length }) => length)).toEqual([5, 1]);
  });
});
