import { clsx } from 'clsx';
import { type KeyboardEvent, useCallback, useRef, useState } from 'react';
import type { Id } from '#domain/ids.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { type AllocationLook, AllocationRow } from './allocation-row.tsx';
import { rowAfter } from './grid-moves.ts';
import { isTyped, type Typed, wholeOf } from './typed-amounts.ts';

export type AllocationGridProps<Row> = {
  label: string;
  rows: readonly Row[];
  look: AllocationLook<Row>;
  /** null: who looks may not pay. */
  typed: Typed | null;
  /** Sentences, by row. */
  wrong: ReadonlyMap<Id, string>;
  onType: (id: Id, text: string) => void;
  onTickAll: (isOn: boolean) => void;
  onEscape: () => void;
};

const head =
  'sticky top-0 z-1 border-b border-line-strong bg-surface px-2 py-1 text-xs font-normal text-muted whitespace-nowrap';

/** Open documents and how much of each is paid, what is due first at the top; one stop for the Tab key, from there by arrows. */
export function AllocationGrid<Row extends { readonly id: Id }>(props: AllocationGridProps<Row>) {
  const { label, rows, look, typed, wrong, onType, onTickAll, onEscape } = props;
  const frame = useRef<HTMLElement>(null);
  const [activeId, setActiveId] = useState<Id | null>(null);
  const active = rows.some(({ id }) => id === activeId) ? activeId : (rows[0]?.id ?? null);
  const onActive = useCallback((id: Id) => setActiveId(id), []);
  const ticked = typed === null ? 0 : rows.filter(({ id }) => isTyped(typed, id)).length;

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const id = Number((event.target as HTMLElement).dataset.row);
    const at = rows.findIndex((row) => row.id === id);
    if (at === -1 || event.nativeEvent.isComposing) return;
    if (event.key === ' ') {
      event.preventDefault();
      onType(id, isTyped(typed ?? {}, id) ? '' : wholeOf(look.openOf(rows[at]!)));
      return;
    }
    if (event.key === 'Escape') return onEscape();
    const to = rowAfter(event, at, rows.length);
    if (to === undefined) return;
    event.preventDefault();
    const box = frame.current?.querySelector<HTMLInputElement>(`[data-row="${rows[to]!.id}"]`);
    box?.focus();
    box?.select();
  };

  return (
    // Who may not pay has no boxes to go through, and scrolls it by keyboard.
    <section
      ref={frame}
      aria-label={label}
      tabIndex={typed === null ? 0 : undefined}
      onKeyDown={onKeyDown}
      className="min-h-0 flex-1 overflow-auto focus-inset max-lg:max-h-[50vh] max-lg:flex-none"
    >
      <table aria-label={label} className="w-full min-w-xl border-separate border-spacing-0 text-left">
        <thead>
          <tr>
            {typed !== null && (
              <th scope="col" className={head}>
                <Checkbox
                  label="Pay all"
                  hideLabel
                  checked={ticked > 0 && ticked === rows.length}
                  indeterminate={ticked > 0 && ticked < rows.length}
                  onChange={({ target }) => onTickAll(target.checked)}
                />
              </th>
            )}
            {look.columns.map(({ title, className }) => (
              <th key={title} scope="col" className={clsx(head, className)}>
                {title}
              </th>
            ))}
            {typed !== null && (
              <th scope="col" className={`${head} text-right`}>
                Pay
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <AllocationRow
              key={row.id}
              row={row}
              look={look}
              text={typed === null ? undefined : (typed[row.id] ?? '')}
              wrong={wrong.get(row.id)}
              isActive={row.id === active}
              onType={onType}
              onActive={onActive}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}
