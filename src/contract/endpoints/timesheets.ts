/** Schemas of timesheets. */
import { z } from 'zod';
import type { Schemas } from '../endpoint.ts';
import type { timesheets as rows } from '../routes/timesheets.ts';
import { day, idListText, idText } from '../scalars.ts';
import * as timesheets from '../timesheet.ts';

export const timesheetsSchemas = {
  'timesheets.list': {
    query: z.strictObject({
      /** From that day to `until`, both with; the answer has no days outside. Without a job at most 92 days. */
      from: day.optional(),
      until: day.optional(),
      technicianId: idText.optional(),
      businessUnitIds: idListText.optional(),
      jobId: idText.optional(),
    }),
    responses: { 200: timesheets.timesheets },
  },
} as const satisfies Record<keyof typeof rows, Schemas>;
