import { CircleAlert, CircleCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Outcome } from './outcomes.ts';

export type OutcomeTableProps<Row extends { readonly id: number; readonly number: number }> = {
  rows: readonly Row[];
  /** "Bill", "Vendor", "Payable". */
  heads: readonly [string, string, string];
  /** Whose it is, and what it comes to. */
  party: (row: Row) => string;
  amount: (row: Row) => string;
  /** Where it stands, while nothing was asked. */
  status: (row: Row) => ReactNode;
  /** null: nothing was asked of them yet. */
  outcomes: ReadonlyMap<number, Outcome> | null;
};

const head = 'border-b border-line py-1 pr-3 text-xs font-normal text-muted';
const cell = 'border-b border-line py-1 pr-3 align-top';

/** The documents of a step on many, and what became of each; those that were refused first. */
export function OutcomeTable<Row extends { readonly id: number; readonly number: number }>(
  props: OutcomeTableProps<Row>,
) {
  const { outcomes, heads } = props;
  const rows = outcomes
    ? [...props.rows].sort((a, b) => Number(outcomes.get(a.id)?.isDone) - Number(outcomes.get(b.id)?.isDone))
    : props.rows;
  return (
    <table className="w-full border-separate border-spacing-0 text-left text-sm">
      <thead>
        <tr>
          {heads.map((word, at) => (
            <th key={word} scope="col" className={at === 2 ? `${head} text-right` : head}>
              {word}
            </th>
          ))}
          <th scope="col" className={head}>
            {outcomes ? 'Outcome' : 'Status'}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td className={`${cell} font-medium tabular-nums`}>{row.number}</td>
            <td className={`${cell} wrap-anywhere`}>
              <bdi>{props.party(row)}</bdi>
            </td>
            <td className={`${cell} text-right tabular-nums`}>{props.amount(row)}</td>
            <td className={cell}>
              {outcomes ? <Told outcome={outcomes.get(row.id)!} /> : props.status(row)}
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
