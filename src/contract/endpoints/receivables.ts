/** Schemas of what customers owe. */
import { z } from 'zod';
import { AGED_BY } from '#domain/receivables/ageing.ts';
import type { Schemas } from '../endpoint.ts';
import * as receivable from '../receivable.ts';
import type { receivables as rows } from '../routes/receivables.ts';
import { day, idListText, idText, pageQuery } from '../scalars.ts';

/** The end of which day; left out: today. */
const asked = { asOf: day.optional(), by: z.enum(AGED_BY).default('due') };

export const receivablesSchemas = {
  'receivables.ageing': {
    query: z.strictObject({
      ...asked,
      of: z.enum(['customer', 'unit']).default('customer'),
      businessUnitIds: idListText.optional(),
      customerId: idText.optional(),
      /** Part of the customer's name. */
      q: z.string().max(200).optional(),
      limit: pageQuery.limit,
      from: z
        .string()
        .regex(/^\d{1,7}$/)
        .transform(Number)
        .optional(),
    }),
    responses: { 200: receivable.ageing },
  },
  'receivables.open': {
    query: z.strictObject({ ...asked, customerId: idText, businessUnitIds: idListText.optional() }),
    responses: { 200: receivable.openDocuments },
  },
} as const satisfies Record<keyof typeof rows, Schemas>;
