/** How long a drive takes: as a road map says, if there is one, else as far as one can say without (domain-rules §4). */
import { cellOf, type RoadTimes, roadMinutes } from './road-times.ts';

export type Place = { readonly latitude: number | null; readonly longitude: number | null };

/** Great-circle distance × `detourFactor` at `kmPerHour`; `unknownMinutes` when a place has no coordinates. */
export type TravelAssumptions = {
  readonly detourFactor: number;
  readonly kmPerHour: number;
  readonly unknownMinutes: number;
  /** What a road map has said so far; left out: there is none. */
  readonly roads?: RoadTimes;
};
export const DEFAULT_TRAVEL: TravelAssumptions = { detourFactor: 1.3, kmPerHour: 40, unknownMinutes: 20 };

const EARTH_KM = 6371;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Great-circle distance by the haversine formula, which stays exact for the few kilometres of a city. */
export function distanceKm(
  a: { readonly latitude: number; readonly longitude: number },
  b: { readonly latitude: number; readonly longitude: number },
): number {
  const halfLatitude = Math.sin(radians(b.latitude - a.latitude) / 2);
  const halfLongitude = Math.sin(radians(b.longitude - a.longitude) / 2);
  const chord =
    halfLatitude ** 2 + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * halfLongitude ** 2;
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(chord)));
}

export type Drive = {
  /** Whole, rounded up. */
  readonly minutes: number;
  /** False: counted with the default because a place has no coordinates. */
  readonly isKnown: boolean;
  /** Only where there is a road map. False: it does not know this drive, which is reckoned from the distance. */
  readonly isByRoad?: boolean;
};

/** By the road map where it knows the drive, else by distance; the default where a place has no coordinates. */
export function travelMinutes(from: Place, to: Place, assumptions: TravelAssumptions): Drive {
  const { roads } = assumptions;
  const { latitude: fromLatitude, longitude: fromLongitude } = from;
  const { latitude: toLatitude, longitude: toLongitude } = to;
  if (fromLatitude === null || fromLongitude === null || toLatitude === null || toLongitude === null) {
    return {
      minutes: assumptions.unknownMinutes,
      isKnown: false,
      ...(roads ? { isByRoad: false } : {}),
    };
  }
  const start = { latitude: fromLatitude, longitude: fromLongitude };
  const end = { latitude: toLatitude, longitude: toLongitude };
  const byRoad = roads && roadMinutes(roads, start, end);
  if (byRoad !== undefined) return { minutes: byRoad, isKnown: true, isByRoad: true };
  const km = distanceKm(start, end);
  const minutes = Math.ceil(((km * assumptions.detourFactor) / assumptions.kmPerHour) * 60);
  return { minutes, isKnown: true, ...(roads ? { isByRoad: cellOf(start) === cellOf(end) } : {}) };
}
