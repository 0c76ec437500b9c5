import type { ReactNode } from 'react';
import type { CustomerPaymentView } from '#contract/payment.ts';
import { cents } from '#domain/money.ts';
import type { Day } from '#domain/time.ts';
import { formatDay, formatDayTime, formatMoney } from '../../lib/format.ts';
import { DocumentLink } from '../../parts/document-link.tsx';
import { Section } from '../../parts/section.tsx';
import { PaymentNumber } from './document-name.tsx';
import { REFUND_REASON_WORDS, SHOWN_KIND_WORDS } from './payment-words.ts';

export type PaymentFactsProps = { payment: CustomerPaymentView; today: Day; zone: string };

/** How and when it was paid, what for, by whom entered. */
export function PaymentFacts({ payment, today, zone }: PaymentFactsProps) {
  const { job, project, source, refundReason, batch, made } = payment;
  return (
    <Section title="Facts">
      <dl className="m-0 grid grid-cols-2 gap-x-5 gap-y-2 px-3 py-2 lg:grid-cols-4">
        <Fact title="Kind">{SHOWN_KIND_WORDS[payment.shownKind]}</Fact>
        <Fact title="Paid by">
          <bdi>{payment.paymentTypeName}</bdi>
        </Fact>
        <Fact title="Paid on">{formatDay(payment.paidOn, { today })}</Fact>
        <Fact title="Reference">{payment.reference && <bdi>{payment.reference}</bdi>}</Fact>
        <Fact title="Business unit">
          <bdi>{payment.businessUnitName}</bdi>
        </Fact>
        {job && (
          <Fact title="For job">
            <DocumentLink to="/jobs/$id" id={job.id}>
              {job.number}
            </DocumentLink>
          </Fact>
        )}
        {project && (
          <Fact title="For project">
            <DocumentLink to="/projects/$id" id={project.id}>
              {project.number}
            </DocumentLink>
          </Fact>
        )}
        {source && (
          <Fact title="Gives back of">
            payment <PaymentNumber id={source.id} number={source.number} />
          </Fact>
        )}
        {refundReason && <Fact title="Reason">{REFUND_REASON_WORDS[refundReason]}</Fact>}
        {batch && <Fact title="Batch">{batch.number}</Fact>}
        <Fact title="Entered by" hiddenOnPaper>
          {made.byName}
          <span className="block text-xs text-muted">{formatDayTime(made.at, zone, { today })}</span>
        </Fact>
        <Fact title="Memo" wide>
          {payment.memo && <bdi className="whitespace-pre-line">{payment.memo}</bdi>}
        </Fact>
      </dl>
    </Section>
  );
}

type FactProps = { title: string; wide?: boolean; hiddenOnPaper?: boolean; children: ReactNode };
const Fact = ({ title, wide, hiddenOnPaper, children }: FactProps) => (
  <div className={wide ? 'col-span-2 min-w-0' : 'min-w-0'} {...(hiddenOnPaper && { 'data-print': 'hide' })}>
    <dt className="text-xs text-muted">{title}</dt>
    <dd className="m-0 wrap-anywhere">{children || <span className="text-faint">none</span>}</dd>
  </div>
);

/** What of it went back. */
export function PaymentRefunds({ payment, today }: Omit<PaymentFactsProps, 'zone'>) {
  const { refunds, currency } = payment;
  if (refunds.length === 0) return null;
  return (
    <Section title="Given back" count={refunds.length}>
      <ul className="m-0 list-none p-0">
        {refunds.map((one) => (
          <li
            key={one.id}
            className="flex flex-wrap gap-x-3 border-b border-line px-3 py-1.5 last:border-b-0"
          >
            <PaymentNumber id={one.id} number={one.number} />
            <span>{formatDay(one.paidOn, { today })}</span>
            <span className="text-muted">
              {REFUND_REASON_WORDS[one.reason]}
              {one.isVoid && ' · void'}
            </span>
            <span className={`ml-auto tabular-nums ${one.isVoid ? 'line-through' : ''}`}>
              {formatMoney(cents(one.cents), currency)}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
