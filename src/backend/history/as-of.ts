/**
 * Records as they stood at a past minute, in SQL: the rows as they are, with every write since taken back. What shows a
 * record now (`jobs/views.ts`) so shows it then, column by column.
 */
import { columnName, RECORDS, type RecordKind } from '../write/records.ts';

/**
 * Which writes are taken back: those of a version above the last one written by then. By version, not by time: a
 * command that waited for a lock was given before the one it waited for, and a write at exactly `at` counts as done
 * (`domain/history.ts` says the same for one record).
 */
export const isUndone = (at: string) => `h.at > ${at}::timestamptz and not exists (
  select from company.history k where k.tenant_id = h.tenant_id and k.record_kind = h.record_kind
    and k.record_id = h.record_id and k.version > h.version and k.at <= ${at}::timestamptz)`;

/**
 * A subquery with all columns of the kind's table, as of an instant; records made later are not in it. `$1` is the
 * tenant.
 * @param ids the parameter that holds the ids, `$2`
 * @param at the parameter that holds the instant, `$3`
 */
export function asOf(kind: RecordKind, ids: string, at: string): string {
  const { table, columns, internal } = RECORDS[kind] as {
    table: string;
    columns: readonly string[];
    internal: readonly string[];
  };
  const names = columns
    .filter((field) => !internal.includes(field))
    .map((field) => `('${field}', '${columnName(field)}')`)
    .join(', ');
  return `(with undone as materialized (
    select h.record_id, h.version, h.created, h.changes || coalesce(h.personal, '{}'::jsonb) as changes
    from company.history h
    where h.tenant_id = $1 and h.record_kind = '${kind}' and h.record_id = any(${ids}::bigint[]) and ${isUndone(at)}
  ), patches as materialized (
    -- The oldest of the writes taken back says what stood before them all; of equal keys the last one is kept.
    select u.record_id, bool_or(u.created) as is_new, jsonb_build_object('version', min(u.version) - 1)
      || coalesce(jsonb_object_agg(n.name, f.value->0 order by u.version desc) filter (where n.name is not null), '{}') as patch
    from undone u left join lateral jsonb_each(u.changes) f on true
      left join (values ${names}) n(field, name) on n.field = f.key
    group by u.record_id
  )
  select r.* from ${table} r where r.tenant_id = $1 and r.id = any(${ids}::bigint[])
    and not exists (select from patches p where p.record_id = r.id)
  union all
  select x.* from patches p join ${table} r on r.tenant_id = $1 and r.id = p.record_id
    cross join lateral jsonb_populate_record(r, p.patch) x where not p.is_new)`;
}
