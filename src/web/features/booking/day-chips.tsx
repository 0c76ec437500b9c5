import { clsx } from 'clsx';
import { CalendarDays } from 'lucide-react';
import { useRef } from 'react';
import { addDays, type Day, daysBetween, isDay } from '#domain/time.ts';
import { formatDay } from '../../lib/format.ts';
import { RadioCard } from './radio-card.tsx';

const DAYS = 7;

export type DayChipsProps = { day: Day; today: Day; onChoose: (day: Day) => void };

/** The next seven days; any later one from the browser's calendar. */
export function DayChips({ day, today, onChoose }: DayChipsProps) {
  const picker = useRef<HTMLInputElement>(null);
  const days = Array.from({ length: DAYS }, (_, ahead) => addDays(today, ahead));
  const isLater = daysBetween(today, day) >= DAYS;
  return (
    <fieldset data-stop="day" className="m-0 grid min-w-0 grid-cols-4 gap-1.5 border-0 p-0">
      <legend className="sr-only">Day</legend>
      {days.map((one) => (
        <RadioCard
          key={one}
          name="day"
          checked={one === day}
          onChoose={() => onChoose(one)}
          className="justify-center py-1 text-center"
        >
          <span>
            <span className="block font-medium">{one === today ? 'Today' : formatDay(one).slice(0, 3)}</span>
            <span className="block text-xs text-muted">{formatDay(one).slice(4)}</span>
          </span>
        </RadioCard>
      ))}
      <span className="relative grid">
        <button
          type="button"
          aria-haspopup="dialog"
          aria-pressed={isLater}
          onClick={() => picker.current?.showPicker()}
          className={clsx(
            'rounded-md border px-1 text-center leading-[1.35]',
            isLater ? 'border-accent bg-accent-soft' : 'border-line bg-surface hover:bg-hover',
          )}
        >
          {isLater ? (
            <>
              <span className="block font-medium">{formatDay(day).slice(0, 3)}</span>
              <span className="block text-xs text-muted">{formatDay(day, { today }).slice(4)}</span>
            </>
          ) : (
            <span className="inline-flex items-center gap-1">
              <CalendarDays aria-hidden className="size-3.5 text-icon" /> Later
            </span>
          )}
        </button>
        <input
          ref={picker}
          type="date"
          tabIndex={-1}
          aria-hidden
          min={today}
          value={isLater ? day : ''}
          onChange={({ target }) => isDay(target.value) && target.value >= today && onChoose(target.value)}
          className="pointer-events-none absolute inset-0 -z-10 opacity-0"
        />
      </span>
    </fieldset>
  );
}
