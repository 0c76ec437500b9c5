/** Accounting periods beside their list: months made, closed, opened again. */
import type { ResultOf } from '#contract/endpoints.ts';
import { api } from '../lib/api.ts';
import { setupQueries } from './setup.ts';
import { type Based, write } from './write.ts';

type Written = ResultOf<'accountingPeriods.close'>;
type Step = Based & { id: number; reason: string };
const stale = () => [setupQueries.all(), ['history'], ['operations']];

export const periodMutations = {
  makeMonths: () =>
    write<{ year: number }, Written>({
      key: ['accountingPeriods', 'makeMonths'],
      send: (body, { idempotencyKey }) => api.call('accountingPeriods.makeMonths', { body, idempotencyKey }),
      stale,
    }),
  close: () =>
    write<Step, Written>({
      key: ['accountingPeriods', 'close'],
      send: ({ id, reason }, { expected, idempotencyKey }) =>
        api.call('accountingPeriods.close', { params: { id }, body: { expected, reason }, idempotencyKey }),
      stale,
    }),
  reopen: () =>
    write<Step, Written>({
      key: ['accountingPeriods', 'reopen'],
      send: ({ id, reason }, { expected, idempotencyKey }) =>
        api.call('accountingPeriods.reopen', { params: { id }, body: { expected, reason }, idempotencyKey }),
      stale,
    }),
};
