import { clsx } from 'clsx';
import { memo, type ReactNode } from 'react';
import type { InvoiceCardView } from '#contract/invoice.ts';
import { cents, formatQuantity, formatUnitPrice, quantity, unitPrice } from '#domain/money.ts';
import { ITEM_SOURCE_WORDS } from '../../../lib/invoice-words.ts';
import { GRID_CLASS, HEAD_CLASS } from '../../../parts/line-grid/line-look.ts';
import { MoneyText } from '../../../ui/money-text.tsx';
import { CELL_WORDS } from './item-grid.ts';
import type { ItemView } from './item-row.ts';
import { LEAST_WIDTH, WIDTHS } from './items-look.ts';

/** The items as they stand. */
export function ItemsAtRest({ card: { invoice, items } }: { card: InvoiceCardView }) {
  const seesCosts = items.some(({ spent }) => spent !== null);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard, too
    <section aria-label="Items" tabIndex={0} className="relative overflow-x-auto focus-inset">
      <table aria-label="Items of the invoice" className={clsx(GRID_CLASS, LEAST_WIDTH)}>
        <thead>
          <tr>
            <Head className="w-9">#</Head>
            <Head className={WIDTHS.code}>{CELL_WORDS.code}</Head>
            <Head className={WIDTHS.description}>{CELL_WORDS.description}</Head>
            <Head className={clsx(WIDTHS.quantity, 'text-right')}>{CELL_WORDS.quantity}</Head>
            <Head className={clsx(WIDTHS.price, 'text-right')}>
              {CELL_WORDS.price} {invoice.currency}
            </Head>
            <Head className={WIDTHS.taxable}>{CELL_WORDS.taxable}</Head>
            <Head className={WIDTHS.account}>{CELL_WORDS.account}</Head>
            <Head className={WIDTHS.technician}>{CELL_WORDS.technician}</Head>
            {seesCosts && <Head className="w-24 text-right">Cost</Head>}
            <Head className="w-26 text-right">Amount</Head>
          </tr>
        </thead>
        <tbody>
          {items.map((item, index) => (
            <ItemAtRest key={item.id} item={item} number={index + 1} seesCosts={seesCosts} />
          ))}
          {items.length === 0 && (
            <tr>
              <td colSpan={10} className="px-2 py-3 text-muted">
                There is nothing on this invoice yet.
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
const NONE = <span className="text-faint">–</span>;

type ItemAtRestProps = { item: ItemView; number: number; seesCosts: boolean };

const ItemAtRest = memo(function ItemAtRest({ item, number, seesCosts }: ItemAtRestProps) {
  const cell = 'border-b border-line px-2 py-1.5 align-top wrap-anywhere';
  const figure = `${cell} text-right tabular-nums`;
  const costCents = item.spent?.costCents ?? null;
  return (
    <tr>
      <td className={`${cell} text-muted tabular-nums`}>{number}</td>
      <td className={cell}>
        {item.skuCode === null ? <span className="text-faint">text</span> : <bdi>{item.skuCode}</bdi>}
      </td>
      <td className={`${cell} whitespace-pre-line`}>
        <bdi>{item.description}</bdi>
        {item.source && <span className="block text-xs text-muted">{ITEM_SOURCE_WORDS[item.source]}</span>}
      </td>
      <td className={figure}>{formatQuantity(quantity(item.quantity))}</td>
      <td className={figure}>{formatUnitPrice(unitPrice(item.price))}</td>
      <td className={cell}>{item.taxable ? 'yes' : <span className="text-muted">no</span>}</td>
      <td className={cell}>{item.glAccount === null ? NONE : <bdi>{item.glAccount}</bdi>}</td>
      <td className={cell}>{item.technicianName === null ? NONE : <bdi>{item.technicianName}</bdi>}</td>
      {seesCosts && (
        <td className={figure}>{costCents === null ? NONE : <MoneyText amount={cents(costCents)} />}</td>
      )}
      <td className={`${cell} text-right`}>
        <MoneyText amount={cents(item.lineCents)} />
      </td>
    </tr>
  );
});
