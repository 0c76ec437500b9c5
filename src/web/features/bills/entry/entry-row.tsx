import { clsx } from 'clsx';
import { X } from 'lucide-react';
import { memo } from 'react';
import { cents } from '#domain/money.ts';
import { readUnits } from '../../../lib/read-decimal.ts';
import { controlClass } from '../../../ui/control-class.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { MoneyText } from '../../../ui/money-text.tsx';
import { CELL_CLASS, FIGURE_CLASS } from '../grid-look.ts';
import { CountCells, NONE, Off, OrderCells } from '../match-grid.tsx';
import { expectedFor } from '../match-rows.ts';
import { amountOf, amountText, type Cell, type EntryRow, isBlank } from './entry-rows.ts';

export type EntryLineProps = {
  row: EntryRow;
  index: number;
  wrong: ReadonlyMap<Cell, string> | undefined;
  onType: (key: string, cell: Cell, text: string) => void;
  onRemove: (key: string) => void;
};

const LABELS: Readonly<Record<Cell, string>> = {
  description: 'Description',
  quantity: 'Billed',
  cost: 'Cost',
  amount: 'Amount',
};

/** A line of the paper while it is typed. Drawn again only when it is another one: there may be 300. */
export const EntryLine = memo(function EntryLine({ row, index, wrong, onType, onRemove }: EntryLineProps) {
  const { line } = row;
  const amount = isBlank(row) ? null : amountOf(row);
  const units = readUnits(row.quantity);
  const expected = line && !isBlank(row) ? expectedFor(line, Number.isNaN(units) ? 0 : units) : null;
  const what = line ? (line.skuCode ?? line.description) : `line ${index + 1}`;
  const says = `wrong-${row.key.replace(' ', '-')}`;
  const box = (cell: Cell, text: string) => (
    <input
      type="text"
      autoComplete="off"
      inputMode={cell === 'description' ? undefined : 'decimal'}
      data-cell={`${index} ${cell}`}
      aria-label={`${LABELS[cell]}, ${what}`}
      {...(wrong?.has(cell) && { 'aria-invalid': true, 'aria-describedby': says })}
      value={text}
      onChange={({ target }) => onType(row.key, cell, target.value)}
      onFocus={({ target }) => target.select()}
      className={clsx(
        controlClass('dense'),
        cell !== 'description' && 'text-right tabular-nums',
        cell === 'amount' && !row.isAmountTyped && 'text-muted',
      )}
    />
  );
  return (
    <>
      <tr>
        <OrderCells row={row} number={line?.position ?? null} />
        <td
          className={clsx(CELL_CLASS, 'min-w-40 wrap-anywhere whitespace-pre-line', !line && 'px-1! py-0.5!')}
        >
          {line ? <bdi>{row.description}</bdi> : box('description', row.description)}
        </td>
        <CountCells line={line} />
        <td className={clsx(CELL_CLASS, 'px-1! py-0.5!')}>{box('quantity', row.quantity)}</td>
        <td className={clsx(CELL_CLASS, 'px-1! py-0.5!')}>{box('cost', row.cost)}</td>
        <td className={clsx(CELL_CLASS, 'px-1! py-0.5!')}>{box('amount', amountText(row))}</td>
        <td className={FIGURE_CLASS}>{expected === null ? NONE : <MoneyText amount={expected} />}</td>
        <Off amount={amount === null ? null : cents(amount - (expected ?? 0))} isFound={false} />
        <td className={clsx(CELL_CLASS, 'py-0.5!')}>
          {!line && (
            <IconButton
              label={`Take ${what} off`}
              icon={<X aria-hidden />}
              onClick={() => onRemove(row.key)}
            />
          )}
        </td>
      </tr>
      {wrong && (
        <tr>
          <td className="border-b border-line" />
          <td id={says} colSpan={11} className="border-b border-line px-2 pb-1 text-xs text-danger">
            {[...wrong.values()].join(' ')}
          </td>
        </tr>
      )}
    </>
  );
});
