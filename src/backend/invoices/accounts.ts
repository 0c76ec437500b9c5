/** The accounts of a business unit by their purpose; null: none is set. */
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';

type Accounts = Readonly<Record<'income' | 'receivable', Id | null>>;

export async function unitAccounts(tx: Transaction, businessUnitId: Id): Promise<Accounts> {
  const [unit] = await tx.query<Accounts>(
    `select income_account_id as income, receivable_account_id as receivable
     from company.business_units where tenant_id = $1 and id = $2`,
    [tx.tenantId, businessUnitId],
  );
  return unit!;
}
