/** Keys of other programs that an undo would give back. */
import { ProblemError } from '#contract/problem.ts';
import type { Transaction } from '#db/database.ts';
import { json } from '#db/parameters.ts';
import type { Restoration } from '#domain/undo.ts';
import { isKeyedWhileActive } from '../write/external-key.ts';
import { grouped } from '../write/grouped.ts';
import { RECORDS, type RecordKind } from '../write/records.ts';

/** @throws ProblemError undo.not_possible (409), `because` record.key_taken: another record has got the key since */
export async function checkKeysBack(tx: Transaction, restorations: readonly Restoration[]): Promise<void> {
  const back = restorations.filter(
    ({ kind, fields }) =>
      typeof fields.externalKey === 'string' ||
      (isKeyedWhileActive(kind) && fields.active === true && fields.externalKey === undefined),
  );
  for (const [kind, ones] of grouped(back, (one) => one.kind)) {
    const standing = isKeyedWhileActive(kind);
    const { table } = RECORDS[kind as RecordKind];
    const taken = await tx.query(
      `select from jsonb_to_recordset($2::jsonb) as b(id bigint, key text, active boolean)
         join ${table} r on r.tenant_id = $1 and r.id = b.id
         join ${table} o on o.tenant_id = $1 and o.external_key = coalesce(b.key, r.external_key) and o.id <> b.id
       ${standing ? 'where o.active and coalesce(b.active, r.active)' : ''} limit 1`,
      [
        tx.tenantId,
        json(ones.map(({ id, fields }) => ({ id, key: fields.externalKey, active: fields.active }))),
      ],
    );
    if (taken.length > 0) throw new ProblemError('undo.not_possible', { because: 'record.key_taken', kind });
  }
}
