import { Link } from '@tanstack/react-router';
import type { SkuSummary } from '#contract/sku.ts';
import { decimalOfQuantity, decimalOfUnitPrice, quantity, unitPrice } from '#domain/money.ts';
import { marginOf } from '#domain/sku/sale-price.ts';
import { isStocked } from '#domain/sku/sku.ts';
import { costText, unitsText } from '../../lib/stock-words.ts';
import { wordsColumn } from '../../parts/list-columns.tsx';
import type { DataColumn } from '../../ui/data-column.ts';
import { LowMark } from './low-mark.tsx';
import { marginText } from './margin-text.ts';

/** The columns of the list. `text` is what the CSV says: numbers plain, so that a spreadsheet can reckon with them. */
export const SKU_COLUMNS: readonly DataColumn<SkuSummary>[] = [
  {
    id: 'code',
    title: 'Code',
    width: 120,
    grow: 1,
    fixed: true,
    cell: ({ id, code }) => (
      <Link to="/skus/$id" params={{ id }} className="font-medium text-text" tabIndex={-1}>
        {/* An imported code may hold marks that turn the direction of what follows it. */}
        <bdi>{code}</bdi>
      </Link>
    ),
    sortBy: ({ code }) => code,
    text: ({ code }) => code,
  },
  {
    ...wordsColumn<SkuSummary>({ id: 'name', title: 'Name', width: 200, grow: 3 }, ({ name }) => name),
    cell: ({ name }) => <bdi>{name}</bdi>,
  },
  wordsColumn({ id: 'kind', title: 'Kind', width: 100 }, ({ kind }) => kind),
  wordsColumn({ id: 'unit', title: 'Unit', width: 80 }, ({ unit }) => unit),
  {
    id: 'cost',
    title: 'Cost',
    width: 100,
    align: 'right',
    cell: ({ cost }) => costText(cost),
    sortBy: ({ cost }) => cost,
    text: ({ cost }) => decimalOfUnitPrice(unitPrice(cost)),
  },
  {
    id: 'price',
    title: 'Price',
    width: 100,
    align: 'right',
    // Lighter where the markup rules propose it: the SKU has none of its own.
    cell: ({ price, salePrice }) =>
      salePrice !== null &&
      (price !== null ? (
        costText(price)
      ) : (
        <span className="text-muted" title="By the markup rules">
          {costText(salePrice)}
        </span>
      )),
    sortBy: ({ salePrice }) => salePrice,
    text: ({ salePrice }) => (salePrice === null ? '' : decimalOfUnitPrice(unitPrice(salePrice))),
  },
  {
    id: 'margin',
    title: 'Margin',
    width: 84,
    align: 'right',
    cell: (sku) => marginText(sku),
    sortBy: ({ salePrice, cost }) => (salePrice === null ? null : marginOf({ price: salePrice, cost })),
    text: (sku) => marginText(sku),
  },
  {
    id: 'onHand',
    title: 'On hand',
    width: 110,
    align: 'right',
    // A service lies nowhere, which is not the same as none of it being left.
    cell: (sku) => (isStocked(sku) ? unitsText(sku.onHand) : <span className="text-faint">–</span>),
    sortBy: (sku) => (isStocked(sku) ? sku.onHand : null),
    text: (sku) => (isStocked(sku) ? decimalOfQuantity(quantity(sku.onHand)) : ''),
  },
  {
    // Beside the number and not in it: so the list is sorted by it, and the file has it.
    id: 'level',
    title: 'Level',
    width: 76,
    cell: ({ isLow }) => isLow && <LowMark />,
    sortBy: ({ isLow }) => (isLow ? 0 : null),
    text: ({ isLow }) => (isLow ? 'Low' : ''),
  },
  wordsColumn({ id: 'serials', title: 'Serial numbers', width: 120 }, ({ serialized }) =>
    serialized ? 'yes' : '',
  ),
  wordsColumn({ id: 'key', title: 'External key', width: 120 }, ({ externalKey }) => externalKey ?? ''),
];

/** What a laptop has no room for; the column choice brings it. */
export const HIDDEN_AT_FIRST: readonly string[] = ['margin', 'key'];
