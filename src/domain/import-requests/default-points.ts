/**
 * Default points: coordinates a geocoder hands out when it found nothing (the file of Boston has 826 rows on City
 * Hall). They are told by what no real point has: many different addresses. They count as unknown, and are reported.
 */

/** From this many different addresses on, a point is nobody's. In the file of Boston real points have at most 3. */
export const DEFAULT_POINT_ADDRESSES = 10;
/** Counting stops here: the number is only told, and a hostile file must not fill the memory. */
const MOST_COUNTED = 10_000;

export type PointTally = {
  /** One row with coordinates. The address key may be '': blank counts as one address. */
  add(latitude: number, longitude: number, addressKey: string): void;
  /** How many addresses share the point when it is a default point, else null. */
  addressesAt(latitude: number, longitude: number): number | null;
};

/** Collects a whole file in one pass, before any row is decided. */
export function pointTally(): PointTally {
  const points = new Map<string, Set<string>>();
  const at = (latitude: number, longitude: number) => `${latitude},${longitude}`;
  return {
    add(latitude, longitude, addressKey) {
      const key = at(latitude, longitude);
      const seen = points.get(key) ?? new Set();
      if (seen.size < MOST_COUNTED) points.set(key, seen.add(addressKey));
    },
    addressesAt(latitude, longitude) {
      const count = points.get(at(latitude, longitude))?.size ?? 0;
      // Null island is what an empty pair of numbers becomes in many programs, however few rows are on it.
      const isDefault = count >= DEFAULT_POINT_ADDRESSES || (latitude === 0 && longitude === 0);
      return isDefault ? count : null;
    },
  };
}
