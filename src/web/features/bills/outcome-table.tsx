import { CircleAlert, CircleCheck } from 'lucide-react';
import type { BillSummary } from '#contract/bill.ts';
import { cents } from '#domain/money.ts';
import { formatMoney } from '../../lib/format.ts';
import type { Outcome } from './bill-outcomes.ts';
import { BillStatusBadge } from './bill-status.tsx';

export type OutcomeTableProps = {
  bills: readonly BillSummary[];
  /** null: nothing was asked of them yet. */
  outcomes: ReadonlyMap<number, Outcome> | null;
};

const head = 'border-b border-line py-1 pr-3 text-xs font-normal text-muted';
const cell = 'border-b border-line py-1 pr-3 align-top';

/** The bills of a step on many, and what became of each; those that were refused first. */
export function OutcomeTable({ bills, outcomes }: OutcomeTableProps) {
  const rows = outcomes
    ? [...bills].sort((a, b) => Number(outcomes.get(a.id)?.isDone) - Number(outcomes.get(b.id)?.isDone))
    : bills;
  return (
    <table className="w-full border-separate border-spacing-0 text-left text-sm">
      <thead>
        <tr>
          {['Bill', 'Vendor'].map((word) => (
            <th key={word} scope="col" className={head}>
              {word}
            </th>
          ))}
          <th scope="col" className={`${head} text-right`}>
            Payable
          </th>
          <th scope="col" className={head}>
            {outcomes ? 'Outcome' : 'Status'}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((bill) => (
          <tr key={bill.id}>
            <td className={`${cell} font-medium tabular-nums`}>{bill.number}</td>
            <td className={`${cell} wrap-anywhere`}>
              <bdi>{bill.vendorName}</bdi>
            </td>
            <td className={`${cell} text-right tabular-nums`}>
              {formatMoney(cents(bill.payableCents), bill.currency)}
            </td>
            <td className={cell}>
              {outcomes ? (
                <Told outcome={outcomes.get(bill.id)!} />
              ) : (
                <BillStatusBadge status={bill.status} />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const Told = ({ outcome: { isDone, sentence } }: { outcome: Outcome }) => (
  <span className="flex items-start gap-1.5">
    {isDone ? (
      <CircleCheck aria-label="Done" className="mt-0.5 size-3.5 shrink-0 text-success" />
    ) : (
      <CircleAlert aria-label="Refused" className="mt-0.5 size-3.5 shrink-0 text-danger" />
    )}
    {sentence}
  </span>
);
