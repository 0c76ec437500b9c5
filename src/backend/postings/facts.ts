/** What the journal is made with: accounts of business units and payment types, names as they are now. */
import type { Transaction } from '#db/database.ts';
import { planOnce } from '#db/plan-once.ts';
import type { Id } from '#domain/ids.ts';
import { type Cents, cents } from '#domain/money.ts';
import type { FiledLine } from '#domain/posting/files.ts';
import type { JournalLine, UnitAccounts } from '#domain/posting/journal.ts';
import type { LockedDocument } from '../payments/documents.ts';

export type PostingFacts = {
  readonly units: ReadonlyMap<Id, UnitAccounts>;
  readonly types: ReadonlyMap<Id, { readonly accountId: Id | null; readonly name: string }>;
  readonly customers: ReadonlyMap<Id, string>;
};

export async function postingFacts(
  tx: Transaction,
  documents: readonly LockedDocument[],
): Promise<PostingFacts> {
  const idsOf = (pick: (document: LockedDocument) => Id | null): Id[] => [
    ...new Set(documents.flatMap((one) => pick(one) ?? [])),
  ];
  const units = await tx.query<UnitAccounts & { id: Id }>(
    planOnce(`select id, name, receivable_account_id as receivable, unapplied_account_id as unapplied,
       write_off_account_id as "writeOff", refund_account_id as refund, tax_account_id as tax
     from company.business_units where tenant_id = $1 and id = any($2::bigint[])`),
    [tx.tenantId, idsOf(({ record }) => record.businessUnitId)],
  );
  const types = await tx.query<{ id: Id; name: string; accountId: Id | null }>(
    planOnce(`select id, name, gl_account_id as "accountId" from company.payment_types
     where tenant_id = $1 and id = any($2::bigint[])`),
    [tx.tenantId, idsOf(({ record }) => ('paymentTypeId' in record ? (record.paymentTypeId as Id) : null))],
  );
  const customers = await tx.query<{ id: Id; name: string }>(
    planOnce(`select id, name from company.customers where tenant_id = $1 and id = any($2::bigint[])`),
    [tx.tenantId, idsOf(({ customerId }) => customerId)],
  );
  return {
    units: new Map(units.map(({ id, ...unit }) => [id, unit])),
    types: new Map(types.map(({ id, ...type }) => [id, type])),
    customers: new Map(customers.map(({ id, name }) => [id, name])),
  };
}

/** What the ledger says that documents come to, whatever was applied to them; by `keyOf`. */
export async function ledgerTotals(
  tx: Transaction,
  kind: 'invoice' | 'payment',
  ids: readonly Id[],
): Promise<ReadonlyMap<Id, Cents>> {
  const rows = await tx.query<{ id: Id; cents: number }>(
    planOnce(`select document_id as id, sum(cents)::bigint as cents from company.ar_entries
     where tenant_id = $1 and document_kind = $2 and document_id = any($3::bigint[]) and cause = 'Total'
     group by document_id`),
    [tx.tenantId, kind, ids],
  );
  return new Map(rows.map((row) => [row.id, cents(row.cents)]));
}

/** With the accounts' numbers and names of this moment. */
export async function filedLines(
  tx: Transaction,
  entries: readonly (readonly JournalLine[])[],
): Promise<FiledLine[][]> {
  const accounts = await tx.query<{ id: Id; number: string; name: string }>(
    planOnce(
      `select id, number, name from company.gl_accounts where tenant_id = $1 and id = any($2::bigint[])`,
    ),
    [tx.tenantId, [...new Set(entries.flat().map(({ accountId }) => accountId))]],
  );
  const byId = new Map(accounts.map((account) => [account.id, account]));
  return entries.map((lines) =>
    lines.map(({ accountId, cents: amount }) => {
      const { number, name } = byId.get(accountId)!;
      return { accountId, account: number, name, cents: amount };
    }),
  );
}
