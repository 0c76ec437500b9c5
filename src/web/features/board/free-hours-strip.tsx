import { ChevronDown } from 'lucide-react';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { countSaid, hoursSaid } from './day/hours-said.ts';

/**
 * Free technician hours, one column per hour, over the hours of the grid: the fuller, the more can still be booked. A
 * screen reader has the table that `FreeHoursButton` opens.
 */
export function FreeHoursStrip({ minutes, pxPerHour }: { minutes: readonly number[]; pxPerHour: number }) {
  const most = Math.max(60, ...minutes);
  return (
    <div aria-hidden className="flex h-full items-end">
      {minutes.map((free, hour) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: an hour of the axis is its place
          key={hour}
          style={{ width: pxPerHour }}
          className="flex h-full items-end px-[3px]"
          data-tip={`${hoursSaid(free)} free`}
        >
          {free > 0 && (
            <span
              style={{ height: `${Math.max(2, Math.round((100 * free) / most))}%` }}
              className={free < most / 4 ? 'block w-full bg-accent' : 'block w-full bg-accent/35'}
            />
          )}
        </span>
      ))}
    </div>
  );
}

/** Over the corner of the grid, beside the strip: what the strip counts, and the way to the same by skill. */
export function FreeHoursButton({ of, width, onClick }: { of: string; width: number; onClick: () => void }) {
  return (
    <button
      type="button"
      aria-haspopup="dialog"
      aria-keyshortcuts="F"
      data-tip={`${of}: how much, by skill and hour`}
      data-print="hide"
      onClick={onClick}
      style={{ width: width - 1 }}
      className="absolute top-0 left-0 z-10 flex h-[26px] items-center gap-1 bg-surface pr-1 pl-2.5 text-[11.5px] text-muted focus-inset hover:bg-hover hover:text-text"
    >
      <span className="min-w-0 truncate">{of}</span>
      <ChevronDown aria-hidden className="size-3 shrink-0" />
    </button>
  );
}

/** "18 technicians, 71 % booked", under what the strip counts; slim: without the second word. */
export function BoardCorner({
  shown,
  loadPercent,
  isSlim,
}: {
  shown: number;
  loadPercent: number | null;
  isSlim: boolean;
}) {
  const load = loadPercent === null ? '' : `, ${Math.round(loadPercent)} %`;
  return (
    <div className="flex h-full flex-col">
      <span className="mt-auto block h-[23px] truncate">
        {/* The column is as wide as 999 technicians. */}
        {countSaid(shown)} {isSlim || shown > 999 ? 'techs' : shown === 1 ? 'technician' : 'technicians'}
        {load}
        {load && <span className={isSlim ? 'sr-only' : undefined}> booked</span>}
      </span>
      <VisuallyHidden>. Press question mark for the keys of the board.</VisuallyHidden>
    </div>
  );
}
