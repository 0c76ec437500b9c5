/** Everything the database holds of one company after a history, read in one go for the checker. */
import { loadCards, type StoredCard } from '#backend/jobs/store.ts';
import type { Database, Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import type { Occupancy } from '#domain/schedule/occupancy.ts';
import type { Instant } from '#domain/time.ts';

export type HistoryRow = {
  readonly kind: string;
  readonly id: Id;
  readonly version: number;
  readonly at: Instant;
  readonly created: boolean;
  readonly operationId: Id;
  readonly changes: Readonly<Record<string, readonly [before: unknown, after: unknown]>>;
};
export type TimeOffRow = {
  id: Id;
  version: number;
  technicianId: Id;
  start: Instant;
  end: Instant;
  active: boolean;
};

export type Facts = {
  cards: StoredCard[];
  timeOff: TimeOffRow[];
  occupancy: Occupancy[];
  /** By record and version. */
  history: HistoryRow[];
  operations: { id: Id; userId: Id; undoneBy: Id | null; undoOf: Id | null }[];
  audit: { operationId: Id | null; result: string }[];
};

export async function readFacts(database: Database, tenantId: Id): Promise<Facts> {
  return database.transaction({ tenantId, readOnly: true }, async (tx) => {
    const all = <T>(columns: string, from: string, order: string) =>
      tx.query<T>(`select ${columns} from ${from} where tenant_id = $1 order by ${order}`, [tenantId]);
    const jobs = await all<{ id: Id }>('id', 'company.jobs', 'id');
    return {
      cards: await loadCards(
        tx as Transaction,
        jobs.map(({ id }) => id),
      ),
      timeOff: await all(
        'id, version, technician_id as "technicianId", start, "end", active',
        'company.time_off',
        'id',
      ),
      occupancy: await all(
        'kind, source_id as "sourceId", technician_id as "technicianId", start, "end", overridden',
        'company.occupancy',
        'technician_id, start',
      ),
      history: await all(
        `record_kind as kind, record_id as id, version, at, created, operation_id as "operationId",
           changes || coalesce(personal, '{}'::jsonb) as changes`,
        'company.history',
        'record_kind, record_id, version, id',
      ),
      operations: await all(
        'id, user_id as "userId", undone_by as "undoneBy", undo_of as "undoOf"',
        'office.operations',
        'id',
      ),
      audit: await all('operation_id as "operationId", result', 'office.audit', 'id'),
    };
  });
}
