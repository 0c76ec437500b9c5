/**
 * "Its own negative invoice applied to the one it clears: the only way a balance is written off" (domain-rules §7). With a
 * payment only what hardly pays a letter is; more is written off by an invoice that somebody makes for it.
 */
import { allow, type Decision, refuse } from '../decision.ts';
import { type Cents, cents, subtractCents } from '../money.ts';
import type { OpenDocument } from './ledger.ts';

/** Of one invoice, in the cents of its currency. */
export const MOST_WRITTEN_OFF = cents(500);

/** What is left of an invoice after a payment of it, to be written off. Refuses `application.remainder_too_large`. */
export function decideRemainder(
  { number, cents: open }: Pick<OpenDocument, 'number' | 'cents'>,
  paid: Cents,
): Decision<Cents> {
  const left = subtractCents(open, paid);
  return left > MOST_WRITTEN_OFF
    ? refuse('application.remainder_too_large', { number, cents: left, mostCents: MOST_WRITTEN_OFF })
    : allow(cents(Math.max(0, left)));
}
