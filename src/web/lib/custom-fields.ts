/** The company's own fields (set-up list) as the browser asks for them and shows them. */
import { z } from 'zod';
import type { Setup } from '#contract/setup.ts';
import {
  type CustomFieldRule,
  customFieldFault,
  customFieldFaults,
  LONGEST_CUSTOM_VALUE,
} from '#domain/custom-field.ts';
import { isDay, isInstant } from '#domain/time.ts';
import { CUSTOM_FIELD_PHRASES } from './field-error-text.ts';
import { formatDay, formatDayTime } from './format.ts';

export type CustomField = Setup['customFields'][number];

/** Those of a job or a project in use, in the set-up's order. */
export const customFieldsOf = (setup: Setup, owner: CustomField['owner']): CustomField[] =>
  setup.customFields.filter((field) => field.owner === owner && field.active);

/** What a record holds under a name the set-up does not know: an import brought it along. */
export const unnamedField = (key: string, label: string): CustomField => ({
  id: 0,
  owner: 'job',
  key,
  label,
  kind: 'Text',
  choices: [],
  requiredAtBooking: false,
  active: true,
});

export const customFieldRule = ({ key, kind, choices, requiredAtBooking }: CustomField): CustomFieldRule => ({
  key,
  kind,
  choices,
  required: requiredAtBooking,
});

/**
 * For `EditableField`: what may be written where it stands.
 * @param before as it stands: what was empty may stay so (an import brought the record along)
 */
export const customFieldSchema = (field: CustomField, before: string) =>
  z
    .string()
    .max(LONGEST_CUSTOM_VALUE)
    .superRefine((value, context) => {
      const fault = value === before ? null : customFieldFault(customFieldRule(field), value);
      if (fault) context.addIssue({ code: 'custom', message: CUSTOM_FIELD_PHRASES[fault] });
    });

/** What is wrong with the values typed into a form, by the field's key. */
export const customFieldErrors = (
  fields: readonly CustomField[],
  values: Readonly<Record<string, string>>,
): Record<string, string> =>
  Object.fromEntries(
    customFieldFaults(fields.map(customFieldRule), values).map(({ key, fault }) => {
      const { label } = fields.find((field) => field.key === key)!;
      return [key, `${label} ${CUSTOM_FIELD_PHRASES[fault]}.`];
    }),
  );

/** A value as people read it; null for none. */
export function customFieldText(value: string, zone: string): string | null {
  if (isInstant(value)) return formatDayTime(value, zone);
  return isDay(value) ? formatDay(value) : value || null;
}
