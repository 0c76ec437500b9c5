import type { JobCardView } from '#contract/job.ts';
import { cents } from '#domain/money.ts';
import { DocumentLink } from '../../parts/document-link.tsx';
import { MoneyText } from '../../ui/money-text.tsx';
import { Tag, type Tone } from '../../ui/tag.tsx';
import { InvoiceCopies } from './invoice-copies.tsx';
import { InvoiceProposals } from './invoice-proposals.tsx';

const TONES: Readonly<Record<JobCardView['invoice']['syncStatus'], Tone>> = {
  Pending: 'neutral',
  Posted: 'info',
  Exported: 'success',
};

/** The job's invoice: it exists from booking on, and once posted what it billed stands still. */
export function InvoiceBox({ card, onUndo }: { card: JobCardView; onUndo: (operationId: number) => void }) {
  const { invoice, job } = card;
  return (
    <section
      aria-label="Invoice"
      className="mt-4 flex flex-col gap-2 rounded-lg border border-line bg-surface px-3 py-2"
    >
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <h2 className="font-semibold">
          <DocumentLink to="/invoices/$id" id={invoice.id} look="section">
            Invoice {invoice.number}
          </DocumentLink>
        </h2>
        <Tag tone={TONES[invoice.syncStatus]}>{invoice.syncStatus}</Tag>
        {invoice.syncStatus !== 'Pending' && (
          <span className="text-xs text-muted">
            Visits, bill-to and business unit stand still until it is un-posted.
          </span>
        )}
        <span className="ml-auto text-muted">
          Total{' '}
          <MoneyText
            amount={cents(invoice.totalCents)}
            currency={invoice.currency}
            className="ml-2 text-base font-semibold text-text"
          />
        </span>
      </div>
      <InvoiceCopies jobId={job.id} onUndo={onUndo} />
      <InvoiceProposals card={card} />
    </section>
  );
}
