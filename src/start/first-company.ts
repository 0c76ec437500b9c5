/** The company an installation without demo begins with; its name is given with the first admin. */
import { clearUnfinishedDemo } from '#backend/demo/unfinished.ts';
import type { Database } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';

const FIRST_TENANT_ID = 1;
export const UNNAMED = 'New company';

export type Company = { readonly tenantId: Id; readonly hasPeople: boolean };

/** The first company, made in a database that has none. Half a demo company counts as none. */
export async function ensureCompany(database: Database): Promise<Company> {
  await clearUnfinishedDemo(database);
  return database.transaction({ tenantId: 'system' }, async (tx) => {
    await tx.query(
      `insert into office.tenants (id, name) select $1, $2 where not exists (select 1 from office.tenants)
       on conflict do nothing`,
      [FIRST_TENANT_ID, UNNAMED],
    );
    const [company] = await tx.query<Company>(
      `select min(id) as "tenantId", exists (select 1 from office.users) as "hasPeople" from office.tenants`,
    );
    return company!;
  });
}

/** Makes room for the demo after a start without it. Only while nobody has begun: no people, no imports, no name. */
export const removeUnusedCompany = (database: Database): Promise<unknown> =>
  database.transaction({ tenantId: 'system' }, async (tx) => {
    await tx.query('delete from office.setup_tokens');
    await tx.query('delete from office.tenants');
  });
