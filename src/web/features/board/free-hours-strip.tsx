import { VisuallyHidden } from '../../ui/visually-hidden.tsx';

/** Free technician hours, one column per hour, over the hours of the grid: the fuller, the more can still be booked. */
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
          title={`${(free / 60).toFixed(1)} free hours`}
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

/** "18 technicians, 71 % booked", under what the strip counts. */
export function BoardCorner({
  shown,
  loadPercent,
  of,
}: {
  shown: number;
  loadPercent: number | null;
  of: string;
}) {
  return (
    <div className="flex h-full flex-col">
      <span className="block h-[26px] truncate leading-[30px]" title={of}>
        {of}
      </span>
      <span className="block h-[23px] truncate">
        {shown === 1 ? '1 technician' : `${shown} technicians`}
        {loadPercent !== null && `, ${Math.round(loadPercent)} % booked`}
      </span>
      <VisuallyHidden>. Press question mark for the keys of the board.</VisuallyHidden>
    </div>
  );
}
