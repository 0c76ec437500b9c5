import { useMemo } from 'react';
import type { AppointmentView } from '#contract/job.ts';
import { placeOf } from './geometry.ts';
import { type Base, type KnownPlace, offlineBase } from './offline-base.ts';

/** The company's area as the day's visits tell of it, whatever the filters hide; the same until a place comes or goes. */
export function useBase(appointments: readonly AppointmentView[]): Base {
  const key = [
    ...new Set(
      appointments.map(({ locationId, latitude, longitude }) => `${locationId} ${latitude} ${longitude}`),
    ),
  ]
    .sort()
    .join('|');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the visits' places
  return useMemo(() => {
    const places = new Map<number, KnownPlace>();
    for (const visit of appointments) {
      const at = placeOf(visit);
      const { city, zip, zoneId } = visit;
      if (at) places.set(visit.locationId, { ...at, city, zip, zoneId });
    }
    return offlineBase([...places.values()]);
  }, [key]);
}
