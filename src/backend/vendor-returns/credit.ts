/** The vendor's credit for what went back (domain-rules §5, §6). */
import type { BodyOf } from '#contract/endpoints.ts';
import type { ReturnWritten } from '#contract/vendor-return.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { cents } from '#domain/money.ts';
import type { CommandContext } from '../write/context.ts';
import { stepReturn } from './run.ts';

/**
 * Amount, number and day stand on the return; the amount may be another than was to be expected. The credit itself is kept
 * among the bills with the same step (run.ts), and is applied when the vendor is paid.
 */
export const receiveCredit = (
  tx: Transaction,
  context: CommandContext,
  id: Id,
  { expected, cents: came, number, on }: BodyOf<'vendorReturns.receiveCredit'>,
): Promise<ReturnWritten> =>
  stepReturn(tx, context, id, 'vendor-return.credit-received', expected, {
    type: 'receiveCredit',
    cents: cents(came),
    number,
    on,
  });
