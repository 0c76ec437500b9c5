import type { ReturnRow } from './return-draft.ts';
import { ReturnLineRow, type ReturnRowProps } from './return-row.tsx';

export type ReturnGridProps = {
  rows: readonly ReturnRow[];
  /** Sentences, by row. */
  wrong: ReadonlyMap<string, string>;
} & Omit<ReturnRowProps, 'row' | 'index' | 'wrong'>;

const head = 'sticky top-0 z-1 border-b border-line bg-surface px-2 py-1.5 text-xs font-normal text-muted';

/** What goes back, line by line: how much, from which place, at what cost, which numbers. */
export function ReturnGrid({ rows, wrong, ...rest }: ReturnGridProps) {
  const column = (title: string, isFigure = false) => (
    <th scope="col" className={isFigure ? `${head} text-right` : head}>
      {title}
    </th>
  );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide grid is scrolled by keyboard, too
    <section aria-label="What goes back" tabIndex={0} className="max-h-[60vh] overflow-auto focus-inset">
      {/* On a narrow screen it is scrolled: squeezed, nobody could read what is typed. */}
      <table
        aria-label="What goes back"
        className="w-full min-w-4xl border-separate border-spacing-0 text-left"
      >
        <thead>
          <tr>
            {column('#', true)}
            {column('Part')}
            {column('Description')}
            {rest.hasMost && column('Can go back', true)}
            {column('Back', true)}
            {column('From')}
            {column('Cost', true)}
            {column('Value', true)}
            {rest.onRemove && (
              <th scope="col" className={head}>
                <span className="sr-only">Take off</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <ReturnLineRow key={row.key} {...rest} row={row} index={index} wrong={wrong.get(row.key)} />
          ))}
        </tbody>
      </table>
    </section>
  );
}
