import { type ReactNode, useState } from 'react';
import type { CustomerPaymentView } from '#contract/payment.ts';
import { cents } from '#domain/money.ts';
import type { Day } from '#domain/time.ts';
import { formatDay, formatDayTime, formatMoney } from '../../lib/format.ts';
import { Section } from '../../parts/section.tsx';
import { Button } from '../../ui/button.tsx';
import { InvoiceNumber, PaymentNumber } from './document-name.tsx';

export type Application = CustomerPaymentView['applications'][number];
export type PaymentApplicationsProps = {
  payment: CustomerPaymentView;
  today: Day;
  zone: string;
  /** What can be done with one that stands. */
  actions?: (application: Application) => ReactNode;
};

const head = 'border-b border-line px-3 py-1.5 text-xs font-normal text-muted';
const cell = 'border-b border-line px-3 py-1.5';
const number = 'text-right whitespace-nowrap tabular-nums';

/** What it was used for, or covered by, and what of it is left; what was taken back on demand. */
export function PaymentApplications({ payment, today, zone, actions }: PaymentApplicationsProps) {
  const [isAll, setAll] = useState(false);
  const { applications, currency } = payment;
  const standing = applications.filter(({ undone }) => undone === null);
  const back = applications.length - standing.length;
  const shown = isAll ? applications : standing;
  const isRefund = payment.kind === 'Refund';
  const title = isRefund ? 'Covered by' : 'Applied to';
  const money = (amount: number) => formatMoney(cents(amount), currency);
  return (
    <Section
      title={title}
      count={standing.length}
      action={
        back > 0 && (
          <Button variant="ghost" aria-pressed={isAll} onClick={() => setAll(!isAll)}>
            {isAll ? 'Hide what was taken back' : `Show ${back} taken back`}
          </Button>
        )
      }
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard, too */}
      <section aria-label={title} tabIndex={0} className="overflow-x-auto focus-inset">
        <table
          aria-label={title}
          className="w-full min-w-md border-separate border-spacing-0 text-left print:min-w-0"
        >
          <thead>
            <tr>
              <th scope="col" className={head}>
                Document
              </th>
              <th scope="col" className={head}>
                Due
              </th>
              <th scope="col" className={head}>
                Applied
              </th>
              <th scope="col" className={`${head} text-right`}>
                Amount
              </th>
              <th scope="col" className={`${head} text-right`}>
                Open now
              </th>
              {actions && (
                <th scope="col" className={head} data-print="hide">
                  <span className="sr-only">Steps</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {shown.map((one) => (
              <tr key={one.id} className={one.undone ? 'text-muted' : undefined}>
                <td className={`${cell} whitespace-nowrap`}>
                  <DocumentName of={one.other} />
                </td>
                <td className={`${cell} whitespace-nowrap`}>
                  {one.other?.dueDate ? formatDay(one.other.dueDate, { today }) : '–'}
                </td>
                <td className={cell}>
                  <span className="whitespace-nowrap">{formatDay(one.effectiveOn, { today })}</span>
                  {one.undone && (
                    <span className="block text-xs">
                      taken back by {one.undone.byName} {formatDayTime(one.undone.at, zone, { today })}
                    </span>
                  )}
                </td>
                <td className={`${cell} ${number} ${one.undone ? 'line-through' : ''}`}>
                  {money(one.cents)}
                </td>
                <td className={`${cell} ${number} text-muted`}>
                  {one.other ? money(Math.abs(one.other.openCents)) : '–'}
                </td>
                {actions && (
                  <td className={`${cell} text-right whitespace-nowrap`} data-print="hide">
                    {one.undone === null && actions(one)}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr className="font-semibold">
              <td className="px-3 py-1.5" colSpan={3}>
                {isRefund ? 'Not covered' : 'Left as credit'}
              </td>
              <td className={`px-3 py-1.5 ${number}`}>{money(Math.abs(payment.unappliedCents))}</td>
              <td colSpan={actions ? 2 : 1} />
            </tr>
          </tfoot>
        </table>
      </section>
    </Section>
  );
}

function DocumentName({ of }: { of: Application['other'] }) {
  if (of === null) return <span className="text-muted">of another business unit</span>;
  return (
    <>
      {of.kind === 'invoice' ? 'Invoice ' : 'Payment '}
      {of.kind === 'invoice' ? (
        <InvoiceNumber id={of.id} number={of.number} />
      ) : (
        <PaymentNumber id={of.id} number={of.number} />
      )}
      {of.jobNumber !== null && <span className="block text-xs text-muted">job {of.jobNumber}</span>}
    </>
  );
}
