import { clsx } from 'clsx';
import type { Figures } from '#domain/schedule/plans/figures.ts';
import { formatMinutes } from '../../../lib/format.ts';

const ROWS: readonly (readonly [key: keyof Figures, label: string, say: (value: number) => string])[] = [
  ['unplaced', 'Without anybody', String],
  ['late', 'After their window', String],
  ['driveMinutes', 'Drive', formatMinutes],
  ['overtimeMinutes', 'Overtime', formatMinutes],
  ['moved', 'Moved', String],
];

/** The day as it stands against the day as planned. */
export function PlanFigures({ before, after }: { before: Figures; after: Figures }) {
  return (
    <table className="w-full border-collapse text-sm tabular-nums">
      <caption className="sr-only">The day before and after</caption>
      <thead>
        <tr className="border-b border-line text-left text-xs text-muted">
          <td />
          {ROWS.map(([key, label]) => (
            <th key={key} scope="col" className="py-1 pr-3 font-normal max-sm:pr-2 max-sm:last:pr-0">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr className="text-muted">
          <th scope="row" className="py-1 pr-3 text-left font-normal">
            Now
          </th>
          {ROWS.map(([key, , say]) => (
            <td key={key} className="pr-3 whitespace-nowrap max-sm:pr-2 max-sm:last:pr-0">
              {say(before[key])}
            </td>
          ))}
        </tr>
        <tr>
          <th scope="row" className="py-1 pr-3 text-left font-semibold">
            Planned
          </th>
          {ROWS.map(([key, , say]) => (
            <td
              key={key}
              data-figure={key}
              className={clsx(
                'pr-3 font-semibold whitespace-nowrap max-sm:pr-2 max-sm:last:pr-0',
                key !== 'moved' && toneOf(after[key] - before[key]),
              )}
            >
              {say(after[key])}
            </td>
          ))}
        </tr>
      </tbody>
    </table>
  );
}

/** Of each less is better. */
const toneOf = (more: number): string => (more > 0 ? 'text-danger' : more < 0 ? 'text-success' : '');
