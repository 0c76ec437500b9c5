/**
 * Negative invoices about others, many in few statements: what is written off of them, what was given back
 * (`domain/invoices/credit.ts`). Whoever makes one holds the account of its customer, applies it, and saves it with that.
 */
import type { Transaction } from '#db/database.ts';
import { planOnce } from '#db/plan-once.ts';
import type { Id } from '#domain/ids.ts';
import { type CreditWords, creditAbout } from '#domain/invoices/credit.ts';
import type { OpenDocument } from '#domain/receivables/ledger.ts';
import { newIds, takeNumbers } from '../write/ids.ts';
import type { RecordChange } from '../write/save.ts';
import { changesOf, type StoredInvoice } from './store.ts';

export type Credit = Pick<CreditWords, 'kind' | 'on' | 'cents' | 'description' | 'memo' | 'ofPaymentId'> & {
  readonly about: StoredInvoice;
};
export type MadeCredit = {
  readonly aboutId: Id;
  readonly document: OpenDocument;
  readonly changes: readonly RecordChange[];
};

/** In the order given, with ids and numbers of their own and the account their business unit has for it. */
export async function creditsAbout(tx: Transaction, credits: readonly Credit[]): Promise<MadeCredit[]> {
  if (credits.length === 0) return [];
  const ids = await newIds(tx, credits.length * 2);
  const first = await takeNumbers(tx, 'invoice', credits.length);
  const accounts = await accountsOf(
    tx,
    credits.map(({ about }) => about.businessUnitId),
  );
  return credits.map(({ about, ...words }, at) => {
    const id = ids[at * 2]!;
    const number = first + at;
    const glAccountId = accounts.get(about.businessUnitId)![words.kind];
    const { invoice, item, openCents } = creditAbout(about, {
      ...words,
      id,
      itemId: ids[at * 2 + 1]!,
      number,
      glAccountId,
    });
    const { customerId, currency } = about;
    return {
      aboutId: about.id,
      document: { kind: 'invoice', id, number, customerId, currency, on: words.on, cents: openCents },
      changes: changesOf(null, invoice, [item]),
    };
  });
}

async function accountsOf(
  tx: Transaction,
  businessUnitIds: readonly Id[],
): Promise<ReadonlyMap<Id, Readonly<Record<Credit['kind'], Id | null>>>> {
  const rows = await tx.query<{ id: Id; WriteOff: Id | null; Refund: Id | null }>(
    planOnce(`select id, write_off_account_id as "WriteOff", refund_account_id as "Refund"
     from company.business_units where tenant_id = $1 and id = any($2::bigint[])`),
    [tx.tenantId, businessUnitIds],
  );
  return new Map(rows.map((row) => [row.id, row]));
}
