/** What happened to a record, and the record as it stood at any past minute (domain-rules §10). */
import type { HistoryEntry } from '#contract/history.ts';
import type { HistoryKind } from '#contract/history-kinds.ts';
import { ProblemError } from '#contract/problem.ts';
import type { Actor } from '#contract/upstream.ts';
import type { Transaction } from '#db/database.ts';
import { recordAt } from '#domain/history.ts';
import type { Id } from '#domain/ids.ts';
import type { OwnerKind } from '#domain/notes.ts';
import type { Instant } from '#domain/time.ts';
import { loadCards, techniciansOf } from '../jobs/store.ts';
import { ownerOf } from '../notes/owners.ts';
import { requireProject } from '../projects/visible.ts';
import { loadRecords } from '../write/load.ts';
import { asMissing } from '../write/must.ts';
import { RECORDS, type StoredRecord } from '../write/records.ts';
import { requireUnit } from '../write/require-unit.ts';

type Stored = Omit<HistoryEntry, 'changes'> & { changes: Record<string, [unknown, unknown]> };

async function entriesOf(tx: Transaction, kind: HistoryKind, id: Id): Promise<Stored[]> {
  return tx.query<Stored>(
    `select h.version, h.at, h.actor_id as "actorId", coalesce(u.name, 'Truckroll') as "actorName", h.verb, h.created,
       h.operation_id as "operationId", h.changes || coalesce(h.personal, '{}'::jsonb) as changes
     from company.history h left join office.users u on u.tenant_id = h.tenant_id and u.id = h.actor_id
     where h.tenant_id = $1 and h.record_kind = $2 and h.record_id = $3 order by h.version desc`,
    [tx.tenantId, kind, id],
  );
}

/** The record as it is, or 404: unknown, another tenant's, or of a business unit the actor is confined from. */
async function present(tx: Transaction, actor: Actor, kind: HistoryKind, id: Id): Promise<StoredRecord> {
  const [record] = await loadRecords(tx, kind, [id]);
  if (!record) throw new ProblemError('record.not_found', { kind });
  if (kind === 'note' || kind === 'file')
    await ownerOf(tx, actor, record.ownerKind as OwnerKind, record.ownerId as Id).catch(asMissing(kind));
  // Who may not see costs is told nothing of one, not even that it is there (domain-rules §9).
  if (COSTS.includes(kind) && !actor.rights.includes('seeCosts')) {
    throw new ProblemError('record.not_found', { kind });
  }
  if (VENDORS.includes(kind) && !actor.rights.includes('seeVendors')) {
    throw new ProblemError('record.not_found', { kind });
  }
  if (kind === 'project') await requireProject(tx, actor, id);
  // Of several units: seen where all of them are.
  if (kind === 'apPayment') requireUnit(actor, record.businessUnitIds as Id[], kind);
  const jobId = kind === 'appointment' || kind === 'invoice' ? (record.jobId as Id | null) : null;
  const [job] = jobId ? await loadRecords(tx, 'job', [jobId]) : [];
  const unit = (job?.businessUnitId ?? record.businessUnitId) as Id | undefined;
  if (unit !== undefined) requireUnit(actor, [unit], kind);
  if (kind !== 'appointment') return record;
  const [card] = await loadCards(tx, [jobId!]);
  return { ...record, technicians: techniciansOf(card!, id) };
}

const COSTS: readonly HistoryKind[] = [
  'technicianCost',
  'approvalLimit',
  'markupRule',
  'sku',
  'stockLevel',
  'purchaseOrder',
  'vendorReturn',
  'bill',
  'apPayment',
  'catalogueItem',
];
const VENDORS: readonly HistoryKind[] = ['vendor', 'vendorContact', 'catalogueItem'];

export async function historyOf(tx: Transaction, actor: Actor, kind: HistoryKind, id: Id) {
  await present(tx, actor, kind, id);
  const entries = await entriesOf(tx, kind, id);
  return {
    kind,
    id,
    entries: entries.map((entry) => ({
      ...entry,
      changes: Object.entries(entry.changes).map(([field, [before, after]]) => ({ field, before, after })),
    })),
  };
}

/** `record` is null when it did not exist yet at that instant. */
export async function recordAsOf(tx: Transaction, actor: Actor, kind: HistoryKind, id: Id, at: Instant) {
  const now = await present(tx, actor, kind, id);
  const { internal } = RECORDS[kind] as { internal: readonly string[] };
  const shown = Object.fromEntries(
    Object.entries(now).filter(([field]) => !internal.includes(field) && !BOOKKEEPING.includes(field)),
  );
  const record = recordAt(shown, await entriesOf(tx, kind, id), at);
  return { kind, id, at, record };
}

const BOOKKEEPING = ['version', 'createdOn', 'modifiedOn'];
