import type { PayeeDue } from '#contract/payable.ts';
import { cents, sumCents } from '#domain/money.ts';

/** What all of them come to, a row for each currency: to stand at the foot of their list. */
export function sumsOf(items: readonly PayeeDue[]): PayeeDue[] {
  const currencies = [...new Set(items.map(({ currency }) => currency))].sort();
  return currencies.map((currency) => {
    const own = items.filter((one) => one.currency === currency);
    const sum = (of: (one: PayeeDue) => number) => sumCents(own.map((one) => cents(of(one))));
    const days = own.flatMap(({ oldestDue }) => oldestDue ?? []).sort();
    return {
      vendorId: 0,
      vendorName: own.length === 1 ? '1 payee' : `${own.length} payees`,
      currency,
      openCents: sum(({ openCents }) => openCents),
      creditCents: sum(({ creditCents }) => creditCents),
      overdueCents: sum(({ overdueCents }) => overdueCents),
      buckets: own[0]!.buckets.map((_, at) => sum(({ buckets }) => buckets[at]!)),
      oldestDue: days[0] ?? null,
      billCount: own.reduce((count, one) => count + one.billCount, 0),
    };
  });
}
