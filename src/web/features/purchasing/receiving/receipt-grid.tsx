import type { Id } from '#domain/ids.ts';
import type { LineDraft, ReceiptRow } from './receipt-draft.ts';
import { type Place, ReceiptLineRow } from './receipt-row.tsx';

export type ReceiptGridProps = {
  label: string;
  rows: readonly ReceiptRow[];
  typed: Readonly<Record<Id, LineDraft>>;
  places: readonly Place[];
  /** Sentences, by line of the order. */
  wrong: ReadonlyMap<Id, string>;
  /** Of a new receipt, what is still to come is asked for as well. */
  asksWhen: boolean;
  onChange: (key: Id, changes: Partial<LineDraft>) => void;
};

const head = 'sticky top-0 z-1 border-b border-line bg-surface px-2 py-1.5 text-xs font-normal text-muted';

/** The order's lines with what came of each: the same lines, grown by columns to type in. */
export function ReceiptGrid({ label, rows, typed, places, wrong, asksWhen, onChange }: ReceiptGridProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide grid is scrolled by keyboard, too
    <section aria-label={label} tabIndex={0} className="max-h-[60vh] overflow-auto focus-inset">
      {/* On a narrow screen it is scrolled: squeezed, nobody could read what is typed. */}
      <table aria-label={label} className="w-full min-w-4xl border-separate border-spacing-0 text-left">
        <thead>
          <tr>
            <th scope="col" className={`${head} text-right`}>
              #
            </th>
            <th scope="col" className={head}>
              Part
            </th>
            <th scope="col" className={head}>
              Description
            </th>
            <th scope="col" className={`${head} text-right`}>
              Ordered
            </th>
            <th scope="col" className={`${head} text-right`}>
              {asksWhen ? 'Received' : 'Otherwise'}
            </th>
            <th scope="col" className={`${head} text-right`}>
              {asksWhen ? 'Now' : 'Came'}
            </th>
            <th scope="col" className={head}>
              Place
            </th>
            {asksWhen && (
              <th scope="col" className={head}>
                Still to come, expected on
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const line = typed[row.key];
            return (
              line && (
                <ReceiptLineRow
                  key={row.key}
                  row={row}
                  typed={line}
                  places={places}
                  wrong={wrong.get(row.line.id)}
                  asksWhen={asksWhen}
                  onChange={onChange}
                />
              )
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
