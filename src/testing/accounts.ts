/** GL accounts by purpose, for tests that post: both units of a company and its payment type have theirs. */
import type { Database } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import type { Company } from './company.ts';

const ACCOUNTS = {
  receivable: '1200',
  unapplied: '2300',
  writeOff: '6100',
  refund: '4900',
  tax: '2200',
  bank: '1000',
  income: '4000',
} as const;
type Purpose = keyof typeof ACCOUNTS;

/** Ids of the accounts; their numbers are the usual ones: 1200 receivables, 2300 unapplied, 4000 income, 1000 the bank. */
export async function giveAccounts(
  database: Database,
  { tenantId, businessUnitId, otherUnitId }: Company,
  paymentTypeId: Id,
): Promise<Readonly<Record<Purpose, Id>>> {
  const ids = Object.fromEntries(
    Object.keys(ACCOUNTS).map((purpose, at) => [purpose, tenantId * 100 + 70 + at]),
  ) as Record<Purpose, Id>;
  await database.transaction({ tenantId: 'system' }, async (tx) => {
    for (const [purpose, number] of Object.entries(ACCOUNTS)) {
      await tx.query(
        `insert into company.gl_accounts (tenant_id, id, number, name, kind, created_on, modified_on)
         values ($1, $2, $3, $4, 'Asset', now(), now())`,
        [tenantId, ids[purpose as Purpose], number, purpose],
      );
    }
    await tx.query(
      `update company.business_units set receivable_account_id = $3, unapplied_account_id = $4,
         write_off_account_id = $5, refund_account_id = $6, tax_account_id = $7, income_account_id = $8
       where tenant_id = $1 and id = any($2::bigint[])`,
      [
        tenantId,
        [businessUnitId, otherUnitId],
        ids.receivable,
        ids.unapplied,
        ids.writeOff,
        ids.refund,
        ids.tax,
        ids.income,
      ],
    );
    await tx.query('update company.payment_types set gl_account_id = $3 where tenant_id = $1 and id = $2', [
      tenantId,
      paymentTypeId,
      ids.bank,
    ]);
  });
  return ids;
}
