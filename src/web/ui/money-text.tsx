import { clsx } from 'clsx';
import { type Cents, formatCents, negateCents } from '#domain/money.ts';
import { formatMoney } from '../lib/format.ts';

export type MoneyTextProps = {
  amount: Cents;
  /** the business unit's; left out in a column whose head names it */
  currency?: string | undefined;
  /** a difference: + or − in front, red when over, a dash when nothing */
  difference?: boolean | undefined;
  className?: string | undefined;
};

/** An amount with tabular figures; put it in a right-aligned cell. */
export function MoneyText({ amount, currency, difference, className }: MoneyTextProps) {
  if (difference && amount === 0) return <span className="text-faint">–</span>;
  const plain = amount < 0 ? `−${formatCents(negateCents(amount))}` : formatCents(amount);
  const text = currency ? formatMoney(amount, currency) : plain;
  return (
    <span
      className={clsx('whitespace-nowrap tabular-nums', difference && 'font-semibold text-danger', className)}
    >
      {difference && amount > 0 && '+'}
      {text}
    </span>
  );
}
