import { clsx } from 'clsx';
import { memo, type ReactNode } from 'react';
import type { OrderCardView, OrderLineView } from '#contract/purchase-order.ts';
import {
  cents,
  formatCents,
  formatQuantity,
  formatUnitPrice,
  lineTotal,
  type Quantity,
  quantity,
  subtractCents,
  unitPrice,
} from '#domain/money.ts';
import { activeLines, openOf, receivedByLine } from '#domain/purchasing/amounts.ts';
import type { OrderStatus } from '#domain/purchasing/purchase-order.ts';
import type { Day } from '#domain/time.ts';
import { cardOf, returnedIn } from '../../../data/purchase-orders.ts';
import { formatDay } from '../../../lib/format.ts';
import { GRID_CLASS, HEAD_CLASS } from '../../../parts/line-grid/line-look.ts';
import { MoneyText } from '../../../ui/money-text.tsx';
import { CELL_WORDS } from './grid-columns.ts';
import { LEAST_WIDTH, WIDTHS } from './line-look.ts';

/** Once the vendor has it, the grid grows by what came and what differs from what was ordered. */
export const isOut = (status: OrderStatus): boolean => status !== 'Pending' && status !== 'Canceled';

type Came = {
  readonly received: number;
  readonly back: number;
  /** By the vendor's papers; null while none of them names it. */
  readonly billed: number | null;
  readonly difference: ReactNode;
};

type Billed = OrderCardView['billed'][number];

/** What is asked for beyond what came or was agreed, or less; nothing while it is not billed. */
function billedDifference(billed: Billed | undefined, came: Quantity, cost: number): string | null {
  if (!billed) return null;
  const off = billed.quantity - came;
  if (off > 0) return `${formatQuantity(quantity(off))} billed, not here`;
  if (off < 0) return `${formatQuantity(quantity(-off))} not billed`;
  const price = subtractCents(cents(billed.cents), lineTotal(came, unitPrice(cost)));
  return price === 0 ? null : `${formatCents(price)} ${price > 0 ? 'dearer' : 'cheaper'}`;
}

/** Nothing is said of a line that no paper names yet. */
export const billedText = (billed: number | null | undefined): ReactNode =>
  typeof billed === 'number' ? formatQuantity(quantity(billed)) : <span className="text-faint">–</span>;

function differenceOf(open: Quantity, over: Quantity): ReactNode {
  if (open > 0) return `${formatQuantity(open)} open`;
  if (over > 0) return <span className="font-semibold text-danger">{formatQuantity(over)} over</span>;
  return <span className="text-faint">–</span>;
}

/** By line: what came of it, and what is still to come or came too much. */
export function cameByLine(view: OrderCardView): ReadonlyMap<number, Came> {
  const card = cardOf(view);
  const received = receivedByLine(card.receipts);
  const back = returnedIn(view);
  return new Map(
    activeLines(card).map((line) => {
      const came = received.get(line.id) ?? quantity(0);
      const open = openOf(line, came);
      const over = quantity(Math.max(0, came - line.quantity));
      const billed = view.billed.find(({ lineId }) => lineId === line.id);
      const asked = billedDifference(billed, came, line.cost);
      const difference = asked ? (
        <>
          {(open > 0 || over > 0) && <span className="block">{differenceOf(open, over)}</span>}
          <span className="font-semibold text-danger">{asked}</span>
        </>
      ) : (
        differenceOf(open, over)
      );
      return [
        line.id,
        { received: came, back: back(line.id), billed: billed?.quantity ?? null, difference },
      ] as const;
    }),
  );
}

