import type { MovePlace } from '#contract/moves.ts';
import type { Transaction } from '#db/database.ts';
import { statesOf } from '#domain/history.ts';
import type { Id } from '#domain/ids.ts';
import { SPAN_KINDS, type SpanKind } from '#domain/schedule/spans.ts';
import type { Span } from '#domain/time.ts';
import { grouped } from '../write/grouped.ts';
import { loadRecords } from '../write/load.ts';
import type { StoredRecord } from '../write/records.ts';
import { spansEverOn } from './day-candidates.ts';
import { technicianNames, type Write } from './move-facts.ts';
import type { BareMove } from './moves.ts';

type Stored = StoredRecord & Span & { technicianId: Id; active: boolean; label?: string };

/** Of absences, events and shifts that were ever on the day: whoever gave somebody time off changed the board too. */
export async function spanMoves(tx: Transaction, span: Span): Promise<BareMove[]> {
  const nameOf = await technicianNames(tx);
  const moves: BareMove[] = [];
  for (const kind of SPAN_KINDS) moves.push(...(await movesOfKind(tx, kind, span, nameOf)));
  return moves;
}

async function movesOfKind(
  tx: Transaction,
  kind: SpanKind,
  span: Span,
  nameOf: (id: Id) => { id: Id; name: string },
): Promise<BareMove[]> {
  const records = await loadRecords<Stored>(tx, kind, await spansEverOn(tx, kind, span));
  const writes = await tx.query<Write>(
    `select h.record_id as id, h.at, h.created, h.operation_id as "operationId", h.changes from company.history h
     where h.tenant_id = $1 and h.record_kind = $2 and h.record_id = any($3::bigint[]) order by h.record_id, h.version desc`,
    [tx.tenantId, kind, records.map(({ id }) => id)],
  );
  const writesOf = grouped(writes, ({ id }) => id);
  const placeOf = (state: Readonly<Record<string, unknown>>): MovePlace => {
    const { start, end, active, technicianId } = state as Stored;
    return { start, end, status: '', active, technicians: [nameOf(technicianId)], holdingLane: null };
  };
  return records.flatMap((record) =>
    statesOf(record, writesOf.get(record.id) ?? []).map(
      ({ write, before, after }): BareMove => ({
        operationId: write.operationId,
        at: write.at,
        reason: null,
        subject: { kind, id: record.id, label: record.label ?? '' },
        fields: Object.keys(write.changes),
        before: before && placeOf(before),
        after: placeOf(after),
      }),
    ),
  );
}
