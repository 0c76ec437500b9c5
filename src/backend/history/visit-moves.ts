import type { MovePlace } from '#contract/moves.ts';
import { ProblemError } from '#contract/problem.ts';
import type { Actor } from '#contract/upstream.ts';
import type { Transaction } from '#db/database.ts';
import { statesOf } from '#domain/history.ts';
import type { Id } from '#domain/ids.ts';
import type { Instant } from '#domain/time.ts';
import { grouped } from '../write/grouped.ts';
import { holdingLaneNames, technicianNames, type Write } from './move-facts.ts';
import type { BareMove } from './moves.ts';

/** An appointment as it is now, as far as a move tells of it. */
export type Visit = {
  readonly id: Id;
  readonly number: number;
  readonly jobId: Id;
  readonly jobNumber: number;
  readonly customerName: string;
  readonly start: Instant;
  readonly end: Instant;
  readonly status: string;
  readonly active: boolean;
  readonly technicians: readonly Id[];
  readonly holdingLaneId: Id | null;
};
type VisitWrite = Write & { readonly fields: readonly string[]; readonly why: string | null };

/** Those of the units the actor may see. A job or visit that is asked for by its id and not among them is not found. */
export async function visibleVisits(
  tx: Transaction,
  { businessUnitIds }: Actor,
  which: { ids?: readonly Id[]; jobId?: Id | undefined; appointmentId?: Id | undefined },
): Promise<Visit[]> {
  const { ids = null, jobId = null, appointmentId = null } = which;
  const visits = await tx.query<Visit>(
    `select a.id, a.number, a.job_id as "jobId", j.number as "jobNumber", c.name as "customerName", a.start, a."end",
       a.status, a.active, a.holding_lane_id as "holdingLaneId",
       coalesce((select array_agg(s.technician_id order by s.id) from company.assignments s where s.tenant_id = a.tenant_id and s.appointment_id = a.id and s.active), '{}') as technicians
     from company.appointments a join company.jobs j on j.tenant_id = a.tenant_id and j.id = a.job_id
     join company.customers c on c.tenant_id = j.tenant_id and c.id = j.customer_id
     where a.tenant_id = $1 and (a.id = any($2::bigint[]) or a.job_id = $3 or a.id = $4)
       and ($5::bigint[] is null or j.business_unit_id = any($5::bigint[]))`,
    [tx.tenantId, ids, jobId, appointmentId, businessUnitIds],
  );
  if (ids === null && visits.length === 0) {
    throw new ProblemError('record.not_found', { kind: jobId === null ? 'appointment' : 'job' });
  }
  return visits;
}

/** Every write of these visits with where they stood before and after, in no order. */
export async function visitMoves(tx: Transaction, visits: readonly Visit[]): Promise<BareMove[]> {
  const writes = grouped(await writesOf(tx, visits), ({ id }) => id);
  const nameOf = await technicianNames(tx);
  const laneNames = await holdingLaneNames(tx);
  const placeOf = (state: Readonly<Record<string, unknown>>): MovePlace => {
    const { start, end, status, active, technicians, holdingLaneId } = state as Visit;
    const holdingLane = holdingLaneId === null ? null : (laneNames.get(holdingLaneId) ?? '');
    return { start, end, status, active, technicians: technicians.map(nameOf), holdingLane };
  };
  return visits.flatMap(({ id, number, jobId, jobNumber, customerName, ...place }) =>
    statesOf(place, writes.get(id) ?? []).map(
      ({ write, before, after }): BareMove => ({
        operationId: write.operationId,
        at: write.at,
        reason: write.why,
        subject: { kind: 'appointment', id, number, jobId, jobNumber, customerName },
        fields: [...write.fields],
        before: before && placeOf(before),
        after: placeOf(after),
      }),
    ),
  );
}

const techniciansIn = (side: 0 | 1) =>
  `coalesce(jsonb_path_query_array(h.changes->'technicians'->${side}, '$[*].technicianId'), '[]')`;
const field = (name: string) =>
  `case when h.changes ? '${name}' then jsonb_build_object('${name}', h.changes->'${name}') else '{}' end`;

/** Newest first. `why`: the reason chosen for a hold, with what was typed beside it. */
async function writesOf(tx: Transaction, visits: readonly Visit[]): Promise<VisitWrite[]> {
  return tx.query<VisitWrite>(
    `select h.record_id as id, h.at, h.created, h.operation_id as "operationId",
       ${['start', 'end', 'status', 'active', 'holdingLaneId'].map(field).join(' || ')} || case when h.changes ? 'technicians'
         then jsonb_build_object('technicians', jsonb_build_array(${techniciansIn(0)}, ${techniciansIn(1)})) else '{}' end as changes,
       array(select jsonb_object_keys(h.changes)) as fields,
       nullif(concat_ws(': ', r.name, nullif(h.changes->'hold'->1->>'memo', '')), '') as why
     from company.history h left join company.reasons r on r.tenant_id = h.tenant_id
       and r.id = (h.changes->'hold'->1->>'reasonId')::bigint
     where h.tenant_id = $1 and h.record_kind = 'appointment' and h.record_id = any($2::bigint[])
     order by h.record_id, h.version desc`,
    [tx.tenantId, visits.map(({ id }) => id)],
  );
}
