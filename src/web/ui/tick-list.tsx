import { clsx } from 'clsx';
import type { KeyboardEvent, ReactNode } from 'react';
import { Checkbox } from './checkbox.tsx';

export type TickListProps = {
  /** the name of the list */
  label: string;
  /** what the tick over it says: "All 12 moves" */
  allLabel: string;
  ticked: number;
  total: number;
  /** all of them, or none */
  onAll: (tick: boolean) => void;
  /** items with a Checkbox each */
  children: ReactNode;
  className?: string | undefined;
};

/** Things to be ticked one by one or all at once. Arrows, Home and End go from tick to tick, Ctrl A ticks all. */
export function TickList({ label, allLabel, ticked, total, onAll, children, className }: TickListProps) {
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears the keys of the ticks inside
    <div onKeyDown={(event) => onTickKey(event, onAll)}>
      <Checkbox
        label={allLabel}
        checked={ticked === total}
        indeterminate={ticked > 0 && ticked < total}
        onChange={() => onAll(ticked < total)}
        className="mb-1"
      />
      <ul aria-label={label} className={clsx('divide-y divide-line', className)}>
        {children}
      </ul>
    </div>
  );
}

function onTickKey(event: KeyboardEvent<HTMLElement>, onAll: (tick: boolean) => void): void {
  const ticks = [...event.currentTarget.querySelectorAll<HTMLElement>('input[type=checkbox]')];
  const at = ticks.indexOf(event.target as HTMLElement);
  if (at < 0 || event.altKey) return;
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: ticks.length - 1 }[event.key];
  if (to !== undefined && !event.ctrlKey && !event.metaKey) ticks[to]?.focus();
  else if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey)) onAll(true);
  else return;
  event.preventDefault();
}
