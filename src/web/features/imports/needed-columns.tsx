import { Check } from 'lucide-react';
import type { ImportKind } from '#contract/import-kinds.ts';
import type { ColumnMapping } from '#domain/import-requests/mapping.ts';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { missingFields, neededWords } from './mapping-sentences.ts';

export type NeededColumnsProps = { kind: ImportKind; mapping: ColumnMapping };

/** What the check will ask for, said before it is asked, with what has a column already. */
export function NeededColumns({ kind, mapping }: NeededColumnsProps) {
  const missing = missingFields(kind, mapping);
  return (
    <section aria-labelledby="needed-columns" className="text-sm">
      <h2 id="needed-columns" className="m-0 text-xs font-normal text-muted">
        Needed of every file
      </h2>
      <ul className="m-0 mt-0.5 list-none p-0">
        {missingFields(kind, {}).map((field) => {
          const isMissing = missing.includes(field);
          return (
            <li key={field} className="flex items-start gap-1.5">
              <span className="grid size-4 shrink-0 place-items-center text-success">
                {isMissing ? (
                  <span aria-hidden className="size-1.5 rounded-full border border-line-strong" />
                ) : (
                  <Check aria-hidden className="size-3.5" />
                )}
              </span>
              <span>
                {neededWords(field)}
                {isMissing ? (
                  <span className="text-muted"> · no column yet</span>
                ) : (
                  <VisuallyHidden> · has a column</VisuallyHidden>
                )}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
