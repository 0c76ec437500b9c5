/**
 * Names of what fields refer to, from what has been read. Modules that read such records say here how to name them, so
 * that a history knows them wherever they are read, and the board's first load knows nothing of vendors or SKUs.
 */
import type { QueryClient } from '@tanstack/react-query';

/** undefined: a field that names nothing of these. */
type NameOf = (client: QueryClient, field: string, id: number) => string | undefined;
const known = new Set<NameOf>();

/** Of what nobody has read here. */
const UNREAD: Readonly<Record<string, string>> = {
  vendorId: 'another vendor',
  remittanceVendorId: 'another vendor',
  skuId: 'a SKU',
  inventoryLocationId: 'another place',
  glAccountId: 'another account',
};

export const tellNames = (nameOf: NameOf): void => {
  known.add(nameOf);
};

export function referenceName(client: QueryClient, field: string, id: number): string | undefined {
  for (const nameOf of known) {
    const name = nameOf(client, field, id);
    if (name !== undefined) return name;
  }
  return UNREAD[field];
}
