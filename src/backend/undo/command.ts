/**
 * Undo: writes the old values of the fields a step changed, if nobody changed the same fields since
 * (`domain/undo.ts`), under the same locks and schedule guards as any command. What a step created is taken back
 * the way the trade does: a booked job is canceled, an added visit is deleted, other records become inactive.
 */
import type { BodyOf, ResultOf } from '#contract/endpoints.ts';
import { ProblemError } from '#contract/problem.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { deriveStatuses } from '#domain/job/derive.ts';
import type { Assignment, JobCard } from '#domain/job/job-card.ts';
import type { Instant } from '#domain/time.ts';
import { decideUndo, type OperationRecord, type Restoration } from '#domain/undo.ts';
import { customersChanged, refreshSearch } from '../customers/commands.ts';
import { lockedCards } from '../jobs/run.ts';
import { saveCards } from '../jobs/save-cards.ts';
import { type StoredCard, techniciansOf } from '../jobs/store.ts';
import { cancelMessages } from '../messages/queue.ts';
import { restoreSpans } from '../time-spans/restore.ts';
import type { CommandContext } from '../write/context.ts';
import { loadRecords } from '../write/load.ts';
import type { RecordKind, StoredRecord } from '../write/records.ts';
import type { RecordChange } from '../write/save.ts';
import { undoableOperations } from './queries.ts';
import { takeBack } from './take-back.ts';

export type StepChange = OperationRecord & { readonly label: string; readonly created: boolean };
type Step = { id: Id; verb: string; at: Instant; changes: StepChange[] };

export async function undo(
  tx: Transaction,
  context: CommandContext,
  body: BodyOf<'operations.undo'>,
): Promise<ResultOf<'operations.undo'>> {
  const step = await stepToUndo(tx, context, body.operationId);
  const jobIds = await jobIdsOf(tx, step);
  const cards = await lockedCards(tx, context.actor, jobIds);
  const others = await lockOthers(tx, step);
  const currentOf = (kind: string, id: Id) => recordOf(cards, others, kind, id);
  const restorable = step.changes.filter((change) => !change.created);
  const decision = decideUndo({ at: step.at, records: settable(restorable) }, currentOf, context.now);
  // What the step created has no old values: with nothing else to restore, taking it back is the undo.
  const onlyCreated = restorable.length === 0;
  if (!decision.ok && !(onlyCreated && decision.refusal.code === 'undo.nothing')) {
    throw new ProblemError(decision.refusal.code, decision.refusal.params);
  }
  const restorations = decision.ok ? decision.value : [];
  const pairs = cards.map((before) => ({
    before,
    after: takeBack(context, restoredCard(before, restorations), step.changes),
  }));
  const extra = [...otherChanges(others, restorations), ...inactive(others, step)];
  const customerIds = customersOf(extra);
  // Their search text follows below: locked now, because nothing is locked after emitting.
  await loadRecords(tx, 'customer', customerIds, true);
  const saved = await saveCards(
    tx,
    context,
    { verb: 'operation.undone', undoable: false, undoOf: step.id },
    pairs,
    { mode: 'refuse' },
    extra,
  );
  await restoreSpans(tx, context, saved);
  await tx.query('update office.operations set undone_by = $3 where tenant_id = $1 and id = $2', [
    tx.tenantId,
    step.id,
    saved.operationId,
  ]);
  await cancelMessages(tx, context, step.id);
  await refreshSearch(tx, customerIds);
  await customersChanged(tx, context, saved.operationId, customerIds, 'customer.updated');
  return {
    operationId: saved.operationId,
    undoneOperationId: step.id,
    verb: step.verb,
    notes: [...saved.notes],
  };
}

async function stepToUndo(
  tx: Transaction,
  context: CommandContext,
  operationId: Id | undefined,
): Promise<Step> {
  const userId = context.actor.userId;
  const wanted = operationId ?? (await undoableOperations(tx, userId, context.now))[0]?.id;
  if (wanted === undefined) throw new ProblemError('undo.nothing');
  const [step] = await tx.query<Step & { undoable: boolean; undoneBy: Id | null }>(
    `select id, verb, at, changes, undoable, undone_by as "undoneBy" from office.operations
     where tenant_id = $1 and id = $2 and user_id = $3 for update`,
    [tx.tenantId, wanted, userId],
  );
  if (!step) throw new ProblemError('record.not_found', { kind: 'operation' });
  if (!step.undoable || step.undoneBy !== null)
    throw new ProblemError('undo.not_possible', { verb: step.verb });
  return step;
}

