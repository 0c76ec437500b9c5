/** Loading records by kind, as the domain shapes them. */
import type { Transaction } from '#db/database.ts';
import { planOnce } from '#db/plan-once.ts';
import type { Id } from '#domain/ids.ts';
import { quoted, RECORDS, type RecordKind, type StoredRecord } from './records.ts';

const BASE = ['version', 'createdOn', 'modifiedOn'];

/** `select` list of a kind with the domain's names: `customer_id as "customerId", …`. */
export function selectList(kind: RecordKind, alias: string): string {
  return [...RECORDS[kind].columns, ...BASE]
    .map((field) => `${alias}.${quoted(field)} as "${field}"`)
    .join(', ');
}

/**
 * Records of the tenant by id, in id order. `lock`: locked against other writers until the transaction ends; id order
 * is what keeps two commands from waiting for each other (F20). Missing ids are simply not in the answer.
 */
export async function loadRecords<T = StoredRecord>(
  tx: Transaction,
  kind: RecordKind,
  ids: readonly Id[],
  { lock = false }: { readonly lock?: boolean } = {},
): Promise<T[]> {
  if (ids.length === 0) return [];
  return tx.query<T>(
    planOnce(`select ${selectList(kind, 'r')} from ${RECORDS[kind].table} r
     where r.tenant_id = $1 and r.id = any($2::bigint[]) order by r.id ${lock ? 'for no key update' : ''}`),
    [tx.tenantId, [...new Set(ids)]],
  );
}
