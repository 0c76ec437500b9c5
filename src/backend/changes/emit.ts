/**
 * Writing the change feed: one row per changed record with the record as it is now, in the change's transaction.
 * A notification wakes the readers after the commit.
 *
 * The rows' ids are in commit order: whoever emits holds the tenant's feed until the commit. So emitting is the last
 * thing a command does, after every other lock (records, technicians, counters), and nobody waits in a circle.
 */
import { lockForCompany } from '#db/company-lock.ts';
import type { Transaction } from '#db/database.ts';
import { json } from '#db/parameters.ts';
import { planOnce } from '#db/plan-once.ts';
import type { Id } from '#domain/ids.ts';
import type { CommandContext } from '../write/context.ts';

export type Emission = {
  /** In the trade's words: `job.booked`, `appointment.rescheduled`. */
  readonly type: string;
  readonly kind: string;
  readonly id: Id;
  readonly version: number;
  readonly fields: readonly string[];
  /** Whose job it is; null for what belongs to the whole company (domain-rules §9). */
  readonly businessUnitId: Id | null;
  /** The record in the contract's shape. */
  readonly record: unknown;
};

export async function emitChanges(
  tx: Transaction,
  context: CommandContext,
  operationId: Id,
  emissions: readonly Emission[],
): Promise<void> {
  if (emissions.length === 0) return;
  const rows = emissions.map((one) => ({
    type: one.type,
    record_kind: one.kind,
    record_id: one.id,
    version: one.version,
    fields: one.fields,
    business_unit_id: one.businessUnitId,
    record: one.record,
  }));
  await lockForCompany(tx, 'company.changes');
  await tx.query(
    planOnce(`insert into company.changes (tenant_id, at, actor_id, operation_id, type, record_kind, record_id, version, fields, business_unit_id, record)
     select $1, $2, $3, $4, r.type, r.record_kind, r.record_id, r.version, r.fields, r.business_unit_id, coalesce(r.record, 'null'::jsonb)
     from jsonb_to_recordset($5::jsonb) as r(type text, record_kind text, record_id bigint, version int, fields text[], business_unit_id bigint, record jsonb)`),
    [tx.tenantId, context.now, context.actor.userId, operationId, json(rows)],
  );
  await tx.query(`select pg_notify('truckroll', $1)`, [String(tx.tenantId)]);
}
