import type { BillSummary } from '#contract/bill.ts';
import { cents } from '#domain/money.ts';
import type { Day } from '#domain/time.ts';
import { formatDay, formatMoney } from '../../../lib/format.ts';
import type { AllocationLook } from '../../../parts/allocation/allocation-row.tsx';
import { DueCell } from '../../../parts/allocation/due-cell.tsx';
import { BillLink } from '../bill-link.tsx';
import { openCents } from './allocation.ts';

const figure = 'whitespace-nowrap tabular-nums';

/** How an open bill or credit stands in the grid. */
export const openBillLook = (today: Day): AllocationLook<BillSummary> => ({
  openOf: openCents,
  nameOf: ({ kind, number }) => `${kind === 'Credit' ? 'credit' : 'bill'} ${number}`,
  columns: [
    {
      title: 'Bill',
      className: 'whitespace-nowrap',
      cell: ({ id, number, kind }, tabIndex) => (
        <>
          <BillLink id={id} number={number} tabIndex={tabIndex} />
          {kind === 'Credit' && <span className="ml-1.5 text-xs text-muted">Credit</span>}
        </>
      ),
    },
    {
      title: 'Vendor’s number',
      cellClass: 'min-w-36 wrap-anywhere',
      cell: (bill) => (
        <>
          <bdi>{bill.vendorInvoiceNumber || '–'}</bdi>
          {bill.vendorId !== bill.remitToVendorId && (
            <span className="block text-xs text-muted">
              of <bdi>{bill.vendorName}</bdi>
            </span>
          )}
        </>
      ),
    },
    {
      title: 'Billed',
      // A laptop has no room for what the bill's page tells as well.
      className: 'max-xl:hidden',
      cellClass: figure,
      cell: ({ billDate }) => formatDay(billDate, { today }),
    },
    {
      title: 'Due',
      cellClass: figure,
      cell: (bill) => <DueCell dueDate={bill.dueDate} isOwed={openCents(bill) > 0} today={today} />,
    },
    {
      title: 'Amount',
      className: 'text-right max-xl:hidden',
      cellClass: `${figure} text-muted`,
      cell: ({ payableCents, currency }) => formatMoney(cents(payableCents), currency),
    },
    {
      title: 'Open',
      className: 'text-right',
      cellClass: `${figure} font-medium`,
      cell: (bill) => formatMoney(openCents(bill), bill.currency),
    },
  ],
});
