import { clsx } from 'clsx';
import { FileUp, X } from 'lucide-react';
import { memo, type ReactNode, useEffect, useRef, useState } from 'react';
import { formatUnitPrice, unitPrice } from '#domain/money.ts';
import { MOST_LINES, type OrderStatus } from '#domain/purchasing/purchase-order.ts';
import { isDay } from '#domain/time.ts';
import { decodedText } from '../../../lib/decoded-text.ts';
import { formatDay } from '../../../lib/format.ts';
import { readPrice } from '../../../lib/read-decimal.ts';
import { Button } from '../../../ui/button.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { MoneyText } from '../../../ui/money-text.tsx';
import { ProblemBanner } from '../../../ui/problem-banner.tsx';
import { CellBox } from './cell-box.tsx';
import { CELL_WORDS, isFigure, lockOf } from './grid-columns.ts';
import { GRID_CLASS, HEAD_CLASS, LEAST_WIDTH, WIDTHS } from './line-look.ts';
import { amountOf, CELLS, type Cell, isBlank, type Row } from './line-row.ts';
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

/** The lines of an order as a spreadsheet: arrows, Tab and Enter, typing, paste, a file. */
export function LinesGrid({ grid, status, currency, faults, more = [] }: LinesGridProps) {
  const { state, send, search, take, bring } = grid;
  const { rows, at, before, isOpen, today } = state;
  const [said, setSaid] = useState<string | null>(null);
  const isInside = useRef(false);
  const table = useRef<HTMLTableElement>(null);
  const chooser = useRef<HTMLInputElement>(null);
  const count = tooMany(grid.lines.length);
  // Handed to every row: the same for all of them, so that a key redraws two lines and not three hundred.
  const hands = useRef({ send, search, take, onPaste: (_: string) => {} });
  useEffect(() => {
    hands.current = { send, search, take, onPaste: (text) => setSaid(bring(text)) };
  });
  return (
    <section aria-label="Lines" className="flex flex-col gap-2">
      <div className="relative overflow-x-auto">
        <table
          ref={table}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table one types in, WAI-ARIA's grid
          role="grid"
          aria-label="Lines of the order"
          aria-rowcount={rows.length + 1}
          className={clsx(GRID_CLASS, more.length > 0 ? LEAST_WIDTH.typedWithCame : LEAST_WIDTH.plain)}
          onFocus={() => {
            isInside.current = true;
          }}
          onBlur={({ relatedTarget }) => {
            if (!table.current?.contains(relatedTarget))
              isInside.current = relatedTarget === null && isInside.current;
          }}
        >
          <thead>
            <tr>
              <th scope="col" className={clsx(HEAD_CLASS, 'w-9')}>
                #
              </th>
              {CELLS.map((cell) => (
                <th
                  key={cell}
                  scope="col"
                  className={clsx(HEAD_CLASS, WIDTHS[cell], isFigure(cell) && 'text-right')}
                >
                  {CELL_WORDS[cell]}
                  {cell === 'cost' && ` ${currency}`}
                </th>
              ))}
              <th scope="col" className={clsx(HEAD_CLASS, 'w-26 text-right')}>
                Amount
              </th>
              {more.map(({ title }) => (
                <th key={title} scope="col" className={clsx(HEAD_CLASS, 'w-22 text-right')}>
                  {title}
                </th>
              ))}
              {isOpen && (
                <th scope="col" className={clsx(HEAD_CLASS, 'w-9')}>
                  <span className="sr-only">Take off</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <Line
                key={row.key}
                row={row}
                index={index}
                isLastRow={index === rows.length - 1}
                here={at.row === index ? at.cell : null}
                isTyping={at.row === index && before !== null}
                isInside={isInside}
                isOpen={isOpen}
                status={status}
                today={today}
                faults={faults.get(row.key)}
                hands={hands}
                more={more}
              />
            ))}
          </tbody>
        </table>
      </div>
      {count && <ProblemBanner messages={[count]} />}
      {said && (
        <ProblemBanner
          tone="warning"
          messages={[said]}
          actions={<Button onClick={() => setSaid(null)}>Close</Button>}
        />
      )}
      {isOpen && (
        <div className="flex flex-wrap items-center gap-2 text-xs text-muted" data-print="hide">
          <Button icon={<FileUp aria-hidden />} onClick={() => chooser.current?.click()}>
            Lines from a file…
          </Button>
          <input
            ref={chooser}
            type="file"
            accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values"
            aria-label="File of lines"
            className="sr-only"
            tabIndex={-1}
            onChange={async ({ target }) => {
              const [file] = target.files ?? [];
              target.value = '';
              if (file) setSaid(bring(await decodedText(file)));
            }}
          />
          <span>Paste from a spreadsheet: part, quantity, cost, description.</span>
          <span role="status">{grid.isAsking ? 'Looking up parts…' : ''}</span>
          <span className="ml-auto tabular-nums">
            {grid.lines.length} of at most {MOST_LINES} lines
          </span>
        </div>
      )}
    </section>
  );
}

