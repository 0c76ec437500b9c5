/** A line while it is worked on: text as typed, so that nothing typed is lost, and what is only proposed told apart. */
import type { CatalogueItem } from '#contract/catalogue.ts';
import type { OrderLineView } from '#contract/purchase-order.ts';
import {
  type Cents,
  decimalOfQuantity,
  decimalOfUnitPrice,
  lineTotal,
  quantity,
  unitPrice,
} from '#domain/money.ts';
import type { DescriptionSource } from '#domain/purchasing/purchase-order.ts';
import { addDays, type Day } from '#domain/time.ts';
import { costFor } from '#domain/vendor/catalogue.ts';
import { readPrice, readUnits } from '../../../lib/read-decimal.ts';
import { type GridRow, isBlankRow, proposeIn } from '../../../parts/line-grid/grid-row.ts';

export const CELLS = ['code', 'description', 'vendorPartNumber', 'quantity', 'cost', 'expectedOn'] as const;
export type Cell = (typeof CELLS)[number];

/** What this vendor says of the SKU; costs in 1/10,000. */
export type Offer = Pick<
  CatalogueItem,
  'vendorPartNumber' | 'description' | 'cost' | 'leadDays' | 'minQuantity' | 'priceBreaks'
>;
export type FoundSku = {
  readonly skuId: number;
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly cost: number;
  /** null: not in the vendor's catalogue, or there is no vendor yet. */
  readonly offer: Offer | null;
};

export type Row = Readonly<Record<Cell, string>> &
  GridRow & {
    readonly found: FoundSku | null;
  };
export type Circumstances = { readonly today: Day; readonly descriptionsFrom: DescriptionSource };

export const blankRow = (key: string): Row => ({
  key,
  lineId: null,
  skuId: null,
  code: '',
  description: '',
  vendorPartNumber: '',
  quantity: '',
  cost: '',
  expectedOn: '',
  unit: '',
  proposed: [],
  isNotFound: false,
  found: null,
});

/** What a row is made from: a line of an order, or of a template, which has no day. */
type AsRow = Partial<OrderLineView> &
  Pick<
    OrderLineView,
    'id' | 'skuId' | 'skuCode' | 'unit' | 'description' | 'vendorPartNumber' | 'quantity' | 'cost'
  >;
export const rowOf = (line: AsRow): Row => ({
  key: `line ${line.id}`,
  lineId: line.id,
  skuId: line.skuId,
  code: line.skuCode ?? '',
  description: line.description,
  vendorPartNumber: line.vendorPartNumber,
  quantity: decimalOfQuantity(quantity(line.quantity)),
  cost: decimalOfUnitPrice(unitPrice(line.cost)),
  expectedOn: line.expectedOn ?? '',
  unit: line.unit,
  proposed: [],
  isNotFound: false,
  found: null,
});

/** Nothing stands in it that somebody typed: it is no line yet. */
export const isBlank = (row: Row): boolean => isBlankRow(row, CELLS);

/** What the SKU and the vendor's catalogue say goes where nothing was typed; the cost is the one of the quantity. */
export function filledFrom(row: Row, found: FoundSku, { today, descriptionsFrom }: Circumstances): Row {
  const { offer } = found;
  const words = (descriptionsFrom === 'Vendor' && offer?.description) || found.name;
  let filled: Row = {
    ...row,
    skuId: found.skuId,
    code: found.code,
    unit: found.unit,
    isNotFound: false,
    found,
  };
  filled = proposeIn(filled, 'description', words);
  filled = proposeIn(filled, 'vendorPartNumber', offer?.vendorPartNumber ?? '');
  const least = offer?.minQuantity ?? null;
  filled = proposeIn(filled, 'quantity', least === null ? '1' : decimalOfQuantity(quantity(least)));
  const days = offer?.leadDays ?? null;
  filled = proposeIn(filled, 'expectedOn', days === null ? '' : addDays(today, days));
  return repriced(filled);
}

/** More of it may cost less: what was proposed follows the quantity. */
export function repriced(row: Row): Row {
  if (!row.found) return row;
  const { offer, cost } = row.found;
  const bought = readUnits(row.quantity);
  const price = offer
    ? costFor(
        {
          cost: unitPrice(offer.cost),
          priceBreaks: offer.priceBreaks.map((one) => ({
            from: quantity(one.from),
            cost: unitPrice(one.cost),
          })),
        },
        quantity(Number.isNaN(bought) ? 0 : bought),
      )
    : unitPrice(cost);
  return proposeIn(row, 'cost', decimalOfUnitPrice(price));
}

/** Nothing is thrown away: what was looked for is the description where there is none, and the vendor's number. */
export function notFound(row: Row): Row {
  const text = row.code.trim();
  return {
    ...row,
    skuId: null,
    found: null,
    isNotFound: true,
    description: row.description.trim() === '' ? text : row.description,
    vendorPartNumber: row.vendorPartNumber.trim() === '' ? text : row.vendorPartNumber,
    proposed: row.proposed.filter((cell) => cell !== 'description' && cell !== 'vendorPartNumber'),
  };
}

/** Quantity × cost; null while one of them is no number, or together they are more than can be counted. */
export function amountOf(row: Row): Cents | null {
  const [count, cost] = [readUnits(row.quantity), row.cost.trim() === '' ? 0 : readPrice(row.cost)];
  if (Number.isNaN(count) || Number.isNaN(cost)) return null;
  try {
    return lineTotal(quantity(count), unitPrice(cost));
  } catch {
    return null;
  }
}
