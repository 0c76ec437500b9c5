/** The background work that asks servers the operator has named: where addresses are, how long drives take. */
import { createGeocoder } from '#backend/geocoder/geocoder.ts';
import { createLookUp } from '#backend/geocoder/look-up.ts';
import { startClock } from '#backend/outbound/clock.ts';
import { createRoadFill } from '#backend/roads/fill.ts';
import { createMatrix } from '#backend/roads/matrix.ts';
import { systemClock } from '#db/clock.ts';
import type { Database } from '#db/database.ts';
import type { Environment } from './environment.ts';
import { headerAsked } from './outbound-environment.ts';

const ADDRESSES_EVERY_MS = 5_000;
const ROADS_EVERY_MS = 60_000;

/** @returns the way to stop, which breaks off what is being asked */
export function startOutbound(
  { geocoder, matrix }: Pick<Environment, 'geocoder' | 'matrix'>,
  database: Database,
  logger: { warn(fields: object, text: string): void },
): () => Promise<void> {
  const parts = { database, clock: systemClock, logger };
  const stops: (() => Promise<void>)[] = [];
  if (geocoder) {
    const asked = createGeocoder({ url: geocoder.url, header: headerAsked(geocoder) });
    const work = createLookUp({ ...parts, geocoder: asked, perSecond: geocoder.perSecond });
    stops.push(startClock(work, ADDRESSES_EVERY_MS, 'addresses could not be looked up', logger));
  }
  if (matrix) {
    const asked = createMatrix({ url: matrix.url, header: headerAsked(matrix) });
    const work = createRoadFill({ ...parts, matrix: asked, perSecond: matrix.perSecond });
    stops.push(startClock(work, ROADS_EVERY_MS, 'drives could not be asked for', logger));
  }
  return async () => {
    await Promise.all(stops.map((stop) => stop()));
  };
}
