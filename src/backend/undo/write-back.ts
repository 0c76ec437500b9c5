/**
 * Writing back what a step changed, for undo and redo: under the same locks and schedule guards as any command, and
 * only where the job's rules let the values come back (`domain/job/restoration.ts`). What the step made is taken back the
 * way the trade does: a booked job is canceled, an added visit is deleted, other records become inactive.
 */
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import type { Assignment, JobCard } from '#domain/job/job-card.ts';
import { decideRestoration } from '#domain/job/restoration.ts';
import { decideTakeBack } from '#domain/job/take-back.ts';
import type { Instant } from '#domain/time.ts';
import type { OperationRecord, Restoration } from '#domain/undo.ts';
import { itemRecord, type StoredItem } from '../catalogue/records.ts';
import { checkMarksBack } from '../catalogue/restore.ts';
import { customersChanged, refreshSearch } from '../customers/commands.ts';
import { changedRecord } from '../customers/records.ts';
import { filesChanged } from '../files/commands.ts';
import { lockedCards, techniciansWorkingElsewhere } from '../jobs/run.ts';
import { type CardsSaved, saveCards } from '../jobs/save-cards.ts';
import { type StoredCard, techniciansOf } from '../jobs/store.ts';
import { notesChanged } from '../notes/commands.ts';
import { checkProjectUndo, restoreProjects } from '../projects/restore.ts';
import { checkSetupFits, lockSetupOf, setupUndone } from '../setup/restore.ts';
import { skusChanged } from '../skus/changed.ts';
import { type StoredSku, skuRecord } from '../skus/commands.ts';
import { checkSkusBack } from '../skus/restore.ts';
import { restoreSpans } from '../time-spans/restore.ts';
import { vendorsChanged } from '../vendors/changed.ts';
import { type StoredVendor, vendorRecord } from '../vendors/commands.ts';
import { checkRemittances } from '../vendors/restore.ts';
import type { CommandContext } from '../write/context.ts';
import type { FieldChanges } from '../write/differences.ts';
import { loadRecords } from '../write/load.ts';
import { must } from '../write/must.ts';
import { isInvoiceKind, type RecordKind, type StoredRecord } from '../write/records.ts';
import type { Operation, RecordChange } from '../write/save.ts';
import { isCardKind, isDerived } from './derived.ts';
import { checkKeysBack } from './keys-back.ts';
import { checkMade } from './made.ts';
import { checkMovedPlaces } from './moved-places.ts';
import { checkOneCurrency } from './one-currency.ts';
import { checkPutAway } from './put-away.ts';

export type StepChange = OperationRecord & { readonly label: string; readonly created: boolean };
/** A step as it was kept. `verb` of a redo: the one of the step that is done again. */
export type KeptStep = {
  readonly id: Id;
  readonly verb: string;
  readonly at: Instant;
  readonly changes: readonly StepChange[];
};
type CurrentOf = (kind: string, id: Id) => Readonly<Record<string, unknown>> | undefined;

/**
 * @param restorationsFor what to write back of the step's records that it did not make, decided with everything locked
 * @param operation the step this is: `undoOf` the one that is taken back
 */
