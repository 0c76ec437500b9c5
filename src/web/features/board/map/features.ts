/** Marks and rounds as the GeoJSON the map draws. Pure. */
import type { Feature, FeatureCollection, Point } from 'geojson';
import type { LngLat } from './geometry.ts';
import { imageOf, type Mark } from './marks.ts';
import type { Base } from './offline-base.ts';
import { legsOf, type Round } from './routes.ts';

const point = ({ lng, lat }: LngLat): Point => ({ type: 'Point', coordinates: [lng, lat] });
const pair = ({ lng, lat }: LngLat): [number, number] => [lng, lat];
const collection = (features: Feature[]): FeatureCollection => ({ type: 'FeatureCollection', features });
export const NOTHING: FeatureCollection = collection([]);

export const markFeatures = (marks: readonly Mark[]): FeatureCollection =>
  collection(
    marks.map((mark, order) => ({
      type: 'Feature',
      geometry: point(mark.at),
      properties: {
        image: imageOf(mark),
        offset: [mark.aside, 0],
        // Who waits for somebody lies above, what is done below.
        order:
          (mark.isDimmed ? -4 : 0) * marks.length +
          (mark.look.isLate ? 2 : mark.round === null ? 1 : mark.look.status === 'done' ? -1 : 0) *
            marks.length -
          order,
      },
    })),
  );

/** Lines and homes; with `isTold` also the minutes of each drive. */
export function roundFeatures(
  rounds: readonly Round[],
  { isTold, hasLetters }: { readonly isTold: boolean; readonly hasLetters: boolean },
): FeatureCollection {
  const features: Feature[] = [];
  for (const round of rounds) {
    const legs = legsOf(round);
    const { look, home, letter } = round;
    if (legs.length > 0) {
      features.push({
        type: 'Feature',
        geometry: {
          type: 'LineString',
          coordinates: [pair(legs[0]!.from), ...legs.map(({ to }) => pair(to))],
        },
        properties: { ...look },
      });
    }
    if (home && round.stops.length > 0) {
      features.push({
        type: 'Feature',
        geometry: point(home),
        properties: { image: `home|${look.hue}|${hasLetters ? letter : ''}` },
      });
    }
    for (const { from, to, minutes } of isTold ? legs : []) {
      if (minutes === null) continue;
      features.push({
        type: 'Feature',
        geometry: point({ lng: (from.lng + to.lng) / 2, lat: (from.lat + to.lat) / 2 }),
        properties: { image: `drive|${minutes}` },
      });
    }
  }
  return collection(features);
}

export const baseFeatures = (
  { towns, areas, net }: Base,
  zoneName: (zoneId: number) => string,
): FeatureCollection =>
  collection([
    ...net.map(
      (line): Feature => ({
        type: 'Feature',
        geometry: { type: 'LineString', coordinates: line.map(pair) },
        properties: { kind: 'net' },
      }),
    ),
    ...areas.map(
      ({ ring }): Feature => ({
        type: 'Feature',
        geometry: { type: 'Polygon', coordinates: [[...ring, ring[0]!].map(pair)] },
        properties: { kind: 'area' },
      }),
    ),
    ...areas.map(
      ({ zoneId, middle }): Feature => ({
        type: 'Feature',
        geometry: point(middle),
        properties: { kind: 'zone', name: zoneName(zoneId) },
      }),
    ),
    ...towns.map(
      ({ name, count, ...at }): Feature => ({
        type: 'Feature',
        geometry: point(at),
        properties: { kind: 'town', name, count },
      }),
    ),
  ]);
