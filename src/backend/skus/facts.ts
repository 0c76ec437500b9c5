/** What the rules of a SKU need to know: its code among the others, what it newly names, what lies of it. */
import { ProblemError } from '#contract/problem.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { quantity } from '#domain/money.ts';
import type { SkuFacts } from '#domain/sku/decide.ts';
import type { Sku, SkuChanges } from '#domain/sku/sku.ts';
import { loadRecords } from '../write/load.ts';
import { codeKey } from './search-text.ts';

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
