import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useRef } from 'react';
import { addDays, type Day, isDay } from '#domain/time.ts';
import { formatDay } from '../lib/format.ts';
import { Button } from './button.tsx';
import { IconButton } from './icon-button.tsx';
import { Tooltip } from './tooltip.tsx';

export type DateStepperProps = {
  day: Day;
  today: Day;
  onDayChange: (day: Day) => void;
  /** days a step moves: 1, or 7 in the week view */
  step?: 1 | 7 | undefined;
  /** what is shown instead of the day, such as the week it is in */
  text?: string | undefined;
};

/** ◂ Fri 21 Nov ▸ Today. The date itself opens the browser's calendar. */
export function DateStepper({ day, today, onDayChange, step = 1, text }: DateStepperProps) {
  const picker = useRef<HTMLInputElement>(null);
  const span = step === 7 ? 'week' : 'day';
  return (
    <div className="flex shrink-0 items-center gap-1.5 max-md:gap-0.5 max-sm:shrink max-sm:flex-wrap">
      <IconButton
        label={`Previous ${span}`}
        variant="secondary"
        icon={<ChevronLeft aria-hidden />}
        onClick={() => onDayChange(addDays(day, -step))}
      />
      <span className="relative">
        <Button
          variant="ghost"
          className="min-w-28 font-semibold max-md:min-w-0 max-md:px-1.5"
          aria-haspopup="dialog"
          onClick={() => picker.current?.showPicker()}
        >
          {text ?? formatDay(day, { today })}
        </Button>
        <input
          ref={picker}
          type="date"
          tabIndex={-1}
          aria-hidden
          value={day}
          onChange={({ target }) => isDay(target.value) && onDayChange(target.value)}
          className="pointer-events-none absolute inset-0 -z-10 opacity-0"
        />
      </span>
      <IconButton
        label={`Next ${span}`}
        variant="secondary"
        icon={<ChevronRight aria-hidden />}
        onClick={() => onDayChange(addDays(day, step))}
      />
      <Tooltip text={formatDay(today)}>
        <Button disabled={day === today} onClick={() => onDayChange(today)}>
          Today
        </Button>
      </Tooltip>
    </div>
  );
}