/** The lines as they stand. */
export function LinesAtRest({ card }: { card: OrderCardView }) {
  const { order, asking } = card;
  const came = isOut(order.status) ? cameByLine(card) : null;
  const lines = card.lines.filter(({ active }) => active);
  // Blank in every line, it took the room of what came and differs.
  const hasDays = lines.some(({ expectedOn }) => expectedOn !== null);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard, too
    <section aria-label="Lines" tabIndex={0} className="relative overflow-x-auto focus-inset">
      <table
        aria-label="Lines of the order"
        className={clsx(GRID_CLASS, came ? LEAST_WIDTH.withCame : LEAST_WIDTH.plain)}
      >
        <thead>
          <tr>
            <Head className="w-9">#</Head>
            <Head className={WIDTHS.code}>{CELL_WORDS.code}</Head>
            <Head className={WIDTHS.description}>{CELL_WORDS.description}</Head>
            <Head className={WIDTHS.vendorPartNumber}>{CELL_WORDS.vendorPartNumber}</Head>
            <Head className={clsx(WIDTHS.quantity, 'text-right')}>{CELL_WORDS.quantity}</Head>
            <Head className={clsx(WIDTHS.cost, 'text-right')}>
              {CELL_WORDS.cost} {order.currency}
            </Head>
            {hasDays && <Head className={WIDTHS.expectedOn}>{CELL_WORDS.expectedOn}</Head>}
            <Head className="w-22 text-right">Amount</Head>
            {came && <Head className="w-18 text-right">Received</Head>}
            {came && <Head className="w-16 text-right">Billed</Head>}
            {came && <Head className="w-24 text-right">Difference</Head>}
          </tr>
        </thead>
        <tbody>
          {lines.map((line, index) => (
            <LineAtRest
              key={line.id}
              line={line}
              number={index + 1}
              today={asking.today}
              hasDays={hasDays}
              received={came?.get(line.id)?.received}
              back={came?.get(line.id)?.back ?? 0}
              billed={came?.get(line.id)?.billed ?? null}
              difference={came?.get(line.id)?.difference}
            />
          ))}
          {lines.length === 0 && (
            <tr>
              <td colSpan={11} className="px-2 py-3 text-muted">
                There is nothing on this order yet.
              </td>
            </tr>
          )}
        </tbody>
      </table>
    </section>
  );
}

const Head = ({ className, children }: { className: string; children: ReactNode }) => (
  <th scope="col" className={clsx(HEAD_CLASS, className)}>
    {children}
  </th>
);

type LineAtRestProps = {
  line: OrderLineView;
  number: number;
  today: Day;
  /** Some line has a day. */
  hasDays: boolean;
  received: number | undefined;
  /** Of it, on returns to the vendor. */
  back: number;
  billed: number | null;
  difference: ReactNode;
};

const LineAtRest = memo(function LineAtRest(props: LineAtRestProps) {
  const { line, number, today, hasDays, received, back, billed, difference } = props;
  const [count, cost] = [quantity(line.quantity), unitPrice(line.cost)];
  const cell = 'border-b border-line px-2 py-1.5 align-top wrap-anywhere';
  const figure = `${cell} text-right tabular-nums`;
  return (
    <tr>
      <td className={`${cell} text-muted tabular-nums`}>{number}</td>
      <td className={cell}>
        {line.skuCode === null ? <span className="text-faint">text</span> : <bdi>{line.skuCode}</bdi>}
      </td>
      <td className={`${cell} whitespace-pre-line`}>
        <bdi>{line.description}</bdi>
      </td>
      <td className={cell}>
        <bdi>{line.vendorPartNumber}</bdi>
      </td>
      <td className={figure}>
        {formatQuantity(count)} <bdi className="text-xs text-muted">{line.unit}</bdi>
      </td>
      <td className={figure}>{formatUnitPrice(cost)}</td>
      {hasDays && <td className={cell}>{line.expectedOn && formatDay(line.expectedOn, { today })}</td>}
      <td className={`${cell} text-right`}>
        <MoneyText amount={lineTotal(count, cost)} />
      </td>
      {received !== undefined && (
        <td className={figure}>
          {formatQuantity(quantity(received))}
          {back > 0 && (
            <span className="block text-xs text-muted">{formatQuantity(quantity(back))} back</span>
          )}
        </td>
      )}
      {received !== undefined && <td className={figure}>{billedText(billed)}</td>}
      {received !== undefined && <td className={figure}>{difference}</td>}
    </tr>
  );
});
