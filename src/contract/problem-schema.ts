/** The schema of a problem. Apart from `problem.ts`, so that the browser's first load needs no validation library. */
import { z } from 'zod';
import type { Problem } from './problem.ts';

export const problem = z.strictObject({
  status: z.int(),
  code: z.string(),
  params: z.record(z.string(), z.unknown()),
  fields: z.array(z.strictObject({ path: z.string(), code: z.string(), message: z.string() })),
  requestId: z.string(),
}) satisfies z.ZodType<Problem>;
