import type { OpenDocuments } from '#contract/payment.ts';
import type { InvoiceKind } from '#domain/invoices/invoice.ts';
import { cents } from '#domain/money.ts';
import type { Day } from '#domain/time.ts';
import { formatDay, formatMoney } from '../../lib/format.ts';
import type { AllocationLook } from '../../parts/allocation/allocation-row.tsx';
import { DueCell } from '../../parts/allocation/due-cell.tsx';
import { InvoiceNumber } from './document-name.tsx';
import { INVOICE_KIND_WORDS } from './payment-words.ts';

export type OpenRow = OpenDocuments['items'][number];

const figure = 'whitespace-nowrap tabular-nums';

/** Said only where it is not what most of them are. */
const kindOf = (kind: InvoiceKind | null): string | null =>
  kind === null || kind === 'Job' ? null : INVOICE_KIND_WORDS[kind];

/** How an open invoice of a customer stands in the grid. */
export const openInvoiceLook = (today: Day): AllocationLook<OpenRow> => ({
  openOf: ({ openCents }) => openCents,
  nameOf: ({ number }) => `invoice ${number}`,
  columns: [
    {
      title: 'Invoice',
      className: 'whitespace-nowrap',
      cell: (row, tabIndex) => (
        <>
          <InvoiceNumber id={row.id} number={row.number} tabIndex={tabIndex} />
          {kindOf(row.invoiceKind) && (
            <span className="ml-1.5 text-xs text-muted">{kindOf(row.invoiceKind)}</span>
          )}
        </>
      ),
    },
    {
      title: 'Work at',
      cellClass: 'min-w-36 wrap-anywhere',
      cell: ({ street, jobNumber }) => (
        <>
          <bdi>{street || '–'}</bdi>
          {jobNumber !== null && <span className="ml-1.5 text-xs text-muted">job {jobNumber}</span>}
        </>
      ),
    },
    {
      title: 'Invoiced',
      className: 'max-xl:hidden',
      cellClass: figure,
      cell: ({ on }) => formatDay(on, { today }),
    },
    {
      title: 'Due',
      cellClass: figure,
      cell: ({ dueDate, openCents }) => <DueCell dueDate={dueDate} isOwed={openCents > 0} today={today} />,
    },
    {
      title: 'Amount',
      className: 'text-right max-xl:hidden',
      cellClass: `${figure} text-muted`,
      cell: ({ totalCents, currency }) => formatMoney(cents(totalCents), currency),
    },
    {
      title: 'Open',
      className: 'text-right',
      cellClass: `${figure} font-medium`,
      cell: ({ openCents, currency }) => formatMoney(cents(openCents), currency),
    },
  ],
});
