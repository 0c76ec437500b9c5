/** Schemas of what customers owe. */
import { z } from 'zod';
import { AGED_BY, OPEN_PARTS } from '#domain/receivables/ageing.ts';
import type { Schemas } from '../endpoint.ts';
import * as imported from '../list-imported.ts';
import * as receivable from '../receivable.ts';
import type { receivables as rows } from '../routes/receivables.ts';
import { day, idListText, idText, pageQuery } from '../scalars.ts';

/** `asOf`: the end of which day, today when left out; `by`: its due date; `only`: a part of the documents. */
const asked = {
  asOf: day.optional(),
  by: z.enum(AGED_BY).optional(),
  only: z.enum(OPEN_PARTS).optional(),
};

export const receivablesSchemas = {
  'receivables.ageing': {
    query: z.strictObject({
      ...asked,
      /** By customer when left out. */
      of: z.enum(['customer', 'unit']).optional(),
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
  'receivables.importTemplate': { responses: { 200: null } },
  'receivables.checkImport': { body: imported.checkImport, responses: { 200: imported.importChecked } },
  'receivables.import': { body: imported.writeImport, responses: { 200: imported.listImported } },
} as const satisfies Record<keyof typeof rows, Schemas>;
