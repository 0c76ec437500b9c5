import { clsx } from 'clsx';
import { fieldsOf, type ImportFieldName, type ImportState } from '#contract/import.ts';
import type { ImportKind } from '#contract/import-kinds.ts';
import { FIELD_WORDS } from '../../lib/import-reason-text.ts';
import { Select } from '../../ui/select.tsx';

export type ColumnsTableProps = {
  kind: ImportKind;
  columns: ImportState['columns'];
  mapping: Readonly<Record<string, ImportFieldName>>;
  onChange: (column: string, field: ImportFieldName) => void;
};

/** The file's columns in its own order, what each is taken for, and values to judge that by. */
export function ColumnsTable({ kind, columns, mapping, onChange }: ColumnsTableProps) {
  const options = fieldsOf(kind).map((value) => ({ value, label: FIELD_WORDS[value] }));
  return (
    <section
      // Scrolls by itself, so the keyboard must be able to reach it.
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region is focusable (axe: scrollable-region-focusable)
      tabIndex={0}
      aria-label="Columns of the file"
      className="min-h-60 min-w-0 flex-1 overflow-auto rounded-lg border border-line bg-surface focus-inset"
    >
      <table className="w-full table-fixed border-collapse text-sm">
        <thead className="sticky top-0 z-10 bg-surface text-left text-xs text-muted">
          <tr className="border-b border-line">
            <th className="w-56 px-3 py-2 font-normal">Column</th>
            <th className="w-48 px-2 py-2 font-normal">Taken for</th>
            <th className="px-3 py-2 font-normal">Samples</th>
          </tr>
        </thead>
        <tbody>
          {columns.map(({ name, samples }) => {
            const field = mapping[name] ?? 'ignore';
            const isOut = field === 'ignore';
            return (
              <tr key={name} className="border-b border-line">
                <th
                  scope="row"
                  className={clsx(
                    'truncate px-3 py-1 text-left',
                    isOut ? 'font-normal text-muted' : 'font-medium',
                  )}
                >
                  {name}
                </th>
                <td className="px-2 py-1">
                  <Select
                    aria-label={`${name} is`}
                    size="dense"
                    value={field}
                    onValueChange={(next) => onChange(name, next)}
                    options={options}
                    className={isOut ? 'text-muted' : undefined}
                  />
                </td>
                <td className="truncate px-3 py-1 text-muted" title={samples.join('\n')}>
                  {samples.length > 0 ? samples.join(' · ') : 'no value in the first rows'}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
