/** Names of what orders refer to, from what has been read: for histories on any page. */
import type { QueryClient } from '@tanstack/react-query';
import type { SetupRecords } from '#contract/setup-record.ts';
import { tellNames } from './reference-names.ts';

const KINDS: Readonly<Record<string, string>> = {
  typeId: 'purchaseOrderType',
  inventoryLocationId: 'inventoryLocation',
};

/** undefined: a field that names nothing of these, or nothing that was read. */
const orderReferenceName = (client: QueryClient, field: string, id: number): string | undefined =>
  client.getQueryData<SetupRecords>(['setup', 'records', KINDS[field]])?.items.find((one) => one.id === id)
    ?.values.name as string | undefined;
tellNames(orderReferenceName);
