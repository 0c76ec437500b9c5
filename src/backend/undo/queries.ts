/** A person's last steps that can still be undone, and those they undid that can be done again: 50, 24 hours (§10). */
import type { Operation } from '#contract/history.ts';
import type { Actor } from '#contract/upstream.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { addMinutes, type Instant } from '#domain/time.ts';
import { UNDO_HOURS, UNDO_STEPS } from '#domain/undo.ts';
import { type About, aboutSteps, type Step } from './step-about.ts';
import { COMPANY_WIDE, stepIsVisible } from './visible.ts';

type Person = Pick<Actor, 'userId' | 'businessUnitIds'>;
type Row = Omit<Operation, keyof About> & Step;

/** Newest first: a step that was done again counts from then. Only the person's own, neither undone nor undos. */
export async function undoableOperations(
  tx: Transaction,
  person: Person,
  now: Instant,
): Promise<Operation[]> {
  return told(
    tx,
    await tx.query<Row>(
      `select ${TOLD} from office.operations o
       where ${UNDOABLE} and ${KEPT} and ${stepIsVisible('$4')}
       order by coalesce(redone_by, id) desc limit ${UNDO_STEPS}`,
      valuesFor(tx, person, now),
    ),
  );
}

/** The one undone last first; none as soon as the person has made a step of their own since. */
export async function redoableOperations(
  tx: Transaction,
  person: Person,
  now: Instant,
): Promise<Operation[]> {
  return told(
    tx,
    await tx.query<Row>(
      `with own as (select * from office.operations where tenant_id = $1 and user_id = $2 and ${KEPT})
       select ${TOLD} from own u join office.operations o on o.tenant_id = u.tenant_id and o.id = u.undo_of
       where u.undoable and u.undone_by is null and o.undone_by = u.id and ${stepIsVisible('$4')}
         and not exists (select from own n where n.undoable and n.undo_of is null and n.id > u.id)
       order by u.id desc limit ${UNDO_STEPS}`,
      valuesFor(tx, person, now),
    ),
  );
}

async function told(tx: Transaction, steps: readonly Row[]): Promise<Operation[]> {
  const about = await aboutSteps(tx, steps);
  return steps.map(({ changes: _, ...step }) => ({ ...step, ...about.get(step.id)! }));
}

/** A step in bulk is told by its labels; one job has not as many visits. */
const TOLD_RECORDS = 20;
const TOLD = `o.id, o.verb, o.at, o.undoable,
  (select coalesce(array_agg(distinct c->>'label'), '{}') from jsonb_array_elements(o.changes) c
   where c->>'kind' = 'customer' or o.verb <> all($5::text[])) as labels,
  case when jsonb_array_length(o.changes) <= ${TOLD_RECORDS} and o.verb <> all($5::text[]) then o.changes else '[]' end as changes`;

const UNDOABLE = 'tenant_id = $1 and user_id = $2 and undoable and undone_by is null and undo_of is null';
/** Written like the index of it (0022): older steps are many, and forgotten. */
const KEPT = `at > $3 and changes <> '[]'::jsonb`;

const valuesFor = (tx: Transaction, { userId, businessUnitIds }: Person, now: Instant) => [
  tx.tenantId,
  userId,
  addMinutes(now, -UNDO_HOURS * 60),
  businessUnitIds,
  COMPANY_WIDE,
];

/** How many of the person's later steps can be undone, as far as it matters (`UNDO_STEPS`). */
export async function newerSteps(tx: Transaction, userId: Id, operationId: Id): Promise<number> {
  const rows = await tx.query(
    `select 1 from office.operations where ${UNDOABLE} and coalesce(redone_by, id) > $3 limit ${UNDO_STEPS}`,
    [tx.tenantId, userId, operationId],
  );
  return rows.length;
}

/** Whether the person has made a step of their own since, be it undone by now. */
export async function isFollowed(tx: Transaction, userId: Id, operationId: Id): Promise<boolean> {
  const rows = await tx.query(
    `select 1 from office.operations
     where tenant_id = $1 and user_id = $2 and undoable and undo_of is null and id > $3 limit 1`,
    [tx.tenantId, userId, operationId],
  );
  return rows.length > 0;
}
