/** Commands beside the server act as the company's first admin. */
import { ProblemError } from '#contract/problem.ts';
import type { Actor } from '#contract/upstream.ts';
import type { Database } from '#db/database.ts';
import { type Role, rightsOf } from '#domain/roles.ts';

/** @throws ProblemError session.forbidden while nobody is an admin */
export async function firstAdmin(database: Database): Promise<Actor> {
  const [person] = await database.transaction({ tenantId: 'system', readOnly: true }, (tx) =>
    tx.query<{ tenantId: number; userId: number; name: string; roles: Role[] }>(
      `select tenant_id as "tenantId", id as "userId", name, roles from office.users
       where active and 'admin' = any(roles) order by tenant_id, id limit 1`,
    ),
  );
  if (!person) throw new ProblemError('session.forbidden', { because: 'no admin yet' });
  return { ...person, rights: rightsOf(person), businessUnitIds: null };
}
