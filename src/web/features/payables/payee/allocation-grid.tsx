import { type KeyboardEvent, useCallback, useRef, useState } from 'react';
import type { BillSummary } from '#contract/bill.ts';
import type { Id } from '#domain/ids.ts';
import type { Day } from '#domain/time.ts';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { type Typed, wholeOf } from './allocation.ts';
import { AllocationRow } from './allocation-row.tsx';
import { rowAfter } from './grid-moves.ts';

export type AllocationGridProps = {
  label: string;
  bills: readonly BillSummary[];
  today: Day;
  /** null: who looks may not pay. */
  typed: Typed | null;
  /** Sentences, by bill. */
  wrong: ReadonlyMap<Id, string>;
  onType: (id: Id, text: string) => void;
  onTickAll: (isOn: boolean) => void;
  onEscape: () => void;
};

const head =
  'sticky top-0 z-1 border-b border-line-strong bg-surface px-2 py-1 text-xs font-normal text-muted whitespace-nowrap';

/** The open bills and credits, what is due first at the top; one stop for the Tab key, from there by arrows. */
export function AllocationGrid(props: AllocationGridProps) {
  const { label, bills, today, typed, wrong, onType, onTickAll, onEscape } = props;
  const frame = useRef<HTMLElement>(null);
  const [activeId, setActiveId] = useState<Id | null>(null);
  const active = bills.some(({ id }) => id === activeId) ? activeId : (bills[0]?.id ?? null);
  const onActive = useCallback((id: Id) => setActiveId(id), []);
  const ticked = typed === null ? 0 : bills.filter(({ id }) => (typed[id] ?? '').trim() !== '').length;

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const id = Number((event.target as HTMLElement).dataset.bill);
    const at = bills.findIndex((bill) => bill.id === id);
    if (at === -1 || event.nativeEvent.isComposing) return;
    if (event.key === ' ') {
      event.preventDefault();
      onType(id, (typed?.[id] ?? '').trim() === '' ? wholeOf(bills[at]!) : '');
      return;
    }
    if (event.key === 'Escape') return onEscape();
    const to = rowAfter(event, at, bills.length);
    if (to === undefined) return;
    event.preventDefault();
    const box = frame.current?.querySelector<HTMLInputElement>(`[data-bill="${bills[to]!.id}"]`);
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
                  checked={ticked > 0 && ticked === bills.length}
                  indeterminate={ticked > 0 && ticked < bills.length}
                  onChange={({ target }) => onTickAll(target.checked)}
                />
              </th>
            )}
            <th scope="col" className={head}>
              Bill
            </th>
            <th scope="col" className={head}>
              Vendor’s number
            </th>
            {/* A laptop has no room for what the bill's page tells as well. */}
            <th scope="col" className={`${head} max-xl:hidden`}>
              Billed
            </th>
            <th scope="col" className={head}>
              Due
            </th>
            <th scope="col" className={`${head} text-right max-xl:hidden`}>
              Amount
            </th>
            <th scope="col" className={`${head} text-right`}>
              Open
            </th>
            {typed !== null && (
              <th scope="col" className={`${head} text-right`}>
                Pay
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {bills.map((bill) => (
            <AllocationRow
              key={bill.id}
              bill={bill}
              today={today}
              text={typed === null ? undefined : (typed[bill.id] ?? '')}
              wrong={wrong.get(bill.id)}
              isActive={bill.id === active}
              onType={onType}
              onActive={onActive}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}
