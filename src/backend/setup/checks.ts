/** What must hold between set-up records: what one names is there, names and external keys are its own. */
import { ProblemError } from '#contract/problem.ts';
import type { Transaction } from '#db/database.ts';
import { json } from '#db/parameters.ts';
import type { Id } from '#domain/ids.ts';
import type { SetupValues } from '#domain/setup/fields.ts';
import type { SetupKind } from '#domain/setup/kind-titles.ts';
import { setupKind } from '#domain/setup/kinds.ts';
import { loadRecords } from '../write/load.ts';
import { quoted, RECORDS, type RecordKind } from '../write/records.ts';

/** Ids that are not this company's are answered like a missing record (R40). */
export async function checkReferences(tx: Transaction, kind: SetupKind, values: SetupValues): Promise<void> {
  const named = new Map<RecordKind, Set<Id>>();
  for (const field of setupKind(kind).fields) {
    if (field.type !== 'one' && field.type !== 'many') continue;
    const of = field.of as RecordKind;
    const ids = [values[field.name] ?? []].flat() as Id[];
    named.set(of, new Set([...(named.get(of) ?? []), ...ids]));
  }
  for (const [of, ids] of named) {
    const found = await loadRecords(tx, of, [...ids]);
    if (found.length < ids.size) throw new ProblemError('record.not_found', { kind: of });
  }
}

type Candidate = Readonly<Record<string, unknown>> & { readonly id: Id };
type Taken = { readonly id: Id; readonly field: string; readonly code: string };

/**
 * What of the records is another's: `name_taken`, or `name_taken_hidden` when the other is not in use any more and could
 * be brought back; `number_taken` where it is known by a number, `same_taken` where by another record or a choice; `taken` for an external key. Case does not tell
 * names apart. In the order of the candidates, one look for all of them.
 */
export async function takenBy(
  tx: Transaction,
  kind: SetupKind,
  candidates: readonly Candidate[],
): Promise<Taken[]> {
  const { naming, uniqueWithin, fields } = setupKind(kind);
  const { table, columns } = RECORDS[kind] as { table: string; columns: readonly string[] };
  const within = (uniqueWithin ?? []).map(
    (field, at) => `and o.${quoted(field)}::text is not distinct from c.within->>${at}`,
  );
  const others = `from ${table} o where o.tenant_id = $1 and o.id <> c.id`;
  const sameName = `(select o.active ${others} and lower(o.${quoted(naming)}::text) = lower(c.name) ${within.join(' ')}
    order by o.active desc limit 1)`;
  const sameKey = `exists (select ${others} and o.external_key = c.key)`;
  const rows = await tx.query<{ id: Id; sameName: boolean | null; sameKey: boolean }>(
    `select c.id, ${uniqueWithin === null ? 'null::boolean' : sameName} as "sameName",
       ${columns.includes('externalKey') ? sameKey : 'false'} as "sameKey"
     from jsonb_to_recordset($2::jsonb) as c(place int, id bigint, name text, key text, within jsonb) order by c.place`,
    [
      tx.tenantId,
      json(
        candidates.map((one, place) => ({
          place,
          id: one.id,
          name: String(one[naming]),
          key: one.externalKey || null,
          within: (uniqueWithin ?? []).map((field) => one[field] ?? null),
        })),
      ),
    ],
  );
  const isText = fields.some(({ name, type }) => name === naming && type === 'text');
  const same = isText ? (naming === 'number' ? 'number_taken' : 'name_taken') : 'same_taken';
  return rows.flatMap(({ id, sameName, sameKey }) => [
    ...(sameName === null ? [] : [{ id, field: naming, code: `${same}${sameName ? '' : '_hidden'}` }]),
    ...(sameKey ? [{ id, field: 'externalKey', code: 'taken' }] : []),
  ]);
}

/** Throws request.invalid with every field that is taken. */
export async function checkUnique(
  tx: Transaction,
  kind: SetupKind,
  candidate: Candidate,
  path: 'values' | 'changes',
): Promise<void> {
  const taken = await takenBy(tx, kind, [candidate]);
  if (taken.length === 0) return;
  const fields = taken.map(({ field, code }) => ({ path: `${path}.${field}`, code, message: '' }));
  throw new ProblemError('request.invalid', {}, fields);
}
