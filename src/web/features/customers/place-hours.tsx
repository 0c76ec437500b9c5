import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { useFormContext } from 'react-hook-form';
import type { z } from 'zod';
import type { newLocation } from '#contract/customer.ts';
import { WEEKDAY_WORDS } from '#domain/written-day.ts';
import { firstWeekday, weekdaysFrom } from '../../lib/week.ts';
import { minuteText, readMinute } from '../../parts/clock-minutes.ts';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Field } from '../../ui/field.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { type HoursRow, hoursOf, rowsOf, USUAL_HOURS } from './hours-rows.ts';

/** When somebody is there, on the clock of the place; windows in these hours come first when a job is booked. */
export function PlaceHours() {
  const { getValues, setValue, formState } = useFormContext<z.input<typeof newLocation>>();
  const [rows, setRows] = useState(() => rowsOf(getValues('businessHours') ?? null));
  const take = (next: HoursRow[]) => {
    setRows(next);
    const hours = hoursOf(next);
    setValue('businessHours', hours && [...hours], {
      shouldDirty: true,
      shouldValidate: formState.isSubmitted,
    });
  };
  return (
    <fieldset className="col-span-6 m-0 min-w-0 border-0 p-0">
      <legend className="p-0 text-xs text-muted">
        Somebody is there{rows.length === 0 ? ': nobody has said when.' : ''}
      </legend>
      {rows.map((row, at) => (
        <HoursLine
          // Lines have no name of their own; one taken out moves the others up, with what is in them.
          // biome-ignore lint/suspicious/noArrayIndexKey: what a line shows is in `rows`, not in the line
          key={at}
          row={row}
          number={at + 1}
          onChange={(next) => take(rows.map((one, other) => (other === at ? next : one)))}
          onRemove={() => take(rows.filter((_, other) => other !== at))}
        />
      ))}
      {formState.errors.businessHours && (
        <p data-error className="mt-1 text-xs text-danger">
          At least one day, and times as 9:00 and 17:00, one after the other. Hours of a day do not overlap.
        </p>
      )}
      <Button
        variant="ghost"
        icon={<Plus aria-hidden />}
        onClick={() =>
          take([...rows, rows.length === 0 ? USUAL_HOURS : { weekdays: [], from: '', until: '' }])
        }
      >
        Add hours
      </Button>
    </fieldset>
  );
}

type HoursLineProps = {
  row: HoursRow;
  number: number;
  onChange: (row: HoursRow) => void;
  onRemove: () => void;
};

function HoursLine({ row, number, onChange, onRemove }: HoursLineProps) {
  const { weekdays } = row;
  const toggle = (day: number) =>
    onChange({
      ...row,
      weekdays: weekdays.includes(day) ? weekdays.filter((one) => one !== day) : [...weekdays, day].sort(),
    });
  const time = (name: 'from' | 'until', label: string) => (
    <Field label={`${label}, line ${number}`} hideLabel className="w-24">
      <TextField
        value={row[name]}
        placeholder={label}
        autoComplete="off"
        onChange={({ target }) => onChange({ ...row, [name]: target.value })}
        onBlur={() => {
          const minute = readMinute(row[name]);
          if (minute !== null) onChange({ ...row, [name]: minuteText(minute) });
        }}
      />
    </Field>
  );
  return (
    <div className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1">
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset inside this one would bring its own frame and legend */}
      <span role="group" aria-label={`Days, line ${number}`} className="flex flex-wrap gap-1">
        {weekdaysFrom(firstWeekday()).map((day) => (
          <Chip key={day} pressed={weekdays.includes(day)} onClick={() => toggle(day)}>
            {WEEKDAY_WORDS[day]}
          </Chip>
        ))}
      </span>
      {time('from', 'From')}
      {time('until', 'Until')}
      <IconButton label={`Remove line ${number} of the hours`} icon={<X aria-hidden />} onClick={onRemove} />
    </div>
  );
}
