import type { InvoiceCardView } from '#contract/invoice.ts';
import { cents } from '#domain/money.ts';
import type { Day } from '#domain/time.ts';
import { formatDay, formatMoney } from '../../lib/format.ts';
import { INVOICE_KIND_WORDS, RELATED_WORDS, RELATION_WORDS } from '../../lib/invoice-words.ts';
import { DocumentLink } from '../../parts/document-link.tsx';
import { rowClass, Section, useFewRows } from '../../parts/section.tsx';
import { MoneyText } from '../../ui/money-text.tsx';

export type InvoiceLinkedProps = { card: InvoiceCardView; today: Day };

/** What is applied to it, or what it is applied to; each with its day. */
export function InvoiceApplications({ card: { invoice, applications }, today }: InvoiceLinkedProps) {
  const { shown, more } = useFewRows(applications);
  if (applications.length === 0) return null;
  return (
    <Section title="Applied" count={applications.length}>
      {shown.map(({ id, way, other, cents: amount, effectiveOn }) => (
        <p key={id} className={`${rowClass} m-0`}>
          <span className="min-w-0 flex-1">
            {way === 'coveredBy' ? 'By' : 'To'}{' '}
            {other.kind === 'invoice' ? (
              <DocumentLink to="/invoices/$id" id={other.id} look="section">
                invoice {other.number}
              </DocumentLink>
            ) : (
              // Its page is another area's.
              <a href={`/payments/${other.id}`} className="font-medium tabular-nums">
                payment {other.number}
              </a>
            )}
          </span>
          <span className="text-muted tabular-nums">{formatDay(effectiveOn as Day, { today })}</span>
          <MoneyText amount={cents(amount)} currency={invoice.currency} className="w-28 text-right" />
        </p>
      ))}
      {more}
    </Section>
  );
}

/** The invoice it is about, and those about it. */
export function InvoiceLinks({ card: { invoice, about, linked } }: Pick<InvoiceLinkedProps, 'card'>) {
  const all = [
    ...(about ? [{ ...about, words: RELATION_WORDS[about.relation] }] : []),
    ...linked.map((one) => ({ ...one, words: RELATED_WORDS[one.relation] })),
  ];
  const { shown, more } = useFewRows(all);
  if (all.length === 0) return null;
  return (
    <Section title="Linked invoices" count={all.length}>
      {shown.map((one) => (
        <p key={one.id} className={`${rowClass} m-0`}>
          <span className="min-w-0 flex-1">
            {one.words}{' '}
            <DocumentLink to="/invoices/$id" id={one.id} look="section">
              invoice {one.number}
            </DocumentLink>{' '}
            <span className="text-muted">
              {INVOICE_KIND_WORDS[one.kind]}
              {one.customerId !== invoice.customerId && (
                <>
                  {' '}
                  of <bdi>{one.customerName}</bdi>
                </>
              )}
              {one.isVoid && ', void'}
            </span>
          </span>
          <span className="text-muted tabular-nums">
            {formatMoney(cents(one.balanceCents), invoice.currency)} open
          </span>
          <MoneyText amount={cents(one.totalCents)} currency={invoice.currency} className="w-28 text-right" />
        </p>
      ))}
      {more}
    </Section>
  );
}
