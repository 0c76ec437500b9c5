import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useCurrentUser } from '../data/current-user.ts';
import { projectName } from '../data/project-names.ts';
import { referenceName } from '../data/reference-names.ts';
import { homeZone, setupQueries } from '../data/setup.ts';
import type { Wording } from '../lib/refusal-params.ts';
import type { ValueWording } from './value-text.ts';

/** What values and sentences need to be readable here. `zone`: the record's own, else the person's. */
export function useValueWording(zone?: string): ValueWording & Wording {
  const user = useCurrentUser();
  const client = useQueryClient();
  const { data: setup } = useSuspenseQuery(setupQueries.get());
  return {
    setup,
    zone: zone ?? homeZone(setup, user.businessUnitIds),
    nameOf: (field, id) => projectName(client, field, id) ?? referenceName(client, field, id),
    technicianName: (id) => setup.technicians.find((one) => one.id === id)?.name,
  };
}
