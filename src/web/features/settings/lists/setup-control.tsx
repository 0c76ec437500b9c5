import { cents, decimalOfUnitPrice, formatCents, percentOfRate, rate, unitPrice } from '#domain/money.ts';
import { readAmount, readPercent, readUnitPrice } from '#domain/setup/cells.ts';
import type { SetupField, SetupValue } from '#domain/setup/fields.ts';
import { isDay } from '#domain/time.ts';
import { WEEKDAY_WORDS } from '#domain/written-day.ts';
import { formatMinutes } from '../../../lib/format.ts';
import { firstWeekday, weekdaysFrom } from '../../../lib/week.ts';
import { minuteText, readMinute, readMinutes } from '../../../parts/clock-minutes.ts';
import { SetupPicker } from '../../../parts/setup-picker.tsx';
import { Chip } from '../../../ui/chip.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { choiceWord } from './choice-words.ts';
import { type Lists, listFor, noneYet } from './references.ts';
import { TickList } from './tick-list.tsx';
import { cityOf, readTimeZone, TIME_ZONES } from './time-zone-text.ts';
import { TypedField } from './typed-field.tsx';

export type SetupControlProps = {
  field: SetupField;
  value: SetupValue;
  onChange: (value: SetupValue) => void;
  onBlur: () => void;
  lists: Lists;
  autoFocus?: boolean;
};

const wholeOf = (typed: string) => (/^\d{1,6}$/.test(typed.trim()) ? Number(typed) : undefined);
const degreesOf = (typed: string) =>
  /^-?\d{1,3}(\.\d{1,9})?$/.test(typed.trim()) ? Number(typed) : undefined;
const plain = (value: SetupValue) => (value === null ? '' : String(value));
const textOr = (of: (value: number) => string) => (value: SetupValue) =>
  typeof value === 'number' ? of(value) : plain(value);
const toggled = (list: readonly number[], one: number) =>
  list.includes(one) ? list.filter((other) => other !== one) : [...list, one];

/** The input that fits the field. */
export function SetupControl(props: SetupControlProps) {
  const { field, value, onChange, onBlur, lists, autoFocus } = props;
  switch (field.type) {
    case 'one':
      return (
        <SetupPicker
          list={listFor(field, lists)}
          value={value as number | null}
          onValueChange={onChange}
          onBlur={onBlur}
          placeholder={field.required ? 'Type a part of the name' : 'None'}
          emptyText={noneYet(field, lists) ?? undefined}
        />
      );
    case 'many':
      return (
        <TickList
          title={field.title}
          list={listFor(field, lists)}
          chosen={value as number[]}
          onChange={onChange}
          empty={noneYet(field, lists)}
        />
      );
    case 'weekdays':
      return (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset inside the form's field would bring its own frame and legend
        <span role="group" aria-label={field.title} className="flex flex-wrap gap-1">
          {weekdaysFrom(firstWeekday()).map((day) => (
            <Chip
              key={day}
              pressed={(value as number[]).includes(day)}
              onClick={() => onChange(toggled(value as number[], day).sort((a, b) => a - b))}
            >
              {WEEKDAY_WORDS[day]}
            </Chip>
          ))}
        </span>
      );
    case 'choice':
      return (
        <Select
          value={(value as string | null) ?? ''}
          onValueChange={(next) => onChange(next === '' ? null : next)}
          options={[
            ...(field.required ? [] : [{ value: '', label: 'Any' }]),
            ...field.choices.map((choice) => ({ value: choice, label: choiceWord(choice) })),
          ]}
          onBlur={onBlur}
        />
      );
    case 'minutes':
      return (
        <TypedField
          {...props}
          text={textOr(formatMinutes)}
          read={(typed) => readMinutes(typed) ?? undefined}
          placeholder="90, 1:30 or 2 h"
        />
      );
    case 'clock':
      return (
        <TypedField
          {...props}
          text={textOr(minuteText)}
          read={(typed) => readMinute(typed) ?? undefined}
          placeholder="8:00"
        />
      );
    case 'unitPrice':
      return (
        <TypedField
          {...props}
          text={textOr((price) => decimalOfUnitPrice(unitPrice(price)))}
          read={readUnitPrice}
          numeric
          placeholder="34.50"
        />
      );
    case 'amount':
      return (
        <TypedField
          {...props}
          text={textOr((amount) => formatCents(cents(amount)))}
          read={readAmount}
          numeric
          placeholder={field.required ? '500.00' : 'None'}
        />
      );
    case 'percent':
      return (
        <TypedField
          {...props}
          text={textOr((of) => percentOfRate(rate(of)))}
          read={readPercent}
          numeric
          placeholder="6.25"
        />
      );
    case 'whole':
      return <TypedField {...props} text={plain} read={wholeOf} numeric />;
    case 'degrees':
      return <TypedField {...props} text={plain} read={degreesOf} numeric />;
    case 'day':
      return (
        <TextField
          type="date"
          value={plain(value)}
          onChange={({ target }) => onChange(target.value || null)}
          onBlur={onBlur}
        />
      );
    case 'days':
      return <Days {...props} />;
    case 'timeZone':
      return (
        <>
          <TypedField {...props} text={plain} read={readTimeZone} list="time-zones" />
          <datalist id="time-zones">
            {TIME_ZONES.map((zone) => (
              // The label is searched, too: “new york” finds America/New_York.
              <option key={zone} value={zone} label={cityOf(zone)} />
            ))}
          </datalist>
        </>
      );
    case 'text':
      if (field.max > 500) {
        return (
          <TextArea
            rows={2}
            maxLength={field.max}
            value={plain(value)}
            onChange={({ target }) => onChange(target.value)}
            onBlur={onBlur}
          />
        );
      }
  }
  return (
    <TextField
      type={field.type === 'email' ? 'email' : 'text'}
      value={plain(value)}
      maxLength={field.type === 'text' || field.type === 'key' ? field.max : 200}
      autoFocus={autoFocus}
      onChange={({ target }) =>
        onChange(field.type === 'currency' ? target.value.toUpperCase() : target.value)
      }
      onBlur={onBlur}
    />
  );
}

/** Days one after the other: each can be taken away, the next is picked. */
function Days({ value, onChange }: SetupControlProps) {
  const days = value as string[];
  return (
    <span className="flex flex-wrap items-center gap-1">
      {days.map((one) => (
        <Chip
          key={one}
          onRemove={() => onChange(days.filter((other) => other !== one))}
          removeLabel={`Remove ${one}`}
        >
          {one}
        </Chip>
      ))}
      <TextField
        type="date"
        aria-label="Add a day"
        className="w-36"
        value=""
        onChange={({ target }) => {
          if (isDay(target.value) && !days.includes(target.value)) onChange([...days, target.value].sort());
        }}
      />
    </span>
  );
}
