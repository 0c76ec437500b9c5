/** Steps of accounting periods. */
import type { accountingPeriods as rows } from '#contract/routes/periods.ts';
import { closePeriod, makeMonths, reopenPeriod } from '../setup/periods.ts';
import { created, type Handlers, idOf, ok } from './ask.ts';

export const accountingPeriodsHandlers: Handlers<keyof typeof rows> = {
  'accountingPeriods.makeMonths': ({ tx, context, body }) => created(makeMonths(tx, context, body)),
  'accountingPeriods.close': ({ tx, context, params, body }) =>
    ok(closePeriod(tx, context, idOf(params), body)),
  'accountingPeriods.reopen': ({ tx, context, params, body }) =>
    ok(reopenPeriod(tx, context, idOf(params), body)),
};
