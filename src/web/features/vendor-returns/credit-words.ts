import { type Cents, cents, subtractCents } from '#domain/money.ts';
import { formatMoney } from '../../lib/format.ts';

/** "4.50 USD less than expected", "as expected". */
export function creditDifference(expected: Cents, came: Cents, currency: string): string {
  const more = subtractCents(came, expected);
  if (more === 0) return 'as expected';
  return `${formatMoney(cents(Math.abs(more)), currency)} ${more > 0 ? 'more' : 'less'} than expected`;
}
