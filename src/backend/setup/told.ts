/** Set-up records as they are told: their fields, and what other commands brought about of them (`told` of their kind). */
import type { SetupRecord } from '#contract/setup-record.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import type { SetupValues } from '#domain/setup/fields.ts';
import type { SetupKind } from '#domain/setup/kind-titles.ts';
import { setupKind } from '#domain/setup/kinds.ts';
import type { StoredRecord } from '../write/records.ts';

type Told = ReadonlyMap<Id, SetupValues>;

export async function toldRecords(
  tx: Transaction,
  kind: SetupKind,
  stored: readonly StoredRecord[],
): Promise<SetupRecord[]> {
  const { fields, told = [] } = setupKind(kind);
  const more = await (TOLD[kind]?.(tx, stored) ?? new Map());
  return stored.map((one) => {
    const all = { ...one, ...more.get(one.id) };
    const values = [...fields, ...told].map(({ name }) => [name, all[name] ?? null]);
    return {
      id: one.id,
      version: one.version,
      active: one.active as boolean,
      modifiedOn: one.modifiedOn,
      values: Object.fromEntries(values),
    };
  });
}

const TOLD: Partial<Record<SetupKind, (tx: Transaction, of: readonly StoredRecord[]) => Promise<Told>>> = {
  accountingPeriod: closings,
};

type Closing = { readonly by: Id; readonly at: string; readonly reason: string };

/** Who closed a period, by the name they have now. */
async function closings(tx: Transaction, periods: readonly StoredRecord[]): Promise<Told> {
  const closed = periods.flatMap(({ id, closed }) => (closed ? [{ id, ...(closed as Closing) }] : []));
  const users = await tx.query<{ id: Id; name: string }>(
    'select id, name from office.users where tenant_id = $1 and id = any($2::bigint[])',
    [tx.tenantId, closed.map(({ by }) => by)],
  );
  const names = new Map(users.map(({ id, name }) => [id, name]));
  return new Map(
    closed.map(({ id, by, at, reason }) => [
      id,
      { closedAt: at, closedBy: names.get(by) ?? 'Truckroll', closeReason: reason },
    ]),
  );
}
