/** How far an invoice is: reviewed, posted, exported, paid (domain-rules §7). */
import type { InvoiceCardView } from '#contract/invoice.ts';
import { cents } from '#domain/money.ts';
import { type Day, dayOf, type Instant } from '#domain/time.ts';
import { formatDay, formatMoney, formatTime } from '../../lib/format.ts';
import { REVIEW_WORDS } from '../../lib/invoice-words.ts';
import type { Step } from '../../ui/steps.tsx';

type Reader = { readonly zone: string; readonly today: Day };

/** Nobody has to look at it again. */
const LOOKED_AT = new Set(['Reviewed', 'ReadyForBilling', 'Invoiced']);

/** @param reader the zone times are read in, and its day */
export function invoiceSpine({ invoice }: InvoiceCardView, { zone, today }: Reader): Step[] {
  const { voided, batch, syncStatus, reviewStatus, totalCents, balanceCents, currency } = invoice;
  const money = (amount: number) => formatMoney(cents(amount), currency);
  if (voided) {
    const at = voided.at as Instant;
    const said = `${voided.byName}, ${formatDay(dayOf(at, zone), { today })} ${formatTime(at, zone)}`;
    return [{ label: 'Void', detail: said, state: 'done' }];
  }
  const applied = totalCents - balanceCents;
  const isPaid = balanceCents === 0 && totalCents !== 0;
  const isPosted = syncStatus !== 'Pending';
  return [
    {
      label: REVIEW_WORDS[reviewStatus],
      detail: formatDay(invoice.invoiceDate as Day, { today }),
      state: LOOKED_AT.has(reviewStatus) ? 'done' : 'part',
    },
    {
      label: 'Posted',
      detail: isPosted && batch ? `batch ${batch.number}` : '–',
      state: isPosted ? 'done' : 'todo',
    },
    { label: 'Exported', detail: '–', state: syncStatus === 'Exported' ? 'done' : 'todo' },
    {
      label: totalCents < 0 ? 'Used' : 'Paid',
      detail: applied === 0 ? '–' : `${money(applied)} of ${money(totalCents)}`,
      state: isPaid ? 'done' : applied === 0 ? 'todo' : 'part',
    },
  ];
}
