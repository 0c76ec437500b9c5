/** Schemas of the steps of accounting periods. */
import { z } from 'zod';
import { LONGEST_CLOSING_REASON } from '#domain/lengths.ts';
import type { Schemas } from '../endpoint.ts';
import type { accountingPeriods as rows } from '../routes/periods.ts';
import { expected, requiredText } from '../scalars.ts';
import { setupRecordsHidden as written } from '../setup-record.ts';
import { byId } from './by-id.ts';

const step = z.strictObject({ expected, reason: requiredText(LONGEST_CLOSING_REASON) });

export const accountingPeriodsSchemas = {
  'accountingPeriods.makeMonths': {
    body: z.strictObject({ year: z.int().min(1990).max(2199) }),
    responses: { 201: written },
  },
  'accountingPeriods.close': { params: byId, body: step, responses: { 200: written } },
  'accountingPeriods.reopen': { params: byId, body: step, responses: { 200: written } },
} as const satisfies Record<keyof typeof rows, Schemas>;
