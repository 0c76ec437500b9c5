import type { OpenDocuments } from '#contract/receivable.ts';
import type { Setup } from '#contract/setup.ts';
import { AGE_BUCKETS } from '#domain/receivables/ageing.ts';
import type { Day } from '#domain/time.ts';
import { INVOICE_KIND_WORDS } from '../../lib/invoice-words.ts';
import { dayColumn, documentColumn, moneyColumn } from '../../parts/document-columns.tsx';
import { DocumentLink } from '../../parts/document-link.tsx';
import { unitColumn, wordsColumn } from '../../parts/list-columns.tsx';
import type { DataColumn } from '../../ui/data-column.ts';

export type OpenDocument = OpenDocuments['items'][number];

const kindOf = ({ invoiceKind, totalCents }: OpenDocument): string => {
  if (invoiceKind !== null) return INVOICE_KIND_WORDS[invoiceKind];
  return totalCents > 0 ? 'Refund' : 'Payment';
};

/** One customer's open documents. */
export const openColumns = (setup: Setup, day: Day): DataColumn<OpenDocument>[] => [
  {
    ...wordsColumn<OpenDocument>({ id: 'number', title: 'Number', width: 90, fixed: true }, ({ number }) =>
      String(number),
    ),
    cell: ({ kind, id, number }) => (
      <DocumentLink to={kind === 'payment' ? '/payments/$id' : '/invoices/$id'} id={id} tabIndex={-1}>
        {number}
      </DocumentLink>
    ),
    sortBy: ({ number }) => number,
  },
  wordsColumn({ id: 'kind', title: 'Kind', width: 130 }, kindOf),
  documentColumn({ id: 'job', title: 'Job', width: 90 }, '/jobs/$id', ({ jobId, jobNumber }) => ({
    id: jobId,
    number: jobNumber,
  })),
  { ...unitColumn<OpenDocument>(setup), grow: 1 },
  dayColumn({ id: 'date', title: 'Date' }, day, ({ date }) => date),
  dayColumn({ id: 'due', title: 'Due' }, day, ({ dueDate }) => dueDate),
  wordsColumn({ id: 'age', title: 'Open for', width: 110 }, ({ bucket }) =>
    bucket === null ? '' : AGE_BUCKETS[bucket]!,
  ),
  moneyColumn({ id: 'total', title: 'Total' }, ({ totalCents }) => totalCents),
  moneyColumn({ id: 'balance', title: 'Balance' }, ({ balanceCents }) => balanceCents),
];
