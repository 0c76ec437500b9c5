/** What is sealed, and the hashes in SQL: made and verified by the very same expressions. */
import type { Transaction } from '../database.ts';

export type Stream = 'history' | 'audit';

/** One chain of seals. `tenantId` null: audit of nobody's company (a failed sign-in of an unknown address). */
export type Chain = { readonly stream: Stream; readonly tenantId: number | null };

type Source = {
  readonly table: string;
  /** Covered by the row's hash, in this order. A column that is added later is added at the end of a new form. */
  readonly columns: readonly string[];
  /** SQL of the bytes that may be erased later; null when there are none. */
  readonly personal: string;
};

export const SOURCES: Readonly<Record<Stream, Source>> = {
  history: {
    table: 'company.history',
    columns: [
      ...['tenant_id', 'id', 'record_kind', 'record_id', 'version', 'at', 'actor_id', 'operation_id'],
      ...['request_id', 'verb', 'created', 'changes', 'person_id'],
    ],
    personal: `convert_to(coalesce(r.personal_salt::text, '') || r.personal::text, 'UTF8')`,
  },
  audit: {
    table: 'office.audit',
    columns: [
      ...['tenant_id', 'id', 'at', 'actor_kind', 'actor_id', 'verb', 'result', 'request_id', 'address'],
      ...['object_kind', 'object_id', 'operation_id', 'detail'],
    ],
    personal: 'null::bytea',
  },
};

/** Times as seconds: their text depends on the connection's zone. `jsonb` as text is canonical. */
const column = (name: string): string => (name === 'at' ? `extract(epoch from r.at)::text` : `r.${name}`);

/** Of the row `r`, 32 bytes. */
export const rowHash = ({ columns }: Source): string =>
  `sha256(convert_to(jsonb_build_array(${columns.map(column).join(', ')})::text, 'UTF8'))`;

/** Of the row's personal fields; null where there are none, or no longer. */
export const personalHash = ({ personal }: Source): string => `sha256(${personal})`;

/** Stands for "no personal fields", and for the hash before the first seal. */
export const NO_HASH = `decode(repeat('00', 32), 'hex')`;

/** Of the seal `s`, over everything it holds. */
export const SEAL_HASH = `sha256(convert_to(jsonb_build_array(s.stream, s.tenant_id, s.number, s.up_to, s.ids,
  extract(epoch from s.sealed_at)::text)::text, 'UTF8') || s.previous_hash || s.row_hashes || s.personal_hashes)`;

/** `tenant_id = …`, as an index can use it. */
export const isOf = ({ tenantId }: Chain, alias: string): string =>
  tenantId === null ? `${alias}.tenant_id is null` : `${alias}.tenant_id = ${Number(tenantId)}`;

/** All that may have rows or seals, in the order of their companies. */
export async function listChains(tx: Transaction): Promise<Chain[]> {
  return await tx.query<Chain>(
    `select stream, tenant_id as "tenantId" from (
       select 'history' as stream, id as tenant_id from office.tenants
       union select 'audit', id from office.tenants
       union select 'audit', null
       union select distinct stream, tenant_id from office.seals
     ) c order by tenant_id nulls last, stream desc`,
  );
}
