/** What became of each record of a step on many. */
import { z } from 'zod';
import { id } from './scalars.ts';

/** One by one what became of each: `problem` is the code of a refusal, with its params, or null where it was done. */
export const outcomesWritten = z.strictObject({
  operationId: id,
  outcomes: z.array(
    z.strictObject({
      id,
      number: z.int(),
      problem: z.strictObject({ code: z.string(), params: z.record(z.string(), z.unknown()) }).nullable(),
    }),
  ),
});
