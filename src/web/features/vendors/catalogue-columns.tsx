import { Link } from '@tanstack/react-router';
import { Pencil } from 'lucide-react';
import type { CatalogueItem } from '#contract/catalogue.ts';
import { decimalOfQuantity, decimalOfUnitPrice, quantity, unitPrice } from '#domain/money.ts';
import { costText, unitsText } from '../../lib/stock-words.ts';
import { breaksCell, breaksText, leadText } from '../../parts/catalogue/breaks-text.ts';
import { PreferredMark } from '../../parts/catalogue/preferred-mark.tsx';
import { RemoveItem } from '../../parts/catalogue/remove-item.tsx';
import { proseColumn, wordsColumn } from '../../parts/list-columns.tsx';
import type { DataColumn } from '../../ui/data-column.ts';
import { IconButton } from '../../ui/icon-button.tsx';

export type RowActions = {
  readonly onChange: (item: CatalogueItem) => void;
  readonly onUndo: (operationId: number) => void;
};

/** @param actions null for who only reads */
export const catalogueColumns = (actions: RowActions | null): DataColumn<CatalogueItem>[] => [
  {
    id: 'code',
    title: 'SKU',
    width: 130,
    grow: 1,
    fixed: true,
    cell: ({ skuId, skuCode }) => (
      <Link to="/skus/$id" params={{ id: skuId }} className="font-medium text-text" tabIndex={-1}>
        {/* An imported code may hold marks that turn the direction of what follows it. */}
        <bdi>{skuCode}</bdi>
      </Link>
    ),
    sortBy: ({ skuCode }) => skuCode,
    text: ({ skuCode }) => skuCode,
  },
  {
    ...wordsColumn<CatalogueItem>(
      { id: 'name', title: 'Name', width: 180, grow: 2 },
      ({ skuName }) => skuName,
    ),
    cell: ({ skuName, skuActive }) => (
      <>
        <bdi>{skuName}</bdi> {!skuActive && <span className="text-xs text-muted">out of use</span>}
      </>
    ),
  },
  wordsColumn(
    { id: 'number', title: 'Part number', width: 120, grow: 1 },
    ({ vendorPartNumber }) => vendorPartNumber,
  ),
  {
    id: 'cost',
    title: 'Cost',
    width: 90,
    align: 'right',
    cell: ({ cost }) => costText(cost),
    sortBy: ({ cost }) => cost,
    text: ({ cost }) => decimalOfUnitPrice(unitPrice(cost)),
  },
  wordsColumn({ id: 'unit', title: 'Unit', width: 70 }, ({ skuUnit }) => skuUnit),
  {
    id: 'breaks',
    title: 'Price breaks',
    width: 160,
    grow: 1,
    cell: ({ priceBreaks }) => breaksText(priceBreaks),
    text: ({ priceBreaks }) => breaksCell(priceBreaks),
  },
  {
    id: 'lead',
    title: 'Lead time',
    width: 96,
    align: 'right',
    cell: ({ leadDays }) => leadText(leadDays),
    sortBy: ({ leadDays }) => leadDays,
    text: ({ leadDays }) => (leadDays === null ? '' : String(leadDays)),
  },
  {
    id: 'minimum',
    title: 'Least',
    width: 70,
    align: 'right',
    cell: ({ minQuantity }) => (minQuantity === null ? '' : unitsText(minQuantity)),
    sortBy: ({ minQuantity }) => minQuantity,
    text: ({ minQuantity }) => (minQuantity === null ? '' : decimalOfQuantity(quantity(minQuantity))),
  },
  {
    id: 'preferred',
    title: 'Preferred',
    width: 100,
    cell: ({ preferred }) => preferred && <PreferredMark />,
    sortBy: ({ preferred }) => (preferred ? 0 : null),
    text: ({ preferred }) => (preferred ? 'yes' : 'no'),
  },
  proseColumn({ id: 'description', title: 'Description', width: 160, grow: 1 }, (row) => row.description),
  wordsColumn({ id: 'key', title: 'External key', width: 120 }, ({ externalKey }) => externalKey ?? ''),
  ...(actions
    ? [
        {
          id: 'actions',
          title: 'Change',
          width: 84,
          fixed: true,
          cell: (item: CatalogueItem) => (
            <>
              <IconButton
                label={`Change ${item.skuCode}`}
                icon={<Pencil aria-hidden />}
                onClick={() => actions.onChange(item)}
              />
              {item.active && <RemoveItem item={item} onUndo={actions.onUndo} />}
            </>
          ),
        },
      ]
    : []),
];

/** What a laptop has no room for; the column choice brings it. */
export const HIDDEN_AT_FIRST: readonly string[] = ['unit', 'minimum', 'description', 'key'];
