/** A person's last steps that can still be undone: 50 of them, 24 hours (domain-rules §10). */
import type { Operation } from '#contract/history.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { addMinutes, type Instant } from '#domain/time.ts';
import { UNDO_HOURS } from '#domain/undo.ts';

export const UNDO_STEPS = 50;

/** Newest first. Only the person's own, neither undone nor undos. */
export async function undoableOperations(tx: Transaction, userId: Id, now: Instant): Promise<Operation[]> {
  return tx.query<Operation>(
    `select id, verb, at, undoable,
       (select coalesce(array_agg(distinct c->>'label'), '{}') from jsonb_array_elements(changes) c) as labels
     from office.operations
     where tenant_id = $1 and user_id = $2 and undoable and undone_by is null and undo_of is null and at > $3
     order by id desc limit ${UNDO_STEPS}`,
    [tx.tenantId, userId, addMinutes(now, -UNDO_HOURS * 60)],
  );
}
