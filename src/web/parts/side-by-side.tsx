import { clsx } from 'clsx';
import { Check } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { fieldWord } from '../lib/field-words.ts';
import { RadioCard } from '../ui/radio-card.tsx';
import { type ValueWording, valueText } from './value-text.ts';

export type SideBySideRow = {
  readonly field: string;
  readonly mine: unknown;
  readonly theirs: unknown;
  /** Who and when, under their value. */
  readonly detail?: ReactNode;
};

export type Kept = 'mine' | 'theirs';

/** Two people's values of the same fields, one row each; with `choice` one of the two is kept in each row. */
export function SideBySide({
  rows,
  mineTitle,
  theirsTitle,
  wording,
  choice,
}: {
  rows: readonly SideBySideRow[];
  mineTitle: string;
  theirsTitle: string;
  wording: ValueWording;
  choice?: { readonly kept: (field: string) => Kept; readonly onKeep: (field: string, kept: Kept) => void };
}) {
  const id = useId();
  const side = (field: string, kept: Kept, text: string) =>
    choice ? (
      <RadioCard
        name={`${id} ${field}`}
        value={kept}
        checked={choice.kept(field) === kept}
        onChoose={() => choice.onKeep(field, kept)}
        className="py-1"
      >
        <Check
          aria-hidden
          className={clsx('size-3.5 shrink-0', choice.kept(field) !== kept && 'invisible')}
        />
        <span className="min-w-0 break-words">{text}</span>
      </RadioCard>
    ) : (
      text
    );
  return (
    <table className="w-full table-fixed border-collapse text-left text-sm">
      <thead>
        <tr className="border-b border-line text-xs text-muted">
          <th className="w-1/4 py-1.5 pr-3 font-normal">Field</th>
          <th className="py-1.5 pr-3 font-normal">{theirsTitle}</th>
          <th className="py-1.5 font-normal">{mineTitle}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ field, mine, theirs, detail }) => (
          <tr key={field} className="border-b border-line align-top">
            <th scope="row" className="py-1.5 pr-3 font-normal text-muted">
              {fieldWord(field)}
            </th>
            <td className="py-1.5 pr-3 break-words">
              {side(field, 'theirs', valueText(field, theirs, wording))}
              {detail && <div className="text-xs text-muted">{detail}</div>}
            </td>
            <td className="py-1.5 break-words">{side(field, 'mine', valueText(field, mine, wording))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
