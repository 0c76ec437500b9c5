/** Batches of what was posted, as they are read. */
import type { QueryOf } from '#contract/endpoints.ts';
import type { BatchSummary, BatchView, PostingFile } from '#contract/posting.ts';
import { ProblemError } from '#contract/problem.ts';
import type { Actor } from '#contract/upstream.ts';
import type { Transaction } from '#db/database.ts';
import { filterOf } from '#db/filter.ts';
import type { Id } from '#domain/ids.ts';
import { accountSums, type FiledLine, type FileFormat, postingFile } from '#domain/posting/files.ts';
import type { Instant } from '#domain/time.ts';
import { type IdPage, idPage } from '../id-page.ts';
import { namedStamps } from '../write/named-stamps.ts';
import { type StoredEntry, storedEntries } from './entries.ts';

type Stamp = { readonly by: Id; readonly at: Instant };
type Row = Omit<BatchSummary, 'posted' | 'exported'> & {
  readonly posted: Stamp;
  readonly exported: Stamp | null;
};
const BATCH = `b.id, b.version, b.number, b.name, b.status, b.posted, b.exported,
  (select count(*)::int from company.posting_entries e where e.tenant_id = b.tenant_id and e.batch_id = b.id) as entries,
  coalesce((select jsonb_agg(jsonb_build_object('currency', s.currency, 'debitCents', s.cents) order by s.currency)
    from (select e.currency, sum(e.debit_cents)::bigint as cents from company.posting_entries e
      where e.tenant_id = b.tenant_id and e.batch_id = b.id group by e.currency) s), '[]') as sums`;

/** A batch is one file: who may not see a part of it does not see it (domain-rules §9). */
const seenBy = (units: string) => `b.business_unit_ids <@ ${units}::bigint[]`;

export async function batchPage(
  tx: Transaction,
  actor: Actor,
  query: QueryOf<'postings.list'>,
): Promise<IdPage<BatchSummary>> {
  const filter = filterOf(tx.tenantId, 'b.tenant_id = $1');
  filter.add(actor.businessUnitIds, seenBy);
  filter.add(query.statuses, (n) => `b.status = any(${n}::text[])`);
  const where = filter.where.join(' and ');
  const read = async (most: number): Promise<BatchSummary[]> => {
    const { length } = filter.params;
    const rows = await tx.query<Row>(
      `select ${BATCH} from company.posting_batches b
       where ${where} and ($${length + 1}::bigint is null or b.id < $${length + 1})
       order by b.id desc limit $${length + 2}`,
      [...filter.params, query.after ?? null, most],
    );
    return named(tx, rows);
  };
  const count = async () => {
    const [row] = await tx.query<{ total: number }>(
      `select count(*)::int as total from company.posting_batches b where ${where}`,
      filter.params,
    );
    return row!.total;
  };
  return idPage(query, read, count);
}

async function named(tx: Transaction, rows: readonly Row[]): Promise<BatchSummary[]> {
  const withName = await namedStamps(
    tx,
    rows.flatMap(({ posted, exported }) => [posted, exported]),
  );
  return rows.map((row) => ({
    ...row,
    posted: withName(row.posted),
    exported: row.exported && withName(row.exported),
  }));
}

/** @throws ProblemError record.not_found (404): unknown, another tenant's, or with something of a unit they do not see */
export async function requireBatch(tx: Transaction, actor: Actor, id: Id): Promise<BatchSummary> {
  const filter = filterOf(tx.tenantId, 'b.tenant_id = $1');
  filter.add(id, (n) => `b.id = ${n}::bigint`);
  filter.add(actor.businessUnitIds, seenBy);
  const rows = await tx.query<Row>(
    `select ${BATCH} from company.posting_batches b where ${filter.where.join(' and ')}`,
    filter.params,
  );
  const [batch] = await named(tx, rows);
  if (!batch) throw new ProblemError('record.not_found', { kind: 'postingBatch' });
  return batch;
}

export async function batchOf(tx: Transaction, actor: Actor, id: Id): Promise<BatchView> {
  const batch = await requireBatch(tx, actor, id);
  const entries = await storedEntries(tx, id);
  return {
    ...batch,
    accounts: accountSums(entries).map((one) => ({ ...shownLine(one), currency: one.currency })),
    journal: entries.map(shown),
  };
}

const shownLine = ({ account, name, cents }: FiledLine) => ({ account, name, cents });
const shown = (entry: StoredEntry): BatchView['journal'][number] => ({
  position: entry.position,
  kind: entry.kind,
  document:
    entry.kind === 'invoice' || entry.kind === 'payment' ? { kind: entry.kind, id: entry.sourceId } : null,
  label: entry.label,
  on: entry.on,
  currency: entry.currency,
  unitName: entry.unitName,
  customerId: entry.customerId,
  customerName: entry.customerName,
  debitCents: entry.debitCents,
  lines: entry.lines.map(shownLine),
});

/** Only of what is not taken back any more: a file that was handed on stays true. */
export async function fileOf(
  tx: Transaction,
  actor: Actor,
  id: Id,
  format: FileFormat,
): Promise<PostingFile> {
  const { number, status } = await requireBatch(tx, actor, id);
  if (status !== 'Exported') throw new ProblemError('posting.not_exported', { number });
  return postingFile(number, format, await storedEntries(tx, id));
}
