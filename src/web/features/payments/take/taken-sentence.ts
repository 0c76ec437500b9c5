import { cents } from '#domain/money.ts';
import { formatMoney } from '../../../lib/format.ts';
import type { Taking } from './taking.ts';

/** "$1,000.00 of Maria Lopez, $880.00 of it for 3 invoices; $120.00 stays as credit." */
export function takenSentence(
  { lines, amountCents, appliedCents, leftCents }: Taking,
  currency: string,
  customer: string,
): string {
  if (!amountCents) return 'Type what was paid, or tick the invoices it pays.';
  const money = (amount: number) => formatMoney(cents(amount), currency);
  const paid = `${money(amountCents)} of ${customer}`;
  if (lines.length === 0) return `${paid} stays as credit.`;
  const invoices = `${lines.length} ${lines.length === 1 ? 'invoice' : 'invoices'}`;
  if (leftCents > 0) {
    return `${paid}, ${money(appliedCents)} of it for ${invoices}; ${money(leftCents)} stays as credit.`;
  }
  return leftCents < 0 ? `${paid}, but ${money(appliedCents)} for ${invoices}.` : `${paid} for ${invoices}.`;
}
