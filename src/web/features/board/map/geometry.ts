/** Plane geometry of a company's area, which is small enough for degrees to be a plane. Pure. */

export type LngLat = { readonly lng: number; readonly lat: number };
export type Bounds = {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
};

export const placeOf = (one: { latitude: number | null; longitude: number | null }): LngLat | null =>
  one.latitude === null || one.longitude === null ? null : { lng: one.longitude, lat: one.latitude };

/** Null: no places. */
export function boundsOf(places: readonly LngLat[]): Bounds | null {
  if (places.length === 0) return null;
  let [west, south, east, north] = [180, 90, -180, -90];
  for (const { lng, lat } of places) {
    west = Math.min(west, lng);
    east = Math.max(east, lng);
    south = Math.min(south, lat);
    north = Math.max(north, lat);
  }
  return { west, south, east, north };
}

/** By a share of its size on every side; one place alone gets `least` degrees. */
export function widened({ west, south, east, north }: Bounds, share: number, least = 0.02): Bounds {
  const x = Math.max((east - west) * share, least);
  const y = Math.max((north - south) * share, least);
  return {
    west: west - x,
    south: Math.max(south - y, -85),
    east: east + x,
    north: Math.min(north + y, 85),
  };
}

type Point = { readonly x: number; readonly y: number };

/** Of `at` from the line between two points. */
export function distanceToLine(at: Point, from: Point, to: Point): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : ((at.x - from.x) * dx + (at.y - from.y) * dy) / length;
  const share = Math.min(1, Math.max(0, along));
  return Math.hypot(at.x - (from.x + share * dx), at.y - (from.y + share * dy));
}

/** The area around places, as a ring that is not closed (Andrew's monotone chain); fewer than three give themselves. */
export function hullOf(places: readonly LngLat[]): readonly LngLat[] {
  const sorted = [...places].sort((a, b) => a.lng - b.lng || a.lat - b.lat);
  if (sorted.length < 3) return sorted;
  const chain = (points: readonly LngLat[]) => {
    const kept: LngLat[] = [];
    for (const point of points) {
      while (kept.length > 1 && turn(kept.at(-2)!, kept.at(-1)!, point) <= 0) kept.pop();
      kept.push(point);
    }
    return kept.slice(0, -1);
  };
  return [...chain(sorted), ...chain(sorted.reverse())];
}

const turn = (a: LngLat, b: LngLat, c: LngLat): number =>
  (b.lng - a.lng) * (c.lat - a.lat) - (b.lat - a.lat) * (c.lng - a.lng);

const CORNERS = 16;
const KM_PER_DEGREE = 111.2;

/** The area within `km` of places, rounded: circles around them, and the hull of those. */
export function areaAround(places: readonly LngLat[], km: number): readonly LngLat[] {
  const hull = hullOf(places);
  return hullOf(
    hull.flatMap(({ lng, lat }) => {
      const up = km / KM_PER_DEGREE;
      const aside = up / Math.cos((lat * Math.PI) / 180);
      return Array.from({ length: CORNERS }, (_, corner) => {
        const angle = (2 * Math.PI * corner) / CORNERS;
        return { lng: lng + aside * Math.cos(angle), lat: lat + up * Math.sin(angle) };
      });
    }),
  );
}

/** Nearer than that, in degrees, two places are of one region: a company in two cities is not one area. */
const APART = 1.2;

/** Places by region, the largest first. */
export function regionsOf<T extends LngLat>(places: readonly T[]): readonly (readonly T[])[] {
  const cellOf = ({ lng, lat }: LngLat) => [Math.floor(lng / APART), Math.floor(lat / APART)] as const;
  const cells = new Map<string, T[]>();
  for (const place of places) {
    const key = cellOf(place).join(' ');
    const cell = cells.get(key);
    if (cell) cell.push(place);
    else cells.set(key, [place]);
  }
  const regions: T[][] = [];
  while (cells.size > 0) {
    const region: T[] = [];
    const ahead = [cells.keys().next().value!];
    while (ahead.length > 0) {
      const key = ahead.pop()!;
      const cell = cells.get(key);
      if (!cell) continue;
      cells.delete(key);
      region.push(...cell);
      const [x = 0, y = 0] = key.split(' ').map(Number);
      for (const dx of [-1, 0, 1]) for (const dy of [-1, 0, 1]) ahead.push(`${x + dx} ${y + dy}`);
    }
    regions.push(region);
  }
  return regions.sort((a, b) => b.length - a.length);
}
