import { useEffect } from 'react';
import type { Path } from 'react-hook-form';
import { problemOf } from '../../lib/api.ts';
import { fieldErrorText } from '../../lib/field-error-text.ts';
import type { Wording } from '../../lib/refusal-params.ts';
import { errorText } from '../../lib/refusal-text.ts';
import { draftField } from './booking-body.ts';
import type { BookingDraft } from './booking-draft.ts';
import type { Booking } from './use-booking.ts';

/** Refusals that are about one field of the form. */
const FIELD_OF_REFUSAL: Readonly<Record<string, Path<BookingDraft>>> = {
  'job.customer_do_not_service': 'who',
  'job.business_unit_not_mapped': 'businessUnitId',
  'job.location_of_other_customer': 'locationId',
};

/** Puts what the server refused onto the fields it is about; nothing that was typed changes. */
export function usePlacedErrors({ form }: Pick<Booking, 'form'>, error: unknown, wording: Wording): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each answer
  useEffect(() => {
    const problem = problemOf(error);
    if (!problem) return;
    for (const one of problem.fields) {
      form.setError(draftField(one.path) as Path<BookingDraft>, {
        type: 'server',
        message: fieldErrorText(one),
      });
    }
    const field = FIELD_OF_REFUSAL[problem.code];
    if (field) form.setError(field, { type: 'server', message: errorText(error, wording) });
  }, [error]);
}

/** Above the button: the sentence for the whole, and what no field of the form stands for. */
export function problemLines(error: unknown, wording: Wording, known: (path: string) => boolean): string[] {
  if (error === null || error === undefined) return [];
  const elsewhere = (problemOf(error)?.fields ?? []).filter(({ path }) => !known(draftField(path)));
  return [errorText(error, wording), ...elsewhere.map((one) => `${one.path}: ${fieldErrorText(one)}`)];
}
