import { clsx } from 'clsx';
import { memo, type ReactNode, useState } from 'react';
import { cents } from '#domain/money.ts';
import { costText, unitsText } from '../../lib/stock-words.ts';
import { Button } from '../../ui/button.tsx';
import { MoneyText } from '../../ui/money-text.tsx';
import { CELL_CLASS, FIGURE_CLASS, GRID_CLASS, HEAD_CLASS } from './grid-look.ts';
import type { DifferenceView, MatchRow } from './match-rows.ts';
import type { TotalRow } from './match-totals.ts';

export const NONE = <span className="text-faint">–</span>;
const COLUMNS = 11;

export type MatchGridProps = {
  rows: readonly MatchRow[];
  others: readonly MatchRow[];
  strange: readonly MatchRow[];
  totals: readonly TotalRow[];
  charges: readonly DifferenceView[];
  currency: string;
  /** Of no order: there is nothing it is held against. */
  isOfOrder: boolean;
  /** A difference with its sentence and its answers. */
  tell: (difference: DifferenceView) => ReactNode;
};

/** Ordered, received, billed, expected, line by line; each difference below the line it is of. */
export function MatchGrid(props: MatchGridProps) {
  const { rows, others, strange, totals, charges, currency, isOfOrder, tell } = props;
  const [showsOthers, setShowsOthers] = useState(false);
  const toldIn = ({ differences }: MatchRow) => (differences.length > 0 ? tell : undefined);
  const shown = showsOthers ? [...rows, ...others] : rows;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide grid is scrolled by keyboard, too
    <section aria-label="Lines" tabIndex={0} className="@container overflow-x-auto focus-inset">
      <table aria-label="Lines of the bill" className={GRID_CLASS}>
        <MatchHead currency={currency} />
        <tbody>
          {shown.map((row, index) => (
            <LineRows key={row.key} row={row} number={row.line?.position ?? index + 1} tell={toldIn(row)} />
          ))}
          {others.length > 0 && (
            <tr data-print="hide">
              <td className={CELL_CLASS} />
              <td colSpan={COLUMNS - 1} className={CELL_CLASS}>
                <Button variant="ghost" onClick={() => setShowsOthers(!showsOthers)}>
                  {showsOthers ? 'Only the lines of this bill' : othersText(others.length)}
                </Button>
              </td>
            </tr>
          )}
          {strange.length > 0 && isOfOrder && (
            <tr>
              <th
                scope="rowgroup"
                colSpan={COLUMNS}
                className={clsx(CELL_CLASS, 'text-xs font-normal text-muted')}
              >
                Not of the order
              </th>
            </tr>
          )}
          {strange.map((row) => (
            <LineRows key={row.key} row={row} number={null} tell={toldIn(row)} />
          ))}
        </tbody>
        <tfoot>
          {totals.map((one) => (
            <TotalRows key={one.word} total={one} found={chargeOf(one, charges)} tell={tell} />
          ))}
        </tfoot>
      </table>
    </section>
  );
}

const othersText = (count: number): string =>
  count === 1 ? 'Show the other line of the order' : `Show the ${count} other lines of the order`;
const chargeOf = ({ word }: TotalRow, charges: readonly DifferenceView[]) =>
  charges.find(({ kind }) => kind === word.toLowerCase());

export function MatchHead({ currency, canRemove }: { currency: string; canRemove?: boolean }) {
  const figure = (word: string, width = 'w-22') => (
    <th scope="col" className={clsx(HEAD_CLASS, width, 'text-right')}>
      {word}
    </th>
  );
  return (
    <thead>
      <tr>
        <th scope="col" className={clsx(HEAD_CLASS, 'w-9')}>
          #
        </th>
        <th scope="col" className={clsx(HEAD_CLASS, 'w-28')}>
          Part
        </th>
        <th scope="col" className={HEAD_CLASS}>
          Description
        </th>
        {figure('Ordered')}
        {figure('Received')}
        {figure('Billed before')}
        {figure('This bill')}
        {figure(`Cost ${currency}`)}
        {figure('Amount', 'w-26')}
        {figure('Expected', 'w-26')}
        {figure('Difference', 'w-26')}
        {canRemove && (
          <th scope="col" className={clsx(HEAD_CLASS, 'w-9')}>
            <span className="sr-only">Take off</span>
          </th>
        )}
      </tr>
    </thead>
  );
}

