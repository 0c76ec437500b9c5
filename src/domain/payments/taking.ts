/** Whether a payment may be taken, or changed, so (domain-rules §8). */
import { allow, type Decision, refuse } from '../decision.ts';
import type { Id } from '../ids.ts';
import { type Cents, sumCents } from '../money.ts';
import { refusalOnDay } from '../receivables/periods.ts';
import type { Day } from '../time.ts';

/** @param openFrom nothing is entered into a closed period (§7): the first day after the last of them */
export function decidePaidOn(
  paidOn: Day,
  today: Day,
  openFrom: Day | null,
): Decision<{ readonly paidOn: Day }> {
  if (paidOn > today) return refuse('payment.in_future', { today });
  const closed = refusalOnDay(paidOn, openFrom);
  return closed ? { ok: false, refusal: closed } : allow({ paidOn });
}

/** Who the work is for that a deposit is taken for. */
export type Work = { readonly customerId: Id; readonly billToCustomerId: Id };

type Given = {
  readonly customerId: Id;
  readonly paidOn: Day;
  readonly amountCents: Cents;
  readonly lines: readonly { readonly cents: Cents }[];
};
/**
 * Refuses `payment.in_future`, `period.day_closed`, `payment.over_applied` for lines that come to more than it,
 * `payment.other_customers_work` for a deposit on somebody else's job or project.
 */
export function decideTaking(
  given: Given,
  work: readonly Work[],
  today: Day,
  openFrom: Day | null,
): Decision<null> {
  const dated = decidePaidOn(given.paidOn, today, openFrom);
  if (!dated.ok) return dated;
  const applied = sumCents(given.lines.map(({ cents }) => cents));
  if (applied > given.amountCents) {
    return refuse('payment.over_applied', { cents: applied, amountCents: given.amountCents });
  }
  const isTheirs = ({ customerId, billToCustomerId }: Work) =>
    [customerId, billToCustomerId].includes(given.customerId);
  return work.every(isTheirs) ? allow(null) : refuse('payment.other_customers_work');
}
