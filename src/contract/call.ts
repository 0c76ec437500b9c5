/** Calls: who rang, when, whom it was, who answered. Until a telephone system tells, they are simulated. */
import { z } from 'zod';
import { id, instant, pageOf, requiredText } from './scalars.ts';

export const CALL_DIRECTIONS = ['Inbound', 'Outbound'] as const;

export const call = z.strictObject({
  id,
  phone: z.string(),
  at: instant,
  direction: z.enum(CALL_DIRECTIONS),
  /** Whose number it is, if it is one customer's; their name at the side. */
  customerId: id.nullable(),
  customerName: z.string().nullable(),
  answeredBy: id.nullable(),
  answeredByName: z.string().nullable(),
  source: z.string(),
});
export const callPage = pageOf(call);
/** `customerId` is found by the number when it is left out; `at` is now. */
export const newCall = z.strictObject({
  /** As the telephone shows it. */
  phone: requiredText(40),
  direction: z.enum(CALL_DIRECTIONS).default('Inbound'),
  customerId: id.optional(),
});
export const callRecorded = z.strictObject({ operationId: id, call });

export type Call = z.output<typeof call>;
