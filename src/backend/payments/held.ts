/** A payment locked for a step on itself, with what the ledger says of it. */
import type { Expected } from '#contract/scalars.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import type { CustomerPayment, PaymentCard } from '#domain/payments/payment.ts';
import { type DocumentRef, keyOf } from '#domain/receivables/ledger.ts';
import type { Day } from '#domain/time.ts';
import { dayOf } from '#domain/time.ts';
import { plainWords } from '../list-words.ts';
import { firstOpenDay } from '../receivables/ledger.ts';
import type { CommandContext } from '../write/context.ts';
import { loadRecords } from '../write/load.ts';
import type { RecordChange } from '../write/save.ts';
import { checkVersions } from '../write/stale.ts';
import { applicationsOfCredit } from './applications.ts';
import {
  documentsHeld,
  type LockedDocuments,
  lockedDocuments,
  type PaymentHead,
  requireSeen,
  type StoredPayment,
} from './documents.ts';

export type Held = {
  readonly card: PaymentCard & { readonly payment: StoredPayment };
  readonly ref: DocumentRef & { readonly kind: 'payment' };
  /** Itself, what it is applied to, and what else was asked for. */
  readonly documents: LockedDocuments;
  /** What stands of it. */
  readonly applications: Awaited<ReturnType<typeof applicationsOfCredit>>;
  readonly today: Day;
  readonly openFrom: Day | null;
};

/** @throws ProblemError record.not_found (404) */
export async function heldPayment(
  tx: Transaction,
  context: CommandContext,
  id: Id,
  others: readonly DocumentRef[] = [],
): Promise<Held> {
  const ref = { kind: 'payment' as const, id };
  await requireSeen(tx, context.actor, [ref, ...others]);
  // Its own documents, another unit's among them: a payment that bounced opens all of its invoices again.
  const everybody = { ...context.actor, businessUnitIds: null };
  const seen = await applicationsOfCredit(tx, ref);
  const documents = await lockedDocuments(tx, everybody, [ref, ...others, ...seen.map(({ to }) => to)]);
  const applications = await applicationsOfCredit(tx, ref);
  // Somebody applied it to another one meanwhile, whose account we hold by now: it is the same customer's.
  const late = applications.map(({ to }) => to).filter((to) => !documents.has(keyOf(to)));
  const all =
    late.length === 0 ? documents : new Map([...documents, ...(await documentsHeld(tx, everybody, late))]);
  const own = all.get(keyOf(ref))!;
  const payment = own.record as StoredPayment;
  const [unit] = await loadRecords<{ timeZone: string }>(tx, 'businessUnit', [payment.businessUnitId]);
  return {
    card: { payment, openCents: own.cents },
    ref,
    documents: all,
    applications,
    today: dayOf(context.now, unit!.timeZone),
    openFrom: await firstOpenDay(tx),
  };
}

/** What every step on a payment is decided on. */
export const DECISIVE = ['syncStatus', 'voided', 'bounced', 'amountCents', 'paidOn', 'applications'] as const;

export const checkSeen = (
  tx: Transaction,
  expected: Expected,
  { payment }: Held['card'],
  touches: readonly string[] = DECISIVE,
): Promise<boolean> =>
  checkVersions(tx, expected, [{ kind: 'payment', id: payment.id, version: payment.version, touches }]);

export const paymentChange = (
  before: StoredPayment | null,
  after: CustomerPayment & PaymentHead,
): RecordChange => ({
  kind: 'payment',
  before,
  after: { ...after, search: plainWords(`${after.number} ${after.reference}`) },
  label: `Payment ${after.number}`,
});
