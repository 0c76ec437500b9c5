/** Rows of set-up tables, which have no commands of their own yet. */
import type { Transaction } from '#db/database.ts';
import { json } from '#db/parameters.ts';
import type { Id } from '#domain/ids.ts';
import type { Instant } from '#domain/time.ts';
import { newIds } from '../write/ids.ts';
import { columnName } from '../write/records.ts';

/** Adds rows to a table of schema `company`, named without it; answers their ids in order. */
export type AddRows = (table: string, rows: readonly Record<string, unknown>[]) => Promise<Id[]>;

export const rowAdder =
  (tx: Transaction, at: Instant): AddRows =>
  (table, rows) =>
    insert(tx, at, `company.${table}`, rows);

/** Inserts rows of one set-up table; every row gets the next id. */
async function insert(
  tx: Transaction,
  at: Instant,
  table: string,
  rows: readonly Record<string, unknown>[],
): Promise<Id[]> {
  const ids = await newIds(tx, rows.length);
  const full = rows.map((row, index) => ({
    tenant_id: tx.tenantId,
    id: ids[index],
    ...Object.fromEntries(Object.entries(row).map(([field, value]) => [columnName(field), value])),
    active: true,
    version: 1,
    created_on: at,
    modified_on: at,
  }));
  const columns = Object.keys(full[0]!)
    .map((name) => `"${name}"`)
    .join(', ');
  await tx.query(
    `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1::jsonb)`,
    [json(full)],
  );
  return ids;
}
