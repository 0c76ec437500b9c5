/** What this browser's last new order was of: most people order one kind of thing for one place. */
import { z } from 'zod';

const KEY = 'last-new-order';
const kept = z.object({
  typeId: z.number().nullable(),
  businessUnitId: z.number().nullable(),
  inventoryLocationId: z.number().nullable(),
});
export type LastUsed = z.output<typeof kept>;

export const NEVER: LastUsed = { typeId: null, businessUnitId: null, inventoryLocationId: null };

export function lastUsed(): LastUsed | null {
  try {
    return kept.safeParse(JSON.parse(localStorage.getItem(KEY) ?? 'null')).data ?? null;
  } catch {
    return null; // storage forbidden, or not ours
  }
}

export function keepUsed({ typeId, businessUnitId, inventoryLocationId }: LastUsed): void {
  try {
    localStorage.setItem(KEY, JSON.stringify({ typeId, businessUnitId, inventoryLocationId }));
  } catch {
    // storage forbidden: the next order asks
  }
}
