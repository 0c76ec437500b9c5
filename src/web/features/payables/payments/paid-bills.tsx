import type { PaymentView } from '#contract/payable.ts';
import { cents } from '#domain/money.ts';
import type { Day } from '#domain/time.ts';
import { formatDay, formatMoney } from '../../../lib/format.ts';
import { Section } from '../../../parts/section.tsx';
import { BillLink } from '../bill-link.tsx';

const head = 'border-b border-line px-3 py-1.5 text-xs font-normal text-muted';
const cell = 'border-b border-line px-3 py-1.5';
const number = 'text-right whitespace-nowrap tabular-nums';

/** Each bill with what it was paid, each credit with what was applied of it. */
export function PaidBills({ payment, today }: { payment: PaymentView; today: Day }) {
  const { lines, currency } = payment;
  const title = payment.canceled ? 'What it had paid' : 'What it paid';
  return (
    <Section title={title} count={lines.length}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard, too */}
      <section aria-label={title} tabIndex={0} className="overflow-x-auto focus-inset">
        <table
          aria-label={title}
          className="w-full min-w-md border-separate border-spacing-0 text-left print:min-w-0"
        >
          <thead>
            <tr>
              <th scope="col" className={head}>
                Vendor’s number
              </th>
              <th scope="col" className={head}>
                Bill
              </th>
              <th scope="col" className={head}>
                Due
              </th>
              <th scope="col" className={`${head} text-right`}>
                Paid
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.billId}>
                <td className={`${cell} wrap-anywhere`}>
                  <bdi>{line.vendorInvoiceNumber || '–'}</bdi>
                  {line.kind === 'Credit' && <span className="ml-1.5 text-xs text-muted">Credit</span>}
                  {line.vendorName !== payment.payeeName && (
                    <span className="block text-xs text-muted">
                      of <bdi>{line.vendorName}</bdi>
                    </span>
                  )}
                </td>
                <td className={cell}>
                  <BillLink id={line.billId} number={line.billNumber} />
                </td>
                <td className={`${cell} whitespace-nowrap`}>{formatDay(line.dueDate, { today })}</td>
                <td className={`${cell} ${number}`}>{formatMoney(cents(line.cents), currency)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr className="font-semibold">
              <td className="px-3 py-1.5" colSpan={3}>
                Total
              </td>
              <td className={`px-3 py-1.5 ${number}`}>{formatMoney(cents(payment.amountCents), currency)}</td>
            </tr>
          </tfoot>
        </table>
      </section>
    </Section>
  );
}
