/** Making and changing SKUs (issue 5, part 2). */
import type { BodyOf } from '#contract/endpoints.ts';
import { ProblemError } from '#contract/problem.ts';
import type { SkuWritten } from '#contract/sku.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { unitPrice } from '#domain/money.ts';
import { decideSku } from '#domain/sku/decide.ts';
import type { Sku, SkuChanges } from '#domain/sku/sku.ts';
import type { CommandContext } from '../write/context.ts';
import { checkExternalKeys } from '../write/external-key.ts';
import { newIds } from '../write/ids.ts';
import { loadRecords } from '../write/load.ts';
import { must } from '../write/must.ts';
import type { StoredRecord } from '../write/records.ts';
import { type RecordChange, saveRecords } from '../write/save.ts';
import { checkVersions } from '../write/stale.ts';
import { skusChanged } from './changed.ts';
import { factsFor } from './facts.ts';
import { skuById } from './queries.ts';
import { foundBy } from './search-text.ts';

export type StoredSku = Sku & StoredRecord;

export async function createSku(
  tx: Transaction,
  context: CommandContext,
  body: BodyOf<'skus.create'>,
): Promise<SkuWritten> {
  const [id] = (await newIds(tx, 1)) as [Id];
  await lockCodes(tx);
  await checkExternalKeys(tx, context, 'sku', [body.externalKey]);
  const price = body.price === null ? null : unitPrice(body.price);
  const blank: Sku = { ...body, cost: unitPrice(body.cost), price, id, active: true };
  const after = must(decideSku(blank, {}, await factsFor(tx, id, blank, null)));
  return save(tx, context, 'sku.added', skuRecord(null, after), { merged: false });
}

export async function updateSku(
  tx: Transaction,
  context: CommandContext,
  id: Id,
  { expected, changes }: { expected?: BodyOf<'skus.update'>['expected']; changes: SkuChanges },
): Promise<SkuWritten> {
  if (changes.code !== undefined) await lockCodes(tx);
  const before = await lockedSku(tx, id);
  const merged = await checkVersions(tx, expected, [
    { kind: 'sku', id, version: before.version, touches: Object.keys(changes) },
  ]);
  await checkExternalKeys(tx, context, 'sku', [changes.externalKey], id);
  const after = must(decideSku(before, changes, await factsFor(tx, id, changes, before)));
  return save(tx, context, 'sku.updated', skuRecord(before, { ...before, ...after }), { merged });
}

/** Two who give one code at once: the second waits, and is told who has it. */
export const lockCodes = (tx: Transaction): Promise<unknown> =>
  tx.query(`select pg_advisory_xact_lock(hashtextextended('sku codes ' || $1::text, 0))`, [tx.tenantId]);

/** @throws ProblemError record.not_found (404) */
export async function lockedSku(tx: Transaction, id: Id): Promise<StoredSku> {
  const [sku] = await loadRecords<StoredSku>(tx, 'sku', [id], { lock: true });
  if (!sku) throw new ProblemError('record.not_found', { kind: 'sku' });
  return sku;
}

/** With what it is found by, which follows from the fields. */
export const skuRecord = (before: StoredSku | null, after: Sku): RecordChange => ({
  kind: 'sku',
  before,
  after: { ...after, ...foundBy(after) },
  label: (before ?? after).code,
});

async function save(
  tx: Transaction,
  context: CommandContext,
  verb: string,
  change: RecordChange,
  { merged }: Pick<SkuWritten, 'merged'>,
): Promise<SkuWritten> {
  const saved = await saveRecords(tx, context, { verb, undoable: true }, [change]);
  await skusChanged(tx, context, saved, verb);
  return { operationId: saved.operationId, merged, sku: await skuById(tx, change.after.id) };
}
