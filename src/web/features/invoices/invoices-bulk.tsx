import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { ResultOf } from '#contract/endpoints.ts';
import type { InvoiceSummary } from '#contract/invoice.ts';
import { REVIEW_STATUSES, type ReviewStatus } from '#domain/invoices/invoice.ts';
import { cents } from '#domain/money.ts';
import { invoiceMutations } from '../../data/invoices.ts';
import { formatMoney } from '../../lib/format.ts';
import { REVIEW_WORDS } from '../../lib/invoice-words.ts';
import { OutcomeTable } from '../../parts/bulk/outcome-table.tsx';
import { toldOutcomes } from '../../parts/bulk/outcomes.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useValueWording } from '../../parts/use-value-wording.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { ReviewBadge } from './invoice-status.tsx';

/** As the contract takes them in one step. */
const MOST_AT_ONCE = 200;

export type InvoicesBulkProps = {
  selected: readonly InvoiceSummary[];
  onAsk: (invoices: readonly InvoiceSummary[]) => void;
};

/** What can be done with the invoices selected. */
export const InvoicesBulk = ({ selected, onAsk }: InvoicesBulkProps) => (
  <Button
    disabledReason={
      selected.length > MOST_AT_ONCE
        ? `At most ${MOST_AT_ONCE} invoices in one step. Select fewer.`
        : undefined
    }
    onClick={() => onAsk(selected)}
  >
    Review…
  </Button>
);

export type ReviewManyProps = {
  invoices: readonly InvoiceSummary[];
  /** The list as it is by now: some leave it with the step. */
  newest: readonly InvoiceSummary[];
  onClose: (isDone: boolean) => void;
};

const OPTIONS = REVIEW_STATUSES.map((value) => ({ value, label: REVIEW_WORDS[value] }));

/** How far they were looked at, then each invoice with what became of it. */
export function ReviewMany({ invoices, newest, onClose }: ReviewManyProps) {
  const wording = useValueWording();
  const review = useMutation(invoiceMutations.reviewMany());
  const [status, setStatus] = useState<ReviewStatus>('Reviewed');
  const [written, setWritten] = useState<ResultOf<'invoices.review'> | null>(null);
  const [error, setError] = useState<unknown>(null);
  const counted = `${invoices.length} ${invoices.length === 1 ? 'invoice' : 'invoices'}`;
  async function send() {
    // Asked again after somebody's change, it is decided on what the list shows by now.
    const expected = invoices.map(({ id, version }) => ({
      kind: 'invoice' as const,
      id,
      version: newest.find((one) => one.id === id)?.version ?? version,
    }));
    setError(null);
    try {
      setWritten(await review.mutateAsync({ reviewStatus: status, expected }));
    } catch (problem) {
      setError(problem);
    }
  }
  const outcomes = written && toldOutcomes(invoices, written.outcomes, `${REVIEW_WORDS[status]}.`, wording);
  const done = outcomes ? [...outcomes.values()].filter(({ isDone }) => isDone).length : 0;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose(written !== null)}
      title={`Review: ${counted}`}
      width="wide"
      keepOnOutsidePress
      footer={
        written ? (
          <Button size="form" variant="primary" onClick={() => onClose(true)}>
            Close
          </Button>
        ) : (
          <>
            <Button size="form" onClick={() => onClose(false)}>
              Leave them as they are
            </Button>
            <Button
              size="form"
              type="submit"
              variant="primary"
              busy={review.isPending}
              onClick={() => void send()}
            >
              Say so of {counted}
            </Button>
          </>
        )
      }
    >
      {outcomes ? (
        <p role="status" className="pb-2">
          {done === invoices.length
            ? `Done: all ${counted}.`
            : `Done: ${done}. Refused, and as before: ${invoices.length - done}.`}
        </p>
      ) : (
        <div className="w-64 pb-3">
          <Field label="They are">
            <Select value={status} onValueChange={setStatus} options={OPTIONS} />
          </Field>
        </div>
      )}
      <OutcomeTable
        rows={invoices}
        heads={['Invoice', 'Customer', 'Total']}
        party={({ customerName }) => customerName}
        amount={({ totalCents, currency }) => formatMoney(cents(totalCents), currency)}
        status={({ reviewStatus }) => <ReviewBadge status={reviewStatus} />}
        outcomes={outcomes}
      />
      <div className="pt-2 empty:hidden">
        <ProblemNote error={error} wording={wording} />
      </div>
    </Dialog>
  );
}
