import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_TRAVEL, distanceKm, travelMinutes } from './travel.ts';

const places = fc.record({
  latitude: fc.double({ min: -90, max: 90, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
});

describe('drives', () => {
  test('New York to Los Angeles is 3,936 km by air', () => {
    const newYork = { latitude: 40.7128, longitude: -74.006 };
    expect(Math.round(distanceKm(newYork, { latitude: 34.0522, longitude: -118.2437 }))).toBe(3936);
  });

  test('there and back are as far, and nothing is further than half around the earth', () => {
    fc.assert(
      fc.property(places, places, (a, b) => {
        const km = distanceKm(a, b);
        expect(km).toBeCloseTo(distanceKm(b, a), 6);
        expect(km >= 0 && km <= 20_016).toBe(true);
      }),
    );
  });

  test('the same address takes no time; one without coordinates takes the default', () => {
    const here = { latitude: 40, longitude: -74 };
    expect(travelMinutes(here, here, DEFAULT_TRAVEL)).toEqual({ minutes: 0, isKnown: true });
    expect(travelMinutes(here, { latitude: 40, longitude: null }, DEFAULT_TRAVEL)).toEqual({
      minutes: 20,
      isKnown: false,
    });
  });
});