/** What is known of the order's line: the same whether one reads or types. */
export const OrderCells = ({ row, number }: { row: Pick<MatchRow, 'line'>; number: number | null }) => (
  <>
    <td className={clsx(CELL_CLASS, 'text-muted tabular-nums')}>{number}</td>
    <td className={clsx(CELL_CLASS, 'wrap-anywhere')}>
      <bdi className="block min-w-22 font-medium">{row.line?.skuCode ?? row.line?.vendorPartNumber}</bdi>
    </td>
  </>
);
export function CountCells({ line }: Pick<MatchRow, 'line'>) {
  const count = (amount: number | undefined) => (
    <td className={FIGURE_CLASS}>{amount === undefined ? NONE : unitsText(amount)}</td>
  );
  return (
    <>
      <td className={FIGURE_CLASS}>
        {line ? unitsText(line.ordered) : NONE}{' '}
        {line && <bdi className="text-xs text-muted">{line.unit}</bdi>}
      </td>
      {count(line?.received)}
      {count(line?.before)}
    </>
  );
}

/** Red where somebody has to say a word to it; a cent within the tolerances is only told. */
export const Off = ({ amount, isFound }: { amount: number | null; isFound: boolean }) => (
  <td className={FIGURE_CLASS}>
    {amount === null ? (
      NONE
    ) : isFound ? (
      <MoneyText amount={cents(amount)} difference />
    ) : amount === 0 ? (
      NONE
    ) : (
      <span className="text-muted">
        {amount > 0 && '+'}
        <MoneyText amount={cents(amount)} />
      </span>
    )}
  </td>
);

type LineRowsProps = {
  row: MatchRow;
  number: number | null;
  /** undefined: nothing differs, and nothing that is said elsewhere draws it again; there may be 300. */
  tell: MatchGridProps['tell'] | undefined;
};

const LineRows = memo(function LineRows({ row, number, tell }: LineRowsProps) {
  const { written, expectedCents, offCents, differences } = row;
  return (
    <>
      <tr>
        <OrderCells row={row} number={number} />
        <td className={clsx(CELL_CLASS, 'min-w-40 wrap-anywhere whitespace-pre-line')}>
          <bdi>{row.description}</bdi>
        </td>
        <CountCells line={row.line} />
        <td className={FIGURE_CLASS}>{written ? unitsText(written.quantity) : NONE}</td>
        <td className={FIGURE_CLASS}>
          {!written ? NONE : written.cost === null ? 'several' : costText(written.cost)}
        </td>
        <td className={FIGURE_CLASS}>{written ? <MoneyText amount={written.amountCents} /> : NONE}</td>
        <td className={FIGURE_CLASS}>
          {expectedCents === null ? NONE : <MoneyText amount={expectedCents} />}
        </td>
        <Off amount={offCents} isFound={differences.length > 0} />
      </tr>
      {tell && <Told differences={differences} tell={tell} />}
    </>
  );
});

function TotalRows({
  total: { word, billed, expected },
  found,
  tell,
}: {
  total: TotalRow;
  found: DifferenceView | undefined;
  tell: MatchGridProps['tell'];
}) {
  const isTotal = word === 'Total';
  const figure = clsx(FIGURE_CLASS, isTotal && 'font-semibold');
  return (
    <>
      <tr>
        <th
          scope="row"
          colSpan={8}
          className={clsx(CELL_CLASS, 'text-right', isTotal ? 'font-semibold' : 'font-normal text-muted')}
        >
          {word}
        </th>
        <td className={figure}>{billed === null ? NONE : <MoneyText amount={billed} />}</td>
        <td className={figure}>
          <MoneyText amount={expected} />
        </td>
        <Off amount={billed === null ? null : billed - expected} isFound={found !== undefined} />
      </tr>
      <Told differences={found ? [found] : []} tell={tell} />
    </>
  );
}

/** In sight wherever the wide grid is scrolled to. */
const Told = ({ differences, tell }: Pick<MatchRow, 'differences'> & Pick<MatchGridProps, 'tell'>) =>
  differences.map((difference) => (
    <tr key={difference.key}>
      <td className="border-b border-line" />
      <td colSpan={COLUMNS - 1} className="border-b border-line px-2 py-1">
        <div className="sticky left-2 w-fit max-w-[calc(100cqw-4rem)]">{tell(difference)}</div>
      </td>
    </tr>
  ));
