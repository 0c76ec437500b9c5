import { useSuspenseQuery } from '@tanstack/react-query';
import { type Day, dayOf } from '#domain/time.ts';
import { useCurrentUser } from '../data/current-user.ts';
import { homeZone, setupQueries } from '../data/setup.ts';
import { useNow } from '../lib/clock.ts';

/** Today where most units of the person are, as lists over several units have it; moves on at midnight. */
export function useHomeDay(): Day {
  const { data: setup } = useSuspenseQuery(setupQueries.get());
  return dayOf(useNow(60_000), homeZone(setup, useCurrentUser().businessUnitIds));
}
