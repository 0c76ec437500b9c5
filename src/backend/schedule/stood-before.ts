/** Which of the conflicts that an undo brings back were there before the step, accepted by an override (§4, §10). */
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { CONFLICT_CODES, type Conflict } from '#domain/schedule/consequences.ts';
import type { Occupancy } from '#domain/schedule/occupancy.ts';
import { markSpans } from '../time-spans/occupancy.ts';

/** What the other one of a conflict is, in the history; of a technician nothing but the leaving counts. */
const RECORD_OF = {
  overlap: 'appointment',
  timeOff: 'timeOff',
  nonJobEvent: 'nonJobEvent',
  inactiveTechnician: 'technician',
} as const;

/**
 * Two times that one technician had at once can be had at once again: one of them overridden, and the other brought
 * back with it or untouched since the step. What came or moved there later still refuses the undo. Time off and events
 * that lie over what comes back, which has no override of its own, are marked again for the exclusion constraint. Who
 * had left before the step gets back what it took from them, or gave them; who left since does not.
 *
 * @param restored the occupancies of the cards as they come back, with their old overrides
 */
export async function stoodBefore(
  tx: Transaction,
  stepId: Id,
  hard: readonly Conflict[],
  restored: readonly Occupancy[],
  taken: readonly Occupancy[],
): Promise<ReadonlySet<Conflict>> {
  const back = new Map(restored.map((one) => [one.sourceId, one]));
  const around = new Map(taken.map((one) => [one.sourceId, one]));
  const accepted: Conflict[] = [];
  const apart: Conflict[] = [];
  for (const one of hard) {
    if (one.code === 'inactiveTechnician') {
      apart.push(one);
      continue;
    }
    const { sourceId, otherSourceId } = one.params;
    const other = back.get(otherSourceId) ?? around.get(otherSourceId);
    // Time off and events laid over work carried the mark themselves, and lost it when the work left.
    if (one.code === 'overlap' && !back.get(sourceId)?.overridden && !other?.overridden) continue;
    (back.has(otherSourceId) ? accepted : apart).push(one);
  }
  const touched = await touchedSince(tx, stepId, apart);
  const stood = [...accepted, ...apart.filter((one) => !touched.has(keyOf(one)))];
  await markSpans(
    tx,
    stood.flatMap((one) =>
      (one.code === 'timeOff' || one.code === 'nonJobEvent') && !back.get(one.params.sourceId)?.overridden
        ? [{ kind: one.code, sourceId: one.params.otherSourceId }]
        : [],
    ),
  );
  return new Set(stood);
}

const otherOf = ({ params }: Conflict): Id =>
  'otherSourceId' in params ? (params.otherSourceId as Id) : params.technicianId;
const keyOf = (one: Conflict): string => `${one.code} ${otherOf(one)}`;

async function touchedSince(
  tx: Transaction,
  stepId: Id,
  conflicts: readonly Conflict[],
): Promise<Set<string>> {
  const touched = new Set<string>();
  for (const code of CONFLICT_CODES) {
    const ids = conflicts.filter((one) => one.code === code).map(otherOf);
    if (ids.length === 0) continue;
    const record =
      code === 'overlap'
        ? 'select id, appointment_id as record from company.assignments where tenant_id = $1 and id = any($2::bigint[])'
        : 'select id, id as record from unnest($2::bigint[]) as spans(id)';
    const rows = await tx.query<{ id: Id }>(
      `select s.id from (${record}) s where exists (
         select from company.history h where h.tenant_id = $1 and h.record_kind = $3 and h.record_id = s.record
         and h.operation_id > $4 and (h.record_kind <> 'technician' or h.changes ? 'active')
         -- A later step that was taken back, and the taking back, left it as it was.
         and not exists (select from office.operations o where o.tenant_id = h.tenant_id and o.id > $4
           and (o.id = h.operation_id and o.undone_by is not null or o.undone_by = h.operation_id)))`,
      [tx.tenantId, ids, RECORD_OF[code], stepId],
    );
    for (const { id } of rows) touched.add(`${code} ${id}`);
  }
  return touched;
}
