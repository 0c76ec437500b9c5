/** A customer's whole account, kept by the rules alone. */
import { addCents, type Cents, cents } from '../money.ts';
import { decideApplications, type LedgerDocument, type Wanted } from '../receivables/applying.ts';
import {
  type Application,
  balanceOn,
  type DocumentRef,
  type Entry,
  entriesOf,
  keyOf,
  totalEntries,
} from '../receivables/ledger.ts';
import { addDays, type Day, day } from '../time.ts';
import { type CustomerPayment, paymentState, totalsOn } from './payment.ts';

export const FIRST = day('2026-01-01');
const LAST = day('2027-12-31');

export class Books {
  entries: Entry[] = [];
  standing: Application[] = [];
  payments = new Map<number, CustomerPayment>();
  invoices = new Map<number, { readonly on: Day; readonly total: Cents }>();
  #ids = 0;
  #today = FIRST;

  readonly next = () => ++this.#ids;
  today(days: number): Day {
    this.#today = addDays(this.#today, days);
    return this.#today;
  }

  invoice(on: Day, total: Cents, id = this.next()): number {
    this.invoices.set(id, { on, total });
    this.#writeTotal({ kind: 'invoice', id }, new Map([[on, total]]));
    return id;
  }
  put(payment: CustomerPayment): void {
    this.payments.set(payment.id, payment);
    this.#writeTotal({ kind: 'payment', id: payment.id }, totalsOn(payment));
  }
  #writeTotal(ref: DocumentRef, total: ReadonlyMap<Day, Cents>): void {
    const standing = new Map<Day, Cents>();
    for (const { document, cause, effectiveOn, cents: of } of this.entries) {
      if (cause !== 'Total' || keyOf(document) !== keyOf(ref)) continue;
      standing.set(effectiveOn, addCents(standing.get(effectiveOn) ?? cents(0), of));
    }
    this.entries.push(...totalEntries(ref, total, standing));
  }
  taken(amountCents: Cents, paidOn: Day, more: Partial<CustomerPayment> = {}): CustomerPayment {
    const id = this.next();
    const payment: CustomerPayment = {
      id,
      number: id,
      kind: 'Payment',
      customerId: 1,
      businessUnitId: 1,
      paymentTypeId: 1,
      paidOn,
      currency: 'USD',
      amountCents,
      syncStatus: 'Pending',
      voided: null,
      bounced: null,
      refundReason: null,
      ofPaymentId: null,
      ...more,
    };
    this.put(payment);
    return payment;
  }
  balance = (ref: DocumentRef): Cents => balanceOn(this.entries, ref, LAST);
  documents(): ReadonlyMap<string, LedgerDocument> {
    const head = { customerId: 1, currency: 'USD' };
    const all: LedgerDocument[] = [
      ...[...this.invoices].map(([id, { on }]) => {
        const ref = { kind: 'invoice' as const, id };
        return { ...ref, ...head, number: id, on, cents: this.balance(ref), state: 'Pending' as const };
      }),
      ...[...this.payments.values()].map((one) => {
        const ref = { kind: 'payment' as const, id: one.id };
        return {
          ...ref,
          ...head,
          number: one.id,
          on: one.paidOn,
          cents: this.balance(ref),
          state: paymentState(one),
        };
      }),
    ];
    return new Map(all.map((one) => [keyOf(one), one]));
  }
  /** All of it in one step; false where the rules refuse it. */
  applyAll(wanted: readonly Wanted[]): boolean {
    const decision = decideApplications(wanted, this.documents(), null);
    if (!decision.ok) return false;
    for (const planned of decision.value) {
      const application = { ...planned, id: this.next() };
      this.standing.push(application);
      this.entries.push(...entriesOf(application));
    }
    return true;
  }
  apply(from: DocumentRef, to: DocumentRef, amount: Cents): boolean {
    return this.applyAll([{ from, to, cents: amount }]);
  }
  undo(applications: readonly Application[], entries: readonly Entry[]): void {
    this.standing = this.standing.filter((one) => !applications.includes(one));
    this.entries.push(...entries);
  }
}
