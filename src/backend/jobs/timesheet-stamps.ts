/**
 * Every stamp of an assignment, kept beside it: the assignment itself carries only the latest of each kind. What a
 * command stamps is added, what an undo or a recall of a dispatch takes back is taken out.
 */
import type { Transaction } from '#db/database.ts';
import { json } from '#db/parameters.ts';
import type { Id } from '#domain/ids.ts';
import type { Assignment } from '#domain/job/job-card.ts';
import type { StampKind } from '#domain/job/timesheet.ts';
import type { Instant } from '#domain/time.ts';

const FIELDS = {
  dispatchedOn: 'Dispatched',
  arrivedOn: 'Arrived',
  workStartedOn: 'WorkStarted',
  pausedOn: 'Paused',
  resumedOn: 'Resumed',
  doneOn: 'Done',
} as const satisfies Partial<Record<keyof Assignment, StampKind>>;

type Row = { readonly assignment_id: Id; readonly kind: StampKind; readonly at: Instant | null };

/** Call when the assignments are written (the stamps refer to them). */
export async function saveStamps(
  tx: Transaction,
  changed: readonly { readonly before: Assignment | undefined; readonly after: Assignment }[],
): Promise<void> {
  const given: Row[] = [];
  const takenBack: Row[] = [];
  for (const { before, after } of changed) {
    for (const [field, kind] of Object.entries(FIELDS) as [keyof typeof FIELDS, StampKind][]) {
      const [was, is] = [before?.[field] ?? null, after[field]];
      if (was === is) continue;
      if (is !== null) given.push({ assignment_id: after.id, kind, at: is });
      if (was !== null && (is === null || is < was))
        takenBack.push({ assignment_id: after.id, kind, at: is });
    }
  }
  if (takenBack.length > 0) {
    await tx.query(
      `delete from company.timesheet_stamps s using jsonb_to_recordset($2::jsonb) as r(assignment_id bigint, kind text, at timestamptz)
       where s.tenant_id = $1 and s.assignment_id = r.assignment_id and s.kind = r.kind and (r.at is null or s.at > r.at)`,
      [tx.tenantId, json(takenBack)],
    );
  }
  if (given.length > 0) {
    await tx.query(
      `insert into company.timesheet_stamps (tenant_id, assignment_id, kind, at)
       select $1, r.assignment_id, r.kind, r.at
       from jsonb_to_recordset($2::jsonb) as r(assignment_id bigint, kind text, at timestamptz) on conflict do nothing`,
      [tx.tenantId, json(given)],
    );
  }
}
