/** What the rules of a SKU need to know: its code among the others, what it newly names, what lies of it. */
import { ProblemError } from '#contract/problem.ts';
import type { Transaction } from '#db/database.ts';
import { json } from '#db/parameters.ts';
import type { Id } from '#domain/ids.ts';
import { quantity } from '#domain/money.ts';
import { codeKey } from '#domain/sku/code-key.ts';
import type { SkuFacts } from '#domain/sku/decide.ts';
import type { Sku, SkuChanges } from '#domain/sku/sku.ts';
import { loadRecords } from '../write/load.ts';

/**
 * Call with the SKU locked, so that nothing of it moves meanwhile.
 * @throws ProblemError record.not_found (404) for an account that is not there, or another company's
 */
export async function factsFor(
  tx: Transaction,
  id: Id,
  { code, glAccountId }: SkuChanges,
  before: Pick<Sku, 'glAccountId'> | null,
): Promise<SkuFacts> {
  const [row] = await tx.query<{ moved: number; onHand: number; taken: boolean }>(
    `select count(*)::int as moved, coalesce(sum(quantity), 0)::bigint as "onHand",
       exists (select 1 from company.skus where tenant_id = $1 and code_key = $3 and id <> $2) as taken
     from company.stock_movements where tenant_id = $1 and sku_id = $2`,
    [tx.tenantId, id, code === undefined ? null : codeKey(code)],
  );
  const isNew = glAccountId !== null && glAccountId !== undefined && glAccountId !== before?.glAccountId;
  const accounts = await loadRecords<{ id: Id; active: boolean }>(
    tx,
    'glAccount',
    isNew ? [glAccountId] : [],
  );
  if (isNew && accounts.length === 0) throw new ProblemError('record.not_found', { kind: 'glAccount' });
  return {
    chosen: accounts.map((one) => ({ kind: 'glAccount', id: one.id, active: one.active })),
    isCodeTaken: row!.taken,
    hasMoved: row!.moved > 0,
    onHand: quantity(row!.onHand),
  };
}

type Moved = { readonly moves: number; readonly onHand: number };

/** How often each has moved, and what lies of it; those that never did are not told. Call with the SKUs locked. */
export async function movedOf(tx: Transaction, ids: readonly Id[]): Promise<ReadonlyMap<Id, Moved>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.query<Moved & { id: Id }>(
    `select sku_id as id, count(*)::int as moves, sum(quantity)::bigint as "onHand"
     from company.stock_movements where tenant_id = $1 and sku_id = any($2::bigint[]) group by sku_id`,
    [tx.tenantId, ids],
  );
  return new Map(rows.map(({ id, ...moved }) => [id, moved]));
}

/** Of these the codes that other SKUs than their own have. */
export async function codesTaken(
  tx: Transaction,
  wanted: readonly { readonly id: Id; readonly code: string }[],
): Promise<ReadonlySet<Id>> {
  if (wanted.length === 0) return new Set();
  const rows = await tx.query<{ id: Id }>(
    `select w.id from jsonb_to_recordset($2::jsonb) as w(id bigint, code_key text)
     join company.skus s on s.tenant_id = $1 and s.code_key = w.code_key and s.id <> w.id`,
    [tx.tenantId, json(wanted.map(({ id, code }) => ({ id, code_key: codeKey(code) })))],
  );
  return new Set(rows.map(({ id }) => id));
}
