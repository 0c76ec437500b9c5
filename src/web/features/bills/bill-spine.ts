/** How far a bill is: paper, match, reconciled, books, paid, each with who and when (domain-rules §6). */
import type { BillCardView } from '#contract/bill.ts';
import { cents } from '#domain/money.ts';
import { isPaid } from '#domain/payables/due.ts';
import { type Day, dayOf, type Instant } from '#domain/time.ts';
import { formatDay, formatMoney, formatTime } from '../../lib/format.ts';
import type { Step } from '../../ui/steps.tsx';

type Reader = { readonly zone: string; readonly today: Day };
type Stamp = { readonly byName: string; readonly at: string };

/** @param reader the zone times are read in, and its day */
export function billSpine({ bill, differences }: BillCardView, { zone, today }: Reader): Step[] {
  const said = ({ byName, at }: Stamp): string =>
    `${byName}, ${formatDay(dayOf(at as Instant, zone), { today })} ${formatTime(at as Instant, zone)}`;
  const money = (amount: number) => formatMoney(cents(amount), bill.currency);
  const paper: Step = bill.billed
    ? {
        label: 'Paper is here',
        detail: `of ${formatDay(bill.billDate as Day, { today })}`,
        state: 'done',
      }
    : { label: 'Waiting for paper', detail: '–', state: 'part' };
  if (bill.canceled) {
    return [
      ...(bill.billed ? [paper] : []),
      { label: 'Canceled', detail: said(bill.canceled), state: 'done' },
    ];
  }
  const open = differences.filter(({ isOpen }) => isOpen).length;
  const claimed = bill.claims.length;
  const settled = differences.length - open;
  const matched: Step =
    open > 0 && !bill.reconciled
      ? { label: 'Discrepancy', detail: `${open} of ${differences.length} open`, state: 'part' }
      : {
          label: 'Matched',
          detail:
            [
              settled > 0 && bill.kind === 'Bill' ? `${settled} settled` : '',
              claimed > 0 ? `${claimed} to be credited` : '',
            ]
              .filter(Boolean)
              .join(', ') || '–',
          state: bill.billed ? 'done' : 'todo',
        };
  const reconciled: Step = {
    label: 'Reconciled',
    detail: bill.reconciled ? said(bill.reconciled) : '–',
    state: bill.reconciled ? 'done' : bill.billed && open === 0 ? 'part' : 'todo',
  };
  const isPosted = bill.syncStatus !== 'Pending';
  const books = (label: string, isDone: boolean): Step => ({
    label,
    detail: '–',
    state: isDone ? 'done' : 'todo',
  });
  const { paidCents, payableCents } = bill;
  const isAllPaid = isPaid(bill);
  return [
    paper,
    matched,
    reconciled,
    books('Posted', isPosted),
    books('Exported', bill.syncStatus === 'Exported'),
    {
      label: 'Paid',
      detail: paidCents === 0 && !isAllPaid ? '–' : `${money(paidCents)} of ${money(payableCents)}`,
      state: isAllPaid ? 'done' : paidCents === 0 ? 'todo' : 'part',
    },
  ];
}
