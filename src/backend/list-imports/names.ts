/** The records of other lists that a file names. */
import { addTo } from '#contract/list-import.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import type { NamedReference } from '#domain/job/references.ts';
import type { IdOf, NameOf } from '#domain/setup/cells.ts';
import { idOfName, type Named } from '../setup/names.ts';
import { quoted, RECORDS, type RecordKind } from '../write/records.ts';

export type References = {
  readonly idOf: IdOf;
  readonly nameOf: NameOf;
  /** Those of the ids that are there, for the rules that ask whether they are in use. */
  readonly chosen: (kind: RecordKind, ids: readonly Id[]) => NamedReference[];
};

export const namedRecords = (tx: Transaction, kind: RecordKind, field = 'name'): Promise<Named[]> =>
  tx.query<Named>(
    `select id, ${quoted(field)}::text as name, active from ${RECORDS[kind].table} where tenant_id = $1`,
    [tx.tenantId],
  );

/** A name only one record in use has is that record's; else it is nobody's. Looked up, not searched, for each row. */
export function references(lists: Readonly<Record<string, readonly Named[]>>): References {
  const byName = new Map<string, Named[]>();
  const byId = new Map<string, Named>();
  for (const [kind, list] of Object.entries(lists)) {
    for (const one of list) {
      byId.set(`${kind} ${one.id}`, one);
      addTo(byName, `${kind} ${one.name.toLowerCase()}`, one);
    }
  }
  return {
    idOf: (kind, name) => idOfName(byName.get(`${kind} ${name.toLowerCase()}`) ?? [], name),
    nameOf: (kind, id) => byId.get(`${kind} ${id}`)?.name ?? String(id),
    chosen: (kind, wanted) =>
      wanted.flatMap((id) => {
        const found = byId.get(`${kind} ${id}`);
        return found ? [{ kind, id, active: found.active }] : [];
      }),
  };
}
