import { useSuspenseQuery } from '@tanstack/react-query';
import { useFormContext } from 'react-hook-form';
import type { Setup } from '#contract/setup.ts';
import { atLocalTime, dayOf, isDay, isInstant, localTime } from '#domain/time.ts';
import { setupQueries } from '../../data/setup.ts';
import { Field } from '../../ui/field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { BookingDraft } from './booking-draft.ts';

type CustomField = Setup['customFields'][number];

/** The company's own fields of a job that are asked for when booking. */
export function JobFieldInputs({ zone }: { zone: string }) {
  const { data: setup } = useSuspenseQuery(setupQueries.get());
  const asked = setup.customFields.filter(
    ({ owner, active, requiredAtBooking }) => owner === 'job' && active && requiredAtBooking,
  );
  return asked.map((field) => <One key={field.id} field={field} zone={zone} />);
}

function One({ field, zone }: { field: CustomField; zone: string }) {
  const { register, setValue, watch, formState } = useFormContext<BookingDraft>();
  const name = `customFields.${field.key}` as const;
  const error = formState.errors.customFields?.[field.key]?.message;
  return (
    <div data-stop="fields">
      <Field label={field.label} required error={error}>
        {field.kind === 'Instant' ? (
          <TextField
            type="datetime-local"
            value={wallTime(watch(name) ?? '', zone)}
            onChange={({ target }) => setValue(name, instantText(target.value, zone), { shouldDirty: true })}
          />
        ) : (
          <TextField numeric={field.kind === 'Number'} maxLength={500} {...register(name)} />
        )}
      </Field>
    </div>
  );
}

/** `2026-11-21T08:30` on the clock of the place; empty while nothing is chosen. */
const wallTime = (text: string, zone: string): string =>
  isInstant(text) ? `${dayOf(text, zone)}T${localTime(text, zone)}` : '';

function instantText(wall: string, zone: string): string {
  const [day, time] = wall.split('T');
  if (!day || !time || !isDay(day)) return '';
  const at = atLocalTime(day, time, zone);
  return at.kind === 'unique' ? at.instant : at.kind === 'ambiguous' ? at.earlier : at.after;
}
