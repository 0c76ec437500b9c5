import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { customerQueries } from '../data/customers.ts';
import { nameIn, setupQueries } from '../data/setup.ts';

/**
 * "Zone North, as others in 02169": the dispatch zone a new place gets when nobody names one. Undefined: none is known.
 * @param zip as typed; null: the place has a zone, or is there already
 */
export function useZoneOfZip(zip: string | null): string | undefined {
  const { data: setup } = useSuspenseQuery(setupQueries.get());
  const asked = useDeferredValue(zip?.trim() ?? '');
  const { data } = useQuery(customerQueries.zoneOfZip(asked));
  if (zip === null || !data || data.zoneId === null) return undefined;
  return `Zone ${nameIn(setup.zones, data.zoneId)}, as others in ${asked}`;
}
