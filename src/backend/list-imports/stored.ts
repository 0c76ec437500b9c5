/** Records as a file is held against them: all of a kind in one statement, those that change locked. */
import type { KnownRecord } from '#contract/list-import.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import type { SetupValues } from '#domain/setup/fields.ts';
import { loadRecords, selectList } from '../write/load.ts';
import { RECORDS, type RecordKind, type StoredRecord } from '../write/records.ts';

export const allRecords = <R extends StoredRecord>(tx: Transaction, kind: RecordKind): Promise<R[]> =>
  tx.query<R>(
    `select ${selectList(kind, 'r')} from ${RECORDS[kind].table} r where r.tenant_id = $1 order by r.id`,
    [tx.tenantId],
  );

/** @param fields those of the list's columns */
export const knownRecord = (stored: StoredRecord, fields: readonly string[]): KnownRecord => ({
  id: stored.id,
  active: stored.active as boolean,
  values: Object.fromEntries(fields.map((field) => [field, stored[field]])) as SetupValues,
});

/** True: as they were read, and from now on nobody else's; else they have to be read again. */
export async function lockAsRead(
  tx: Transaction,
  kind: RecordKind,
  read: readonly { readonly id: Id; readonly version: number }[],
): Promise<boolean> {
  const locked = await loadRecords(
    tx,
    kind,
    read.map(({ id }) => id),
    { lock: true },
  );
  const versions = new Map(locked.map(({ id, version }) => [id, version]));
  return read.every(({ id, version }) => versions.get(id) === version);
}
