import { z } from 'zod';

/** More than any company has fields of its own. */
const MOST_VALUES = 200;

/** Values of the company's own fields, by the field's key; the backend knows the keys. */
export const customValues = z
  .record(z.string().max(60), z.string().max(500))
  .refine((values) => Object.keys(values).length <= MOST_VALUES);
