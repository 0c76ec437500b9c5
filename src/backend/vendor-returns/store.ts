/**
 * Returns with their lines in and out of the database. Locking the return's row locks all of it: its lines are written
 * only here, so its version stands for the whole. A return of an order is written under the order's lock as well.
 */
import type { Transaction } from '#db/database.ts';
import { planOnce } from '#db/plan-once.ts';
import type { Id } from '#domain/ids.ts';
import { decimalOfQuantity, decimalOfUnitPrice } from '#domain/money.ts';
import {
  type ReturnLine,
  type ReturnStatus,
  returnMovements,
  returnStatus,
  type VendorReturn,
  worthOf,
} from '#domain/purchasing/vendor-return.ts';
import { isSameValue } from '#domain/same-value.ts';
import { plainWords } from '../list-words.ts';
import { writeMovements } from '../skus/ledger.ts';
import type { CommandContext } from '../write/context.ts';
import { grouped } from '../write/grouped.ts';
import { loadRecords } from '../write/load.ts';
import { partList, writeParts } from '../write/part-rows.ts';
import type { StoredRecord } from '../write/records.ts';
import { type RecordChange, type Saved, saveRecords } from '../write/save.ts';

type Row = StoredRecord & Omit<VendorReturn, 'lines'> & { readonly status: ReturnStatus };
export type StoredReturn = Row & Pick<VendorReturn, 'lines'>;

const LINE_FIELDS = [
  'id',
  'lineId',
  'skuId',
  'stocked',
  'serialized',
  'description',
  'vendorPartNumber',
  'inventoryLocationId',
  'quantity',
  'cost',
  'serials',
] as const satisfies readonly (keyof ReturnLine)[];

/** Returns whole, in id order; ids that do not exist are left out. `lock` for commands. */
export async function loadReturns(
  tx: Transaction,
  ids: readonly Id[],
  { lock = false }: { readonly lock?: boolean } = {},
): Promise<StoredReturn[]> {
  const returns = await loadRecords<Row>(tx, 'vendorReturn', ids, { lock });
  if (returns.length === 0) return [];
  const lines = await tx.query<ReturnLine & { returnId: Id }>(
    planOnce(`select ${partList(LINE_FIELDS, 'l')}, l.return_id as "returnId" from company.vendor_return_lines l
     where l.tenant_id = $1 and l.return_id = any($2::bigint[]) order by l.position, l.id`),
    [tx.tenantId, returns.map(({ id }) => id)],
  );
  const linesOf = grouped(lines, (line) => line.returnId);
  return returns.map((one) => ({
    ...one,
    lines: (linesOf.get(one.id) ?? []).map(({ returnId: _, ...line }) => line),
  }));
}

/** All of an order, canceled ones too. Under the order's lock none comes, changes or goes. */
export async function returnsOfOrder(tx: Transaction, orderId: Id): Promise<StoredReturn[]> {
  const rows = await tx.query<{ id: Id }>(
    planOnce('select id from company.vendor_returns where tenant_id = $1 and order_id = $2'),
    [tx.tenantId, orderId],
  );
  return loadReturns(
    tx,
    rows.map(({ id }) => id),
  );
}

/** Record, lines and what they move in the stock, as one step. Call with order, return and SKUs locked. */
export async function saveReturn(
  tx: Transaction,
  context: CommandContext,
  verb: string,
  before: StoredReturn | null,
  after: VendorReturn,
  orderNumber: number | null,
  beside: readonly RecordChange[] = [],
): Promise<Saved> {
  const { lines, ...record } = after;
  const label = `Return ${after.number}`;
  const areOthers = !isSameValue(before?.lines ?? [], lines);
  const { lines: _, ...was } = before ?? { lines: [] };
  const saved = await saveRecords(tx, context, { verb, undoable: false }, [
    {
      kind: 'vendorReturn',
      before: before && (was as StoredRecord),
      after: {
        ...was,
        ...record,
        status: returnStatus(after),
        valueCents: worthOf(lines),
        search: searchOf(after, orderNumber),
      },
      label,
      related: areOthers ? { lines: [(before?.lines ?? []).map(lineSaid), lines.map(lineSaid)] } : {},
    },
    ...beside,
  ]);
  if (areOthers) {
    const kept = lines.map(({ id }) => id);
    await tx.query(
      planOnce(`delete from company.vendor_return_lines
       where tenant_id = $1 and return_id = $2 and id <> all($3::bigint[])`),
      [tx.tenantId, after.id, kept],
    );
    const placed = lines.map((line, index) => ({ ...line, position: index + 1 }));
    await writeParts(tx, 'vendor_return_lines', [...LINE_FIELDS, 'position'], placed, { returnId: after.id });
  }
  const moved = before ? returnMovements(before, after) : [];
  await writeMovements(
    tx,
    context,
    saved.operationId,
    moved.map(({ receiptLineId: returnLineId, ...one }) => ({
      ...one,
      returnLineId,
      kind: 'Return',
      memo: label,
    })),
  );
  return saved;
}

/** What a list finds it by; the vendor's name is looked for where it stands. */
const searchOf = ({ number, reason, credited }: VendorReturn, orderNumber: number | null): string =>
  plainWords([number, orderNumber ?? '', credited?.number ?? '', reason].join(' '));

const lineSaid = (line: ReturnLine): string =>
  [
    `${decimalOfQuantity(line.quantity)} × ${line.description}, ${decimalOfUnitPrice(line.cost)} each`,
    ...(line.serials.length > 0 ? [line.serials.join(' ')] : []),
  ].join(', ');
