import { type KeyboardEvent, useRef } from 'react';
import type { Setup } from '#contract/setup.ts';
import { addDays, type Day, type Instant } from '#domain/time.ts';
import { clock } from '../../lib/clock.ts';
import { closedText } from '../../lib/closed-window-text.ts';
import { formatMinutes, formatTimeRange } from '../../lib/format.ts';
import { visitIn } from './arrival-windows.ts';
import { BestWindows } from './best-windows.tsx';
import { isShut, type ShownWindows, type WindowCell } from './use-windows.ts';
import { WindowGrid } from './window-grid.tsx';
import { namesOf } from './window-words.ts';

export type WindowChoiceProps = {
  windows: ShownWindows;
  /** `key` null: none yet. */
  chosen: { readonly day: Day; readonly key: string | null };
  onChoose: (day: Day, key: string) => void;
  /** Length of the visit; null: it is not known yet what is wrong. */
  minutes: number | null;
  error: string | undefined;
  setup: Setup;
  zone: string;
  now: Instant;
  mayOverbook: boolean;
  /** Enter on a window: go on, with what is chosen now. */
  onDone: (chosen: WindowChoiceProps['chosen']) => void;
};

const STEPS: Readonly<Record<string, readonly [days: number, windows: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The next window in that direction that can be chosen. */
function cellBeside(
  cells: readonly WindowCell[],
  from: WindowCell | undefined,
  [days, rows]: readonly [number, number],
  mayOverbook: boolean,
): WindowCell | undefined {
  const open = cells.filter((one) => !isShut(one, mayOverbook));
  if (!from) return open[0];
  if (rows !== 0) {
    const sameDay = open.filter(({ day }) => day === from.day);
    return rows > 0
      ? sameDay.find(({ key }) => key > from.key)
      : sameDay.findLast(({ key }) => key < from.key);
  }
  const sameHours = open.filter(({ key }) => key === from.key);
  return days > 0
    ? sameHours.find(({ day }) => day > from.day)
    : sameHours.findLast(({ day }) => day < from.day);
}

/** The three best windows, the grid of days and hours, and when the visit would be planned: for a booking and one visit more. */
export function WindowChoice(props: WindowChoiceProps) {
  const { windows, chosen, minutes, error, setup, zone, now, mayOverbook, onDone } = props;
  // What a key chooses is not in the props yet when the same key goes on.
  const justChosen = useRef<WindowChoiceProps['chosen'] | null>(null);
  const onChoose = (day: Day, key: string) => {
    justChosen.current = { day, key };
    props.onChoose(day, key);
  };
  const cell = windows.cells.find(({ day, key }) => day === chosen.day && key === chosen.key);
  /** Digits take one of the best, arrows go through the grid, Enter takes what is lit, else the first: no key too many. */
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const group = event.currentTarget;
    const step = STEPS[event.key];
    const digit = windows.best[Number(event.key) - 1];
    if (digit) {
      onChoose(digit.day, digit.key);
      group.querySelectorAll<HTMLElement>('input[name=best]')[windows.best.indexOf(digit)]?.focus();
    } else if (step) {
      const next = cellBeside(windows.cells, cell, step, mayOverbook);
      if (next) {
        onChoose(next.day, next.key);
        requestAnimationFrame(() => group.querySelector<HTMLElement>('input[name=window]:checked')?.focus());
      } else if (step[0] !== 0) {
        windows.showFrom(addDays(windows.firstDay, step[0] * windows.days.length));
      }
    } else if (event.key === 'Enter' && (event.target as HTMLElement).matches('input[type=radio]')) {
      const lit = event.target as HTMLInputElement;
      // Held down it is still one Enter.
      if (!event.repeat) {
        justChosen.current = null;
        if (chosen.key === null) lit.click();
        onDone(justChosen.current ?? chosen);
      }
    } else return;
    event.preventDefault();
  };
  const closed = cell?.capacity?.closed ?? null;
  return (
    <>
      <fieldset className="m-0 min-w-0 border-0 p-0" onKeyDown={onKeyDown}>
        <legend className="sr-only">Arrival window</legend>
        <BestWindows
          best={windows.best}
          cells={windows.cells}
          chosen={chosen}
          onChoose={onChoose}
          setup={setup}
          zone={zone}
          now={now}
        />
        {windows.best.length === 0 && <p className="text-muted">{whyNoBest(windows, minutes !== null)}</p>}
        <WindowGrid
          windows={windows}
          chosen={chosen}
          onChoose={onChoose}
          mayOverbook={mayOverbook}
          setup={setup}
          zone={zone}
        />
        {error && (
          <p data-error className="mt-1 text-xs text-danger">
            {error}
          </p>
        )}
      </fieldset>
      {cell && minutes !== null && !cell.isPast && (
        <p className="mt-2 text-muted">
          {closed && <b className="font-semibold text-warning">{closedText(closed, namesOf(setup))} </b>}
          Visit planned {plannedWords(cell, minutes, zone)}, {formatMinutes(minutes)}.
        </p>
      )}
    </>
  );
}

function whyNoBest({ hasFailed, cells }: ShownWindows, hasType: boolean): string {
  if (hasFailed) return 'How full the windows are is not known just now; you can book all the same.';
  if (!hasType) return 'The best windows stand here as soon as it is known what is wrong.';
  if (cells.length === 0) return 'No windows are promised in these days.';
  return cells.every(({ capacity }) => capacity === null)
    ? 'Looking for the best windows…'
    : 'No window is open in two weeks; the grid says why. A dispatcher may book over it.';
}

const plannedWords = (cell: WindowCell, minutes: number, zone: string) => {
  const { start, end } = visitIn(cell, minutes);
  return formatTimeRange(start, end, zone, { viewerZone: clock.zone() });
};
