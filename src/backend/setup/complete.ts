/** What a new record gets besides its fields. */
import type { Transaction } from '#db/database.ts';
import type { SetupValues } from '#domain/setup/fields.ts';
import type { SetupKind } from '#domain/setup/kind-titles.ts';

/**
 * A custom field's key is made of its label, once: jobs keep their values by it, whatever the field is called later.
 * Each record gets one that is free among those stored and those of the others given.
 */
export async function completeValues(
  tx: Transaction,
  kind: SetupKind,
  records: readonly SetupValues[],
): Promise<SetupValues[]> {
  if (kind !== 'customField' || records.length === 0) return [...records];
  const stored = await tx.query<{ owner: string; key: string }>(
    'select owner, key from company.custom_fields where tenant_id = $1',
    [tx.tenantId],
  );
  const taken = new Set(stored.map(({ owner, key }) => `${owner} ${key}`));
  return records.map((values) => {
    const key = freeKey(String(values.label), (one) => taken.has(`${values.owner} ${one}`));
    taken.add(`${values.owner} ${key}`);
    return { ...values, key };
  });
}

/** What every object answers to: a value kept under such a name could not be told from none (`constructor`). */
const isOfEveryObject = (key: string): boolean => key in {} || key === 'prototype';

/** "Gate code" → `gateCode`, then `gateCode2`. */
function freeKey(label: string, isTaken: (key: string) => boolean): string {
  const words = label
    .normalize('NFKD')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  const joined = words.map((word, at) => (at === 0 ? word : word[0]!.toUpperCase() + word.slice(1))).join('');
  const key = (/^[a-z]/.test(joined) ? joined : `field${joined}`).slice(0, 40);
  if (!isTaken(key) && !isOfEveryObject(key)) return key;
  for (let number = 2; ; number++) if (!isTaken(`${key}${number}`)) return `${key}${number}`;
}
