/** What a file of opening balances names: of customers only those, an office has tens of thousands. */
import type { KnownRecord } from '#contract/list-import.ts';
import type { Actor } from '#contract/upstream.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { parseCsv } from '#domain/setup/csv.ts';
import { namedRecords, type References, references } from '../list-imports/names.ts';
import type { Named } from '../setup/names.ts';

type Names = {
  readonly names: References;
  /** What is here already, by the number it had. */
  readonly here: readonly KnownRecord[];
  readonly onlyUnit: Id | null;
};

const inUse = (list: readonly Named[]): Named[] => list.filter(({ active }) => active);

export async function openingNames(tx: Transaction, { businessUnitIds }: Actor, csv: string): Promise<Names> {
  const cells = (head: string): string[] => cellsBelow(csv, head);
  const units = inUse(await namedRecords(tx, 'businessUnit')).filter(
    ({ id }) => businessUnitIds === null || businessUnitIds.includes(id),
  );
  const customers = await tx.query<Named>(
    // One that is named both ways stands there twice, each time by what it is called.
    `select c.id, c.name, c.active from company.customers c
       where c.tenant_id = $1 and c.merged_into is null and lower(c.name) = any($2::text[])
     union select c.id, c.external_key, c.active from company.customers c
       where c.tenant_id = $1 and c.merged_into is null and c.external_key = any($3::text[])`,
    [tx.tenantId, cells('customer').map((one) => one.toLowerCase()), cells('customer')],
  );
  const here = await tx.query<{ id: Id; kind: string; number: string }>(
    `select id, 'Invoice' as kind, external_key as number from company.invoices
       where tenant_id = $1 and external_key = any($2::text[])
     union all select id, 'Deposit', external_key from company.payments
       where tenant_id = $1 and external_key = any($2::text[])`,
    [tx.tenantId, cells('number')],
  );
  return {
    names: references({
      customer: customers,
      businessUnit: units,
      glAccount: inUse(await namedRecords(tx, 'glAccount', 'number')),
      paymentType: inUse(await namedRecords(tx, 'paymentType')),
    }),
    here: here.map(({ id, kind, number }) => ({ id, active: true, values: { kind, number } })),
    onlyUnit: units.length === 1 ? units[0]!.id : null,
  };
}

/** What stands in a column; a file that cannot be read has none, and is refused by its plan. */
function cellsBelow(csv: string, head: string): string[] {
  const parsed = parseCsv(csv);
  if (!parsed.ok) return [];
  const [heads, ...rows] = parsed.rows;
  const at = heads?.cells.findIndex((one) => one.trim().toLowerCase() === head) ?? -1;
  return at < 0 ? [] : [...new Set(rows.map(({ cells }) => (cells[at] ?? '').trim()))];
}

/** The income account of each unit that has one. */
export async function accountsOf(tx: Transaction): Promise<ReadonlyMap<Id, Id>> {
  const rows = await tx.query<{ id: Id; accountId: Id }>(
    `select id, income_account_id as "accountId" from company.business_units
     where tenant_id = $1 and income_account_id is not null`,
    [tx.tenantId],
  );
  return new Map(rows.map(({ id, accountId }) => [id, accountId]));
}
