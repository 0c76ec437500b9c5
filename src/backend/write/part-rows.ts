/** Rows that hang on a record and are written with it under its lock: lines of orders, receipts, returns. */
import type { Transaction } from '#db/database.ts';
import { json } from '#db/parameters.ts';
import { planOnce } from '#db/plan-once.ts';
import type { Id } from '#domain/ids.ts';
import { columnName, quoted } from './records.ts';

/** `select` list with the domain's names. */
export const partList = (fields: readonly string[], alias: string): string =>
  fields.map((field) => `${alias}.${quoted(field)} as "${field}"`).join(', ');

/** @param owner what they hang on: `{ orderId: 7 }` */
export async function writeParts(
  tx: Transaction,
  table: string,
  fields: readonly string[],
  records: readonly object[],
  owner: Readonly<Record<string, Id>>,
): Promise<void> {
  if (records.length === 0) return;
  const all = [...fields, ...Object.keys(owner)];
  const names = ['tenant_id', ...all.map(quoted)].join(', ');
  const rows = records.map((record) => {
    const whole: Readonly<Record<string, unknown>> = { ...record, ...owner };
    return Object.fromEntries([
      ['tenant_id', tx.tenantId],
      ...all.map((field) => [columnName(field), whole[field] ?? null]),
    ]);
  });
  const sets = fields
    .filter((field) => field !== 'id')
    .map((field) => `${quoted(field)} = excluded.${quoted(field)}`);
  await tx.query(
    planOnce(`insert into company.${table} (${names})
     select ${names} from jsonb_populate_recordset(null::company.${table}, $1::jsonb)
     on conflict (tenant_id, id) do update set ${sets.join(', ')}`),
    [json(rows)],
  );
}
