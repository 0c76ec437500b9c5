/**
 * What is used for what (domain-rules §7, §8): several applications of one step are decided one after the other, each on
 * the balances the one before left.
 */
import { allow, type Decision, type Refusal } from '../decision.ts';
import { INVOICE_TABLE, type InvoiceState } from '../invoices/decide.ts';
import { addCents, type Cents, subtractCents } from '../money.ts';
import { PAYMENT_TABLE, type PaymentState } from '../payments/payment.ts';
import type { Day } from '../time.ts';
import {
  type Application,
  type DocumentRef,
  decideApplication,
  type Entry,
  keyOf,
  type OpenDocument,
  reversalOf,
} from './ledger.ts';

/** A document with where it stands. */
export type LedgerDocument = OpenDocument & { readonly state: InvoiceState | PaymentState };
export type Wanted = { readonly from: DocumentRef; readonly to: DocumentRef; readonly cents: Cents };
export type Planned = Wanted & { readonly effectiveOn: Day };

/** Whether something may be applied to a document, or taken back from it; null: it may. An invoice is moved from as unapplied. */
export function applyingGate(document: LedgerDocument, command: 'apply' | 'unapply'): Refusal | null {
  const { kind, number, state: status } = document;
  const table: Readonly<Partial<Record<string, readonly string[]>>> =
    kind === 'payment' ? PAYMENT_TABLE : INVOICE_TABLE;
  if (table[status]?.includes(command)) return null;
  return { code: `${kind}.not_in_status`, params: { number, status, command } };
}

/** "Exported: yes, with right; books a new entry" (§7, §8). */
export const isInBooks = (documents: readonly Pick<LedgerDocument, 'state'>[]): boolean =>
  documents.some(({ state }) => state === 'Exported');

/**
 * Refuses `payment.not_in_status`, `invoice.not_in_status`, and what `decideApplication` does.
 * @param documents all that are named, by `keyOf`
 * @param openFrom the first day of the books that is not closed
 */
export function decideApplications(
  wanted: readonly Wanted[],
  documents: ReadonlyMap<string, LedgerDocument>,
  openFrom: Day | null,
): Decision<readonly Planned[]> {
  const now = new Map(documents);
  const planned: Planned[] = [];
  for (const one of wanted) {
    const from = now.get(keyOf(one.from))!;
    const to = now.get(keyOf(one.to))!;
    const closed = applyingGate(from, 'apply') ?? applyingGate(to, 'apply');
    if (closed) return { ok: false, refusal: closed };
    const decision = decideApplication(from, to, one.cents, openFrom);
    if (!decision.ok) return decision;
    now.set(keyOf(from), { ...from, cents: addCents(from.cents, one.cents) });
    now.set(keyOf(to), { ...to, cents: subtractCents(to.cents, one.cents) });
    planned.push({ ...one, effectiveOn: decision.value.effectiveOn });
  }
  return allow(planned);
}

export type Undone = { readonly application: Application; readonly entries: readonly Entry[] };

/**
 * What takes applications back, and the documents after it. Refuses `payment.not_in_status`, `invoice.not_in_status`.
 * @param applications that stand
 * @param today what is in the books already is taken back today
 */
export function decideUnapplying<D extends LedgerDocument>(
  applications: readonly Application[],
  documents: ReadonlyMap<string, D>,
  today: Day,
  openFrom: Day | null,
): Decision<{ readonly undone: readonly Undone[]; readonly documents: ReadonlyMap<string, D> }> {
  const now = new Map(documents);
  const undone: Undone[] = [];
  for (const application of applications) {
    const from = now.get(keyOf(application.from))!;
    const to = now.get(keyOf(application.to))!;
    const closed = applyingGate(from, 'unapply') ?? applyingGate(to, 'unapply');
    if (closed) return { ok: false, refusal: closed };
    const inBooks = isInBooks([from, to]);
    undone.push({ application, entries: reversalOf(application, today, { inBooks, openFrom }) });
    now.set(keyOf(from), { ...from, cents: subtractCents(from.cents, application.cents) });
    now.set(keyOf(to), { ...to, cents: addCents(to.cents, application.cents) });
  }
  return allow({ undone, documents: now });
}
