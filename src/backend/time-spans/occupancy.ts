/**
 * The time of time off and non-job events. Someone falls ill with a full day: time off over work that is planned is
 * taken, marked overridden so that the constraint lets it stand, and the board shows the overlap as an exception. Once
 * the work has moved away the mark goes, and the constraint holds for that time again.
 */
import type { Transaction } from '#db/database.ts';
import { json } from '#db/parameters.ts';
import { planOnce } from '#db/plan-once.ts';
import type { Id } from '#domain/ids.ts';
import type { Conflict } from '#domain/schedule/consequences.ts';
import type { Occupancy } from '#domain/schedule/occupancy.ts';
import { spanConflicts, spansFreeAgain } from '#domain/schedule/spans.ts';
import { lockSurroundings, spanAround } from '../schedule/facts.ts';
import type { SpanRecord } from './commands.ts';

type SharedTime = {
  readonly conflicts: readonly Conflict[];
  /** The technicians' names, to tell whose time it is. */
  readonly nameOf: ReadonlyMap<Id, string>;
};
export const NOTHING: SharedTime = { conflicts: [], nameOf: new Map() };

const techniciansOf = (rows: readonly { technicianId: Id }[]): Id[] =>
  [...new Set(rows.map((one) => one.technicianId))].sort((a, b) => a - b);

/** Takes the time of the active spans, gives back that of the others. Answers what it is shared with. */
export async function takeTime(
  tx: Transaction,
  kind: 'timeOff' | 'nonJobEvent',
  spans: readonly Omit<SpanRecord, 'version'>[],
): Promise<SharedTime> {
  if (spans.length === 0) return NOTHING;
  const { taken, technicians } = await lockSurroundings(tx, techniciansOf(spans), spanAround(spans), []);
  const freed = await tx.query<Occupancy>(
    `delete from company.occupancy where tenant_id = $1 and plan_id = 0 and kind = $2 and source_id = any($3::bigint[])
     returning kind, source_id as "sourceId", technician_id as "technicianId", start, "end", overridden`,
    [tx.tenantId, kind, spans.map((one) => one.id)],
  );
  const wanted = spans
    .filter((one) => one.active)
    .map(
      ({ id, technicianId, start, end }): Occupancy => ({
        kind,
        sourceId: id,
        technicianId,
        start,
        end,
        overridden: false,
      }),
    );
  const own = new Set(spans.map((one) => one.id));
  const others = taken.filter((one) => one.kind !== kind || !own.has(one.sourceId));
  const conflicts = spanConflicts(wanted, others);
  const shared = new Set(conflicts.map((one) => one.params.sourceId));
  const rows = wanted.map((one) => ({
    source_id: one.sourceId,
    technician_id: one.technicianId,
    start: one.start,
    end: one.end,
    overridden: shared.has(one.sourceId),
  }));
  if (rows.length > 0) {
    await tx.query(
      `insert into company.occupancy (tenant_id, technician_id, kind, source_id, "start", "end", overridden)
       select $1, r.technician_id, $2, r.source_id, r.start, r."end", r.overridden
       from jsonb_to_recordset($3::jsonb) as r(source_id bigint, technician_id bigint, "start" timestamptz, "end" timestamptz, overridden boolean)`,
      [tx.tenantId, kind, json(rows)],
    );
  }
  await settleSpans(tx, freed);
  return { conflicts, nameOf: new Map(technicians.map((one) => [one.id, one.name])) };
}

/** These lie over work: the exclusion constraint leaves them out until it is gone (`settleSpans`). */
export async function markSpans(
  tx: Transaction,
  spans: readonly Pick<Occupancy, 'kind' | 'sourceId'>[],
): Promise<void> {
  if (spans.length > 0) await setMark(tx, spans, { overridden: true });
}

const setMark = (
  tx: Transaction,
  spans: readonly Pick<Occupancy, 'kind' | 'sourceId'>[],
  { overridden }: Pick<Occupancy, 'overridden'>,
) =>
  tx.query(
    `update company.occupancy o set overridden = $3
     from jsonb_to_recordset($2::jsonb) as f(kind text, "sourceId" bigint)
     where o.tenant_id = $1 and o.plan_id = 0 and o.kind = f.kind and o.source_id = f."sourceId"`,
    [tx.tenantId, json(spans), overridden],
  );

/**
 * After time was given up: the spans over it that were marked as overridden and now share their time with nothing lose
 * the mark. Their technicians are locked only when there is such a span, so most commands pay one look.
 */
export async function settleSpans(tx: Transaction, freed: readonly Occupancy[]): Promise<void> {
  if (freed.length === 0) return;
  const marked = await tx.query<Occupancy>(
    planOnce(`select distinct o.kind, o.source_id as "sourceId", o.technician_id as "technicianId", o.start, o."end", o.overridden
     from company.occupancy o
     join jsonb_to_recordset($2::jsonb) as f("technicianId" bigint, "start" timestamptz, "end" timestamptz)
       on f."technicianId" = o.technician_id and o.start < f."end" and o."end" > f.start
     where o.tenant_id = $1 and o.plan_id = 0 and o.overridden and o.kind <> 'assignment'`),
    [tx.tenantId, json(freed)],
  );
  if (marked.length === 0) return;
  const { taken } = await lockSurroundings(tx, techniciansOf(marked), spanAround(marked), []);
  const free = spansFreeAgain(marked, taken);
  if (free.length > 0) await setMark(tx, free, { overridden: false });
}
