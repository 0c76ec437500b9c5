/** A payment made void, or bounced (domain-rules §8). */
import type { BodyOf } from '#contract/endpoints.ts';
import type { CustomerPaymentWritten } from '#contract/payment.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { decideBounce, decideVoid } from '#domain/payments/closing.ts';
import type { CommandContext } from '../write/context.ts';
import { must } from '../write/must.ts';
import { checkSeen, heldPayment, paymentChange } from './held.ts';
import { paymentOf } from './queries.ts';
import { saveApplied } from './save.ts';

const because = (memo: string) => (memo ? { reason: memo } : {});

export async function voidPayment(
  tx: Transaction,
  context: CommandContext,
  id: Id,
  { expected, memo }: BodyOf<'payments.void'>,
): Promise<CustomerPaymentWritten> {
  const { card, documents, openFrom } = await heldPayment(tx, context, id);
  const merged = await checkSeen(tx, expected, card);
  const stamp = { by: context.actor.userId, at: context.now };
  const after = must(decideVoid(card, stamp, memo, openFrom));
  const records = [paymentChange(card.payment, { ...card.payment, ...after })];
  const step = { verb: 'payment.voided', ...because(memo), documents, records };
  const { operationId } = await saveApplied(tx, context, step);
  return { operationId, merged, payment: await paymentOf(tx, context.actor, id) };
}

export async function bouncePayment(
  tx: Transaction,
  context: CommandContext,
  id: Id,
  { expected, on, memo }: BodyOf<'payments.bounce'>,
): Promise<CustomerPaymentWritten> {
  const { card, documents, applications, today, openFrom } = await heldPayment(tx, context, id);
  const merged = await checkSeen(tx, expected, card);
  const stamp = { by: context.actor.userId, at: context.now };
  const { payment, undone } = must(decideBounce(card, applications, { on, memo, today, openFrom }, stamp));
  const records = [paymentChange(card.payment, { ...card.payment, ...payment })];
  const step = { verb: 'payment.bounced', ...because(memo), documents, undone, records };
  const { operationId } = await saveApplied(tx, context, step);
  return { operationId, merged, payment: await paymentOf(tx, context.actor, id) };
}