type Hands = Pick<Grid, 'send' | 'search' | 'take'> & { onPaste: (text: string) => void };
type LineProps = Pick<LinesGridProps, 'status' | 'more'> & {
  row: Row;
  index: number;
  isLastRow: boolean;
  here: Cell | null;
  isTyping: boolean;
  isInside: { readonly current: boolean };
  isOpen: boolean;
  today: Grid['state']['today'];
  faults: ReadonlyMap<Cell, string> | undefined;
  hands: { readonly current: Hands };
};

const Line = memo(function Line({ row, index, here, faults, hands, status, ...props }: LineProps) {
  const amount = amountOf(row);
  const isEmpty = isBlank(row);
  const sentence = faults && [...faults.values()].join(' ');
  const says = `wrong-${row.key.replace(' ', '-')}`;
  const columns = CELLS.length + 1 + (props.more?.length ?? 0) + (props.isOpen ? 1 : 0);
  const cellClass = 'border-b border-line p-0 align-top';
  return (
    <>
      <tr aria-rowindex={index + 2} className="group">
        <td className={clsx(cellClass, 'px-2 py-1.5 text-muted tabular-nums')}>
          {isEmpty ? '+' : index + 1}
        </td>
        {CELLS.map((cell) => {
          const lock = lockOf(cell, status);
          return (
            <td
              key={cell}
              // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a cell of the grid
              role="gridcell"
              tabIndex={-1}
              aria-readonly={lock !== null}
              title={lock ?? undefined}
              className={clsx(cellClass, 'cursor-text', faults?.has(cell) && 'bg-danger-soft')}
              onMouseDown={(event) => {
                if (here === cell) return;
                event.preventDefault();
                (props.isInside as { current: boolean }).current = true;
                hands.current.send({ type: 'go', to: { row: index, cell } });
              }}
            >
              {here === cell ? (
                <CellBox
                  row={row}
                  index={index}
                  isLastRow={props.isLastRow}
                  cell={cell}
                  isTyping={props.isTyping}
                  takesFocus={props.isInside.current}
                  lock={lock}
                  faultId={faults?.has(cell) ? says : undefined}
                  hint={isEmpty && cell === 'code' ? 'Part, or paste' : undefined}
                  send={(event) => hands.current.send(event)}
                  search={(text) => hands.current.search(text)}
                  onTake={(sku, key, text) => hands.current.take(sku, key, text)}
                  onPaste={(text) => hands.current.onPaste(text)}
                />
              ) : (
                <span
                  className={clsx(
                    'block min-h-8 px-2 py-1.5 wrap-anywhere',
                    isFigure(cell) && 'text-right tabular-nums',
                    (lock || row.proposed.includes(cell)) && 'text-muted',
                  )}
                >
                  <CellText row={row} cell={cell} isHint={isEmpty && props.isLastRow} today={props.today} />
                </span>
              )}
            </td>
          );
        })}
        <td className={clsx(cellClass, 'px-2 py-1.5 text-right')}>
          {amount === null || isEmpty ? <span className="text-faint">–</span> : <MoneyText amount={amount} />}
        </td>
        {props.more?.map(({ title, cell }) => (
          <td key={title} className={clsx(cellClass, 'px-2 py-1.5 text-right tabular-nums')}>
            {cell(row)}
          </td>
        ))}
        {props.isOpen && (
          <td className={clsx(cellClass, 'py-0.5')}>
            {!isEmpty && (
              <IconButton
                label={`Take line ${index + 1} off`}
                tabIndex={-1}
                icon={<X aria-hidden />}
                onClick={() => hands.current.send({ type: 'remove', row: index })}
              />
            )}
          </td>
        )}
      </tr>
      {sentence && (
        <tr>
          <td className="border-b border-line" />
          <td id={says} colSpan={columns} className="border-b border-line px-2 pb-1.5 text-xs text-danger">
            {sentence}
          </td>
        </tr>
      )}
    </>
  );
});

type CellTextProps = { row: Row; cell: Cell; isHint: boolean; today: Grid['state']['today'] };

function CellText({ row, cell, isHint, today }: CellTextProps) {
  const text = row[cell];
  if (cell === 'code' && isHint) return <span className="text-faint">Part, or paste</span>;
  if (cell === 'code' && row.isNotFound) {
    return (
      <>
        <bdi>{text}</bdi> <span className="text-xs whitespace-nowrap text-warning">not found</span>
      </>
    );
  }
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
