import { clsx } from 'clsx';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { Setup } from '#contract/setup.ts';
import { addDays, type Day } from '#domain/time.ts';
import { closedText, closedWord } from '../../lib/closed-window-text.ts';
import { formatDay, formatWindow } from '../../lib/format.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { DAYS_SHOWN, isShut, type ShownWindows, type WindowCell } from './use-windows.ts';
import { namesOf } from './window-words.ts';

export type WindowGridProps = {
  windows: ShownWindows;
  chosen: { readonly day: Day; readonly key: string | null };
  onChoose: (day: Day, key: string) => void;
  mayOverbook: boolean;
  setup: Setup;
  zone: string;
};

/** Days × windows: how full each is, or in a word why it is closed; the sentence is its title and is said to readers. */
export function WindowGrid({ windows, chosen, onChoose, mayOverbook, setup, zone }: WindowGridProps) {
  const { days, cells, today, firstDay, showFrom, isOld } = windows;
  const keys = [...new Set(cells.map(({ key }) => key))].sort();
  const cellAt = (day: Day, key: string) => cells.find((one) => one.day === day && one.key === key);
  const anyOf = (key: string) => cells.find((one) => one.key === key)!;
  return (
    <div className="mt-2.5" aria-busy={isOld || undefined}>
      <div className="flex items-center justify-between text-xs text-muted">
        <span>
          {formatDay(firstDay)} – {formatDay(days.at(-1)!)}
        </span>
        <span>
          <IconButton
            label="Earlier days"
            icon={<ChevronLeft />}
            disabled={firstDay <= today}
            onClick={() => showFrom(addDays(firstDay, -DAYS_SHOWN))}
          />
          <IconButton
            label="Later days"
            icon={<ChevronRight />}
            onClick={() => showFrom(addDays(firstDay, DAYS_SHOWN))}
          />
        </span>
      </div>
      <table className="w-full table-fixed border-separate border-spacing-0.5 text-xs wrap-normal">
        <thead>
          <tr>
            <td className="w-22" />
            {days.map((day) => (
              <th key={day} scope="col" className="p-0 text-center leading-4 font-normal text-muted">
                {day === today ? 'Today' : formatDay(day).slice(0, 3)}
                <span className="block">{formatDay(day).slice(4).replace(/ .*$/, '')}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {keys.map((key) => (
            <tr key={key}>
              <th scope="row" className="p-0 pr-1 text-right font-normal whitespace-nowrap tabular-nums">
                {formatWindow(anyOf(key).start, anyOf(key).end, zone)}
              </th>
              {days.map((day) => {
                const cell = cellAt(day, key);
                return (
                  <td key={day} className="p-0">
                    {cell && (
                      <Cell
                        cell={cell}
                        isChosen={chosen.day === day && chosen.key === key}
                        isShut={isShut(cell, mayOverbook)}
                        onChoose={() => onChoose(day, key)}
                        setup={setup}
                        zone={zone}
                      />
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <Legend cells={cells} setup={setup} />
    </div>
  );
}

/** The words of the grid in whole sentences, each once; “past” explains itself. */
function Legend({ cells, setup }: { cells: readonly WindowCell[]; setup: Setup }) {
  const reasons = new Map(
    cells.flatMap(({ isPast, capacity }) =>
      isPast || !capacity?.closed || capacity.closed.code === 'past'
        ? []
        : [[capacity.closed.code, capacity.closed] as const],
    ),
  );
  if (reasons.size === 0) return null;
  return (
    <p className="mt-1.5 text-xs text-muted">
      {[...reasons].map(([code, reason]) => (
        <span key={code} className="mr-1.5">
          <b className="font-semibold">{closedWord(code)}</b>{' '}
          {code === 'full' ? 'All who could go are booked.' : closedText(reason, namesOf(setup))}
        </span>
      ))}
    </p>
  );
}

type CellProps = {
  cell: WindowCell;
  isChosen: boolean;
  isShut: boolean;
  onChoose: () => void;
  setup: Setup;
  zone: string;
};

function Cell({ cell, isChosen, isShut: shut, onChoose, setup, zone }: CellProps) {
  const { capacity, isPast } = cell;
  const closed = isPast ? { code: 'past', params: {} } : (capacity?.closed ?? null);
  const why = closed ? closedText(closed, namesOf(setup)) : openText(cell);
  const word = closed ? closedWord(closed.code) : openWord(cell);
  const full = capacity?.percentFull ?? 0;
  const when = `${formatDay(cell.day)} ${formatWindow(cell.start, cell.end, zone)}`;
  return (
    <label
      title={why}
      className={clsx(
        'flex h-7 items-center justify-center rounded-md border tabular-nums',
        'has-focus-visible:outline-2 has-focus-visible:outline-offset-1 has-focus-visible:outline-accent',
        isChosen
          ? 'border-accent bg-accent-soft font-semibold'
          : closed
            ? 'border-line bg-off text-muted'
            : clsx('border-line hover:bg-hover', full >= 60 ? 'bg-accent-soft/60' : 'bg-surface'),
      )}
    >
      <input
        type="radio"
        name="window"
        className="sr-only"
        aria-label={`${when}: ${why}`}
        checked={isChosen}
        disabled={shut}
        onChange={onChoose}
      />
      <span aria-hidden>{word}</span>
    </label>
  );
}

function openWord({ capacity }: WindowCell): string {
  if (!capacity || capacity.isUnplanned) return 'open';
  return capacity.isOverbooked ? 'over' : `${capacity.percentFull ?? 0} %`;
}

function openText({ capacity }: WindowCell): string {
  if (!capacity) return 'Open.';
  if (capacity.isUnplanned) return 'Open: no shifts are planned, so nobody knows how full it is.';
  if (capacity.isOverbooked) return 'Full, but more may be promised here.';
  const who = `${capacity.able} ${capacity.able === 1 ? 'technician' : 'technicians'} could go`;
  const waits = capacity.waiting === 0 ? '' : `, ${capacity.waiting} waiting without a technician`;
  return `${capacity.percentFull ?? 0} % full, ${who}${waits}.`;
}
