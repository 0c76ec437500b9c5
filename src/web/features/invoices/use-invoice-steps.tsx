import type { InvoiceCardView, InvoiceWritten } from '#contract/invoice.ts';
import { type InvoiceStep, invoiceMutations } from '../../data/invoices.ts';
import { type RecordAsk, useRecordSteps } from '../../parts/use-record-steps.tsx';

type Step = InvoiceStep | 'review';
export type InvoiceSteps = ReturnType<typeof useInvoiceSteps>;

/** Every step on an invoice, with what may follow. Without a `base` it is decided on the invoice as it is on screen. */
export function useInvoiceSteps({ invoice: { id, version } }: InvoiceCardView) {
  const steps = useRecordSteps<Step, InvoiceWritten>({
    kind: 'invoice',
    id,
    word: 'invoice',
    mutation: (step) =>
      (step === 'review' ? invoiceMutations.review(id) : invoiceMutations.step(step, id)) as never,
  });
  const base = [{ kind: 'invoice' as const, id, version }];
  return { ...steps, send: (ask: RecordAsk<Step, InvoiceWritten>) => steps.send({ base, ...ask }) };
}