/** Derived fields follow from the others, and an invoice's header follows its job: neither is restored by itself. */
const DERIVED = ['status', 'unused'];
const settable = (changes: readonly StepChange[]): OperationRecord[] =>
  changes.map((change) => ({
    ...change,
    fields: Object.fromEntries(
      Object.entries(change.fields).filter(([field]) => !isCardKind(change.kind) || !DERIVED.includes(field)),
    ),
  }));

const isCardKind = (kind: string) => kind === 'job' || kind === 'appointment';

async function jobIdsOf(tx: Transaction, step: Step): Promise<Id[]> {
  const jobs = step.changes.filter((change) => change.kind === 'job').map((change) => change.id);
  const appointmentIds = step.changes
    .filter((change) => change.kind === 'appointment')
    .map((change) => change.id);
  const rows = await tx.query<{ id: Id }>(
    'select distinct job_id as id from company.appointments where tenant_id = $1 and id = any($2::bigint[])',
    [tx.tenantId, appointmentIds],
  );
  return [...new Set([...jobs, ...rows.map((row) => row.id)])].sort((a, b) => a - b);
}

type Others = ReadonlyMap<string, { kind: RecordKind; record: StoredRecord; label: string }>;

async function lockOthers(tx: Transaction, step: Step): Promise<Others> {
  const found = new Map<string, { kind: RecordKind; record: StoredRecord; label: string }>();
  const rest = step.changes.filter((change) => !isCardKind(change.kind));
  for (const kind of [...new Set(rest.map((change) => change.kind as RecordKind))].sort()) {
    const labels = new Map(rest.filter((one) => one.kind === kind).map((one) => [one.id, one.label]));
    for (const record of await loadRecords(tx, kind, [...labels.keys()], true)) {
      found.set(`${kind} ${record.id}`, { kind, record, label: labels.get(record.id)! });
    }
  }
  return found;
}

function recordOf(cards: readonly StoredCard[], others: Others, kind: string, id: Id) {
  if (kind === 'job') return cards.find((card) => card.job.id === id)?.job;
  if (kind !== 'appointment') return others.get(`${kind} ${id}`)?.record;
  const card = cards.find((one) => one.appointments.some((appointment) => appointment.id === id));
  const appointment = card?.appointments.find((one) => one.id === id);
  return appointment && { ...appointment, technicians: techniciansOf(card!, id) };
}

/** The card with the old values of its job, appointments and technicians; statuses follow. */
function restoredCard(card: StoredCard, restorations: readonly Restoration[]): JobCard {
  const fieldsOf = (kind: string, id: Id) =>
    restorations.find((one) => one.kind === kind && one.id === id)?.fields ?? {};
  const technicians = new Map(
    card.appointments.flatMap(({ id }) => {
      const restored = fieldsOf('appointment', id).technicians as Assignment[] | undefined;
      return restored ? [[id, restored] as const] : [];
    }),
  );
  const kept = card.assignments.map((one): Assignment => {
    const restored = technicians.get(one.appointmentId);
    if (!restored) return one;
    const was = restored.find((old) => old.id === one.id);
    return was ?? (one.active ? { ...one, active: false, endedBy: 'unassign' } : one);
  });
  return deriveStatuses({
    job: { ...card.job, ...fieldsOf('job', card.job.id) },
    appointments: card.appointments.map((one) => {
      const { technicians: _, ...fields } = fieldsOf('appointment', one.id);
      return { ...one, ...fields };
    }),
    assignments: kept,
    invoiceStatus: card.invoiceStatus,
  });
}

const otherChanges = (others: Others, restorations: readonly Restoration[]): RecordChange[] =>
  restorations.flatMap(({ kind, id, fields }) => {
    const other = others.get(`${kind} ${id}`);
    return other
      ? [
          {
            kind: other.kind,
            before: other.record,
            after: { ...other.record, ...fields },
            label: other.label,
          },
        ]
      : [];
  });

/** A job's invoice stays with its canceled job; everything else that was made becomes inactive. */
const inactive = (others: Others, step: Step): RecordChange[] =>
  step.changes.flatMap((change) => {
    const other = others.get(`${change.kind} ${change.id}`);
    if (!other || !change.created || other.kind === 'invoice') return [];
    return [
      {
        kind: other.kind,
        before: other.record,
        after: { ...other.record, active: false },
        label: other.label,
      },
    ];
  });

const customersOf = (changes: readonly RecordChange[]): Id[] => [
  ...new Set(
    changes.flatMap(({ kind, after }) =>
      kind === 'customer'
        ? [after.id]
        : kind === 'location' || kind === 'contact'
          ? [after.customerId as Id]
          : [],
    ),
  ),
];
