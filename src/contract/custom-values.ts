import { z } from 'zod';
import { LONGEST_CUSTOM_VALUE } from '#domain/custom-field.ts';

/** More than any company has fields of its own. */
const MOST_VALUES = 200;

/** Values of the company's own fields, by the field's key; the backend knows the keys. */
export const customValues = z
  .record(z.string().max(60), z.string().max(LONGEST_CUSTOM_VALUE))
  .refine((values) => Object.keys(values).length <= MOST_VALUES);
