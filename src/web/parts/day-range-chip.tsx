import { clsx } from 'clsx';
import { ChevronDown } from 'lucide-react';
import { addDays, type Day, isDay } from '#domain/time.ts';
import { formatDay } from '../lib/format.ts';
import { firstWeekday, weekOf } from '../lib/week.ts';
import { Button } from '../ui/button.tsx';
import { chipClass } from '../ui/chip.tsx';
import { Field } from '../ui/field.tsx';
import { Popover } from '../ui/popover.tsx';
import { TextField } from '../ui/text-field.tsx';

export type DayRangeChipProps = {
  label: string;
  first: Day | undefined;
  last: Day | undefined;
  today: Day;
  /** Past days are what is asked for (completed), or those to come (visits). */
  looks: 'back' | 'ahead';
  /** The word for no filter: "Any day". */
  none?: string | undefined;
  onChange: (first: Day | undefined, last: Day | undefined) => void;
};

/** "Visits 21 Nov – 27 Nov ▾": a filter by days, with the spans people ask for at one click. */
export function DayRangeChip({
  label,
  first,
  last,
  today,
  looks,
  none = 'Any day',
  onChange,
}: DayRangeChipProps) {
  const words =
    first === undefined
      ? none
      : last === undefined || last <= first
        ? formatDay(first, { today })
        : `${formatDay(first, { today })} – ${formatDay(last, { today })}`;
  const span = (days: number): [Day, Day] =>
    looks === 'ahead' ? [today, addDays(today, days - 1)] : [addDays(today, 1 - days), today];
  const other = addDays(today, looks === 'ahead' ? 7 : -7);
  const week = firstWeekday();
  const quick: [string, [Day, Day | undefined]][] = [
    ['Today', [today, undefined]],
    looks === 'ahead'
      ? ['Tomorrow', [addDays(today, 1), undefined]]
      : ['Yesterday', [addDays(today, -1), undefined]],
    ['This week', weekOf(today, week)],
    [looks === 'ahead' ? 'Next week' : 'Last week', weekOf(other, week)],
    [looks === 'ahead' ? 'Next 7 days' : 'Last 7 days', span(7)],
    [looks === 'ahead' ? 'Next 30 days' : 'Last 30 days', span(30)],
  ];
  return (
    <Popover
      label={label}
      align="start"
      trigger={
        <button type="button" className={clsx(chipClass(first ? 'on' : 'plain'), 'hover:bg-hover')}>
          {label} <b className={clsx('font-semibold', !first && 'text-text')}>{words}</b>
          <ChevronDown aria-hidden />
        </button>
      }
    >
      <div className="flex w-64 flex-col gap-2 py-1">
        <div className="flex flex-wrap gap-1">
          {quick.map(([word, [from, to]]) => (
            <Button key={word} onClick={() => onChange(from, to)}>
              {word}
            </Button>
          ))}
        </div>
        <div className="grid grid-cols-2 gap-2">
          <Field label="From">
            <TextField
              type="date"
              size="dense"
              value={first ?? ''}
              onChange={({ target }) => onChange(isDay(target.value) ? target.value : undefined, last)}
            />
          </Field>
          <Field label="To">
            <TextField
              type="date"
              size="dense"
              min={first}
              value={last ?? first ?? ''}
              disabled={first === undefined}
              onChange={({ target }) => isDay(target.value) && onChange(first, target.value)}
            />
          </Field>
        </div>
        {first !== undefined && (
          <Button variant="ghost" onClick={() => onChange(undefined, undefined)}>
            {none}
          </Button>
        )}
      </div>
    </Popover>
  );
}
