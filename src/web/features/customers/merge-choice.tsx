import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import type { Customer } from '#contract/customer.ts';
import { MergeKept } from './merge-kept.tsx';

export type Side = 'keep' | 'absorb';
export type Choice = { name: Side; type: Side; doNotService: Side; memo: Side | 'both' };

/** What is decided unless somebody says otherwise: the kept one's facts, both memos, and nobody loses a warning. */
export const usualChoice = (keep: Customer, absorb: Customer): Choice => ({
  name: 'keep',
  type: 'keep',
  doNotService: absorb.doNotService && !keep.doNotService ? 'absorb' : 'keep',
  memo: 'both',
});

const FIELDS: readonly { field: keyof Choice; label: string; of: (one: Customer) => ReactNode }[] = [
  { field: 'name', label: 'Name', of: ({ name }) => <bdi>{name}</bdi> },
  { field: 'type', label: 'Kind of customer', of: ({ type }) => type },
  {
    field: 'doNotService',
    label: 'Do not service',
    of: ({ doNotService }) => (doNotService ? 'yes, nobody goes there' : 'no'),
  },
  { field: 'memo', label: 'Memo', of: ({ memo }) => memo || <span className="text-faint">none</span> },
];

export type MergeChoiceProps = {
  keep: Customer;
  absorb: Customer;
  choice: Choice;
  onChoose: (choice: Choice) => void;
};

/** The facts of both, one row each; where they differ, whose stays. */
export function MergeChoice({ keep, absorb, choice, onChoose }: MergeChoiceProps) {
  return (
    <table className="w-full min-w-xl table-fixed border-collapse text-left text-sm wrap-anywhere [&_tbody_tr:last-child]:border-b-0">
      <thead>
        <tr className="border-b border-line text-xs text-muted">
          <th className="w-36 py-1.5 pr-3 font-normal">Fact</th>
          <th className="py-1.5 pr-3 font-normal">
            <span className="line-clamp-2">
              Stays: <bdi>{keep.name}</bdi>
            </span>
          </th>
          <th className="py-1.5 font-normal">
            <span className="line-clamp-2">
              Becomes part of it: <bdi>{absorb.name}</bdi>
            </span>
          </th>
        </tr>
      </thead>
      <tbody>
        {FIELDS.map(({ field, label, of }) => {
          const isSame = keep[field] === absorb[field];
          const cell = (side: Side, one: Customer) => (
            <td className="py-1.5 pr-3 align-top break-words">
              {isSame ? (
                of(one)
              ) : (
                <label
                  className={clsx(
                    'flex cursor-pointer items-start gap-2',
                    choice[field] !== side && choice[field] !== 'both' && 'text-muted line-through',
                  )}
                >
                  <input
                    type="radio"
                    name={field}
                    className="mt-0.5 size-4 shrink-0 accent-accent"
                    checked={choice[field] === side}
                    onChange={() => onChoose({ ...choice, [field]: side })}
                  />
                  <span className="min-w-0 whitespace-pre-line">{of(one)}</span>
                </label>
              )}
            </td>
          );
          return (
            <tr key={field} className="border-b border-line">
              <th scope="row" className="py-1.5 pr-3 align-top font-normal text-muted">
                {label}
                {field === 'memo' && !isSame && (
                  <label className="mt-1 flex items-center gap-2 text-text">
                    <input
                      type="radio"
                      name="memo"
                      className="size-4 accent-accent"
                      checked={choice.memo === 'both'}
                      onChange={() => onChoose({ ...choice, memo: 'both' })}
                    />
                    Both
                  </label>
                )}
              </th>
              {cell('keep', keep)}
              {cell('absorb', absorb)}
            </tr>
          );
        })}
        <MergeKept keep={keep} absorb={absorb} />
      </tbody>
    </table>
  );
}
