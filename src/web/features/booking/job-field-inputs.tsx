import { useSuspenseQuery } from '@tanstack/react-query';
import { useFormContext } from 'react-hook-form';
import { setupQueries } from '../../data/setup.ts';
import { customFieldsOf } from '../../lib/custom-fields.ts';
import { CustomFieldInput } from '../../parts/custom-field-input.tsx';
import type { BookingDraft } from './booking-draft.ts';

/** The company's own fields of a job that are asked for when booking. */
export function JobFieldInputs({ zone }: { zone: string }) {
  const { data: setup } = useSuspenseQuery(setupQueries.get());
  const { setValue, watch, formState } = useFormContext<BookingDraft>();
  const asked = customFieldsOf(setup, 'job').filter(({ requiredAtBooking }) => requiredAtBooking);
  return asked.map((field) => {
    const name = `customFields.${field.key}` as const;
    const value = watch(name) ?? '';
    return (
      <div key={field.id} data-stop="fields" data-done={value === '' ? undefined : true}>
        <CustomFieldInput
          field={field}
          required
          zone={zone}
          value={value}
          error={formState.errors.customFields?.[field.key]?.message}
          onValueChange={(next) =>
            setValue(name, next, { shouldDirty: true, shouldValidate: formState.isSubmitted })
          }
        />
      </div>
    );
  });
}
