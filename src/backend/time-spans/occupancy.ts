/**
 * The time of time off and non-job events. Someone falls ill with a full day: time off over work that is planned is
 * taken, marked overridden so that the constraint lets it stand, and the board shows the overlap as an exception.
 */
import type { Transaction } from '#db/database.ts';
import { json } from '#db/parameters.ts';
import type { SpanRecord } from './commands.ts';

export async function takeTime(
  tx: Transaction,
  kind: 'timeOff' | 'nonJobEvent',
  spans: readonly SpanRecord[],
): Promise<void> {
  await tx.query(
    'select id from company.technicians where tenant_id = $1 and id = any($2::bigint[]) order by id for no key update',
    [tx.tenantId, spans.map((one) => one.technicianId)],
  );
  await tx.query(
    'delete from company.occupancy where tenant_id = $1 and kind = $2 and source_id = any($3::bigint[])',
    [tx.tenantId, kind, spans.map((one) => one.id)],
  );
  const rows = spans
    .filter((one) => one.active)
    .map(({ id, technicianId, start, end }) => ({ source_id: id, technician_id: technicianId, start, end }));
  if (rows.length === 0) return;
  await tx.query(
    `insert into company.occupancy (tenant_id, technician_id, kind, source_id, "start", "end", overridden)
     select $1, r.technician_id, $2, r.source_id, r.start, r."end",
       exists (select from company.occupancy o where o.tenant_id = $1 and o.technician_id = r.technician_id
         and o.plan_id = 0 and o.start < r."end" and o."end" > r.start)
     from jsonb_to_recordset($3::jsonb) as r(source_id bigint, technician_id bigint, "start" timestamptz, "end" timestamptz)`,
    [tx.tenantId, kind, json(rows)],
  );
}
