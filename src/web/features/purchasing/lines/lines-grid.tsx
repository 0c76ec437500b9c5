import { type ReactNode, useMemo } from 'react';
import { formatUnitPrice, unitPrice } from '#domain/money.ts';
import { MOST_LINES, type OrderStatus } from '#domain/purchasing/purchase-order.ts';
import { type Day, isDay } from '#domain/time.ts';
import { formatDay } from '../../../lib/format.ts';
import { readPrice } from '../../../lib/read-decimal.ts';
import { CodeText } from '../../../parts/line-grid/grid-line.tsx';
import { LineGrid } from '../../../parts/line-grid/line-grid.tsx';
import { lockOf } from './grid-columns.ts';
import { LEAST_WIDTH, WIDTHS } from './line-look.ts';
import { amountOf, type Cell, type Row } from './line-row.ts';
import { type Faults, tooMany } from './lines-to-send.ts';
import type { LinesGrid as Grid } from './use-lines.ts';

export type LinesGridProps = {
  grid: Grid;
  status: OrderStatus;
  currency: string;
  faults: Faults;
  /** More columns behind those one types in: received, difference. */
  more?: readonly { readonly title: string; readonly cell: (row: Row) => ReactNode }[] | undefined;
};

const CHOICES = { code: { label: 'Parts', isSettled: ({ skuId }: Pick<Row, 'skuId'>) => skuId !== null } };

/** The lines of an order as a spreadsheet. */
export function LinesGrid({ grid, status, currency, faults, more }: LinesGridProps) {
  const { today } = grid.state.are;
  const look = useMemo(
    () => ({
      amountOf,
      lockOf: (cell: Cell) => lockOf(cell, status),
      cell: (row: Row, cell: Cell) => <CellText row={row} cell={cell} today={today} />,
    }),
    [status, today],
  );
  return (
    <LineGrid<Cell, Row>
      grid={grid}
      label="Lines of the order"
      leastWidth={more ? LEAST_WIDTH.typedWithCame : LEAST_WIDTH.plain}
      widths={WIDTHS}
      unitOf={{ cost: currency }}
      look={look}
      choices={CHOICES}
      faults={faults}
      more={more}
      tooMany={tooMany(grid.lines.length)}
      pasteHint="Paste from a spreadsheet: part, quantity, cost, description."
      mostText={`of at most ${MOST_LINES} lines`}
    />
  );
}

function CellText({ row, cell, today }: { row: Row; cell: Cell; today: Day }) {
  const text = row[cell];
  if (cell === 'code') return <CodeText row={row} />;
  if (cell === 'expectedOn' && isDay(text)) return formatDay(text, { today });
  if (cell === 'cost' && text.trim() !== '' && !Number.isNaN(readPrice(text))) {
    return formatUnitPrice(unitPrice(readPrice(text)));
  }
  if (cell === 'quantity' && row.unit) {
    return (
      <>
        {text} <bdi className="text-xs text-muted">{row.unit}</bdi>
      </>
    );
  }
  return <bdi>{text}</bdi>;
}