export async function writeBack(
  tx: Transaction,
  context: CommandContext,
  step: KeptStep,
  restorationsFor: (
    records: readonly OperationRecord[],
    currentOf: CurrentOf,
  ) => Promise<readonly Restoration[]>,
  operation: Operation,
): Promise<CardsSaved> {
  await lockSetupOf(tx, step);
  const cards = await lockedCards(tx, context.actor, await jobIdsOf(tx, step));
  const others = await lockOthers(tx, step);
  const currentOf: CurrentOf = (kind, id) => recordOf(cards, others, kind, id);
  const restorations = await restorationsFor(
    settable(step.changes.filter((change) => !change.created)),
    currentOf,
  );
  const own = step.changes.map(({ id }) => id);
  await checkProjectUndo(tx, step, restorations);
  await checkMade(tx, context, step, currentOf);
  await checkPutAway(tx, context, own, restorations);
  await checkKeysBack(tx, restorations);
  await checkRemittances(tx, restorations);
  await checkSkusBack(
    tx,
    restorations,
    step.changes.filter(({ created }) => created),
  );
  await checkOneCurrency(tx, restorations, currentOf);
  await checkMovedPlaces(tx, own, restorations);
  const extra = [...otherChanges(others, restorations), ...inactive(others, step)];
  await checkSetupFits(tx, extra);
  await checkMarksBack(tx, extra);
  for (const one of partings(others, step)) {
    const at = extra.findIndex(({ kind, after }) => kind === one.kind && after.id === one.after.id);
    if (at < 0) extra.push(one);
    else extra[at] = { ...extra[at]!, related: one.related };
  }
  const customerIds = customersOf(extra);
  // Their search text follows below: locked now, because nothing is locked after emitting.
  await loadRecords(tx, 'customer', customerIds, { lock: true });
  const elsewhere = await techniciansWorkingElsewhere(tx, cards, backAtWork(restorations));
  const made = step.changes.filter(({ created }) => created);
  const decision = { now: context.now, actorId: context.actor.userId, workingElsewhere: new Set<Id>() };
  const pairs = cards.map((before) => ({
    before,
    after: must(decideTakeBack(restored(before, restorations, elsewhere), made, decision)),
  }));
  const saved = await saveCards(tx, context, operation, pairs, { mode: 'restore', stepId: step.id }, extra);
  await restoreSpans(tx, context, saved);
  await restoreProjects(tx, context, saved);
  await setupUndone(tx, context, saved);
  await vendorsChanged(tx, context, saved, 'vendor.updated');
  await skusChanged(tx, context, saved, 'sku.updated');
  await notesChanged(tx, context, saved, 'note.changed');
  await filesChanged(tx, context, saved, 'file.changed');
  await refreshSearch(tx, customerIds);
  await customersChanged(tx, context, saved.operationId, customerIds, 'customer.updated');
  return saved;
}

/** Derived fields follow from the others. */
const settable = (changes: readonly StepChange[]): OperationRecord[] =>
  changes.map((change) => ({
    ...change,
    fields: Object.fromEntries(
      Object.entries(change.fields).filter(([field]) => !isDerived(change.kind, field)),
    ),
  }));

/**
 * A merge changed whose the jobs are and nothing else of them: they are put back as records, whatever has become of
 * their visits and invoices since. (The payer's name on a posted invoice never changed.)
 */
const asRecords = ({ verb }: Pick<KeptStep, 'verb'>): boolean => verb === 'customer.merged';

async function jobIdsOf(tx: Transaction, step: KeptStep): Promise<Id[]> {
  if (asRecords(step)) return [];
  const jobs = idsOf(step, (kind) => kind === 'job');
  const appointmentIds = idsOf(step, (kind) => kind === 'appointment');
  const rows = await tx.query<{ id: Id }>(
    `select job_id as id from company.appointments where tenant_id = $1 and id = any($2::bigint[])
     union select job_id from company.invoices where tenant_id = $1 and id = any($3::bigint[]) and job_id is not null`,
    [tx.tenantId, appointmentIds, idsOf(step, isInvoiceKind)],
  );
  return [...new Set([...jobs, ...rows.map((row) => row.id)])].sort((a, b) => a - b);
}

const idsOf = (step: KeptStep, isMeant: (kind: string) => boolean): Id[] =>
  step.changes.filter(({ kind }) => isMeant(kind)).map(({ id }) => id);

type Others = ReadonlyMap<string, { kind: RecordKind; record: StoredRecord; label: string }>;

async function lockOthers(tx: Transaction, step: KeptStep): Promise<Others> {
  const found = new Map<string, { kind: RecordKind; record: StoredRecord; label: string }>();
  const rest = step.changes.filter((change) => asRecords(step) || !isCardKind(change.kind));
  for (const kind of [...new Set(rest.map((change) => change.kind as RecordKind))].sort(jobsFirst)) {
    const labels = new Map(rest.filter((one) => one.kind === kind).map((one) => [one.id, one.label]));
    for (const record of await loadRecords(tx, kind, [...labels.keys()], { lock: true })) {
      found.set(`${kind} ${record.id}`, { kind, record, label: labels.get(record.id)! });
    }
  }
  return found;
}

