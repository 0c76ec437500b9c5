import { useMemo } from 'react';
import { MOST_ITEMS } from '#domain/invoices/invoice.ts';
import { formatUnitPrice, unitPrice } from '#domain/money.ts';
import { ITEM_SOURCE_WORDS } from '../../../lib/invoice-words.ts';
import { CodeText } from '../../../parts/line-grid/grid-line.tsx';
import type { GridRow } from '../../../parts/line-grid/grid-row.ts';
import { LineGrid } from '../../../parts/line-grid/line-grid.tsx';
import { amountOf, type Cell, type Lists, type Row } from './item-row.ts';
import { LEAST_WIDTH, WIDTHS } from './items-look.ts';
import { type Faults, tooMany } from './items-to-send.ts';
import { readSigned } from './read-signed.ts';
import type { ItemsGrid as Grid } from './use-items.ts';

export type ItemsGridProps = { grid: Grid; currency: string; faults: Faults; lists: Lists };

/** The items of an invoice as a spreadsheet. */
export function ItemsGrid({ grid, currency, faults, lists }: ItemsGridProps) {
  const choices = useMemo(() => {
    const among = (list: Lists['accounts'], cell: 'account' | 'technician') => (row: GridRow) =>
      list.some(({ name }) => name === (row as Row)[cell]);
    return {
      code: { label: 'Parts', isSettled: ({ skuId }: GridRow) => skuId !== null },
      account: { label: 'Accounts', isList: true, isSettled: among(lists.accounts, 'account') },
      technician: { label: 'Technicians', isList: true, isSettled: among(lists.technicians, 'technician') },
    };
  }, [lists]);
  return (
    <LineGrid<Cell, Row>
      grid={grid}
      label="Items of the invoice"
      leastWidth={LEAST_WIDTH}
      widths={WIDTHS}
      unitOf={{ price: currency }}
      look={LOOK}
      choices={choices}
      faults={faults}
      tooMany={tooMany(grid.lines.length)}
      pasteHint="Paste from a spreadsheet: item, quantity, price, description."
      mostText={`of at most ${MOST_ITEMS} items`}
    />
  );
}

const LOOK = {
  amountOf,
  lockOf: () => null,
  cell: (row: Row, cell: Cell) => <CellText row={row} cell={cell} />,
};

function CellText({ row, cell }: { row: Row; cell: Cell }) {
  const text = row[cell];
  if (cell === 'code') return <CodeText row={row} />;
  if (cell === 'price' && text.trim() !== '' && !Number.isNaN(readSigned(text)))
    return formatUnitPrice(unitPrice(readSigned(text)));
  if (cell === 'quantity' && row.unit) {
    return (
      <>
        {text} <bdi className="text-xs text-muted">{row.unit}</bdi>
      </>
    );
  }
  if (cell === 'description' && row.source !== null) {
    return (
      <>
        <bdi>{text}</bdi>{' '}
        <span className="text-xs whitespace-nowrap text-muted">{ITEM_SOURCE_WORDS[row.source]}</span>
      </>
    );
  }
  return <bdi>{text}</bdi>;
}
