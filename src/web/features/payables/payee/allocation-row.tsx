import { clsx } from 'clsx';
import { CircleAlert } from 'lucide-react';
import { memo } from 'react';
import type { BillSummary } from '#contract/bill.ts';
import type { Id } from '#domain/ids.ts';
import { cents } from '#domain/money.ts';
import { type Day, daysBetween } from '#domain/time.ts';
import { formatDay, formatMoney } from '../../../lib/format.ts';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { BillLink } from '../bill-link.tsx';
import { openCents, wholeOf } from './allocation.ts';

export type AllocationRowProps = {
  bill: BillSummary;
  today: Day;
  /** undefined: it is only read. */
  text: string | undefined;
  wrong: string | undefined;
  /** The one the Tab key comes to. */
  isActive: boolean;
  onType: (id: Id, text: string) => void;
  onActive: (id: Id) => void;
};

const cell = 'border-b border-line px-2 py-0.5';
const figure = 'whitespace-nowrap tabular-nums';
const number = `${figure} text-right`;

/** A bill or credit with what of it is paid. Drawn again only when it is another one: there may be 300. */
export const AllocationRow = memo(function AllocationRow(props: AllocationRowProps) {
  const { bill, today, text, wrong, isActive, onType, onActive } = props;
  const { id, dueDate, currency } = bill;
  const open = openCents(bill);
  const late = open > 0 ? daysBetween(dueDate, today) : 0;
  const what = `${bill.kind === 'Credit' ? 'credit' : 'bill'} ${bill.number}`;
  const errorId = `unpayable-${id}`;
  const bottom = wrong === undefined ? undefined : 'border-b-0';
  const isTicked = (text ?? '').trim() !== '';
  return (
    <>
      <tr className={clsx('scroll-my-9', isTicked && 'bg-accent-soft')}>
        {text !== undefined && (
          <td className={clsx(cell, bottom, 'w-8')}>
            <Checkbox
              label={`All of ${what}`}
              hideLabel
              tabIndex={-1}
              checked={isTicked}
              onChange={({ target }) => onType(id, target.checked ? wholeOf(bill) : '')}
            />
          </td>
        )}
        <td className={clsx(cell, bottom, 'whitespace-nowrap')}>
          <BillLink id={id} number={bill.number} tabIndex={text === undefined ? 0 : -1} />
          {bill.kind === 'Credit' && <span className="ml-1.5 text-xs text-muted">Credit</span>}
        </td>
        <td className={clsx(cell, bottom, 'min-w-36 wrap-anywhere')}>
          <bdi>{bill.vendorInvoiceNumber || '–'}</bdi>
          {bill.vendorId !== bill.remitToVendorId && (
            <span className="block text-xs text-muted">
              of <bdi>{bill.vendorName}</bdi>
            </span>
          )}
        </td>
        <td className={clsx(cell, bottom, figure, 'max-xl:hidden')}>{formatDay(bill.billDate, { today })}</td>
        <td className={clsx(cell, bottom, figure, late > 0 && 'text-danger')}>
          {formatDay(dueDate, { today })}
          {late > 0 && <span className="ml-1.5 text-xs">{late === 1 ? '1 day' : `${late} days`} late</span>}
        </td>
        <td className={clsx(cell, bottom, number, 'text-muted max-xl:hidden')}>
          {formatMoney(cents(bill.payableCents), currency)}
        </td>
        <td className={clsx(cell, bottom, number, 'font-medium')}>{formatMoney(open, currency)}</td>
        {text !== undefined && (
          <td className={clsx(cell, bottom, 'w-32 min-w-28')}>
            <TextField
              size="dense"
              numeric
              inputMode="decimal"
              aria-label={`Pay of ${what}`}
              before={open < 0 ? '−' : undefined}
              data-bill={id}
              tabIndex={isActive ? 0 : -1}
              {...(wrong !== undefined && { 'aria-invalid': true, 'aria-describedby': errorId })}
              value={text}
              onFocus={() => onActive(id)}
              onChange={({ target }) => onType(id, target.value)}
            />
          </td>
        )}
      </tr>
      {wrong !== undefined && (
        <tr>
          <td className={cell} />
          <td colSpan={7} className={clsx(cell, 'pt-0')}>
            <p id={errorId} className="m-0 flex items-start gap-1 text-xs text-danger">
              <CircleAlert className="mt-px size-3.5 shrink-0" aria-hidden />
              {wrong}
            </p>
          </td>
        </tr>
      )}
    </>
  );
});
