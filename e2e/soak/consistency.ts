/** What must hold in the data after any number of power cuts (F27): no write is there by halves. */
import type { Database } from '#db/database.ts';

/** Each query finds what is wrong; nothing found means that it holds. All look at company 1 from operation $1 on. */
const RULES: Readonly<Record<string, string>> = {
  'every operation has exactly one audit row': `
    select o.id from office.operations o
      left join office.audit a on a.tenant_id = o.tenant_id and a.operation_id = o.id and a.result = 'done'
    where o.tenant_id = 1 and o.id >= $1 group by o.id having count(a.id) <> 1`,
  'every audit row of a write has its operation': `
    select a.id from office.audit a
      left join office.operations o on o.tenant_id = a.tenant_id and o.id = a.operation_id
    where a.tenant_id = 1 and a.operation_id >= $1 and o.id is null`,
  'every operation is told in the change feed': `
    select o.id from office.operations o
      left join company.changes c on c.tenant_id = o.tenant_id and c.operation_id = o.id
    -- The demo company is given its days anew at each start, before anybody can look.
    where o.tenant_id = 1 and o.id >= $1 and o.request_id ~ '^[0-9a-f-]{36}$' group by o.id having count(c.id) = 0`,
  'the change feed tells of no operation that is not there': `
    select c.id from company.changes c
      left join office.operations o on o.tenant_id = c.tenant_id and o.id = c.operation_id
    where c.tenant_id = 1 and c.operation_id >= $1 and o.id is null`,
  'no idempotency key was left claimed without an answer': `
    select k.key::text as id from office.idempotency_keys k where k.tenant_id = 1 and (k.status = 0 or k.response is null)`,
  'every kept answer belongs to an operation that is there': `
    select k.key::text as id from office.idempotency_keys k
      left join office.operations o on o.tenant_id = k.tenant_id and o.id = (k.response ->> 'operationId')::bigint
    where k.tenant_id = 1 and k.response ? 'operationId' and o.id is null and $1 > 0`,
  'every appointment has as many versions in its history as it says': `
    select p.id from company.appointments p
      left join company.history h on h.tenant_id = p.tenant_id and h.record_kind = 'appointment' and h.record_id = p.id
    where p.tenant_id = 1 and p.start >= '2031-01-01' and $1 > 0
    group by p.id, p.version having count(distinct h.version) <> p.version`,
  'whoever is assigned has the time taken, and nobody twice': `
    select a.id from company.assignments a
      join company.appointments p on p.tenant_id = a.tenant_id and p.id = a.appointment_id
      left join company.occupancy o on o.tenant_id = a.tenant_id and o.kind = 'assignment' and o.source_id = a.id
    where a.tenant_id = 1 and a.active and p.start >= '2031-01-01' and $1 > 0
      and (o.source_id is null or o.start <> p.start or o."end" <> p."end")`,
  'what was sent under one key was done once': `
    select j.summary as id from company.jobs j
    where j.tenant_id = 1 and j.summary like 'Under load %' and $1 > 0 group by j.summary having count(*) <> 1`,
};

/** @param firstOperation of the load: what the demo company was loaded with is not looked at. @returns what is wrong, in words */
export function inconsistencies(database: Database, firstOperation: number): Promise<string[]> {
  return database.transaction({ tenantId: 'system', readOnly: true }, async (tx) => {
    const wrong: string[] = [];
    for (const [rule, sql] of Object.entries(RULES)) {
      const rows = await tx.query<{ id: unknown }>(sql, sql.includes('$1') ? [firstOperation] : []);
      if (rows.length > 0)
        wrong.push(`${rule}: not ${rows.slice(0, 5).map(({ id }) => id)} (${rows.length})`);
    }
    return wrong;
  });
}