/** Jobs are locked before all else (README). */
const jobsFirst = (a: string, b: string): number =>
  Number(b === 'job') - Number(a === 'job') || (a < b ? -1 : 1);

function recordOf(cards: readonly StoredCard[], others: Others, kind: string, id: Id) {
  const other = others.get(`${kind} ${id}`)?.record;
  if (other) return other;
  if (kind === 'job') return cards.find((card) => card.job.id === id)?.job;
  if (kind !== 'appointment') return undefined;
  const card = cards.find((one) => one.appointments.some((appointment) => appointment.id === id));
  const appointment = card?.appointments.find((one) => one.id === id);
  return appointment && { ...appointment, technicians: techniciansOf(card!, id) };
}

const techniciansIn = ({ fields }: Restoration) => (fields.technicians ?? []) as readonly Assignment[];

/** Technicians the undo would put to work again. */
const backAtWork = (restorations: readonly Restoration[]): Id[] =>
  restorations
    .flatMap(techniciansIn)
    .flatMap((one) => (one.status === 'Working' && !one.paused ? [one.technicianId] : []));

/** The card with its old values, if the rules of the job let them come back (`domain/job/restoration.ts`). */
function restored(
  card: StoredCard,
  restorations: readonly Restoration[],
  workingElsewhere: ReadonlySet<Id>,
): JobCard {
  const own = restorations.filter(
    ({ kind, id }) =>
      (kind === 'job' && id === card.job.id) ||
      (isInvoiceKind(kind) && id === card.invoiceId) ||
      (kind === 'appointment' && card.appointments.some((one) => one.id === id)),
  );
  return must(decideRestoration(card, own, workingElsewhere));
}

const otherChanges = (others: Others, restorations: readonly Restoration[]): RecordChange[] =>
  restorations.flatMap(({ kind, id, fields }) => {
    const other = others.get(`${kind} ${id}`);
    if (!other) return [];
    const { record, label } = other;
    // A place is found by the key of its address, which follows from the fields.
    if (other.kind === 'location') return [{ ...changedRecord('location', record, fields), label }];
    // What a vendor is found by follows as well.
    if (other.kind === 'vendor') {
      return [{ ...vendorRecord(record as StoredVendor, { ...record, ...fields } as StoredVendor), label }];
    }
    if (other.kind === 'catalogueItem') {
      return [itemRecord(record as StoredItem, { ...record, ...fields } as StoredItem, label)];
    }
    if (other.kind === 'sku') {
      return [{ ...skuRecord(record as StoredSku, { ...record, ...fields } as StoredSku), label }];
    }
    return [{ kind: other.kind, before: record, after: { ...record, ...fields }, label }];
  });

/** The kept customer's history says that they are two again, also when nothing else of it comes back. */
const partings = (others: Others, step: KeptStep) =>
  step.changes.flatMap(({ kind, id, fields }) => {
    const { mergedWith } = fields;
    const other = others.get(`${kind} ${id}`);
    if (!other || !mergedWith) return [];
    const { record, label } = other;
    const related: FieldChanges = { mergedWith: [mergedWith[1], mergedWith[0]] };
    return [{ kind: other.kind, before: record, after: record, label, related }];
  });

/** A job's invoice stays with its canceled job; everything else that was made becomes inactive. */
const inactive = (others: Others, step: KeptStep): RecordChange[] =>
  step.changes.flatMap((change) => {
    const other = others.get(`${change.kind} ${change.id}`);
    if (!other || !change.created || isInvoiceKind(other.kind)) return [];
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
    changes.flatMap(({ kind, before, after }) =>
      kind === 'customer'
        ? [after.id]
        : kind === 'location' || kind === 'contact'
          ? [after.customerId as Id, (before?.customerId ?? after.customerId) as Id]
          : [],
    ),
  ),
];
