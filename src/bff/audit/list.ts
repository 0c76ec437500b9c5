/** The audit for admins: newest first, narrowed by person, verb, result and time. */
import type { AuditQuery, AuditRow } from '#contract/audit.ts';
import { ProblemError } from '#contract/problem.ts';
import type { Transaction } from '#db/database.ts';
import { filterOf } from '#db/filter.ts';
import type { OfficeHandler } from '../office.ts';

const PAGE = 200;

export const listAudit: OfficeHandler<'audit.list'> = async ({ database }, { session, query }) => {
  const { tenantId, businessUnitIds } = session.actor;
  const body = await database.transaction({ tenantId, readOnly: true }, (tx) =>
    auditPage(tx, query, businessUnitIds),
  );
  return { status: 200, body };
};

type Stored = Omit<AuditRow, 'object'> & {
  objectKind: string | null;
  objectId: number | null;
  objectLabel: string | null;
};

/**
 * What the row is about, by the name it had: the row names the first record of its step, and the step keeps labels for
 * as long as it can be undone (housekeeping.ts). People are the BFF's own.
 */
const OBJECT_LABEL = `case a.object_kind
  when 'user' then (select w.name from office.users w where w.tenant_id = a.tenant_id and w.id = a.object_id)
  else (select o.changes->0->>'label' from office.operations o
    where o.tenant_id = a.tenant_id and o.id = a.operation_id and o.changes->0->>'kind' = a.object_kind
      and (o.changes->0->>'id')::bigint = a.object_id) end`;

/**
 * @param units of an admin confined to some: told what people have done who see no more than those, for the audit names
 *   whatever they worked on. What nobody or the system did is told to admins of all units.
 */
async function auditPage(tx: Transaction, query: AuditQuery, units: readonly number[] | null) {
  if (query.after !== undefined && !/^\d{1,15}$/.test(query.after)) {
    throw new ProblemError('request.invalid', {}, [{ path: 'after', code: 'cursor', message: '' }]);
  }
  const { where, params, add } = filterOf(tx.tenantId, 'a.tenant_id = $1');
  add(query.actorId, (n) => `a.actor_id = ${n}`);
  add(units, (n) => `u.business_unit_ids <@ ${n}::bigint[]`);
  add(query.result, (n) => `a.result = ${n}`);
  add(query.from, (n) => `a.at >= ${n}`);
  add(query.to, (n) => `a.at < ${n}`);
  add(query.after, (n) => `a.id < ${n}::bigint`);
  add(
    query.q?.trim() || null,
    (n) => `(strpos(lower(a.verb), lower(${n}::text)) > 0 or a.request_id = ${n}::text)`,
  );
  const limit = query.limit ?? PAGE;
  const rows = await tx.query<Stored>(
    `select a.id, a.at, a.actor_kind as "actorKind", a.actor_id as "actorId",
       coalesce(u.name, case a.actor_kind when 'anonymous' then 'Nobody signed in' else 'Truckroll' end) as "actorName",
       a.verb, a.result, a.address, a.request_id as "requestId", a.object_kind as "objectKind", a.object_id as "objectId",
       ${OBJECT_LABEL} as "objectLabel", a.detail
     from office.audit a left join office.users u on u.tenant_id = a.tenant_id and u.id = a.actor_id
     where ${where.join(' and ')} order by a.id desc limit ${limit + 1}`,
    params,
  );
  const items = rows.slice(0, limit).map(({ objectKind, objectId, objectLabel, ...row }) => ({
    ...row,
    object:
      objectKind === null || objectId === null
        ? null
        : { kind: objectKind, id: objectId, label: objectLabel || null },
  }));
  return { items, next: rows.length > limit ? String(items.at(-1)!.id) : null, total: null };
}
