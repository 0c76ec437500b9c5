/** The names of records set-up refers to, and back. */
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import type { IdOf, NameOf } from '#domain/setup/cells.ts';
import type { SetupKind } from '#domain/setup/kind-titles.ts';
import { setupKind } from '#domain/setup/kinds.ts';
import { RECORDS, type RecordKind } from '../write/records.ts';

/** `key`: what it is called for short, an account's number. */
export type Named = { id: Id; name: string; active: boolean; key?: string };

const NAME: Partial<Record<string, string>> = { glAccount: `number || ' ' || name as name, number as key` };

/** Of every list the kind's fields refer to. A name only one record in use has is that record's; else it is nobody's. */
export async function referenceNames(
  tx: Transaction,
  kind: SetupKind,
): Promise<{ nameOf: NameOf; idOf: IdOf }> {
  const lists = new Map<string, Named[]>();
  for (const field of setupKind(kind).fields) {
    if ((field.type !== 'one' && field.type !== 'many') || lists.has(field.of)) continue;
    const rows = await tx.query<Named>(
      `select id, ${NAME[field.of] ?? 'name'}, active from ${RECORDS[field.of as RecordKind].table} where tenant_id = $1`,
      [tx.tenantId],
    );
    lists.set(field.of, rows);
  }
  return {
    nameOf: (of, id) => lists.get(of)?.find((one) => one.id === id)?.name ?? String(id),
    idOf: (of, name) => idOfName(lists.get(of) ?? [], name),
  };
}

/** A name only one record in use has is that record's; else it is nobody's. */
export function idOfName(list: readonly Named[], name: string): Id | undefined {
  const wanted = name.toLowerCase();
  const all = list.filter((one) => one.name.toLowerCase() === wanted || one.key?.toLowerCase() === wanted);
  const inUse = all.filter(({ active }) => active);
  const fits = inUse.length > 0 ? inUse : all;
  return fits.length === 1 ? fits[0]!.id : undefined;
}
