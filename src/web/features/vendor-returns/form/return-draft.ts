/** What somebody types of a return, new or changed: text until it is read, by the row it stands in. */
import type { BodyIn } from '#contract/endpoints.ts';
import type { OrderCardView, OrderLineView } from '#contract/purchase-order.ts';
import type { ReturnCardView, ReturnLineView } from '#contract/vendor-return.ts';
import type { Id } from '#domain/ids.ts';
import {
  decimalOfQuantity,
  decimalOfUnitPrice,
  quantity,
  quantityFromDecimal,
  unitPrice,
  unitPriceFromDecimal,
} from '#domain/money.ts';
import { returnableOf } from '#domain/purchasing/vendor-return.ts';
import { cardOf, returnedIn } from '../../../data/purchase-orders.ts';
import { typedNumber } from '../../../lib/typed-number.ts';

/** One unit, as quantities are kept. */
export const ONE = 10_000;

/** `most`: of an order's line that is here still; null on a free return, which the shelf alone limits. */
export type ReturnRow = {
  readonly key: string;
  readonly lineId: Id | null;
  readonly skuId: Id | null;
  readonly code: string | null;
  readonly vendorPartNumber: string;
  readonly description: string;
  readonly unit: string;
  readonly stocked: boolean;
  readonly serialized: boolean;
  readonly most: number | null;
  /** Numbers that came with the order's line; null: any that lie there. */
  readonly came: readonly string[] | null;
  readonly text: string;
  readonly cost: string;
  readonly placeId: Id;
  readonly serials: readonly string[];
};
export type ReturnHead = {
  readonly typeId: Id | null;
  readonly fee: string;
  readonly reason: string;
  readonly memo: string;
};

/** Nothing is filled in: who saves by habit would send back what stays. Lines nothing of which is here are left out. */
export function rowsOfOrder(order: OrderCardView, kept: ReturnCardView | null): ReturnRow[] {
  const onReturns = returnedIn(order);
  // On the return that is changed: it may have as much again.
  const own = (lineId: Id) =>
    (kept?.lines ?? []).reduce((sum, line) => sum + (line.lineId === lineId ? line.quantity : 0), 0);
  const returnable = returnableOf(cardOf(order).receipts, (lineId) =>
    quantity(onReturns(lineId) - own(lineId)),
  );
  return order.lines.flatMap((line) => {
    const most = returnable(line.id);
    const came = order.receipts.flatMap((receipt) =>
      receipt.lines.filter(({ lineId }) => lineId === line.id),
    );
    const on = (kept?.lines ?? []).filter(({ lineId }) => lineId === line.id);
    const standing = came.flatMap(({ serials }) => serials);
    const blank = {
      ...ofLine(line),
      most,
      came: standing,
      placeId: placeOf(came) ?? order.order.inventoryLocationId,
    };
    if (on.length > 0) return on.map((one) => ({ ...blank, ...typedOf(one) }));
    return most > 0 ? [blank] : [];
  });
}

/** Where most of it was put. */
function placeOf(came: OrderCardView['receipts'][number]['lines']): Id | undefined {
  return came.reduce<(typeof came)[number] | undefined>(
    (best, one) => (best && best.quantity >= one.quantity ? best : one),
    undefined,
  )?.inventoryLocationId;
}

const ofLine = (line: OrderLineView): Omit<ReturnRow, 'most' | 'came' | 'placeId'> => ({
  key: `line ${line.id}`,
  lineId: line.id,
  skuId: line.skuId,
  code: line.skuCode,
  vendorPartNumber: line.vendorPartNumber,
  description: line.description,
  unit: line.unit,
  stocked: line.stocked,
  serialized: line.serialized,
  text: '',
  cost: decimalOfUnitPrice(unitPrice(line.cost)),
  serials: [],
});

const typedOf = (line: ReturnLineView) => ({
  key: `kept ${line.id}`,
  text: decimalOfQuantity(quantity(line.quantity)),
  cost: decimalOfUnitPrice(unitPrice(line.cost)),
  placeId: line.inventoryLocationId,
  serials: line.serials,
});

/** Of a free return: its lines as they are. */
export const rowsKept = ({ lines }: ReturnCardView): ReturnRow[] =>
  lines.map((line) => ({
    lineId: null,
    skuId: line.skuId,
    code: line.skuCode,
    vendorPartNumber: line.vendorPartNumber,
    description: line.description,
    unit: line.unit,
    stocked: line.stocked,
    serialized: line.serialized,
    most: null,
    came: null,
    ...typedOf(line),
  }));

/** Whether its units are told apart by number: not where the shelf is left alone. */
export const isNumbered = ({ serialized }: ReturnRow, takesFromStock: boolean): boolean =>
  serialized && takesFromStock;

/** How much of it goes back: of numbered units as many as there are numbers. undefined: no number stands there. */
export function backOf(row: ReturnRow, takesFromStock: boolean): number | undefined {
  if (isNumbered(row, takesFromStock)) return row.serials.length * ONE;
  const read = typedNumber(row.text, quantityFromDecimal);
  return read === null ? 0 : read;
}

/** null: nothing typed, so the vendor's own; undefined: no cost. */
export const costOf = ({ cost }: ReturnRow): number | null | undefined =>
  typedNumber(cost, unitPriceFromDecimal);

/** All that can go back does; numbered units are scanned, so theirs stay. */
export const withAll = (rows: readonly ReturnRow[], takesFromStock: boolean): ReturnRow[] =>
  rows.map((row) =>
    row.most === null || isNumbered(row, takesFromStock)
      ? row
      : { ...row, text: decimalOfQuantity(quantity(row.most)) },
  );

/** The row a scanned code is of: our code, else the vendor's. */
export function rowWithCode(rows: readonly ReturnRow[], code: string): ReturnRow | undefined {
  const wanted = code.trim().toLowerCase();
  const isOf = (text: string | null) => text !== null && text !== '' && text.toLowerCase() === wanted;
  return rows.find((row) => isOf(row.code)) ?? rows.find((row) => isOf(row.vendorPartNumber));
}

/** What is sent: the rows something goes back of. */
export const linesToSend = (
  rows: readonly ReturnRow[],
  takesFromStock: boolean,
): BodyIn<'vendorReturns.create'>['lines'] =>
  rows.flatMap((row) => {
    const back = backOf(row, takesFromStock);
    if (!back) return [];
    const cost = costOf(row);
    return [
      {
        ...(row.lineId === null ? { skuId: row.skuId } : { lineId: row.lineId }),
        inventoryLocationId: row.placeId,
        quantity: back,
        ...(cost === null || cost === undefined ? {} : { cost }),
        serials: [...row.serials],
      },
    ];
  });
