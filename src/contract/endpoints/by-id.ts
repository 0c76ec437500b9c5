/** Rows that name one record in their path. */
import { z } from 'zod';
import { jobsWritten } from '../job.ts';
import { idText } from '../scalars.ts';

export const byId = z.strictObject({ id: idText });
/** A command on one job or appointment: its id, its body, and the job cards as they are afterwards. */
export const command = <B extends z.ZodType>(body: B) => ({
  params: byId,
  body,
  responses: { 200: jobsWritten },
});
