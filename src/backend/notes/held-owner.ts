import type { Actor } from '#contract/upstream.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import type { OwnerKind } from '#domain/notes.ts';
import { holdCustomer, holdStandingCustomer } from '../customers/held-customer.ts';
import { type Owner, ownerOf, writableOwner } from './owners.ts';

/**
 * As `writableOwner`, for what is about to hang on it: whose it is cannot change before the transaction ends, so that a merge
 * at the same moment takes the note or file along.
 * @throws ProblemError customer.merged (409) for a customer that has become another
 */
export async function heldOwner(
  tx: Transaction,
  actor: Actor,
  ownerKind: OwnerKind,
  ownerId: Id,
): Promise<Owner> {
  const seen = await writableOwner(tx, actor, ownerKind, ownerId);
  if (seen.customerId === null) return seen;
  const hold = ownerKind === 'customer' ? holdStandingCustomer : holdCustomer;
  await hold(tx, seen.customerId);
  // Again: a merge may have ended while this waited, and the job is another customer's now.
  return ownerOf(tx, actor, ownerKind, ownerId);
}
