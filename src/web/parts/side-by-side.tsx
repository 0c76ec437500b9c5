import type { ReactNode } from 'react';
import { fieldWord } from '../lib/trade-words.ts';
import { type ValueWording, valueText } from './value-text.ts';

export type SideBySideRow = {
  readonly field: string;
  readonly mine: unknown;
  readonly theirs: unknown;
  /** Who and when, under their value. */
  readonly detail?: ReactNode;
};

/** Two people's values of the same fields, one row each. */
export function SideBySide({
  rows,
  mineTitle,
  theirsTitle,
  wording,
}: {
  rows: readonly SideBySideRow[];
  mineTitle: string;
  theirsTitle: string;
  wording: ValueWording;
}) {
  return (
    <table className="w-full border-collapse text-left text-sm">
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
            <td className="py-1.5 pr-3">
              {valueText(field, theirs, wording)}
              {detail && <div className="text-xs text-muted">{detail}</div>}
            </td>
            <td className="py-1.5">{valueText(field, mine, wording)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
