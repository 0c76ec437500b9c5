import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useCurrentUser } from '../data/current-user.ts';
import { orderReferenceName } from '../data/order-names.ts';
import { projectName } from '../data/project-names.ts';
import { homeZone, setupQueries } from '../data/setup.ts';
import { skuReferenceName } from '../data/sku-names.ts';
import { vendorName } from '../data/vendor-names.ts';
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
    nameOf: (field, id) =>
      orderReferenceName(client, field, id) ??
      projectName(client, field, id) ??
      vendorName(client, field, id) ??
      skuReferenceName(client, field, id),
    technicianName: (id) => setup.technicians.find((one) => one.id === id)?.name,
  };
}
