/**
 * What stands under the visits where no tiles are configured: a net of degrees, the areas of the company's zones as far
 * as its visits tell, and the names of the towns. Pure: nothing of it leaves the browser.
 */
import { areaAround, type Bounds, boundsOf, type LngLat, regionsOf, widened } from './geometry.ts';

export type KnownPlace = LngLat & {
  readonly city: string;
  readonly zip: string;
  readonly zoneId: number | null;
};
export type Town = LngLat & { readonly name: string; readonly count: number };
export type Area = { readonly zoneId: number; readonly ring: readonly LngLat[]; readonly middle: LngLat };
/** One of the areas the company works in, by its largest town. */
export type Region = { readonly name: string; readonly bounds: Bounds; readonly places: readonly LngLat[] };
export type Base = {
  readonly regions: readonly Region[];
  readonly towns: readonly Town[];
  readonly areas: readonly Area[];
  readonly net: readonly (readonly [LngLat, LngLat])[];
};

/** A postal code is some kilometres wide. */
const AROUND_KM = 1.6;
/** Farther than that from the zone's other places a coordinate is a mistake or another region's. */
const FARTHEST_KM = 60;
const STEPS = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20];
const LINES = 8;

export function offlineBase(places: readonly KnownPlace[]): Base {
  const regions = regionsOf(places).map((all) => ({
    name: townsOf(all)[0]?.name ?? '',
    bounds: boundsOf(all)!,
    places: all,
  }));
  return {
    regions,
    towns: townsOf(places),
    areas: areasOf(places),
    net: regions.flatMap(({ bounds }) => netOf(widened(bounds, 2))),
  };
}

const middleOf = (places: readonly LngLat[]): LngLat => ({
  lng: places.reduce((sum, { lng }) => sum + lng, 0) / places.length,
  lat: places.reduce((sum, { lat }) => sum + lat, 0) / places.length,
});

function grouped<T, K>(of: readonly T[], key: (one: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const one of of) {
    const group = groups.get(key(one));
    if (group) group.push(one);
    else groups.set(key(one), [one]);
  }
  return groups;
}

/** Each where the middle one of its places is: a mean would move with a single wrong coordinate. */
function townsOf(places: readonly KnownPlace[]): Town[] {
  const median = (of: readonly number[]) => [...of].sort((a, b) => a - b)[Math.floor(of.length / 2)]!;
  return [...grouped(places, ({ city }) => city.trim())]
    .filter(([name]) => name !== '')
    .map(([name, all]) => ({
      name,
      count: all.length,
      lng: median(all.map(({ lng }) => lng)),
      lat: median(all.map(({ lat }) => lat)),
    }))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}

/** The hull of the zone's postal codes, each at the middle of its places. */
function areasOf(places: readonly KnownPlace[]): Area[] {
  return [...grouped(places, ({ zoneId }) => zoneId)].flatMap(([zoneId, all]) => {
    if (zoneId === null) return [];
    const codes = [...grouped(all, ({ zip, city }) => zip || city).values()].map(middleOf);
    const kept = nearest(codes);
    return [{ zoneId, ring: areaAround(kept, AROUND_KM), middle: middleOf(kept) }];
  });
}

/** Without what lies far from the middle of all. */
function nearest(codes: readonly LngLat[]): readonly LngLat[] {
  const sorted = (of: readonly number[]) => [...of].sort((a, b) => a - b);
  const middle = {
    lng: sorted(codes.map(({ lng }) => lng))[Math.floor(codes.length / 2)]!,
    lat: sorted(codes.map(({ lat }) => lat))[Math.floor(codes.length / 2)]!,
  };
  const degrees = FARTHEST_KM / 111;
  const near = codes.filter(
    ({ lng, lat }) => Math.abs(lng - middle.lng) < 2 * degrees && Math.abs(lat - middle.lat) < degrees,
  );
  return near.length > 0 ? near : codes;
}

/** Meridians and parallels at round degrees. */
function netOf({ west, south, east, north }: Bounds): (readonly [LngLat, LngLat])[] {
  const step = STEPS.find((one) => (east - west) / 5 / one <= LINES) ?? STEPS.at(-1)!;
  const lines: (readonly [LngLat, LngLat])[] = [];
  for (let at = Math.ceil(west / step); at * step <= east; at++) {
    lines.push([
      { lng: at * step, lat: south },
      { lng: at * step, lat: north },
    ]);
  }
  for (let at = Math.ceil(south / step); at * step <= north; at++) {
    lines.push([
      { lng: west, lat: at * step },
      { lng: east, lat: at * step },
    ]);
  }
  return lines;
}
